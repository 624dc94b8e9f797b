// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// What the window functions have in common: `w[n]` is a function of the angle `2 π n / N`, where N
/// is the size of a periodic window and one less than that of a symmetric one.
public protocol WindowOperation: Operation {
  /// Output type, any number.
  var outputType: ElementType { get }
  /// Whether the window is one period of a periodic sequence, rather than symmetric.
  var isPeriodic: Bool { get }
  /// The window at an angle.
  static func value(angle: Double) -> Double
}

extension WindowOperation {
  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    guard ElementTypes.numeric.contains(outputType) else {
      throw GraphError(.invalidAttribute, "expects a type of numbers as output, got \(outputType)")
    }
    let size = try inputs.scalarInteger(at: 0, named: "window size")
    if let size, size < 0 {
      throw GraphError(.indexOutOfRange, "expects a window size of at least 0, got \(size)")
    }
    return [.tensor(outputType, dimensions: [size.map(Dimension.fixed) ?? .unknown])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let size = try inputs.scalarInteger(at: 0, named: "window size") ?? 0
    // A symmetric window of one element is its left end.
    let period = max(isPeriodic ? size : size - 1, 1)
    let values = (0..<max(size, 0)).map { index in
      let value = Self.value(angle: 2 * .pi * Double(index) / Double(period))
      // Integers truncate, as Cast does.
      return outputType.isInteger ? value.rounded(.towardZero) : value
    }
    return [.tensor(Tensor(doubles: values, dtype: outputType, shape: [size]))]
  }
}

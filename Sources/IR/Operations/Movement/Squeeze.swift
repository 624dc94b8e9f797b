// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Removes axes of extent 1.
///
/// - Inputs: `x`, any shape and type; `axes` (optional), `int64` vector, in -rank ..< rank. Without
///   it all axes of extent 1 go.
/// - Outputs: the same elements without these axes.
/// - Source: ONNX `Squeeze`, opset 21.
public struct Squeeze: Operation {
  public static let opType = "Squeeze"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...2)
    let x = try inputs.tensor(0)
    let axes = try inputs.vector(1, in: [.int64])
    guard let dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    if let axes {
      let removed = try Axis.normalized(axes, rank: dimensions.count)
      for axis in removed where !dimensions[axis].isCompatible(with: .fixed(1)) {
        throw GraphError(.shapeMismatch, "axis \(axis) of \(x) is not 1 and cannot be removed")
      }
      let kept = dimensions.indices.filter { !removed.contains($0) }
      return [.tensor(x.dtype, dimensions: kept.map { dimensions[$0] })]
    }
    guard !inputs.has(1), x.shape != nil else {
      let removed = inputs.has(1) ? try inputs.vectorLength(1) : nil
      let rank = removed.map { dimensions.count - min($0, dimensions.count) }
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(rank))]
    }
    return [.tensor(x.dtype, dimensions: dimensions.filter { $0 != .fixed(1) })]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try inputs.tensor(0).reshaped(to: try actualType(inputs).shape))]
  }
}

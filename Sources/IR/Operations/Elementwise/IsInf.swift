// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Whether an element is infinite.
///
/// - Inputs: `x`, any shape, floating point of any width.
/// - Outputs: `y`, the shape of `x`, `bool`.
/// - Source: ONNX `IsInf`, opset 20.
public struct IsInf: Operation {
  public static let opType = "IsInf"
  /// Whether -∞ counts. Default true.
  public var detectsNegative: Bool
  /// Whether +∞ counts. Default true.
  public var detectsPositive: Bool

  /// The operator with the given attributes.
  public init(detectsNegative: Bool = true, detectsPositive: Bool = true) {
    (self.detectsNegative, self.detectsPositive) = (detectsNegative, detectsPositive)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.allFloats)
    return [.tensor(.bool, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let values = x.doubles().map {
      $0.isInfinite && ($0 < 0 ? detectsNegative : detectsPositive)
    }
    return [.tensor(Tensor(values, shape: x.shape))]
  }
}

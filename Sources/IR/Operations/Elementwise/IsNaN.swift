// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Whether an element is not a number.
///
/// - Inputs: `x`, any shape, floating point of any width.
/// - Outputs: `y`, the shape of `x`, `bool`.
/// - Source: ONNX `IsNaN`, opset 20.
public struct IsNaN: Operation {
  public static let opType = "IsNaN"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.allFloats)
    return [.tensor(.bool, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    return [.tensor(Tensor(x.doubles().map(\.isNaN), shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Sum of any number of tensors, elementwise with broadcasting, rounded once.
///
/// - Inputs: one or more, shapes that broadcast, one floating-point type.
/// - Outputs: the broadcast shape, the same element type.
/// - Source: ONNX `Sum`, opset 13.
public struct Sum: VariadicOperation {
  public static let opType = "Sum"
  public static let elementTypes = ElementTypes.floats

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try foldedTypes(inputs)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let dtype = try inputs.tensor(0).dtype
    let sum = try doubleSum(inputs)
    return [.tensor(Tensor(doubles: sum.doubles(), dtype: dtype, shape: sum.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// The number of elements of a tensor.
///
/// - Inputs: `x`, any shape and type.
/// - Outputs: `int64` scalar.
/// - Source: ONNX `Size`, opset 21.
public struct Size: Operation {
  public static let opType = "Size"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    _ = try inputs.tensor(0)
    return [.tensor(.int64, [])]
  }

  public func outputsFromTypes(_ inputs: OperandTypes) -> [Tensor]? {
    guard let shape = inputs[0]?.tensorType?.shape, let count = ShapeMath.elementCount(shape) else {
      return nil
    }
    return [Tensor(scalar: Int64(count))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(Tensor(scalar: Int64(try inputs.tensor(0).count)))]
  }
}

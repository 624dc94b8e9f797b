// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Rectified linear unit: `y = max(x, 0)`, elementwise. NaN stays NaN.
///
/// - Inputs: `x`, any shape, floating point or signed integer.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Relu`, opset 14.
public struct ReLU: Operation {
  public static let opType = "Relu"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats.union(ElementTypes.signedIntegers))
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    if x.dtype.isInteger {
      let values = x.int64s().map { max($0, 0) }
      return [.tensor(Tensor(int64s: values, dtype: x.dtype, shape: x.shape))]
    }
    let values = x.doubles().map { $0 < 0 ? 0 : $0 }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

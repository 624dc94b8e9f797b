// SPDX-License-Identifier: Apache-2.0
import Tensors

/// 1 where an element is greater than a threshold, else 0.
///
/// - Inputs: `x`, any shape, `float32`, `float64`, `int32` or `int64`.
/// - Outputs: the type of `x`.
/// - Source: ONNX `ai.onnx.ml.Binarizer`, version 1.
public struct Binarizer: Operation {
  public static let opType = "Binarizer"

  /// The threshold. Default 0.
  public var threshold: Float

  /// The operator; the default is ONNX's.
  public init(threshold: Float = 0) { self.threshold = threshold }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    return [.tensor(try inputs.tensor(0, in: Scaler.inputTypes))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let values = x.doubles().map { $0 > Double(threshold) ? 1.0 : 0.0 }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The number of tensors in a sequence.
///
/// - Inputs: `sequence`.
/// - Outputs: `int64` scalar.
/// - Source: ONNX `SequenceLength`, opset 11.
public struct SequenceLength: Operation {
  public static let opType = "SequenceLength"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    _ = try inputs.sequence(0)
    return [.tensor(.int64, [])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(Tensor(scalar: Int64(try inputs.sequence(0).tensors.count)))]
  }
}

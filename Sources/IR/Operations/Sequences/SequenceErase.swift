// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Removes a tensor from a sequence.
///
/// - Inputs: `sequence` of n tensors; `position` (optional), `int32` or `int64` scalar in -n ..< n,
///   default the last.
/// - Outputs: the sequence without it.
/// - Source: ONNX `SequenceErase`, opset 11.
public struct SequenceErase: Operation {
  public static let opType = "SequenceErase"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...2)
    _ = try inputs.scalar(1, in: ElementTypes.indices)
    return [.sequence(of: try inputs.sequence(0))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var (dtype, tensors) = try inputs.sequence(0)
    guard !tensors.isEmpty else {
      throw GraphError(.indexOutOfRange, "the sequence to erase from is empty")
    }
    let position = try inputs.position(1, length: tensors.count, count: tensors.count)
    tensors.remove(at: position ?? tensors.count - 1)
    return [.sequence(dtype, tensors)]
  }
}

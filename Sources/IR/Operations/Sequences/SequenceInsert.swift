// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Inserts a tensor into a sequence.
///
/// - Inputs: `sequence` of n tensors; `tensor`, same element type, any shape; `position`
///   (optional), `int32` or `int64` scalar in -n ... n, default n: behind the last.
/// - Outputs: the sequence with it.
/// - Source: ONNX `SequenceInsert`, opset 11.
public struct SequenceInsert: Operation {
  public static let opType = "SequenceInsert"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let dtype = try inputs.sequence(0)
    _ = try inputs.tensor(1, in: [dtype])
    _ = try inputs.scalar(2, in: ElementTypes.indices)
    return [.sequence(of: dtype)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var (dtype, tensors) = try inputs.sequence(0)
    let position = try inputs.position(2, length: tensors.count, count: tensors.count + 1)
    tensors.insert(try inputs.tensor(1), at: position ?? tensors.count)
    try context.check(members: tensors)
    return [.sequence(dtype, tensors)]
  }
}

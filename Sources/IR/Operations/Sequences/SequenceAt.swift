// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Takes a tensor out of a sequence.
///
/// - Inputs: `sequence` of n tensors; `position`, `int32` or `int64` scalar in -n ..< n.
/// - Outputs: the tensor. Its shape is not known before running, whatever a file declares: members
///   may differ.
/// - Source: ONNX `SequenceAt`, opset 11.
public struct SequenceAt: Operation {
  public static let opType = "SequenceAt"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    _ = try inputs.tensor(1, in: ElementTypes.indices)
    _ = try inputs.scalar(1, in: ElementTypes.indices)
    return [.tensor(try inputs.sequence(0), dimensions: nil)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let tensors = try inputs.sequence(0).tensors
    guard let position = try inputs.position(1, length: tensors.count, count: tensors.count) else {
      throw GraphError(.missingInput, "input 1 holds no position")
    }
    return [.tensor(tensors[position])]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Makes a sequence.
///
/// - Inputs: one or more tensors of one element type, any shapes.
/// - Outputs: the sequence of them.
/// - Source: ONNX `SequenceConstruct`, opset 11.
public struct SequenceConstruct: Operation {
  public static let opType = "SequenceConstruct"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...Int.max)
    let dtype = try inputs.tensor(0).dtype
    for index in 0..<inputs.count { _ = try inputs.tensor(index, in: [dtype]) }
    return [.sequence(of: dtype)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var tensors: [Tensor] = []
    for index in 0..<inputs.count { tensors.append(try inputs.tensor(index)) }
    try context.check(members: tensors)
    return [.sequence(tensors[0].dtype, tensors)]
  }
}

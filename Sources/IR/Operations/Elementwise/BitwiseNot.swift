// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Inverts every bit, elementwise.
///
/// - Inputs: `x`, any shape, integer of 8 to 64 bits.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `BitwiseNot`, opset 18.
public struct BitwiseNot: Operation {
  public static let opType = "BitwiseNot"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    return [.tensor(try inputs.tensor(0, in: ElementTypes.wideIntegers))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try inputs.tensor(0).mapIntegers({ ~$0 }, unsigned: { ~$0 }))]
  }
}

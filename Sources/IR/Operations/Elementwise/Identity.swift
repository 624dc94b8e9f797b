// SPDX-License-Identifier: Apache-2.0

/// Passes its input on.
///
/// - Inputs: `x`, any value: tensor, sequence or optional.
/// - Outputs: `y`, equal to `x`.
/// - Source: ONNX `Identity`, opset 21.
public struct Identity: Operation {
  public static let opType = "Identity"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    guard let type = inputs[0] else {
      throw GraphError(.missingInput, "input 0 is required and absent")
    }
    return [type]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    guard let value = inputs[0] else {
      throw GraphError(.missingInput, "input 0 is required and absent")
    }
    return [value]
  }

  public func cost(_ inputs: OperandTypes) -> Cost { Cost() }
}

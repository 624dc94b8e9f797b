// SPDX-License-Identifier: Apache-2.0

/// The value that an optional holds.
///
/// - Inputs: `value`, an optional; a tensor or a sequence stands for itself.
/// - Outputs: the tensor or sequence.
/// - Source: ONNX `OptionalGetElement`, opset 18.
public struct OptionalGetElement: Operation {
  public static let opType = "OptionalGetElement"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    guard let type = inputs[0] else {
      throw GraphError(.missingInput, "input 0 is required and absent")
    }
    if case .optional(let element) = type { return [element] }
    return [type]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    guard case .optional(_, let element) = inputs[0] else { return [inputs[0]].compactMap { $0 } }
    guard let element else {
      throw GraphError(.missingInput, "the optional to take a value from is empty")
    }
    return [element]
  }
}

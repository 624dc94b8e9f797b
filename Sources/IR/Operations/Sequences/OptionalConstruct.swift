// SPDX-License-Identifier: Apache-2.0

/// Makes an optional that holds its input, or nothing.
///
/// - Inputs: `value` (optional), a tensor or a sequence.
/// - Outputs: the optional.
/// - Source: ONNX `Optional`, opset 15.
public struct OptionalConstruct: Operation {
  public static let opType = "Optional"

  /// The type of the value that is not there; nil: that of the input.
  public var type: ValueType?

  /// The operator.
  public init(type: ValueType? = nil) { self.type = type }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 0...1)
    if let value = inputs[0] {
      guard type?.isCompatible(with: value) ?? true else {
        throw GraphError(
          .typeMismatch, "holds \(value), declared as \(type?.description ?? "nothing")")
      }
      return [.optional(value)]
    }
    guard let type else {
      throw GraphError(.invalidAttribute, "an empty optional needs a type")
    }
    return [.optional(type)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    if let value = inputs[0] { return [.optional(value.type, value)] }
    guard let type else {
      throw GraphError(.invalidAttribute, "an empty optional needs a type")
    }
    return [.optional(type, nil)]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Whether an optional holds a value.
///
/// - Inputs: `value` (optional), an optional, a tensor or a sequence.
/// - Outputs: `bool` scalar, false for an empty optional and an absent input.
/// - Source: ONNX `OptionalHasElement`, opset 18.
public struct OptionalHasElement: Operation {
  public static let opType = "OptionalHasElement"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 0...1)
    return [.tensor(.bool, [])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    if case .optional(_, let element) = inputs[0] {
      return [.tensor(Tensor(scalar: element != nil))]
    }
    return [.tensor(Tensor(scalar: inputs.has(0)))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Whether each text as a whole matches a regular expression.
///
/// - Inputs: `x`, `string`, any shape.
/// - Outputs: `bool`, same shape.
/// - Source: ONNX `RegexFullMatch`, opset 20.
public struct RegexFullMatch: Operation {
  public static let opType = "RegexFullMatch"

  /// The expression; see ``RegularExpression`` for what it may hold.
  public var pattern: String

  /// The operator.
  public init(pattern: String) { self.pattern = pattern }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [.string])
    _ = try RegularExpression(pattern)
    return [.tensor(.bool, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let expression = try RegularExpression(pattern)
    var matches: [Bool] = []
    for text in x.strings { matches.append(try expression.matchesWhole(text, context)) }
    return [.tensor(Tensor(matches, shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Logical negation, elementwise.
///
/// - Inputs: `x`, any shape, `bool`.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Not`, opset 1.
public struct Not: Operation {
  public static let opType = "Not"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    return [.tensor(try inputs.tensor(0, in: ElementTypes.bool))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    // Read as bytes: a file may hold truth values other than 0 and 1.
    [.tensor(try inputs.tensor(0).mapElements(to: .bool) { (x: UInt8) in x == 0 })]
  }
}

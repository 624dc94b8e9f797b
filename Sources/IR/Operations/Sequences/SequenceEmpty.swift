// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Makes an empty sequence.
///
/// - Inputs: none.
/// - Outputs: the sequence.
/// - Source: ONNX `SequenceEmpty`, opset 11.
public struct SequenceEmpty: Operation {
  public static let opType = "SequenceEmpty"

  /// The element type of tensors that may come in. Default `float32`.
  public var dtype: ElementType

  /// The operator.
  public init(dtype: ElementType = .float32) { self.dtype = dtype }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 0...0)
    return [.sequence(of: dtype)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.sequence(dtype, [])]
  }
}

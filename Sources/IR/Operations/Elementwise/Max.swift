// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Maximum of any number of tensors, elementwise with broadcasting. NaN wins.
///
/// - Inputs: one or more, shapes that broadcast, one element type: floating point or integer of 8 to
///   64 bits.
/// - Outputs: the broadcast shape, the same element type.
/// - Source: ONNX `Max`, opset 13.
public struct Max: VariadicOperation, BinaryArithmeticOperation {
  public static let opType = "Max"
  public static let elementTypes = ElementTypes.arithmetic

  /// The operator.
  public init() {}

  public func apply(_ a: Double, _ b: Double) -> Double { maximum(a, b) }

  public func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) -> Integer { max(a, b) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try foldedTypes(inputs)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try fold(inputs, self))]
  }
}

// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// An operator that applies a real function to each element of one tensor.
///
/// - Inputs: `x`, any shape.
/// - Outputs: `y`, the type of `x`. Each element is computed in double precision and rounded once;
///   integers, where an operator allows them, are truncated towards zero.
public protocol UnaryFloatOperation: Operation {
  /// Element types of the input. Default: the standard floating-point types.
  static var elementTypes: Set<ElementType> { get }
  /// The function.
  func apply(_ x: Double) -> Double
}

extension UnaryFloatOperation {
  public static var elementTypes: Set<ElementType> { ElementTypes.floats }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    return [.tensor(try inputs.tensor(0, in: Self.elementTypes))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    guard x.dtype.isInteger else { return [.tensor(x.mapFloats(apply))] }
    let values = x.doubles().map { apply($0).rounded(.towardZero) }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

/// An operator that applies a function to each element of one tensor of numbers, and which stays
/// within the integers for integers.
///
/// - Inputs: `x`, any shape.
/// - Outputs: `y`, the type of `x`. Integers wrap around.
public protocol UnaryNumericOperation: Operation {
  /// Element types of the input. Default: floating-point numbers and integers of 8 to 64 bits.
  static var elementTypes: Set<ElementType> { get }
  /// The function of floating-point numbers.
  func apply(_ x: Double) -> Double
  /// The function of integers: `Int64`, or `UInt64` for `uint64`.
  func apply<Integer: FixedWidthInteger>(_ x: Integer) -> Integer
}

extension UnaryNumericOperation {
  public static var elementTypes: Set<ElementType> { ElementTypes.arithmetic }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    return [.tensor(try inputs.tensor(0, in: Self.elementTypes))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    if x.dtype.isInteger {
      return [.tensor(x.mapIntegers({ apply($0) }, unsigned: { apply($0) }))]
    }
    return [.tensor(x.mapFloats { apply($0) })]
  }
}

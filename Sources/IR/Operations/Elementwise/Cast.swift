// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Converts each element to another element type.
///
/// Floating-point numbers become the nearest ones (ties to even) or, as integers, are truncated
/// towards zero and limited to the range, with 0 for NaN; integers keep their low bits; numbers are
/// true unless 0. Strings are read and written as NumPy does (see ``NumberText``).
///
/// - Inputs: `x`, any shape, any element type.
/// - Outputs: `y`, the shape of `x`, element type ``target``.
/// - Source: ONNX `Cast`, opset 21.
public struct Cast: Operation {
  public static let opType = "Cast"
  /// The element type to convert to.
  public var target: ElementType
  /// Whether numbers out of the range of an 8-bit floating-point type become its largest number
  /// instead of infinity or NaN. Default true.
  public var isSaturating: Bool

  /// The operator with the given attributes.
  public init(to target: ElementType, isSaturating: Bool = true) {
    (self.target, self.isSaturating) = (target, isSaturating)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    return [.tensor(target, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    return [.tensor(try x.cast(to: target, isSaturating: isSaturating))]
  }
}

extension Tensor {
  /// The elements as `target`, by the rules of ``Cast``.
  ///
  /// - Throws: `typeMismatch` for a string that is no number of the type.
  func cast(to target: ElementType, isSaturating: Bool) throws(GraphError) -> Tensor {
    if target == dtype { return self }
    if dtype == .string { return try parsed(as: target, isSaturating: isSaturating) }
    if target == .string { return Tensor(strings: NumberText.texts(of: self), shape: shape) }
    if !dtype.isFloatingPoint, target != .bool, target.isInteger {
      return Tensor(int64s: int64s(), dtype: target, shape: shape)
    }
    return Tensor.rounding(doubles(), to: target, shape, isSaturating: isSaturating)
  }

  /// Numbers as `target`, integers truncated.
  private static func rounding(
    _ values: [Double], to target: ElementType, _ shape: [Int], isSaturating: Bool
  ) -> Tensor {
    if let format = Float8Format(target) {
      let bytes = values.map { format.encode(Float($0), saturating: isSaturating) }
      return Tensor(dtype: target, shape: shape, bytes: bytes)
    }
    guard target.isInteger else { return Tensor(doubles: values, dtype: target, shape: shape) }
    let truncated = values.map { $0.rounded(.towardZero) }
    return Tensor(doubles: truncated, dtype: target, shape: shape)
  }

  private func parsed(
    as target: ElementType, isSaturating: Bool
  ) throws(GraphError) -> Tensor {
    if target == .uint64 || (target.isInteger && target.bitWidth == 64) {
      var integers: [Int64] = []
      for text in strings { integers.append(try NumberText.integer(text, as: target)) }
      return Tensor(int64s: integers, dtype: target, shape: shape)
    }
    var values: [Double] = []
    for text in strings { values.append(try NumberText.number(text, as: target)) }
    return Tensor.rounding(values, to: target, shape, isSaturating: isSaturating)
  }
}

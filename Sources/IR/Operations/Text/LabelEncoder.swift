// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Replaces each element by the value that belongs to it in a table.
///
/// - Inputs: `x`, any shape, of the type of the keys.
/// - Outputs: the values, same shape, of the type of the values. NaN finds the key NaN; the last of
///   equal keys counts.
/// - Source: ONNX `ai.onnx.ml` `LabelEncoder`, version 4.
public struct LabelEncoder: Operation {
  public static let opType = "LabelEncoder"

  /// The keys, a vector.
  public var keys: Tensor
  /// The values, a vector as long as ``keys``.
  public var values: Tensor
  /// The value of elements that are no key: one element of the type of ``values``.
  public var fallback: Tensor

  /// The operator.
  public init(keys: Tensor, values: Tensor, fallback: Tensor) {
    (self.keys, self.values, self.fallback) = (keys, values, fallback)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [keys.dtype])
    guard keys.rank == 1, keys.shape == values.shape else {
      throw GraphError(
        .invalidAttribute, "expects as many keys as values, got \(keys.shape), \(values.shape)")
    }
    guard fallback.count == 1, fallback.dtype == values.dtype else {
      throw GraphError(
        .invalidAttribute,
        "the default must be one \(values.dtype), got \(fallback.dtype)\(fallback.shape)")
    }
    return [.tensor(values.dtype, dimensions: x.dimensions)]
  }

  private enum Key: Hashable {
    case number(Int64)
    case real(Double)
    case notANumber
    /// Bytes, because Swift compares texts by canonical equivalence.
    case text([UInt8])
  }

  private static func keys(_ tensor: Tensor) -> [Key] {
    if tensor.dtype == .string { return tensor.strings.map { .text(Array($0.utf8)) } }
    if tensor.dtype.isFloatingPoint {
      return tensor.doubles().map { $0.isNaN ? .notANumber : .real($0) }
    }
    return tensor.int64s().map(Key.number)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    var positions: [Key: Int] = [:]
    for (position, key) in Self.keys(keys).enumerated() { positions[key] = position }
    let indices = Self.keys(x).map { positions[$0] ?? -1 }
    return [.tensor(values.picking(indices, shape: x.shape, fill: fallback))]
  }
}

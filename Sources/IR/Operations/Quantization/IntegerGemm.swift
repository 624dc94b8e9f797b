// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Product of codes with a matrix of weights, to codes: 32-bit sums of `(x - inputZeroPoint) · w` and
/// the bias, then ``CodeRounding``.
///
/// - Inputs: `x` `[N, K]`, `uint8`; weights `[M, K]`, `int8`, without zero point; bias `[M]`, `int32`;
///   multipliers `[M]`, `float32`.
/// - Outputs: codes `[N, M]`, `uint8`.
/// - Source: no ONNX operator; `IntegerFusion` in the passes makes it.
public struct IntegerGemm: Operation {
  public static let opType = "IntegerGemm"

  /// Code of zero of the input.
  public var inputZeroPoint: UInt8
  /// How sums become codes; there is no residual.
  public var rounding: CodeRounding

  /// A product.
  public init(inputZeroPoint: UInt8, rounding: CodeRounding) {
    (self.inputZeroPoint, self.rounding) = (inputZeroPoint, rounding)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 4...4)
    let x = try inputs.tensor(0, in: [.uint8])
    let weights = try inputs.tensor(1, in: [.int8])
    let (bias, multipliers) = (
      try inputs.tensor(2, in: [.int32]), try inputs.tensor(3, in: [.float32])
    )
    try x.expectRank(2...2, "the input")
    try weights.expectRank(2...2, "the weights")
    guard let rows = x.dimensions, let filters = weights.dimensions else {
      return [.tensor(.uint8, dimensions: [x.dimensions?[0] ?? .unknown, .unknown])]
    }
    guard rows[1].isCompatible(with: filters[1]) else {
      throw GraphError(.shapeMismatch, "cannot multiply \(x) by \(weights) transposed")
    }
    try bias.expectVector(filters[0], "the bias")
    try multipliers.expectVector(filters[0], "the multipliers")
    return [.tensor(.uint8, dimensions: [rows[0], filters[0]])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(1))
    let (rows, depth, filters) = (x.shape[0], x.shape[1], weights.shape[0])
    let codes = x.array(of: UInt8.self).map { Int32($0) - Int32(inputZeroPoint) }
    let factors = weights.array(of: Int8.self).map { Int32($0) }
    let bias = try inputs.tensor(2).array(of: Int32.self)
    let multipliers = try inputs.tensor(3).array(of: Float.self)
    var result: [UInt8] = []
    result.reserveCapacity(rows * filters)
    for row in 0..<rows {
      try context.checkDeadline()
      for filter in 0..<filters {
        var sum = bias[filter]
        for k in 0..<depth { sum &+= codes[row * depth + k] &* factors[filter * depth + k] }
        result.append(rounding.code(sum, multiplier: multipliers[filter]))
      }
    }
    return [.tensor(Tensor(result, shape: [rows, filters]))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    guard let x = inputs[0]?.tensorType?.shape, let weights = inputs[1]?.tensorType?.shape,
      let rows = x.first
    else { return Cost() }
    return Cost(multiplyAdds: ShapeMath.elementCount([rows] + weights) ?? .max)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// General matrix product: `y = alpha * a * b + beta * c`.
///
/// - Inputs: `a` `[M, K]` (`[K, M]` when transposed), `b` `[K, N]` (`[N, K]` when transposed),
///   optional `c` that broadcasts to `[M, N]`. One type: floating point, or 32- and 64-bit
///   integers, whose sums wrap around; integers scaled by other than 1 are computed in `Double`.
/// - Outputs: `y` `[M, N]`.
/// - Source: ONNX `Gemm`, opset 13.
public struct Gemm: Operation {
  public static let opType = "Gemm"

  /// Scale of the product; default 1.
  public var alpha: Float
  /// Scale of `c`; default 1.
  public var beta: Float
  /// Whether `a` is transposed; default no.
  public var transposesA: Bool
  /// Whether `b` is transposed; default no.
  public var transposesB: Bool

  /// The operator.
  public init(
    alpha: Float = 1, beta: Float = 1, transposesA: Bool = false, transposesB: Bool = false
  ) {
    (self.alpha, self.beta) = (alpha, beta)
    (self.transposesA, self.transposesB) = (transposesA, transposesB)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let a = try inputs.tensor(0, in: matrixTypes)
    let b = try inputs.tensor(1, in: matrixTypes)
    let c = try inputs.optionalTensor(2, in: matrixTypes)
    try b.expectType(of: a, "b")
    try c?.expectType(of: a, "c")
    try a.expectRank(2...2, "a")
    try b.expectRank(2...2, "b")
    try c?.expectRank(0...2, "c")
    let aSides = a.dimensions ?? [.unknown, .unknown]
    let bSides = b.dimensions ?? [.unknown, .unknown]
    let (rows, depth) = transposesA ? (aSides[1], aSides[0]) : (aSides[0], aSides[1])
    let (other, columns) = transposesB ? (bSides[1], bSides[0]) : (bSides[0], bSides[1])
    guard depth.isCompatible(with: other) else {
      throw GraphError(
        .shapeMismatch,
        "a is \(a)\(transposesA ? " transposed" : ""), b is \(b)\(transposesB ? " transposed" : "")"
          + ": \(depth) columns meet \(other) rows")
    }
    for (extent, side) in zip((c?.dimensions ?? []).reversed(), [columns, rows])
    where extent != .fixed(1) && !extent.isCompatible(with: side) {
      throw GraphError(.shapeMismatch, "c must broadcast to [\(rows), \(columns)]")
    }
    return [.tensor(a.dtype, dimensions: [rows, columns])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(1))
    let c = try inputs.optionalTensor(2)
    let (rows, depth) = transposesA ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
    let columns = transposesB ? b.shape[0] : b.shape[1]
    let shape = [rows, columns]
    let count = try checkedProduct(shape)
    let aView = view(a, isTransposed: transposesA)
    let bView = view(b, isTransposed: transposesB)
    let cIndices = c.map { ShapeMath.broadcastIndices(from: $0.shape, to: shape) }
    if a.dtype.isInteger, alpha == 1, beta == 1 {
      var result = [Int64](repeating: 0, count: count)
      if let c, let cIndices {
        let values = c.int64s()
        result = cIndices.map { values[$0] }
      }
      addMatrixProduct(
        a.int64s(), aView, b.int64s(), bView, rows: rows, depth: depth, columns: columns,
        to: &result, at: 0
      ) { $0 &+ $1 &* $2 }
      return [.tensor(Tensor(int64s: result, dtype: a.dtype, shape: shape))]
    }
    var result = [Double](repeating: 0, count: count)
    addMatrixProduct(
      a.doubles(), aView, b.doubles(), bView, rows: rows, depth: depth, columns: columns,
      to: &result, at: 0
    ) { $0 + $1 * $2 }
    for index in result.indices { result[index] *= Double(alpha) }
    if let c, let cIndices, beta != 0 {
      let values = c.doubles()
      for index in result.indices { result[index] += Double(beta) * values[cIndices[index]] }
    }
    return [.tensor(Tensor(doubles: result, dtype: a.dtype, shape: shape))]
  }

  private func view(_ matrix: Tensor, isTransposed: Bool) -> MatrixView {
    let width = matrix.shape[1]
    return isTransposed
      ? MatrixView(start: 0, rowStep: 1, columnStep: width)
      : MatrixView(start: 0, rowStep: width, columnStep: 1)
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let output = (try? outputTypes(inputs))?.first?.tensorType?.shape
    guard let output, let a = inputs[0]?.tensorType?.shape else { return Cost() }
    return Cost(
      multiplyAdds: ShapeMath.elementCount(output + [a[transposesA ? 0 : 1]]) ?? .max)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Replaces a convolution by one over channels alone, a smaller one of the same windows, and one that
/// makes the filters.
///
/// Tucker-2: the leading left singular vectors of the unfoldings along filters and channels, refined by
/// orthogonal iteration; the core is what they leave.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: no. Deterministic: yes.
/// - Source: Kim et al., ICLR 2016, section 3, arXiv:1511.06530; iteration: De Lathauwer et al.,
///   SIAM J. Matrix Anal. Appl. 21 (2000).
public struct TuckerFactorization: Pass, LayerFactorization {
  public static let name = "tucker-factorization"
  /// Ranks, layers, and when to decline.
  public var options: FactorizationOptions
  /// Rounds of orthogonal iteration behind the first decomposition, 0 or more. Default 3.
  public var iterations: Int

  /// The pass.
  public init(options: FactorizationOptions = FactorizationOptions(), iterations: Int = 3) {
    (self.options, self.iterations) = (options, iterations)
  }

  func factors(
    of layer: WeightLayer, rank: FactorizationRank, in graph: Graph
  ) throws(GraphError) -> LayerFactors? {
    guard let conv = layer.node.operation as? Conv, layer.groups == 1, layer.taps > 1 else {
      return nil
    }
    guard iterations >= 0 else {
      throw GraphError(.invalidAttribute, "iterations is \(iterations), expected 0 or more")
    }
    let tensor = ThirdOrder(
      layer.filters, layer.channels, layer.taps, layer.canonicalWeights())
    let byFilters = try tensor.unfolded(0).singularValues()
    let byChannels = try tensor.unfolded(1).singularValues()
    let (outer, inner) = ranks(layer, rank, byFilters.s, byChannels.s, conv, graph)
    var left = byFilters.u.prefix(columns: outer)
    var right = byChannels.u.prefix(columns: inner)
    for _ in 0..<iterations {
      let projected = tensor.projected(1, by: right).unfolded(0)
      left = try projected.singularValues().u.prefix(columns: min(outer, projected.columns))
      let other = tensor.projected(0, by: left).unfolded(1)
      right = try other.singularValues().u.prefix(columns: min(inner, other.columns))
    }
    let core = tensor.projected(0, by: left).projected(1, by: right)
    let total = tensor.squaredNorm
    // Projections are orthogonal, so what is lost is what is missing.
    let lost = max(total - core.squaredNorm, 0)
    let ones = layer.kernel.map { _ in 1 }
    return LayerFactors(
      stages: [
        (
          WeightLayer.pointwise,
          layer.tensor(right.transposed.values, [right.columns, layer.channels] + ones)
        ),
        (conv, layer.tensor(core.values, [left.columns, right.columns] + layer.kernel)),
        (WeightLayer.pointwise, layer.tensor(left.values, [layer.filters, left.columns] + ones)),
      ], ranks: [left.columns, right.columns],
      relativeError: total > 0 ? (lost / total).squareRoot() : 0)
  }

  private func ranks(
    _ layer: WeightLayer, _ rank: FactorizationRank, _ filters: [Double], _ channels: [Double],
    _ conv: Conv, _ graph: Graph
  ) -> (Int, Int) {
    if case .multiplyAdds(let fraction) = rank {
      // Both ranks shrink alike.
      let most = max(layer.filters, layer.channels)
      let pairs = (1...most).map { step -> (Int, Int) in
        let ratio = Double(step) / Double(most)
        return (
          max(1, Int(ratio * Double(layer.filters))), max(1, Int(ratio * Double(layer.channels)))
        )
      }
      return pairs.last { cost($0, layer, conv, graph) <= fraction } ?? (1, 1)
    }
    let outer = rank.rank(
      of: filters, rows: layer.filters, columns: layer.channels * layer.taps
    ) { _ in 0 }
    let inner = rank.rank(
      of: channels, rows: layer.channels, columns: layer.filters * layer.taps
    ) { _ in 0 }
    return (outer, inner)
  }

  /// Multiply-adds at a pair of ranks as a fraction of the layer's.
  private func cost(
    _ ranks: (outer: Int, inner: Int), _ layer: WeightLayer, _ conv: Conv, _ graph: Graph
  ) -> Double {
    var stretch = layer.kernel.indices.reduce(1.0) { $0 * Double(conv.window.stride($1)) }
    if let input = layer.node.input(0).flatMap({ graph.type(of: $0).tensorType?.shape }),
      let output = layer.node.output.flatMap({ graph.type(of: $0).tensorType?.shape })
    {
      let area = Double(output.dropFirst(2).reduce(1, *))
      stretch = Double(input.dropFirst(2).reduce(1, *)) / max(area, 1)
    }
    let first = Double(ranks.inner * layer.channels) * stretch
    let second = Double(ranks.outer * ranks.inner * layer.taps)
    return (first + second + Double(layer.filters * ranks.outer)) / Double(layer.count)
  }
}

/// A tensor of three axes, row-major.
struct ThirdOrder {
  /// Extents.
  let extents: [Int]
  /// Elements.
  let values: [Double]

  init(_ a: Int, _ b: Int, _ c: Int, _ values: [Double]) {
    (extents, self.values) = ([a, b, c], values)
  }

  var squaredNorm: Double { values.reduce(0) { $0 + $1 * $1 } }

  /// The matrix whose rows are the indices of `axis`, the others in order behind it.
  func unfolded(_ axis: Int) -> Matrix {
    let columns = values.count / extents[axis]
    guard axis > 0 else { return Matrix(extents[0], columns, values) }
    var result = Matrix(zeros: extents[axis], columns)
    let inner = extents[(axis + 1)...].reduce(1, *)
    for (position, value) in values.enumerated() {
      let row = position / inner % extents[axis]
      let outer = position / (inner * extents[axis])
      result.values[row * columns + outer * inner + position % inner] = value
    }
    return result
  }

  /// The inverse of ``unfolded(_:)``.
  static func folded(_ matrix: Matrix, axis: Int, _ extents: [Int]) -> ThirdOrder {
    var extents = extents
    extents[axis] = matrix.rows
    var values = [Double](repeating: 0, count: matrix.values.count)
    let inner = extents[(axis + 1)...].reduce(1, *)
    for position in values.indices {
      let row = position / inner % extents[axis]
      let outer = position / (inner * extents[axis])
      values[position] = matrix.values[row * matrix.columns + outer * inner + position % inner]
    }
    return ThirdOrder(extents[0], extents[1], extents[2], values)
  }

  /// Coordinates along `axis` in the basis of the columns of `basis`.
  func projected(_ axis: Int, by basis: Matrix) -> ThirdOrder {
    Self.folded(basis.transposed.times(unfolded(axis)), axis: axis, extents)
  }
}

// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Optimal brain surgeon, layer by layer: what removing a weight costs after all others of its filter
/// make up for it, and how they do.
///
/// With `H = E[x xᵀ]` over the layer's unrolled inputs, the squared error of a filter's output is
/// `δᵀ H δ / 2` for a change `δ` of its weights. Removing weight `q` alone costs
/// `w_q² / (2 [H⁻¹]_qq)` at best: that is the score. When a set goes, the weights that stay become
/// the joint optimum `w_K + H_KK⁻¹ H_KQ w_Q`, which is never worse than removing one after the other.
///
/// - Source: Hassibi and Stork, NeurIPS 1992; layer-wise: Dong et al., NeurIPS 2017, section 3.1,
///   arXiv:1705.07565.
public struct BrainSurgeonCriterion: WeightCriterion, Hashable {
  public static let name = "optimal-brain-surgeon"
  public var needs: InputStatistics.Kind { .products }
  /// What is added to the diagonal of the Hessian, as a fraction of its mean, above 0. Default 1e-4.
  public var damping: Double

  /// The criterion.
  public init(damping: Double = 1e-4) { self.damping = damping }

  public func scores(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] {
    var diagonals: [Double] = []
    for hessian in try hessians(of: layer, statistics) {
      guard let inverse = hessian.inverseOfDefinite() else { throw notDefinite(layer) }
      diagonals += (0..<inverse.rows).map { inverse[$0, $0] }
    }
    return layer.weighing { $0 * $0 / (2 * diagonals[$1]) }
  }

  public func adjusted(
    _ weights: [Double], keeping kept: [Bool], of layer: WeightLayer,
    _ statistics: InputStatistics?
  ) throws(GraphError) -> [Double] {
    let hessians = try hessians(of: layer, statistics)
    let columns = layer.channels * layer.taps
    var result = weights
    for filter in 0..<layer.filters {
      let hessian = hessians[filter / layer.filtersPerGroup]
      let start = filter * columns
      let stay = (0..<columns).filter { kept[start + $0] }
      let go = (0..<columns).filter { !kept[start + $0] && weights[start + $0] != 0 }
      for column in 0..<columns where !kept[start + column] { result[start + column] = 0 }
      guard !stay.isEmpty, !go.isEmpty else { continue }
      var pull = [Double](repeating: 0, count: stay.count)
      for (row, column) in stay.enumerated() {
        for other in go { pull[row] += hessian[column, other] * weights[start + other] }
      }
      var sub = Matrix(zeros: stay.count, stay.count)
      for (row, a) in stay.enumerated() {
        for (column, b) in stay.enumerated() { sub[row, column] = hessian[a, b] }
      }
      guard let shift = sub.solvingDefinite(pull) else { throw notDefinite(layer) }
      for (row, column) in stay.enumerated() { result[start + column] += shift[row] }
    }
    return result
  }

  /// The increase of the layer's mean squared output error, halved, when weights change.
  ///
  /// - Parameters:
  ///   - old: Weights in the order `[filters, channels, taps]`.
  ///   - new: Other weights in the same order.
  func increase(
    from old: [Double], to new: [Double], of layer: WeightLayer, _ statistics: InputStatistics
  ) throws(GraphError) -> Double {
    let hessians = try hessians(of: layer, statistics)
    let columns = layer.channels * layer.taps
    var total = 0.0
    for filter in 0..<layer.filters {
      let hessian = hessians[filter / layer.filtersPerGroup]
      let change = (0..<columns).map { new[filter * columns + $0] - old[filter * columns + $0] }
      for row in 0..<columns where change[row] != 0 {
        var sum = 0.0
        for column in 0..<columns { sum += hessian[row, column] * change[column] }
        total += change[row] * sum / 2
      }
    }
    return total
  }

  private func hessians(
    of layer: WeightLayer, _ statistics: InputStatistics?
  ) throws(GraphError) -> [Matrix] {
    guard damping > 0 else {
      throw GraphError(.invalidAttribute, "damping is \(damping), expected more than 0")
    }
    let statistics = try InputStatistics.required(statistics, for: layer)
    return statistics.products.map { products in
      var hessian = products
      let trace = (0..<hessian.rows).reduce(0) { $0 + hessian[$1, $1] }
      let mean = trace / Double(max(hessian.rows, 1))
      for row in 0..<hessian.rows { hessian[row, row] += damping * (mean > 0 ? mean : 1) }
      return hessian
    }
  }

  private func notDefinite(_ layer: WeightLayer) -> GraphError {
    GraphError(
      .unsupported, node: layer.node.place,
      "the Hessian is not positive definite with damping \(damping); use more of it")
  }
}

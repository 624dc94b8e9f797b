// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Tensors

/// Replaces a convolution by one over channels alone, a depthwise one, and one that makes the filters.
///
/// A sum of outer products of a vector over filters, one over channels and one over the positions of
/// the kernel, found by alternating least squares from the leading singular vectors.
///
/// Energy and variational Bayes give the larger rank of the unfoldings along filters and channels,
/// which is a lower bound of what the same error takes.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: no. Deterministic: yes.
/// - Source: Lebedev et al., ICLR 2015, section 3, arXiv:1412.6553, with the kernel's positions as one
///   axis; regularized as in Navasca et al., EUSIPCO 2008.
/// - Complexity: O(weights × rank × iterations).
public struct CPFactorization: Pass, LayerFactorization {
  public static let name = "cp-factorization"
  /// Ranks, layers, and when to decline.
  public var options: FactorizationOptions
  /// Most rounds of alternating least squares, 1 or more. Default 60.
  public var iterations: Int
  /// Seed of the vectors beyond the leading singular ones. Default 0.
  public var seed: UInt64

  /// The pass.
  public init(
    options: FactorizationOptions = FactorizationOptions(), iterations: Int = 60, seed: UInt64 = 0
  ) { (self.options, self.iterations, self.seed) = (options, iterations, seed) }

  func factors(
    of layer: WeightLayer, rank: FactorizationRank, in graph: Graph
  ) throws(GraphError) -> LayerFactors? {
    guard let conv = layer.node.operation as? Conv, layer.groups == 1, layer.taps > 1 else {
      return nil
    }
    guard iterations >= 1 else {
      throw GraphError(.invalidAttribute, "iterations is \(iterations), expected 1 or more")
    }
    let tensor = ThirdOrder(layer.filters, layer.channels, layer.taps, layer.canonicalWeights())
    let r = try chosenRank(layer, tensor, rank, conv)
    var search = AlternatingLeastSquares(tensor, rank: r, seed: seed ^ layer.name.stableHash)
    try search.run(iterations)
    var window = conv.window
    window.roundsUp = false
    let ones = layer.kernel.map { _ in 1 }
    let balanced = search.balanced()
    let (filters, channels, taps) = (balanced[0], balanced[1], balanced[2])
    return LayerFactors(
      stages: [
        (
          WeightLayer.pointwise,
          layer.tensor(channels.transposed.values, [r, layer.channels] + ones)
        ),
        (
          Conv(window: window, groups: r),
          layer.tensor(taps.transposed.values, [r, 1] + layer.kernel)
        ),
        (WeightLayer.pointwise, layer.tensor(filters.values, [layer.filters, r] + ones)),
      ], ranks: [r], relativeError: search.relativeError)
  }

  private func chosenRank(
    _ layer: WeightLayer, _ tensor: ThirdOrder, _ rank: FactorizationRank, _ conv: Conv
  ) throws(GraphError) -> Int {
    let stretch = layer.kernel.indices.reduce(1.0) { $0 * Double(conv.window.stride($1)) }
    let perRank = Double(layer.channels) * stretch + Double(layer.taps + layer.filters)
    switch rank {
    case .fixed(let rank): return rank
    case .multiplyAdds(let fraction):
      return max(1, Int(fraction * Double(layer.count) / perRank))
    default:
      var largest = 1
      for axis in 0..<2 {
        let matrix = tensor.unfolded(axis)
        let s = try matrix.singularValues().s
        largest = max(
          largest, rank.rank(of: s, rows: matrix.rows, columns: matrix.columns) { _ in 0 })
      }
      return largest
    }
  }
}

/// Fits a sum of outer products.
private struct AlternatingLeastSquares {
  private let tensor: ThirdOrder
  private let rank: Int
  private let unfoldings: [Matrix]
  /// One matrix for each axis, a column for each component.
  private var factors: [Matrix]
  /// Norm of the residual relative to that of the tensor.
  private(set) var relativeError = 1.0
  private var generator: SeededGenerator

  init(_ tensor: ThirdOrder, rank: Int, seed: UInt64) {
    (self.tensor, self.rank) = (tensor, rank)
    unfoldings = (0..<3).map(tensor.unfolded)
    factors = []
    generator = SeededGenerator(seed: seed)
  }

  mutating func run(_ iterations: Int) throws(GraphError) {
    for axis in 0..<3 { factors.append(try start(axis)) }
    for _ in 0..<iterations {
      for axis in 0..<3 { try solve(axis) }
      let error = residual()
      let gain = relativeError - error
      relativeError = error
      if gain < 1e-7 || error < 1e-9 { break }
    }
  }

  /// Leading left singular vectors, and random ones where there are no more.
  private mutating func start(_ axis: Int) throws(GraphError) -> Matrix {
    let u = try unfoldings[axis].singularValues().u
    var result = Matrix(zeros: u.rows, rank)
    for row in 0..<u.rows {
      for column in 0..<rank {
        result[row, column] =
          (column < u.columns ? u[row, column] : 0) + (generator.nextUniform() - 0.5) * 0.2
      }
    }
    return result
  }

  /// The best factor of one axis for the others as they are.
  private mutating func solve(_ axis: Int) throws(GraphError) {
    let others = (0..<3).filter { $0 != axis }
    let (a, b) = (factors[others[0]], factors[others[1]])
    var gram = Matrix(zeros: rank, rank)
    let (first, second) = (a.transposed.times(a), b.transposed.times(b))
    var trace = 0.0
    for position in gram.values.indices {
      gram.values[position] = first.values[position] * second.values[position]
    }
    for row in 0..<rank { trace += gram[row, row] }
    // Components that grow against each other make the sum of products singular.
    for row in 0..<rank { gram[row, row] += 1e-9 * trace / Double(rank) + 1e-300 }
    let products = unfoldings[axis].times(Self.columnwise(a, b))
    guard let solution = gram.solvingDefinite(products.transposed.values) else {
      throw GraphError(.unsupported, "alternating least squares of rank \(rank) break down")
    }
    factors[axis] = Matrix(rank, products.rows, solution).transposed
  }

  /// For each component the outer product of its columns, as a column.
  private static func columnwise(_ a: Matrix, _ b: Matrix) -> Matrix {
    var result = Matrix(zeros: a.rows * b.rows, a.columns)
    for i in 0..<a.rows {
      for j in 0..<b.rows {
        for column in 0..<a.columns {
          result[i * b.rows + j, column] = a[i, column] * b[j, column]
        }
      }
    }
    return result
  }

  private func residual() -> Double {
    let model = factors[0].times(Self.columnwise(factors[1], factors[2]).transposed)
    var sum = 0.0
    for (x, y) in zip(model.values, tensor.values) { sum += (x - y) * (x - y) }
    let total = tensor.squaredNorm
    return total > 0 ? (sum / total).squareRoot() : 0
  }

  /// The factors with components of equal norm on all three axes.
  func balanced() -> [Matrix] {
    var result = factors
    for column in 0..<rank {
      let norms = factors.map { factor in
        (0..<factor.rows).reduce(0) { $0 + factor[$1, column] * factor[$1, column] }.squareRoot()
      }
      let target = cbrt(norms.reduce(1, *))
      for axis in 0..<3 where norms[axis] > 0 {
        for row in 0..<factors[axis].rows { result[axis][row, column] *= target / norms[axis] }
      }
    }
    return result
  }
}

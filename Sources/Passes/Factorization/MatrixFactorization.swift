// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Replaces a fully connected layer, or a convolution by one position, by two of lower rank.
///
/// `W ≈ U_r √S_r · √S_r V_r` by singular values; the error is that of the discarded ones.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: no. Deterministic: yes.
/// - Source: Denton et al., NeurIPS 2014, section 3.2, arXiv:1404.0736; optimal by Eckart and Young.
public struct MatrixFactorization: Pass, LayerFactorization {
  public static let name = "matrix-factorization"
  /// Ranks, layers, and when to decline.
  public var options: FactorizationOptions

  /// The pass.
  public init(options: FactorizationOptions = FactorizationOptions()) { self.options = options }

  func factors(
    of layer: WeightLayer, rank: FactorizationRank, in graph: Graph
  ) throws(GraphError) -> LayerFactors? {
    guard layer.groups == 1, layer.taps == 1, !layer.isTransposedConvolution else { return nil }
    let (rows, columns) = (layer.filters, layer.channels)
    let (u, s, v) = try layer.filterMatrix().singularValues()
    let r = rank.rank(of: s, rows: rows, columns: columns) { rank in
      Double(rank * (rows + columns)) / Double(rows * columns)
    }
    let roots = s.prefix(r).map { $0.squareRoot() }
    let left = u.prefix(columns: r).scalingColumns(by: roots)
    let right = v.prefix(rows: r).scalingRows(by: roots)
    let stages: [(operation: any Operation, weights: Tensor)]
    switch layer.node.operation {
    case let gemm as Gemm:
      stages = [
        (Gemm(transposesB: true), layer.tensor(right.values, [r, columns])),
        (
          Gemm(alpha: gemm.alpha, beta: gemm.beta, transposesB: true),
          layer.tensor(left.values, [rows, r])
        ),
      ]
    case is MatMul:
      stages = [
        (MatMul(), layer.tensor(right.transposed.values, [columns, r])),
        (MatMul(), layer.tensor(left.transposed.values, [r, rows])),
      ]
    case let conv as Conv:
      stages = [
        (conv, layer.tensor(right.values, [r, columns] + layer.kernel)),
        (WeightLayer.pointwise, layer.tensor(left.values, [rows, r] + layer.kernel)),
      ]
    default: return nil
    }
    return LayerFactors(stages: stages, ranks: [r], relativeError: Self.error(s, r))
  }

  /// Norm of the discarded singular values relative to that of all.
  static func error(_ s: [Double], _ rank: Int) -> Double {
    let total = s.reduce(0) { $0 + $1 * $1 }
    let rest = s.dropFirst(rank).reduce(0) { $0 + $1 * $1 }
    return total > 0 ? (rest / total).squareRoot() : 0
  }
}

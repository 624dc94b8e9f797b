// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Replaces a convolution by `h × w` windows by one with `h × 1` and one with `1 × w`.
///
/// The weights, as a matrix from (channel, row) to (filter, column), are cut to a rank by singular
/// values: as many columns as there are channels in between. Padding, stride and dilation go with
/// their axis, so that the composition is exact at full rank, borders included.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: yes: the new kernels have one column or row. Deterministic: yes.
/// - Source: Jaderberg et al., BMVC 2014, section 2.2 (scheme 2), arXiv:1405.3866.
public struct SpatialFactorization: Pass, LayerFactorization {
  public static let name = "spatial-factorization"
  /// Ranks, layers, and when to decline.
  public var options: FactorizationOptions

  /// The pass.
  public init(options: FactorizationOptions = FactorizationOptions()) { self.options = options }

  func factors(
    of layer: WeightLayer, rank: FactorizationRank, in graph: Graph
  ) throws(GraphError) -> LayerFactors? {
    guard let conv = layer.node.operation as? Conv, layer.groups == 1, layer.kernel.count == 2,
      layer.kernel.allSatisfy({ $0 > 1 })
    else { return nil }
    let (filters, channels) = (layer.filters, layer.channels)
    let (height, width) = (layer.kernel[0], layer.kernel[1])
    let weights = layer.canonicalWeights()
    var matrix = Matrix(zeros: channels * height, filters * width)
    for filter in 0..<filters {
      for row in 0..<channels * height {
        for column in 0..<width {
          matrix[row, filter * width + column] =
            weights[(filter * channels * height + row) * width + column]
        }
      }
    }
    let (u, s, v) = try matrix.singularValues()
    let r = rank.rank(of: s, rows: matrix.rows, columns: matrix.columns) { rank in
      cost(rank, layer, conv, graph)
    }
    let roots = s.prefix(r).map { $0.squareRoot() }
    let tall = u.prefix(columns: r).scalingColumns(by: roots).transposed
    let scaled = v.prefix(rows: r).scalingRows(by: roots)
    var wide = [Double](repeating: 0, count: filters * r * width)
    for component in 0..<r {
      for filter in 0..<filters {
        for column in 0..<width {
          wide[(filter * r + component) * width + column] =
            scaled[component, filter * width + column]
        }
      }
    }
    return LayerFactors(
      stages: [
        (Conv(window: conv.window.along(0)), layer.tensor(tall.values, [r, channels, height, 1])),
        (Conv(window: conv.window.along(1)), layer.tensor(wide, [filters, r, 1, width])),
      ], ranks: [r], relativeError: MatrixFactorization.error(s, r))
  }

  /// Multiply-adds at a rank as a fraction of the layer's.
  private func cost(_ rank: Int, _ layer: WeightLayer, _ conv: Conv, _ graph: Graph) -> Double {
    let (height, width) = (layer.kernel[0], layer.kernel[1])
    // Before the second convolution strides over columns, the first one has computed them all.
    let shape = graph.type(of: layer.node.inputs[0] ?? layer.value).tensorType?.shape
    let output = layer.node.output.flatMap { graph.type(of: $0).tensorType?.shape }
    var stretch = Double(conv.window.stride(1))
    if let shape, let output, shape.count == 4, output.count == 4 {
      stretch = Double(shape[3]) / Double(max(output[3], 1))
    }
    let tall = Double(layer.channels * height) * stretch
    return Double(rank) * (tall + Double(layer.filters * width)) / Double(layer.count)
  }
}

extension SlidingWindow {
  /// The window along one of two axes alone.
  func along(_ axis: Int) -> SlidingWindow {
    func only(_ values: [Int], _ neutral: Int) -> [Int] {
      values.enumerated().map { $0 == axis ? $1 : neutral }
    }
    var result = self
    result.strides = only(strides, 1)
    result.dilations = only(dilations, 1)
    if case .explicit(let begin, let end) = padding {
      result.padding = .explicit(begin: only(begin, 0), end: only(end, 0))
    }
    return result
  }
}

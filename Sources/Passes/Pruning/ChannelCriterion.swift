// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// How important each output channel of a layer is.
///
/// Scores only rank: a ``ChannelPruning`` decides and applies. A criterion that needs gradients of a
/// loss conforms with gradients that it was given.
public protocol ChannelCriterion: Sendable {
  /// The name in recipes and reports, in kebab-case.
  static var name: String { get }
  /// Whether the criterion looks at what the layer gives behind its activation.
  var needsActivations: Bool { get }
  /// A score for each output channel: the less, the sooner it goes.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - graph: The graph that it belongs to.
  ///   - activations: What its channels hold, if that was asked for.
  /// - Throws: `missingInput` when data is needed and absent; `unsupported`.
  func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double]
}

extension ChannelCriterion {
  public var needsActivations: Bool { false }
}

/// Filters with large weights matter.
///
/// - Source: Li et al., ICLR 2017, section 3.1, arXiv:1608.08710.
public struct FilterNormCriterion: ChannelCriterion, Hashable {
  public static let name = "filter-norm"
  /// The norm. Default L1.
  public var norm: MagnitudeCriterion.Norm

  /// The criterion.
  public init(norm: MagnitudeCriterion.Norm = .l1) { self.norm = norm }

  public func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double] {
    layer.filterWeights().map { filter in
      switch norm {
      case .l1: filter.reduce(0) { $0 + abs($1) }
      case .l2: filter.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }
  }
}

/// Chance: the control that any other criterion has to beat.
public struct RandomChannelCriterion: ChannelCriterion, Hashable {
  public static let name = "random"
  /// Seed; each layer continues from its own name. Default 0.
  public var seed: UInt64

  /// The criterion.
  public init(seed: UInt64 = 0) { self.seed = seed }

  public func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double] {
    var generator = SeededGenerator(seed: seed ^ layer.name.stableHash)
    return (0..<layer.filters).map { _ in generator.nextUniform() }
  }
}

/// Filters close to the geometric median of their layer can be made up for by the others: the score
/// is the sum of distances to all others.
///
/// - Source: He et al. (FPGM), CVPR 2019, section 3.2, arXiv:1811.00250.
/// - Complexity: O(filters² × weights of a filter).
public struct GeometricMedianCriterion: ChannelCriterion, Hashable {
  public static let name = "geometric-median"

  /// The criterion.
  public init() {}

  public func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double] {
    let filters = layer.filterWeights()
    var scores = [Double](repeating: 0, count: filters.count)
    for a in filters.indices {
      for b in 0..<a {
        let distance = squaredDistance(filters[a], filters[b]).squareRoot()
        scores[a] += distance
        scores[b] += distance
      }
    }
    return scores
  }
}

/// Channels that are often zero matter little: the score is the fraction of outputs that are not.
///
/// - Source: Hu et al. (network trimming, average percentage of zeros), 2016, arXiv:1607.03250.
public struct ZeroFractionCriterion: ChannelCriterion, Hashable {
  public static let name = "apoz"
  public var needsActivations: Bool { true }

  /// The criterion.
  public init() {}

  public func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double] {
    try ChannelActivations.required(activations, for: layer).zeroFractions.map { 1 - $0 }
  }
}

/// Channels with large outputs matter: the score is the root of their mean square.
public struct OutputNormCriterion: ChannelCriterion, Hashable {
  public static let name = "output-norm"
  public var needsActivations: Bool { true }

  /// The criterion.
  public init() {}

  public func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double] {
    try ChannelActivations.required(activations, for: layer).meanSquares.map { $0.squareRoot() }
  }
}

/// Channels that batch norm scales up matter: the score is the magnitude of its scale.
///
/// - Source: Liu et al. (network slimming), ICCV 2017, arXiv:1708.06519.
public struct BatchNormScaleCriterion: ChannelCriterion, Hashable {
  public static let name = "batch-norm-scale"

  /// The criterion.
  public init() {}

  public func scores(
    of layer: WeightLayer, in graph: Graph, _ activations: ChannelActivations?
  ) throws(GraphError) -> [Double] {
    let index = GraphIndex(graph)
    guard let norm = index.soleReader(of: layer.node.output),
      norm.operation is BatchNormalization, norm.input(0) == layer.node.output,
      let scale = index.constant(norm.input(1)), scale.count == layer.filters
    else {
      throw GraphError(
        .unsupported, node: layer.node.place,
        "no batch norm with constant parameters follows; fold batch norms after this pass")
    }
    return scale.doubles().map { abs($0) }
  }
}

extension WeightLayer {
  /// The weights of each filter.
  func filterWeights() -> [ArraySlice<Double>] {
    let weights = canonicalWeights()
    let size = channels * taps
    return (0..<filters).map { weights[$0 * size..<($0 + 1) * size] }
  }
}

/// The sum of the squares of the differences.
func squaredDistance(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
  var sum = 0.0
  for (x, y) in zip(a, b) { sum += (x - y) * (x - y) }
  return sum
}

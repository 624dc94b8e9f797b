// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// What factorizations have in common.
public struct FactorizationOptions: Sendable {
  /// How ranks are chosen. Default: 90 % of the energy.
  public var rank: FactorizationRank
  /// Which layers may be replaced. Default: all but the first and depthwise ones.
  public var selection: LayerSelection
  /// Whether a layer stays when its factors have no fewer multiply-adds. Default true.
  public var declinesMoreWork: Bool
  /// Measures whether the graph gets faster; a layer stays when it does not. Default: nobody does.
  public var meter: (any LatencyMeter)?
  /// Layers with more than this fraction of zeros stay, since factors would fill their masks, in
  /// 0 ... 1. Default 0.1.
  public var largestSparsity: Double

  /// The options.
  public init(
    rank: FactorizationRank = .energy(0.9),
    selection: LayerSelection = LayerSelection(skipsLast: false), declinesMoreWork: Bool = true,
    meter: (any LatencyMeter)? = nil, largestSparsity: Double = 0.1
  ) {
    (self.rank, self.selection, self.declinesMoreWork) = (rank, selection, declinesMoreWork)
    (self.meter, self.largestSparsity) = (meter, largestSparsity)
  }
}

/// A layer as several smaller ones, each of which reads the one before it.
struct LayerFactors {
  /// Operators and weights; the last one takes the bias.
  var stages: [(operation: any Operation, weights: Tensor)]
  /// Ranks, for notes.
  var ranks: [Int]
  /// Norm of the error of the weights relative to that of the weights.
  var relativeError: Double
}

/// A pass that replaces layers by factors.
protocol LayerFactorization: Pass {
  var options: FactorizationOptions { get }
  /// The factors of a layer, nil when the method does not fit it.
  func factors(
    of layer: WeightLayer, rank: FactorizationRank, in graph: Graph
  ) throws(GraphError) -> LayerFactors?
}

extension LayerFactorization {
  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    try options.rank.check()
    let before = GraphSize(graph)
    var notes: [String] = []
    var result = graph
    var count = 0
    if case .milliseconds(let budget, let meter) = options.rank {
      var candidates: [Int: (graph: Graph, count: Int, notes: [String])] = [:]
      // The ratio of the search is the energy that is given up.
      let ratio = try BudgetSearch.leastRatio(
        budget: budget, largest: 63.0 / 64, steps: 63
      ) { ratio throws(GraphError) in
        let key = Int((ratio * 64).rounded())
        var candidate = graph
        var notes: [String] = []
        let count =
          key == 0 ? 0 : try replaceAll(&candidate, .energy(1 - Double(key) / 64), &notes)
        candidates[key] = (candidate, count, notes)
        return try meter.milliseconds(of: candidate)
      }
      guard let ratio, let best = candidates[Int((ratio * 64).rounded())] else {
        throw GraphError(.unsupported, "no factorization meets the budget of \(budget) ms")
      }
      (result, count, notes) = best
    } else {
      count = try replaceAll(&result, options.rank, &notes)
    }
    graph = result
    return PassReport(
      rewrites: count, before: before, after: count > 0 ? GraphSize(graph) : before,
      notes: notes)
  }

  private func replaceAll(
    _ graph: inout Graph, _ rank: FactorizationRank, _ notes: inout [String]
  ) throws(GraphError) -> Int {
    var count = 0
    var time = try options.meter?.milliseconds(of: graph)
    for layer in options.selection.selected(WeightLayer.all(in: graph)) {
      guard GraphIndex(graph).readerCount(layer.value) == 1 else { continue }
      let sparsity = 1 - Double(layer.weights.nonZeroCount) / Double(max(layer.count, 1))
      guard sparsity <= options.largestSparsity else {
        notes.append("\(layer.name): stays, \(percent(sparsity)) of its weights are masked")
        continue
      }
      let factors: LayerFactors?
      do throws(GraphError) {
        factors = try self.factors(of: layer, rank: rank, in: graph)
      } catch { throw error.at(layer.node.place) }
      guard let factors else { continue }
      var candidate = graph
      try Self.replace(layer, by: factors, in: &candidate)
      let (old, new) = (GraphSize(graph).multiplyAdds, GraphSize(candidate).multiplyAdds)
      let ranks = factors.ranks.map(String.init).joined(separator: ", ")
      guard new < old || !options.declinesMoreWork else {
        notes.append("\(layer.name): stays, rank \(ranks) takes no fewer multiply-adds")
        continue
      }
      if let meter = options.meter, let current = time {
        let milliseconds = try meter.milliseconds(of: candidate)
        guard milliseconds < current else {
          notes.append(
            "\(layer.name): stays, rank \(ranks) takes \(milliseconds) ms instead of \(current)")
          continue
        }
        time = milliseconds
      }
      graph = candidate
      count += 1
      notes.append("\(layer.name): rank \(ranks), error \(percent(factors.relativeError))")
    }
    return count
  }

  private func percent(_ fraction: Double) -> String {
    "\((fraction * 1000).rounded() / 10) %"
  }

  private static func replace(
    _ layer: WeightLayer, by factors: LayerFactors, in graph: inout Graph
  ) throws(GraphError) {
    var patch = GraphPatch(for: graph)
    var value = layer.node.input(0)
    for (number, stage) in factors.stages.enumerated() {
      let isLast = number == factors.stages.count - 1
      let stem = isLast ? layer.name : "\(layer.name)_factor\(number + 1)"
      let weights = patch.addInitializer("\(layer.name)_weight\(number + 1)", stage.weights)
      var inputs = [value, weights]
      if isLast, let bias = layer.node.input(2) { inputs.append(bias) }
      value = try patch.addNode(stage.operation, name: stem, inputs: inputs)[0]
    }
    guard let output = layer.node.output, let value else { return }
    try patch.replaceUses(of: output, with: value)
    try patch.apply(to: &graph)
  }
}

extension WeightLayer {
  /// The weights as a matrix with a row for each filter.
  func filterMatrix() -> Matrix { Matrix(filters, channels * taps, canonicalWeights()) }

  /// Output positions of a convolution with known shapes, at which each weight is used once.
  func positions(in graph: Graph) -> Double {
    let cost = GraphSize.multiplyAdds(of: node, in: graph)
    return Double(cost) / Double(max(count, 1))
  }

  /// A tensor of the layer's element type.
  func tensor(_ values: [Double], _ shape: [Int]) -> Tensor {
    Tensor(doubles: values, dtype: weights.dtype, shape: shape)
  }

  /// A convolution with windows of one position.
  static let pointwise = Conv()
}

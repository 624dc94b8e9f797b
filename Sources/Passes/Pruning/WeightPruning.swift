// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Sets the least important weights to zero, in patterns.
///
/// A criterion scores weights; the pattern joins them to units, whose score is the mean of their
/// weights'; the budget says how many units go; the criterion may then adjust what stays. Weights
/// that are zero already have the least score, so that masks of earlier passes only grow.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: for a ratio or ratios, yes. Deterministic: yes, but for budgets in milliseconds.
/// - Source: patterns as in Mao et al., CVPRW 2017, arXiv:1705.08922; N:M: Zhou et al., ICLR 2021,
///   arXiv:2102.04010; the criteria name theirs.
public struct WeightPruning: Pass {
  public static let name = "weight-pruning"
  /// What makes a weight important. Default: its magnitude.
  public var criterion: any WeightCriterion
  /// What goes together. Default ``MaskPattern/element``.
  public var pattern: MaskPattern
  /// How much goes. Default: half.
  public var budget: PruningBudget
  /// What ratios are fractions of; budgets in multiply-adds, bytes and milliseconds take the same
  /// fraction of each layer, or one threshold for all. Default ``PruningScope/layer``.
  public var scope: PruningScope
  /// Which layers may change. Default: all but the first, the last and depthwise ones.
  public var selection: LayerSelection
  /// Data for criteria that look at inputs. Default: none.
  public var calibration: (any ActivationSource & Sendable)?

  /// The pass.
  public init(
    criterion: any WeightCriterion = MagnitudeCriterion(), pattern: MaskPattern = .element,
    budget: PruningBudget = .ratio(0.5), scope: PruningScope = .layer,
    selection: LayerSelection = LayerSelection(),
    calibration: (any ActivationSource & Sendable)? = nil
  ) {
    (self.criterion, self.pattern, self.budget) = (criterion, pattern, budget)
    (self.scope, self.selection, self.calibration) = (scope, selection, calibration)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    try pattern.check()
    try budget.check()
    let before = GraphSize(graph, countingNonZeros: true)
    var layers = selection.selected(WeightLayer.all(in: graph)).filter { $0.count > 0 }
    if case .ratios(let ratios) = budget { layers = layers.filter { ratios[$0.name] != nil } }
    var notes: [String] = []
    if criterion.needs > .none {
      notes += layers.filter(\.isTransposedConvolution).map {
        "\($0.name): transposed convolutions have no input statistics, left alone"
      }
      layers.removeAll(where: \.isTransposedConvolution)
    }
    var statistics: [ValueID: InputStatistics] = [:]
    if criterion.needs > .none, let calibration {
      statistics = try InputStatistics.collect(
        criterion.needs, of: layers, in: graph, from: calibration)
    }
    var ranking = UnitRanking(pattern: pattern, scope: scope)
    for layer in layers {
      try ranking.add(layer, scores: try criterion.scores(of: layer, statistics[layer.value]))
    }
    ranking.sort()
    let masks = try chosenMasks(ranking, graph, statistics, &notes)
    let changed = try apply(masks, ranking.layers, statistics, to: &graph)
    return PassReport(
      rewrites: changed, before: before,
      after: changed > 0 ? GraphSize(graph, countingNonZeros: true) : before, notes: notes)
  }

  private func chosenMasks(
    _ ranking: UnitRanking, _ graph: Graph, _ statistics: [ValueID: InputStatistics],
    _ notes: inout [String]
  ) throws(GraphError) -> [[Bool]] {
    if case .nOfM(let kept, let of) = pattern { return ranking.masks(keeping: kept, of: of) }
    switch budget {
    case .ratio(let ratio): return ranking.masks(ratio: ratio)
    case .ratios(let ratios): return ranking.masks(ratios: ratios)
    case .multiplyAdds(let fraction):
      let work = EffectiveWork(graph, ranking.layers)
      let ratio = try BudgetSearch.leastRatio(
        budget: fraction * work.total, largest: 0.999, steps: 999
      ) { ratio throws(GraphError) in work.multiplyAdds(ranking.masks(ratio: ratio)) }
      return ranking.masks(ratio: try found(ratio, "\(fraction) of the multiply-adds", &notes))
    case .bytes(let bytes):
      let work = EffectiveWork(graph, ranking.layers)
      let ratio = try BudgetSearch.leastRatio(
        budget: Double(bytes), largest: 0.999, steps: 999
      ) { ratio throws(GraphError) in work.bytes(ranking.masks(ratio: ratio)) }
      return ranking.masks(ratio: try found(ratio, "\(bytes) bytes", &notes))
    case .milliseconds(let milliseconds, let meter):
      let ratio = try BudgetSearch.leastRatio(
        budget: milliseconds, largest: 0.992, steps: 128
      ) { ratio throws(GraphError) in
        var candidate = graph
        _ = try apply(ranking.masks(ratio: ratio), ranking.layers, statistics, to: &candidate)
        return try meter.milliseconds(of: candidate)
      }
      return ranking.masks(ratio: try found(ratio, "\(milliseconds) ms", &notes))
    }
  }

  private func found(
    _ ratio: Double?, _ budget: String, _ notes: inout [String]
  ) throws(GraphError) -> Double {
    guard let ratio else {
      throw GraphError(
        .unsupported, "no pruning of the selected layers meets the budget of \(budget)")
    }
    notes.append("ratio \(ratio) meets \(budget)")
    return ratio
  }

  private func apply(
    _ masks: [[Bool]], _ layers: [WeightLayer], _ statistics: [ValueID: InputStatistics],
    to graph: inout Graph
  ) throws(GraphError) -> Int {
    var patch = GraphPatch(for: graph)
    for (layer, kept) in zip(layers, masks) {
      let old = layer.canonicalWeights()
      guard zip(old, kept).contains(where: { $0 != 0 && !$1 }) else { continue }
      var new = try criterion.adjusted(
        old, keeping: kept, of: layer, statistics[layer.value])
      for position in new.indices where !kept[position] || old[position] == 0 {
        new[position] = 0
      }
      patch.setInitializer(layer.value, layer.stored(new))
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }
}

/// Work and bytes of layers whose weights are partly zero.
private struct EffectiveWork {
  private let perWeight: [Double]
  private let bytesPerWeight: [Double]
  private let fixedWork: Double
  private let fixedBytes: Double
  /// Multiply-adds of the graph as it is, zeros included.
  let total: Double

  init(_ graph: Graph, _ layers: [WeightLayer]) {
    total = Double(GraphSize(graph).multiplyAdds)
    let costs = layers.map { layer in
      Double(GraphSize.multiplyAdds(of: layer.node, in: graph))
    }
    perWeight = zip(costs, layers).map { $0 / Double($1.count) }
    bytesPerWeight = layers.map { Double($0.weights.dtype.bitWidth) / 8 }
    fixedWork = total - costs.reduce(0, +)
    let all = graph.initializers.values.reduce(0) { $0 + $1.byteCount }
    fixedBytes = Double(all - layers.reduce(0) { $0 + $1.weights.byteCount })
  }

  func multiplyAdds(_ masks: [[Bool]]) -> Double {
    zip(masks, perWeight).reduce(fixedWork) { sum, layer in
      sum + layer.1 * Double(layer.0.count { $0 })
    }
  }

  func bytes(_ masks: [[Bool]]) -> Double {
    zip(masks, bytesPerWeight).reduce(fixedBytes) { sum, layer in
      sum + layer.1 * Double(layer.0.count { $0 }) + Double((layer.0.count + 7) / 8)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Removes the least important channels, so that layers get smaller and faster.
///
/// A criterion scores the filters of each layer; scores are divided by their layer's mean, so that
/// layers whose channels can only go together, as those of residual branches, are compared fairly;
/// a group's score is the mean over all filters that make it. What removed channels would still hold
/// (a batch norm's shift, say) is folded forward, see ``ChannelGroups/removing(_:zeroesFilters:addsBorderMaps:)``.
///
/// - Preserves: the types of inputs and outputs. Changes values: yes (lossy).
/// - Idempotent: no. Deterministic: yes, but for budgets in milliseconds.
/// - Source: groups as in Fang et al. (DepGraph), CVPR 2023, arXiv:2301.12900; the criteria name
///   theirs.
public struct ChannelPruning: Pass {
  public static let name = "channel-pruning"

  /// How much to remove.
  public enum Amount: Sendable {
    /// As for weights. Ratios are of the channels that may go; bytes are those of all constants.
    case budget(PruningBudget)
    /// Channels that score less than their family's mean less this many standard deviations.
    case outliers(deviations: Double)
  }

  /// What makes a channel important. Default: the L1 norm of its filter.
  public var criterion: any ChannelCriterion
  /// How much goes. Default: half of the channels.
  public var amount: Amount
  /// Whether ratios are of each family of channels or of all together. Default: of each.
  public var scope: PruningScope
  /// The largest fraction of a family that may go, in 0 ... 1. Default 0.95.
  public var maximumRatio: Double
  /// Numbers of channels that stay are rounded up to a multiple of this, 1 or more, where the family
  /// has as many. Default 1; 8 or 16 fills the vectors of the runtime's layouts.
  public var multiple: Int
  /// Which layers may lose filters. The last one's outputs are the caller's, and depthwise ones
  /// follow, so by default all may.
  public var selection: LayerSelection
  /// Whether constants at borders may become sums; else such channels stay. Default true.
  public var addsBorderMaps: Bool
  /// Data for criteria that look at activations. Default: none.
  public var calibration: (any ActivationSource & Sendable)?

  /// The pass.
  public init(
    criterion: any ChannelCriterion = FilterNormCriterion(),
    amount: Amount = .budget(.ratio(0.5)), scope: PruningScope = .layer,
    maximumRatio: Double = 0.95, multiple: Int = 1, selection: LayerSelection = .all,
    addsBorderMaps: Bool = true, calibration: (any ActivationSource & Sendable)? = nil
  ) {
    (self.criterion, self.amount, self.scope) = (criterion, amount, scope)
    (self.maximumRatio, self.multiple, self.selection) = (maximumRatio, multiple, selection)
    (self.addsBorderMaps, self.calibration) = (addsBorderMaps, calibration)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    try check()
    let before = GraphSize(graph)
    let groups = ChannelGroups(graph)
    let ranking = GroupRanking(
      groups, try scores(groups), maximumRatio: maximumRatio, multiple: multiple, scope: scope)
    var notes: [String] = []
    let chosen = try chosen(ranking, groups, &notes)
    let removal = try groups.removing(chosen, addsBorderMaps: addsBorderMaps)
    for (group, place) in removal.declined {
      notes.append("group \(group) stays: its constant cannot be folded into \(place)")
    }
    guard !removal.removed.isEmpty else {
      return PassReport(rewrites: 0, before: before, after: before, notes: notes)
    }
    graph = removal.graph
    return PassReport(
      rewrites: removal.removed.count, before: before, after: GraphSize(graph), notes: notes)
  }

  private func check() throws(GraphError) {
    guard multiple >= 1, maximumRatio >= 0, maximumRatio <= 1 else {
      throw GraphError(
        .invalidAttribute,
        "multiple is \(multiple), expected 1 or more; maximum ratio is \(maximumRatio), expected 0 "
          + "to 1")
    }
    if case .budget(let budget) = amount { try budget.check() }
  }

  /// A score for each group; nil: stays.
  private func scores(_ groups: ChannelGroups) throws(GraphError) -> [Double?] {
    let graph = groups.graph
    let index = GraphIndex(graph)
    let all = WeightLayer.all(in: graph)
    let selected = Set(selection.selected(all).map(\.value))
    var layers: [NodeID: WeightLayer] = [:]
    for node in graph.nodes { layers[node.id] = WeightLayer(node, index) }
    let makers = Set(groups.groups.flatMap { $0.makers.map(\.node) })
    let scored = graph.nodes.compactMap { makers.contains($0.id) ? layers[$0.id] : nil }
      .filter { selected.contains($0.value) }
    var activations: [NodeID: ChannelActivations] = [:]
    if criterion.needsActivations, let calibration {
      activations = try ChannelActivations.collect(of: scored, in: graph, from: calibration)
    }
    var relative: [NodeID: [Double]] = [:]
    for layer in scored {
      let scores = try criterion.scores(of: layer, in: graph, activations[layer.node.id])
      guard scores.count == layer.filters, scores.allSatisfy(\.isFinite) else {
        throw GraphError(
          .invalidGraph, node: layer.node.place,
          "the criterion gives \(scores.count) scores for \(layer.filters) filters, or some that "
            + "are not finite")
      }
      let mean = scores.reduce(0, +) / Double(max(scores.count, 1))
      relative[layer.node.id] = scores.map { mean > 0 ? $0 / mean : $0 }
    }
    return groups.groups.map { group in
      var (sum, count) = (0.0, 0)
      for (node, channels) in group.makers {
        guard let scores = relative[node] else { return nil }
        for channel in channels { sum += scores[channel] }
        count += channels.count
      }
      return count > 0 ? sum / Double(count) : nil
    }
  }

  private func chosen(
    _ ranking: GroupRanking, _ groups: ChannelGroups, _ notes: inout [String]
  ) throws(GraphError) -> [Int] {
    switch amount {
    case .outliers(let deviations): return ranking.outliers(deviations: deviations)
    case .budget(.ratio(let ratio)): return ranking.groups(ratio: ratio)
    case .budget(.ratios(let ratios)):
      let layers = Dictionary(
        WeightLayer.all(in: groups.graph).map { ($0.node.id, $0.name) },
        uniquingKeysWith: { first, _ in first })
      return ranking.groups { group in
        group.makers.compactMap { layers[$0.node].flatMap { ratios[$0] } }.min() ?? 0
      }
    case .budget(.multiplyAdds(let fraction)):
      let total = Double(GraphSize(groups.graph).multiplyAdds)
      return try search(
        fraction * total, "\(fraction) of the multiply-adds", ranking, groups, &notes
      ) {
        graph throws(GraphError) in Double(GraphSize(graph).multiplyAdds)
      }
    case .budget(.bytes(let bytes)):
      return try search(Double(bytes), "\(bytes) bytes", ranking, groups, &notes) {
        graph throws(GraphError) in Double(GraphSize(graph).bytes)
      }
    case .budget(.milliseconds(let milliseconds, let meter)):
      return try search(milliseconds, "\(milliseconds) ms", ranking, groups, &notes) {
        graph throws(GraphError) in try meter.milliseconds(of: graph)
      }
    }
  }

  private func search(
    _ budget: Double, _ text: String, _ ranking: GroupRanking, _ groups: ChannelGroups,
    _ notes: inout [String], _ cost: (Graph) throws(GraphError) -> Double
  ) throws(GraphError) -> [Int] {
    let ratio = try BudgetSearch.leastRatio(
      budget: budget, largest: maximumRatio, steps: 256
    ) { ratio throws(GraphError) in
      let removal = try groups.removing(
        ranking.groups(ratio: ratio), addsBorderMaps: addsBorderMaps)
      return try cost(removal.graph)
    }
    guard let ratio else {
      throw GraphError(
        .unsupported, "removing \(maximumRatio) of the channels does not meet \(text)")
    }
    notes.append("ratio \(ratio) meets \(text)")
    return ranking.groups(ratio: ratio)
  }
}

/// Groups of channels in the order in which they go.
struct GroupRanking {
  private let groups: ChannelGroups
  private let scores: [Double?]
  private let maximumRatio: Double
  private let multiple: Int
  private let scope: PruningScope
  /// Groups of each family with a score, the least first.
  private let families: [[Int]]
  private let sizes: [Int]

  init(
    _ groups: ChannelGroups, _ scores: [Double?], maximumRatio: Double, multiple: Int,
    scope: PruningScope
  ) {
    (self.groups, self.scores, self.scope) = (groups, scores, scope)
    (self.maximumRatio, self.multiple) = (maximumRatio, multiple)
    var families = [[Int]](repeating: [], count: groups.familyCount)
    var sizes = [Int](repeating: 0, count: groups.familyCount)
    for (number, group) in groups.groups.enumerated() {
      sizes[group.family] += 1
      if scores[number] != nil { families[group.family].append(number) }
    }
    self.families = families.map { $0.sorted { (scores[$0] ?? 0, $0) < (scores[$1] ?? 0, $1) } }
    self.sizes = sizes
  }

  /// The number of groups of a family that go when `wanted` are to.
  private func count(_ family: Int, wanted: Int) -> Int {
    let size = sizes[family]
    let most = min(Int(fraction: maximumRatio, of: size), families[family].count, max(size - 1, 0))
    let stay = (size - min(wanted, most) + multiple - 1) / multiple * multiple
    return max(0, size - stay)
  }

  /// The groups that go when a fraction of them does.
  func groups(ratio: Double) -> [Int] {
    guard scope == .global else { return groups { _ in ratio } }
    let ranked = families.joined().sorted { (scores[$0] ?? 0, $0) < (scores[$1] ?? 0, $1) }
    let wanted = Int(fraction: ratio, of: ranked.count)
    var counts = [Int](repeating: 0, count: families.count)
    for number in ranked.prefix(wanted) { counts[groups.groups[number].family] += 1 }
    return families.indices.flatMap { families[$0].prefix(count($0, wanted: counts[$0])) }
  }

  /// The groups that go when each family loses the fraction that its first group has.
  func groups(_ ratio: (ChannelGroups.Group) -> Double) -> [Int] {
    families.indices.flatMap { family -> ArraySlice<Int> in
      guard let first = families[family].first else { return [] }
      let wanted = Int(fraction: ratio(groups.groups[first]), of: sizes[family])
      return families[family].prefix(count(family, wanted: wanted))
    }
  }

  /// The groups that score less than their family's mean less `deviations` standard deviations.
  func outliers(deviations: Double) -> [Int] {
    families.indices.flatMap { family -> ArraySlice<Int> in
      let numbers = families[family].compactMap { scores[$0] }
      let mean = numbers.reduce(0, +) / Double(max(numbers.count, 1))
      let variance =
        numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(numbers.count, 1))
      let limit = mean - deviations * variance.squareRoot()
      let wanted = numbers.count { $0 < limit }
      return families[family].prefix(count(family, wanted: wanted))
    }
  }
}

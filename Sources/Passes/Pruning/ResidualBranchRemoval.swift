// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// Drops whole residual branches: sums of a value and of something that is computed from it alone
/// become the value itself.
///
/// Branches with the least energy go first: with calibration data the mean square of what a branch
/// adds relative to that of the sum, without data the mean magnitude of the weights of its last layer.
///
/// - Preserves: all tensor types. Changes values: yes (lossy).
/// - Idempotent: no, each run drops the next ones. Deterministic: yes.
/// - Source: Veit et al., NeurIPS 2016, section 4.1, arXiv:1605.06431.
public struct ResidualBranchRemoval: Pass {
  public static let name = "residual-branch-removal"
  /// How many branches to drop, 0 or more. Default 1.
  public var count: Int
  /// Names of the sums whose branches may go; nil: all. Default nil.
  public var only: Set<String>?
  /// Data that shows what branches add. Default: none.
  public var calibration: (any ActivationSource & Sendable)?

  /// The pass.
  public init(
    count: Int = 1, only: Set<String>? = nil,
    calibration: (any ActivationSource & Sendable)? = nil
  ) {
    (self.count, self.only, self.calibration) = (count, only, calibration)
  }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    guard count >= 0 else {
      throw GraphError(.invalidAttribute, "count is \(count), expected 0 or more")
    }
    let before = GraphSize(graph)
    let branches = branches(in: graph)
    let energies = try energies(of: branches, in: graph)
    let order = branches.indices.sorted { (energies[$0], $0) < (energies[$1], $1) }
    var patch = GraphPatch(for: graph)
    var notes: [String] = []
    for position in order.prefix(count) {
      let branch = branches[position]
      try patch.replaceUses(of: branch.sum, with: branch.trunk)
      notes.append("dropped the branch into \(branch.place)")
    }
    try patch.apply(to: &graph)
    return PassReport(
      rewrites: notes.count, before: before, after: GraphSize(graph), notes: notes)
  }

  private struct Branch {
    var sum: ValueID
    var trunk: ValueID
    var tip: ValueID
    var place: String
  }

  private func branches(in graph: Graph) -> [Branch] {
    let index = GraphIndex(graph)
    return graph.nodes.compactMap { node in
      guard node.operation is Add || node.operation is Sum, node.inputs.count == 2,
        let a = node.inputs[0], let b = node.inputs[1], a != b, let sum = node.output,
        only?.contains(node.name) ?? true, graph.type(of: a) == graph.type(of: b)
      else { return nil }
      for (trunk, tip) in [(a, b), (b, a)] where Self.depends(tip, onlyOn: trunk, index) {
        return Branch(sum: sum, trunk: trunk, tip: tip, place: node.place)
      }
      return nil
    }
  }

  /// Whether `value` is computed from `source` and constants, with at least one layer in between.
  private static func depends(
    _ value: ValueID, onlyOn source: ValueID, _ index: GraphIndex
  ) -> Bool {
    var pending = [value]
    var seen: Set<ValueID> = []
    var (reaches, hasLayer) = (false, false)
    while let next = pending.popLast() {
      if next == source {
        reaches = true
        continue
      }
      guard seen.insert(next).inserted, index.constant(next) == nil else { continue }
      guard let maker = index.maker(of: next) else { return false }
      if WeightLayer(maker, index) != nil { hasLayer = true }
      pending += maker.inputs.compactMap { $0 }
    }
    return reaches && hasLayer
  }

  private func energies(of branches: [Branch], in graph: Graph) throws(GraphError) -> [Double] {
    guard let calibration, !branches.isEmpty else {
      let index = GraphIndex(graph)
      return branches.map { branch in lastLayerMagnitude(branch.tip, index) }
    }
    var collector = EnergyCollector()
    let values = Set(branches.flatMap { [$0.tip, $0.sum] }).sorted()
    try calibration.observe(values, of: graph, with: &collector)
    return branches.map { branch in
      (collector.squares[branch.tip] ?? 0) / max(collector.squares[branch.sum] ?? 0, 1e-300)
    }
  }

  private func lastLayerMagnitude(_ tip: ValueID, _ index: GraphIndex) -> Double {
    var maker = index.maker(of: tip)
    while let node = maker {
      if let layer = WeightLayer(node, index) {
        let sum = layer.weights.doubles().reduce(0) { $0 + abs($1) }
        return sum / Double(max(layer.count, 1))
      }
      maker = index.maker(of: node.input(0))
    }
    return .infinity
  }
}

private struct EnergyCollector: ActivationObserver {
  var squares: [ValueID: Double] = [:]

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    squares[value, default: 0] += tensor.doubles().reduce(0) { $0 + $1 * $1 }
  }
}

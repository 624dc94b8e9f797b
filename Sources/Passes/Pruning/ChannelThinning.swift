// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// A choice of channels to remove from a graph, made safe.
///
/// Whoever reads a removed channel must be able to do without: what the channel holds is a constant,
/// which is folded into the reader's bias, or the reader's weights for it are zero.
struct ChannelThinning {
  let analysis: ChannelAnalysis
  /// Sets that go.
  private(set) var removed: Set<Int>
  /// Whether the weights and biases that make the removed channels count as zero; otherwise as what
  /// they are.
  let zeroesFilters: Bool
  /// Whether a constant under padding may become a sum with a tensor of the output's size.
  let addsBorderMaps: Bool
  /// Sets that were asked for and stay, with the place that needs them.
  private(set) var declined: [Int: String] = [:]
  /// What removed channels hold, by index along the track, where it is the same number everywhere.
  var constants: [ValueID: [Int: Double]] = [:]

  var graph: Graph { analysis.graph }
  var index: GraphIndex { analysis.index }

  /// Takes as many of the given sets as can go.
  ///
  /// - Complexity: O(nodes + channels) for each round; a round without refusals is the last.
  init(
    _ analysis: ChannelAnalysis, removing sets: Set<Int>, zeroesFilters: Bool,
    addsBorderMaps: Bool
  ) throws(GraphError) {
    (self.analysis, removed) = (analysis, sets.subtracting([0]))
    (self.zeroesFilters, self.addsBorderMaps) = (zeroesFilters, addsBorderMaps)
    keepOneOfEach()
    while true {
      try findConstants()
      let refused = try refusals()
      if refused.isEmpty { return }
      declined.merge(refused) { first, _ in first }
      removed.subtract(refused.keys)
    }
  }

  /// Whether the channel of a slot goes.
  func isRemoved(_ slot: Int) -> Bool { removed.contains(analysis.roots[slot]) }

  /// The indices that stay along the track of a value; nil: all.
  func kept(_ value: ValueID?) -> [Int]? {
    guard let value, let track = analysis.tracks[value] else { return nil }
    let kept = track.slots.indices.filter { !isRemoved(track.slots[$0]) }
    return kept.count == track.slots.count ? nil : kept
  }

  /// The indices that go along the track of a value.
  func gone(_ value: ValueID?) -> [Int] {
    guard let value, let track = analysis.tracks[value] else { return [] }
    return track.slots.indices.filter { isRemoved(track.slots[$0]) }
  }

  /// No value loses all of its channels: the last one to go stays.
  private mutating func keepOneOfEach() {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for value in analysis.tracks.keys.sorted() {
        guard let slots = analysis.tracks[value]?.slots, let first = slots.first,
          slots.allSatisfy(isRemoved)
        else { continue }
        removed.remove(analysis.roots[first])
        isSettled = false
      }
    }
  }

  // MARK: Readers

  /// Sets without which some reader could not do, with its place.
  private func refusals() throws(GraphError) -> [Int: String] {
    var refused: [Int: String] = [:]
    for node in graph.nodes {
      guard case .layer? = analysis.roles[node.id], let input = node.input(0),
        let track = analysis.tracks[input]
      else { continue }
      let gone = gone(input)
      guard !gone.isEmpty, let layer = WeightLayer(node, index) else { continue }
      for channel in gone {
        let number = constants[input]?[channel]
        if number == 0 || layer.isZero(inputChannel: channel) { continue }
        if number == nil || !canFold(node) {
          refused[analysis.roots[track.slots[channel]]] = node.place
        }
      }
    }
    return refused
  }

  /// Whether `node` can take in constants other than zero.
  private func canFold(_ node: Node) -> Bool {
    switch node.operation {
    case let conv as Conv:
      if !mayPad(conv.window, node) { return true }
      return addsBorderMaps && index.tensorType(node.output)?.shape != nil
        && index.tensorType(node.input(0))?.shape != nil
    case is Gemm, is MatMul: return true
    default: return false
    }
  }

  /// Whether windows may reach beyond the input.
  func mayPad(_ window: SlidingWindow, _ node: Node) -> Bool {
    guard let weights = index.constant(node.input(1)) else { return true }
    let spatial = weights.rank - 2
    switch window.padding {
    case .valid: return false
    case .explicit: return (0..<spatial).contains { window.pads($0) != (0, 0) }
    case .sameUpper, .sameLower: return weights.shape.dropFirst(2).contains { $0 > 1 }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// The channels of a graph, in groups that can only be removed together.
///
/// Groups come from the graph alone: sums, concatenations, views, depthwise and grouped convolutions
/// and channel shuffles tie channels of different layers. What an operator without a rule reads, and
/// what the caller sees, is in no group.
public struct ChannelGroups: Sendable {
  /// Channels that go together.
  public struct Group: Sendable {
    /// The layers that make the channels, with the numbers of their output channels.
    public var makers: [(node: NodeID, channels: [Int])]
    /// The layers that read the channels, with the numbers of their input channels.
    public var readers: [(node: NodeID, channels: [Int])]
    /// Number of the family: groups with a layer in common, directly or through others, are in one.
    public var family: Int
  }

  /// What removing channels gave.
  public struct Removal: Sendable {
    /// The smaller graph.
    public var graph: Graph
    /// Numbers of the groups that were removed.
    public var removed: [Int]
    /// Groups that were to go and stay, each with the layer that needs them.
    public var declined: [(group: Int, place: String)]
  }

  /// All groups, in the order in which their channels are made.
  public let groups: [Group]
  /// Number of families.
  public let familyCount: Int
  let analysis: ChannelAnalysis
  private let roots: [Int]

  /// Finds the groups of a graph.
  ///
  /// - Complexity: O(nodes + channels).
  public init(_ graph: Graph) {
    analysis = ChannelAnalysis(graph)
    var numbers: [Int: Int] = [:]
    var roots: [Int] = []
    var groups: [Group] = []
    var families = DisjointSets()
    for node in graph.nodes {
      guard let role = analysis.roles[node.id], role.makesChannels else { continue }
      var previous: Int?
      for (root, channels) in Self.channels(of: node.output, analysis) {
        let number = numbers[root] ?? groups.count
        if number == groups.count {
          numbers[root] = number
          roots.append(root)
          groups.append(Group(makers: [], readers: [], family: 0))
          _ = families.add(1)
        }
        groups[number].makers.append((node.id, channels))
        if let previous { families.unite(previous, number) }
        previous = number
      }
    }
    for node in graph.nodes {
      guard case .layer? = analysis.roles[node.id] else { continue }
      for (root, channels) in Self.channels(of: node.input(0), analysis) {
        guard let number = numbers[root] else { continue }
        groups[number].readers.append((node.id, channels))
      }
    }
    var familyNumbers: [Int: Int] = [:]
    for number in groups.indices {
      let root = families.root(number)
      let family = familyNumbers[root] ?? familyNumbers.count
      familyNumbers[root] = family
      groups[number].family = family
    }
    (self.groups, self.roots, familyCount) = (groups, roots, familyNumbers.count)
  }

  /// Channels along the track of a value by set, first channel first.
  private static func channels(
    of value: ValueID?, _ analysis: ChannelAnalysis
  ) -> [(root: Int, channels: [Int])] {
    guard let value, let track = analysis.tracks[value] else { return [] }
    var order: [Int] = []
    var channels: [Int: [Int]] = [:]
    for (position, slot) in track.slots.enumerated() where analysis.isFree(slot) {
      let root = analysis.roots[slot]
      if channels[root] == nil { order.append(root) }
      channels[root, default: []].append(position)
    }
    return order.map { ($0, channels[$0] ?? []) }
  }

  /// The graph the groups belong to.
  public var graph: Graph { analysis.graph }

  /// Removes groups of channels.
  ///
  /// The result gives what the graph gives with the weights and biases that make the removed channels
  /// set to zero (``masked(_:)``), up to rounding: what batch norms and activations then hold is
  /// constant and goes into the biases of the layers that read it. Under padding that constant is
  /// missing at the border, so a tensor of the output's size is added there instead.
  ///
  /// - Parameters:
  ///   - chosen: Numbers of groups. The last group of a value stays.
  ///   - zeroesFilters: Whether the weights count as zero, as above; else channels go only if they
  ///     are constant with the weights as they are, or nobody weighs them. Default true.
  ///   - addsBorderMaps: Whether to add tensors for borders; else such groups stay. Default true.
  /// - Throws: what type inference throws.
  public func removing(
    _ chosen: [Int], zeroesFilters: Bool = true, addsBorderMaps: Bool = true
  ) throws(GraphError) -> Removal {
    let thinning = try thinning(chosen, zeroesFilters, addsBorderMaps)
    let declined = chosen.compactMap { number in
      thinning.declined[roots[number]].map { (number, $0) }
    }
    return Removal(
      graph: try thinning.thinned(),
      removed: chosen.filter { thinning.removed.contains(roots[$0]) }, declined: declined)
  }

  /// The graph with zeros in the weights and biases that make the channels which
  /// ``removing(_:zeroesFilters:addsBorderMaps:)`` would remove.
  ///
  /// - Throws: what type inference throws.
  public func masked(_ chosen: [Int]) throws(GraphError) -> Graph {
    try thinning(chosen, true, true).masked()
  }

  private func thinning(
    _ chosen: [Int], _ zeroesFilters: Bool, _ addsBorderMaps: Bool
  ) throws(GraphError) -> ChannelThinning {
    try ChannelThinning(
      analysis, removing: Set(chosen.map { roots[$0] }), zeroesFilters: zeroesFilters,
      addsBorderMaps: addsBorderMaps)
  }
}

// SPDX-License-Identifier: Apache-2.0
public import IR

/// Removes channels that are constant, because all weights that make them are zero, and channels
/// that nobody weighs.
///
/// Their constants (biases, and what batch norms and activations make of them) are folded forward
/// into the biases of the layers that read them.
///
/// - Preserves: the types of inputs and outputs. Changes values: by rounding.
/// - Idempotent: yes, up to channels that become constant by the removal. Deterministic: yes.
public struct ZeroChannelElimination: Pass, Hashable {
  public static let name = "zero-channel-elimination"
  /// Whether a constant that padding cuts at the border may become a sum with a tensor of the
  /// output's size; else such channels stay. Default true.
  public var addsBorderMaps: Bool

  /// The pass.
  public init(addsBorderMaps: Bool = true) { self.addsBorderMaps = addsBorderMaps }

  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    let groups = ChannelGroups(graph)
    let removal = try groups.removing(
      Array(groups.groups.indices), zeroesFilters: false, addsBorderMaps: addsBorderMaps)
    guard !removal.removed.isEmpty else {
      return PassReport(rewrites: 0, before: before, after: before)
    }
    graph = removal.graph
    return PassReport(
      rewrites: removal.removed.count, before: before, after: GraphSize(graph))
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Merges transposes that follow each other, and moves them behind elementwise operators where
/// that makes them fewer.
///
/// A pair that cancels goes altogether. Operators move in whole regions: those that read nothing
/// but one reordering of the axes, constants aside, compute on the original order instead, and the
/// reordering happens where the region ends, if it must.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct TransposeElimination: Pass, Rewriting, Hashable {
  public static let name = "transpose-elimination"
  /// A file must not decide how long this takes.
  private static let maximumRounds = 8

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var result = graph
    var count = 0
    // Regions that share a transpose move one after the other.
    for _ in 0..<Self.maximumRounds {
      let rewrites = try merge(&result) + sink(&result)
      count += rewrites
      if rewrites == 0 { break }
    }
    if count > 0 { graph = result }
    return count
  }

  /// Lets each transpose of a transpose read what that one reads.
  private func merge(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    var origins: [ValueID: (value: ValueID, permutation: [Int])] = [:]
    // Outputs of pairs that cancel, resolved, so that the patch never follows more than one step.
    var equals: [ValueID: ValueID] = [:]
    for node in graph.nodes {
      guard let permutation = Transpose.permutation(of: node, index), let read = node.input(0),
        let output = node.output
      else { continue }
      let input = equals[read] ?? read
      guard let origin = origins[input] else {
        origins[output] = (input, permutation)
        continue
      }
      let merged = permutation.map { origin.permutation[$0] }
      origins[output] = (origin.value, merged)
      if merged == Array(merged.indices) {
        try patch.replaceUses(of: output, with: origin.value)
        equals[output] = origin.value
      } else {
        try patch.replace(
          node, operation: Transpose(permutation: merged), inputs: [origin.value])
      }
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  private func sink(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    let regions = TransposedRegions(graph, index)
    var patch = GraphPatch(for: graph)
    // A transpose may leave one region and enter the next; then only one of them moves.
    var moved: Set<NodeID> = []
    for region in regions.profitable() {
      let ends = (region.entries + region.transposes).map(\.id)
      guard moved.isDisjoint(with: ends) else { continue }
      moved.formUnion(ends)
      try region.move(index, &patch)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }
}

extension Transpose {
  /// The input axis of each output axis, nil when the node is no transpose or its rank is unknown.
  static func permutation(of node: Node, _ index: GraphIndex) -> [Int]? {
    guard let transpose = node.operation as? Transpose else { return nil }
    if let permutation = transpose.permutation { return permutation }
    return index.tensorType(node.input(0))?.rank.map { Array((0..<$0).reversed()) }
  }

  /// The permutation that undoes `permutation`.
  static func inverse(_ permutation: [Int]) -> [Int] {
    var inverse = permutation
    for (axis, source) in permutation.enumerated() { inverse[source] = axis }
    return inverse
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR

/// Drops nodes and constants on which no output of the graph depends, and outputs of nodes that
/// nobody reads.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct DeadCodeElimination: Pass, Rewriting, Hashable {
  public static let name = "dead-code-elimination"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var result = graph
    result.removeUnused()
    var removed = graph.nodes.count - result.nodes.count
    removed += graph.initializers.count - result.initializers.count
    let index = GraphIndex(result)
    var patch = GraphPatch(for: result)
    for node in result.nodes {
      // The first output stays, so that every node has one.
      for case let output? in node.outputs.dropFirst() where index.readerCount(output) == 0 {
        patch.discard(output)
      }
    }
    removed += patch.editCount
    guard removed > 0 else { return 0 }
    try patch.apply(to: &result)
    graph = result
    return removed
  }
}

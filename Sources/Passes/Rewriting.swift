// SPDX-License-Identifier: Apache-2.0
import IR

/// A pass that rewrites each graph for itself, subgraphs of `If`, `Loop` and `Scan` included.
///
/// Subgraphs have no view of the graph around them (what they read from it are inputs of theirs),
/// so that each can be rewritten alone.
protocol Rewriting: Pass {
  /// Rewrites one graph; subgraphs are already rewritten.
  ///
  /// - Returns: Number of places rewritten; 0 when the graph is as before.
  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int
}

extension Rewriting {
  public func run(on graph: inout Graph) throws(GraphError) -> PassReport {
    let before = GraphSize(graph)
    var result = graph
    let rewrites = try rewriteAll(&result)
    guard rewrites > 0 else { return PassReport(rewrites: 0, before: before, after: before) }
    graph = result
    return PassReport(rewrites: rewrites, before: before, after: GraphSize(graph))
  }

  /// Rewrites the subgraphs, innermost first, then the graph.
  func rewriteAll(_ graph: inout Graph) throws(GraphError) -> Int {
    var rewrites = 0
    var patch = GraphPatch(for: graph)
    for node in graph.nodes where !node.operation.subgraphs.isEmpty {
      var subgraphs = node.operation.subgraphs
      var count = 0
      do throws(GraphError) {
        for index in subgraphs.indices { count += try rewriteAll(&subgraphs[index]) }
      } catch { throw error.at(node.place) }
      guard count > 0 else { continue }
      rewrites += count
      try patch.replace(node, operation: node.operation.replacingSubgraphs(subgraphs))
    }
    try patch.apply(to: &graph)
    return try rewrites + rewrite(&graph)
  }
}

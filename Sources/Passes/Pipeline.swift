// SPDX-License-Identifier: Apache-2.0
public import IR

/// Passes in order, with the graph's invariants checked after each.
public struct Pipeline: Sendable {
  /// The passes, first to run first.
  public var passes: [any Pass]

  /// A pipeline of the given passes.
  public init(_ passes: [any Pass]) { self.passes = passes }

  /// Runs all passes once.
  ///
  /// - Returns: The passes' names and reports, in order.
  /// - Throws: what a pass throws, and `invalidGraph` when a pass leaves a graph that breaks an
  ///   invariant; the error names the pass, and the graph is as before the pipeline.
  @discardableResult
  public func run(on graph: inout Graph) throws(GraphError) -> [(name: String, report: PassReport)]
  {
    var result = graph
    var reports: [(name: String, report: PassReport)] = []
    for pass in passes {
      do throws(GraphError) {
        reports.append((pass.name, try pass.run(on: &result)))
        try result.checkInvariants()
      } catch {
        throw GraphError(
          error.code, node: error.node, "pass \"\(pass.name)\": \(error.message)")
      }
    }
    graph = result
    return reports
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Testing

@Suite struct PipelineTests {
  private struct FailingPass: Pass {
    static let name = "failing-pass"
    func run(on graph: inout Graph) throws(GraphError) -> PassReport {
      graph.name = "half done"
      throw GraphError(.invalidGraph, node: "n", "broken")
    }
  }

  @Test func `an error names the pass and leaves the graph as it was`() {
    var graph = Graph(name: "g")
    let expected = GraphError(.invalidGraph, node: "n", "pass \"failing-pass\": broken")
    #expect(throws: expected) { try Pipeline([FailingPass()]).run(on: &graph) }
    #expect(graph.name == "g")
  }
}

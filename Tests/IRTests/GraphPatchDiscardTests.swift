// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import Testing

@Suite struct GraphPatchDiscardTests {
  private func split() throws -> (graph: Graph, parts: [ValueID?]) {
    var graph = Graph(name: "g")
    let x = graph.addInput("x", .tensor(.float32, [3]))
    let parts = try graph.addNode(
      Split(partCount: 3), name: "split", inputs: [x], outputNames: ["a", "b", "c"])
    graph.addOutput("y", try #require(parts[0]))
    return (graph, parts)
  }

  @Test func `outputs that nobody reads are dropped, the last ones altogether`() throws {
    var (graph, parts) = try split()
    var patch = GraphPatch(for: graph)
    patch.discard(try #require(parts[1]))
    patch.discard(try #require(parts[2]))
    try patch.apply(to: &graph)
    #expect(graph.nodes[0].outputs == [parts[0]])
    #expect(graph.value(named: "b") == nil)
    try graph.checkInvariants()
  }

  @Test func `an output before one that is read leaves its place`() throws {
    var (graph, parts) = try split()
    graph.addOutput("z", try #require(parts[2]))
    var patch = GraphPatch(for: graph)
    patch.discard(try #require(parts[1]))
    try patch.apply(to: &graph)
    #expect(graph.nodes[0].outputs == [parts[0], nil, parts[2]])
    try graph.checkInvariants()
  }

  @Test func `a value that is read is not discarded`() throws {
    var (graph, parts) = try split()
    let value = try #require(parts[0])
    var patch = GraphPatch(for: graph)
    patch.discard(value)
    let expected = GraphError(
      .invalidGraph, "output \"y\" is a value that the patch discards")
    #expect(throws: expected) { try patch.apply(to: &graph) }

    _ = try graph.addNode(ReLU(), name: "relu", inputs: [parts[1]])
    graph.addOutput("z", try #require(graph.nodes[1].outputs[0]))
    let before = graph
    patch = GraphPatch(for: graph)
    patch.discard(try #require(parts[1]))
    let message = "still reads \"b\", which the patch discards"
    #expect(throws: GraphError(.invalidGraph, node: "Relu node \"relu\"", message)) {
      try patch.apply(to: &graph)
    }
    #expect(graph == before)
  }
}

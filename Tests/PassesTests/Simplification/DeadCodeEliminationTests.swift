// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import TestSupport
import Testing

@Suite struct DeadCodeEliminationTests {
  @Test func `nodes, constants and outputs that nobody reads go`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 4, 4])
    let unused = sketch.constant("unused", [1])
    _ = try sketch.add("dead", Add(), x, unused)
    let pool = MaxPool(kernel: [2, 2])
    let outputs = try sketch.graph.addNode(
      pool, name: "pool", inputs: [x], outputNames: ["max", "where"])
    sketch.output(outputs[0]!)
    let graph = try expect(
      DeadCodeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 1, 4, 4]) -> y = max
          max: float32[1, 1, 3, 3] = MaxPool{kernel: [2, 2], window: \(pool.window), \
        countsColumnsFirst: false}(x)
        """)
    #expect(graph.value(named: "where") == nil)
    #expect(graph.value(named: "unused") == nil)
  }

  @Test func `an unused graph input stays, for callers give it`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2])
    _ = sketch.input("unused", [2])
    sketch.output(try sketch.add("r", ReLU(), x))
    try expectSettled(DeadCodeElimination(), sketch.graph)
  }

  @Test func `a second output that is read stays beside an unused first one`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 4, 4])
    let outputs = try sketch.graph.addNode(
      MaxPool(kernel: [2, 2]), inputs: [x], outputNames: ["max", "where"])
    sketch.output(outputs[1]!)
    try expectSettled(DeadCodeElimination(), sketch.graph)
  }
}

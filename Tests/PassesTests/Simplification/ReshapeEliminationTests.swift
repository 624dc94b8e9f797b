// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ReshapeEliminationTests {
  @Test func `a chain of views becomes one reshape`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 3, 4])
    var value = try sketch.add("flat", Flatten(), x)
    value = try sketch.add("wide", Unsqueeze(), value, sketch.integers("axes", [0, 3]))
    value = try sketch.add("last", Reshape(), value, sketch.integers("shape", [4, -1]))
    sketch.output(value)
    try expect(
      ReshapeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[2, 3, 4]) -> y = last
          const shape_7: int64[2]
          last: float32[4, 6] = Reshape{allowsZero: false}(x, shape_7)
        """)
  }

  @Test func `views that lead back to the start go`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 3, 1, 1])
    let squeezed = try sketch.add("s", Squeeze(), x, sketch.integers("a", [2, 3]))
    sketch.output(try sketch.add("u", Unsqueeze(), squeezed, sketch.integers("b", [2, 3])))
    try expect(
      ReshapeElimination(), on: sketch.graph, gives: "graph g(x: float32[2, 3, 1, 1]) -> y = x")
  }

  @Test func `one unknown extent becomes -1`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.symbolic("N"), .fixed(6), .fixed(1), .fixed(1)])
    let squeezed = try sketch.add("s", Squeeze(), x, sketch.integers("a", [2, 3]))
    let wide = try sketch.add("u", Unsqueeze(), squeezed, sketch.integers("b", [1]))
    sketch.output(wide)
    let graph = try expect(
      ReshapeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[N, 6, 1, 1]) -> y = u
          const shape: int64[3]
          u: float32[N, 1, 6] = Reshape{allowsZero: false}(x, shape)
        """)
    let shape = try #require(graph.value(named: "shape"))
    #expect(graph.constant(shape) == Tensor([-1, 1, 6] as [Int64]))
  }

  @Test func `two unknown extents stay`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.symbolic("N"), .symbolic("C"), .fixed(1), .fixed(1)])
    let squeezed = try sketch.add("s", Squeeze(), x, sketch.integers("a", [2]))
    sketch.output(try sketch.add("u", Unsqueeze(), squeezed, sketch.integers("b", [0])))
    try expectSettled(ReshapeElimination(), sketch.graph)
  }

  @Test func `a value that is read elsewhere stays for that reader`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 6])
    let first = try sketch.add("a", Reshape(), x, sketch.integers("s", [3, 4]))
    let second = try sketch.add("b", Reshape(), first, sketch.integers("t", [4, 3]))
    sketch.output(first, "first")
    sketch.output(second, "second")
    try expect(
      ReshapeElimination(), on: sketch.graph,
      gives: """
        graph g(x: float32[2, 6]) -> first = a, second = b
          const s: int64[2]
          const shape: int64[2]
          a: float32[3, 4] = Reshape{allowsZero: false}(x, s)
          b: float32[4, 3] = Reshape{allowsZero: false}(x, shape)
        """)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ShapePropagationTests {
  @Test func `a batch size taken from the input's shape becomes a copied extent`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.symbolic("N"), .fixed(2), .fixed(3)])
    let shape = try sketch.add("shape", Shape(), x)
    let batch = try sketch.add("batch", Gather(), shape, sketch.integers("zero", [0]))
    let target = try sketch.add("target", Concat(axis: 0), batch, sketch.integers("rest", [-1]))
    sketch.output(try sketch.add("flat", Reshape(), x, target))
    let graph = try expect(
      ShapePropagation(), on: sketch.graph,
      gives: """
        graph g(x: float32[N, 2, 3]) -> y = flat
          const shape_7: int64[2]
          flat: float32[N, 6] = Reshape{allowsZero: false}(x, shape_7)
        """)
    let value = try #require(graph.value(named: "shape_7"))
    #expect(graph.constant(value) == Tensor([0, -1] as [Int64]))
  }

  @Test func `known extents of a dynamic tensor become constants`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.symbolic("N"), .fixed(5)])
    let shape = try sketch.add("shape", Shape(), x)
    let channels = try sketch.add(
      "channels", Gather(), shape, sketch.graph.addInitializer("one", Tensor(scalar: Int64(1))))
    sketch.output(try sketch.add("cast", Cast(to: .float32), channels))
    try expect(
      ShapePropagation(), on: sketch.graph,
      gives: """
        graph g(x: float32[N, 5]) -> y = cast
          const channels_5: int64[]
          cast: float32[] = Cast{target: float32, isSaturating: true}(channels_5)
        """)
  }

  @Test func `types follow from inputs`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.symbolic("N"), .fixed(5)])
    let y = try sketch.add("r", ReLU(), x)
    sketch.output(y)
    try sketch.graph.refine(x, .tensor(.float32, [2, 5]))
    var graph = sketch.graph
    #expect(try ShapePropagation().run(on: &graph).rewrites == 1)
    #expect(graph.type(of: y) == .tensor(.float32, [2, 5]))
  }

  @Test func `two extents that only the run tells stay computed`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.unknown, .unknown])
    let shape = try sketch.add("shape", Shape(), x)
    sketch.output(try sketch.add("flat", Reshape(), x, shape))
    try expectSettled(ShapePropagation(), sketch.graph)
  }
}

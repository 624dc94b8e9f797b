// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ConstantFoldingTests {
  @Test func `nodes of constants and shapes become constants`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 3])
    let a = sketch.constant("a", [1, 2, 3])
    let sum = try sketch.add("sum", Add(), a, a)
    let scaled = try sketch.add("scaled", Mul(), x, sum)
    let shape = try sketch.add("shape", Shape(), x)
    sketch.output(try sketch.add("reshaped", Reshape(), scaled, shape))
    let graph = try expect(
      ConstantFolding(), on: sketch.graph,
      gives: """
        graph g(x: float32[2, 3]) -> y = reshaped
          const sum: float32[3]
          const shape: int64[2]
          scaled: float32[2, 3] = Mul(x, sum)
          reshaped: float32[2, 3] = Reshape{allowsZero: false}(scaled, shape)
        """)
    let value = try #require(graph.value(named: "sum"))
    #expect(graph.constant(value) == Tensor([2, 4, 6] as [Float]))
  }

  @Test func `a default that the caller may override is no constant`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [3])
    sketch.graph.setDefault(Tensor([1, 2, 3] as [Float]), for: x)
    sketch.output(try sketch.add("r", ReLU(), x))
    try expectSettled(ConstantFolding(), sketch.graph)
  }

  @Test func `results that are larger than allowed stay computed`() throws {
    var sketch = Sketch()
    let shape = sketch.integers("shape", [10, 10])
    sketch.output(try sketch.add("zeros", ConstantOfShape(), shape))
    try expectSettled(ConstantFolding(maximumBytes: 399), sketch.graph)
    var graph = sketch.graph
    #expect(try ConstantFolding(maximumBytes: 400).run(on: &graph).rewrites == 1)
  }

  @Test func `quantized weights stay quantized`() throws {
    var sketch = Sketch()
    let codes = sketch.graph.addInitializer("codes", Tensor([1, 2, 3] as [Int8]))
    let weights = try sketch.add(
      "weights", DequantizeLinear(), codes, sketch.number("scale", 0.5))
    sketch.output(try sketch.add("sum", Add(), sketch.input("x", [3]), weights))
    try expectSettled(ConstantFolding(), sketch.graph)
  }

  @Test func `subgraphs are folded too`() throws {
    var branch = Sketch()
    let a = branch.constant("a", [1, 2])
    branch.output(try branch.add("sum", Add(), a, a))
    var sketch = Sketch()
    let condition = sketch.input("condition", [], .bool)
    sketch.output(
      try sketch.add(
        "if", If(thenBranch: branch.graph, elseBranch: branch.graph), condition))
    let original = sketch.graph
    var graph = original
    #expect(try ConstantFolding().run(on: &graph).rewrites == 2)
    #expect(graph.totalNodeCount == 1)
    try graph.checkInvariants()
    let inputs: [RuntimeValue?] = [.tensor(Tensor(scalar: true))]
    try expectSameOutputs(graph, original, inputs, tolerance: 0)
  }
}

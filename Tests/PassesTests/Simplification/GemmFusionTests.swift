// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct GemmFusionTests {
  @Test func `a product and a sum become one`() throws {
    var sketch = Sketch()
    let x = sketch.dynamicInput("x", [.symbolic("N"), .fixed(3)])
    let product = try sketch.add("product", MatMul(), x, sketch.filled("w", 1, [3, 2]))
    sketch.output(try sketch.add("sum", Add(), sketch.constant("b", [1, 2]), product))
    let graph = try expect(
      GemmFusion(), on: sketch.graph,
      gives: """
        graph g(x: float32[N, 3]) -> y = sum
          const w: float32[3, 2]
          const b: float32[2]
          sum: float32[N, 2] = Gemm{alpha: 1.0, beta: 1.0, transposesA: false, \
        transposesB: false}(x, w, b)
        """)
    #expect(graph.nodes[0].name == "product")
    let inputs: [RuntimeValue?] = [.tensor(Tensor([1, 2, 3] as [Float], shape: [1, 3]))]
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 1e-6)
  }

  @Test(arguments: 0..<4)
  func `other sums stay`(index: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", index == 0 ? [2, 1, 3] : [1, 3])
    let product = try sketch.add("product", MatMul(), x, sketch.filled("w", 1, [3, 2]))
    // The second case makes the product larger.
    let summand = sketch.filled("b", 1, index == 1 ? [4, 2] : [2])
    sketch.output(try sketch.add("sum", Add(), product, summand))
    if index == 2 { sketch.output(product, "product") }
    if index == 3 { sketch.output(try sketch.add("r", ReLU(), product), "z") }
    try expectSettled(GemmFusion(), sketch.graph)
  }
}

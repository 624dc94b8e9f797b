// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ResidualFusionTests {
  @Test func `the later of two convolutions takes the sum in`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3])
    let w = sketch.filled("w", 1, [2, 2, 1, 1])
    let first = try sketch.add("first", Conv(), x, w)
    let second = try sketch.add("second", Conv(), x, w, sketch.constant("b", [1, 2]))
    sketch.output(try sketch.add("sum", Add(), second, first))
    let graph = try expect(
      ResidualFusion(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 3, 3]) -> y = sum
          const w: float32[2, 2, 1, 1]
          const b: float32[2]
          first: float32[1, 2, 3, 3] = Conv{window: \(SlidingWindow()), groups: 1}(x, w)
          sum: float32[1, 2, 3, 3] = FusedConv{conv: \(Conv()), activation: identity, \
        hasResidual: true}(x, w, b, first)
        """)
    var generator = SeededGenerator(seed: 3)
    let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor([1, 2, 3, 3]))]
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 0)
  }

  @Test(arguments: 0..<4)
  func `other sums stay`(index: Int) throws {
    var sketch = Sketch()
    let x =
      index == 3
      ? sketch.dynamicInput("x", [.fixed(1), .fixed(2), .unknown, .unknown])
      : sketch.input("x", [1, 2, 3, 3])
    let conv = try sketch.add("conv", Conv(), x, sketch.filled("w", 1, [2, 2, 1, 1]))
    // The first case adds a tensor of another shape, the last one a shape that only the run tells.
    let other = index == 0 ? sketch.filled("o", 1, [2, 3, 3]) : x
    sketch.output(try sketch.add("sum", Add(), conv, other))
    if index == 1 { sketch.output(conv, "conv") }
    if index == 2 { sketch.output(try sketch.add("r", ReLU(), conv), "z") }
    try expectSettled(ResidualFusion(), sketch.graph)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ActivationFusionTests {
  @Test func `activations go into convolutions and matrix products`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 2, 2])
    var value = try sketch.add("conv", Conv(), x, sketch.filled("w", 1, [1, 1, 1, 1]))
    value = try sketch.add(
      "relu6", Clip(), value, sketch.number("low", 0), sketch.number("high", 6))
    value = try sketch.add("flat", Flatten(), value)
    value = try sketch.add("product", MatMul(), value, sketch.filled("v", 1, [4, 2]))
    value = try sketch.add("tanh", Tanh(), value)
    sketch.output(value)
    try expect(
      ActivationFusion(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 1, 2, 2]) -> y = tanh
          const w: float32[1, 1, 1, 1]
          const v: float32[4, 2]
          relu6: float32[1, 1, 2, 2] = FusedConv{conv: \(Conv()), \
        activation: \(Activation.clip(min: 0, max: 6)), hasResidual: false}(x, w)
          flat: float32[1, 4] = Flatten{axis: 1}(relu6)
          tanh: float32[1, 2] = FusedGemm{gemm: \(Gemm()), activation: tanh}(flat, v)
        """)
  }

  @Test func `a residual sum and its activation follow one another into the convolution`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3])
    let conv = try sketch.add("conv", Conv(), x, sketch.filled("w", 1, [2, 2, 1, 1]))
    let sum = try sketch.add("sum", Add(), x, conv)
    sketch.output(try sketch.add("relu", ReLU(), sum))
    var graph = sketch.graph
    try Pipeline([ResidualFusion(), ActivationFusion()]).run(on: &graph)
    let fused = try #require(graph.nodes.first?.operation as? FusedConv)
    #expect(graph.nodes.count == 1)
    #expect(fused == FusedConv(conv: Conv(), activation: .relu, hasResidual: true))
  }

  @Test(arguments: 0..<4)
  func `other activations stay`(index: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 2, 2])
    let conv = try sketch.add("conv", Conv(), x, sketch.filled("w", 1, [1, 1, 1, 1]))
    switch index {
    case 0: sketch.output(try sketch.add("clip", Clip(), conv, sketch.input("low", [])))
    case 1:
      sketch.output(try sketch.add("relu", ReLU(), conv))
      sketch.output(conv, "conv")
    case 2:
      sketch.output(try sketch.add("relu", ReLU(), conv))
      sketch.output(try sketch.add("tanh", Tanh(), conv), "z")
    // Not an activation of the list.
    default: sketch.output(try sketch.add("sin", Sin(), conv))
    }
    try expectSettled(ActivationFusion(), sketch.graph)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct UnfusingTests {
  @Test func `a fused convolution becomes the operators that it stands for`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3])
    let conv = try sketch.add("conv", Conv(), x, sketch.filled("w", 1, [2, 2, 1, 1]))
    let sum = try sketch.add("sum", Add(), conv, x)
    sketch.output(
      try sketch.add("relu6", Clip(), sum, sketch.number("low", 0), sketch.number("high", 6)))
    var fused = sketch.graph
    try Pipeline([ResidualFusion(), ActivationFusion()]).run(on: &fused)
    #expect(fused.nodes.count == 1)
    let graph = try expect(
      Unfusing(), on: fused,
      gives: """
        graph g(x: float32[1, 2, 3, 3]) -> y = relu6
          const w: float32[2, 2, 1, 1]
          const number: float32[]
          const number_10: float32[]
          conv: float32[1, 2, 3, 3] = Conv{window: \(SlidingWindow()), groups: 1}(x, w)
          add: float32[1, 2, 3, 3] = Add(conv, x)
          relu6: float32[1, 2, 3, 3] = Clip(add, number, number_10)
        """)
    var generator = SeededGenerator(seed: 3)
    let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor([1, 2, 3, 3]))]
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 0)
  }

  static let activations: [Activation] = [
    .identity, .relu, .clip(min: -1, max: 2), .clip(min: -.infinity, max: 2),
    .clip(min: -1, max: .infinity), .leakyReLU(alpha: 0.1), .sigmoid, .tanh,
    .hardSigmoid(alpha: 0.2, beta: 0.5), .hardSwish, .silu, .gelu(isApproximate: false),
    .gelu(isApproximate: true), .elu(alpha: 1), .selu(alpha: 1.5, gamma: 1.1), .softplus, .mish,
  ]

  @Test(arguments: activations, [12, 17, 24])
  func `every activation has a spelling in every opset`(
    activation: Activation, opset: Int
  ) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [4, 3])
    let w = sketch.constant("w", (0..<9).map { Float($0) - 4 }, [3, 3])
    sketch.output(
      try sketch.add("l", FusedGemm(gemm: Gemm(), activation: activation), x, w))
    var graph = sketch.graph
    try Pipeline([Unfusing(opset: opset)]).run(on: &graph)
    #expect(!graph.nodes.contains { $0.operation is FusedGemm })
    #expect(graph.nodes[0].operation is Gemm)
    #expect(graph.nodes[0].name == "l")
    var generator = SeededGenerator(seed: 11)
    let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor([4, 3]))]
    // Spelled-out forms round after each of up to eight operators.
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 1e-6)
    try expectSettled(Unfusing(opset: opset), graph)
  }
}

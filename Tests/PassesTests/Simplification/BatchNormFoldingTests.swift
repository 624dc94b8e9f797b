// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct BatchNormFoldingTests {
  private func batchNorm(
    _ sketch: inout Sketch, _ name: String, _ x: ValueID, channels: Int
  ) throws -> ValueID {
    let numbers = (0..<channels).map { Float($0 + 1) }
    return try sketch.add(
      name, BatchNormalization(epsilon: 0), x, sketch.constant("\(name)_scale", numbers),
      sketch.constant("\(name)_bias", numbers), sketch.constant("\(name)_mean", numbers),
      sketch.constant("\(name)_variance", numbers.map { $0 * $0 }))
  }

  @Test func `a chain behind a convolution goes into its weights`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 2, 2])
    let w = sketch.constant("w", [1, 2], [2, 1, 1, 1])
    var value = try sketch.add("conv", Conv(), x, w)
    value = try batchNorm(&sketch, "norm", value, channels: 2)
    value = try sketch.add("mul", Mul(), value, sketch.constant("m", [2, 3], [2, 1, 1]))
    value = try sketch.add("add", Add(), sketch.constant("a", [10, 20], [1, 2, 1, 1]), value)
    sketch.output(value)
    let graph = try expect(
      BatchNormFolding(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 1, 2, 2]) -> y = add
          const w: float32[2, 1, 1, 1]
          const conv_bias: float32[2]
          add: float32[1, 2, 2, 2] = Conv{window: \(SlidingWindow()), groups: 1}(x, w, conv_bias)
        """)
    // norm: x * 1 + 0 in both channels, for mean = bias and deviation = scale.
    #expect(graph.constant(w) == Tensor([2, 6] as [Float], shape: [2, 1, 1, 1]))
    let bias = try #require(graph.value(named: "conv_bias"))
    #expect(graph.constant(bias) == Tensor([10, 20] as [Float]))
    #expect(graph.nodes[0].name == "conv")
  }

  @Test func `a chain behind a batch norm without a layer goes into it`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 2])
    var value = try batchNorm(&sketch, "norm", x, channels: 2)
    value = try sketch.add("mul", Mul(), value, sketch.constant("m", [2, 3], [2, 1]))
    value = try sketch.add("sub", Sub(), value, sketch.number("s", 1))
    sketch.output(value)
    try expect(
      BatchNormFolding(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 2]) -> y = sub
          const norm_scale: float32[2]
          const norm_bias: float32[2]
          const norm_mean: float32[2]
          const norm_variance: float32[2]
          sub: float32[1, 2, 2] = BatchNormalization{epsilon: 0.0, momentum: 0.9, \
        isTraining: false}(x, norm_scale, norm_bias, norm_mean, norm_variance)
        """)
  }

  @Test func `matrix products and transposed convolutions take batch norms in`() throws {
    var generator = SeededGenerator(seed: 7)
    for index in 0..<6 {
      var sketch = Sketch()
      let shape = index < 4 ? [3, 4] : [2, 4, 3, 3]
      let x = sketch.input("x", shape)
      let w = sketch.graph.addInitializer(
        "w", generator.normalTensor(index < 2 ? [4, 6] : index < 4 ? [6, 4] : [4, 3, 2, 2]))
      let b = sketch.graph.addInitializer("b", generator.normalTensor([index == 1 ? 1 : 6]))
      var value: ValueID
      switch index {
      case 0: value = try sketch.add("l", MatMul(), x, w)
      case 1: value = try sketch.add("l", Gemm(alpha: 2, beta: 3), x, w, b)
      case 2: value = try sketch.add("l", Gemm(beta: 0, transposesB: true), x, w, b)
      case 3: value = try sketch.add("l", Gemm(transposesB: true), x, w)
      default: value = try sketch.add("l", ConvTranspose(groups: 2), x, w, index == 4 ? b : nil)
      }
      value = try batchNorm(&sketch, "norm", value, channels: 6)
      sketch.output(value)
      var graph = sketch.graph
      #expect(try BatchNormFolding().run(on: &graph).rewrites == 1)
      #expect(graph.nodes.count == 1)
      let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor(shape))]
      // A few products each: rounding alone.
      try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 1e-6)
    }
  }

  @Test func `weights that another node reads stay for it`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 2, 2])
    let w = sketch.constant("w", [1, 2], [2, 1, 1, 1])
    let conv = try sketch.add("conv", Conv(), x, w)
    sketch.output(try batchNorm(&sketch, "norm", conv, channels: 2))
    sketch.output(try sketch.add("other", Conv(), x, w), "z")
    let original = sketch.graph
    var graph = original
    try Pipeline([BatchNormFolding()]).run(on: &graph)
    #expect(graph.constant(w) == original.constant(w))
    let inputs: [RuntimeValue?] = [.tensor(Tensor([1, 2, 3, 4] as [Float], shape: [1, 1, 2, 2]))]
    try expectSameOutputs(graph, original, inputs, tolerance: 1e-6)
  }

  @Test(arguments: 0..<7)
  func `what cannot be folded stays`(index: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1, 2, 2])
    let w =
      index == 0
      ? sketch.input("w", [2, 1, 1, 1]) : sketch.constant("w", [1, 2], [2, 1, 1, 1])
    let conv = try sketch.add("conv", Conv(), x, w)
    switch index {
    // The weights are not constant.
    case 0: sketch.output(try batchNorm(&sketch, "norm", conv, channels: 2))
    // The convolution has a second reader.
    case 1:
      sketch.output(try batchNorm(&sketch, "norm", conv, channels: 2))
      sketch.output(try sketch.add("r", ReLU(), conv), "z")
    // The convolution is an output.
    case 2:
      sketch.output(try batchNorm(&sketch, "norm", conv, channels: 2))
      sketch.output(conv, "z")
    // The constant differs along other axes.
    case 3: sketch.output(try sketch.add("m", Mul(), conv, sketch.constant("c", [1, 2])))
    // The constant makes the result larger.
    case 4: sketch.output(try sketch.add("m", Add(), conv, sketch.filled("c", 1, [2, 1, 1, 1])))
    // The weights would overflow.
    case 5: sketch.output(try sketch.add("m", Mul(), conv, sketch.number("c", 3e38)))
    default: sketch.output(try sketch.add("m", Div(), sketch.number("c", 1), conv))
    }
    try expectSettled(BatchNormFolding(), sketch.graph)
  }
}

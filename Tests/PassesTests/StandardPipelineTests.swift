// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct StandardPipelineTests {
  @Test func `a layer in the style of old files becomes one fused node`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 5, 5])
    let padded = try sketch.add(
      "pad", Pad(), x, sketch.integers("pads", [0, 0, 1, 1, 0, 0, 1, 1]))
    var value = try sketch.add("conv", Conv(), padded, sketch.filled("w", 0.5, [3, 2, 3, 3]))
    value = try sketch.add(
      "norm", BatchNormalization(), value, sketch.constant("s", [1, 2, 3]),
      sketch.constant("b", [1, 2, 3]), sketch.constant("m", [1, 2, 3]),
      sketch.constant("v", [1, 2, 3]))
    let axes = sketch.integers("axes", [1, 2])
    let scale = try sketch.add("us", Unsqueeze(), sketch.constant("s2", [1, 2, 3]), axes)
    let shift = try sketch.add("ub", Unsqueeze(), sketch.constant("b2", [1, 2, 3]), axes)
    value = try sketch.add("mul", Mul(), value, scale)
    value = try sketch.add("add", Add(), value, shift)
    value = try sketch.add("drop", Dropout(), value)
    value = try sketch.add("swish", Mul(), value, sketch.add("sigmoid", Sigmoid(), value))
    sketch.output(value)
    var graph = sketch.graph
    try Pipeline.inference.run(on: &graph)
    let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))
    #expect(
      graph.description == """
        graph g(x: float32[1, 2, 5, 5]) -> y = swish
          const w: float32[3, 2, 3, 3]
          const conv_bias: float32[3]
          swish: float32[1, 3, 5, 5] = FusedConv{conv: \(Conv(window: window)), \
        activation: silu, hasResidual: false}(x, w, conv_bias)
        """)
    var generator = SeededGenerator(seed: 3)
    let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor([1, 2, 5, 5]))]
    try expectSameOutputs(
      graph, sketch.graph, inputs, tolerance: RandomGraphTests.roundingTolerance)
  }

  @Test func `the report names the passes that did something`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2])
    sketch.output(try sketch.add("r", ReLU(), sketch.add("id", Identity(), x)))
    var graph = sketch.graph
    let reports = try Pipeline.simplification.run(on: &graph)
    #expect(reports.map(\.name) == ["repeated-passes"])
    #expect(reports[0].report.notes == ["identity-elimination: 1"])
    #expect(reports[0].report.before.nodes == 2)
    #expect(reports[0].report.after.nodes == 1)
  }

  @Test func `rounds are bounded, and the report says so`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2])
    sketch.output(try sketch.add("r", ReLU(), sketch.add("id", Identity(), x)))
    var graph = sketch.graph
    let report = try RepeatedPasses([IdentityElimination()], maximumRounds: 1).run(on: &graph)
    #expect(report.notes == ["identity-elimination: 1", "stopped after 1 rounds"])
  }

  /// One link of each kind that passes follow along chains: a pass that looked at whole chains from
  /// each node would take minutes.
  @Test(.tags(.slow), arguments: [0, 1, 2, 3, 4])
  func `passes are linear in the length of chains`(kind: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3])
    let c = sketch.number("c", 2)
    let shape = sketch.integers("shape", [1, 3, 2])
    var value = x
    for link in 0..<20_000 {
      let operation: any Operation =
        switch kind {
        case 0: Identity()
        case 1: Transpose(permutation: [0, 2, 1])
        case 2: Reshape()
        case 3: Mul()
        default: link % 2 == 0 ? Transpose(permutation: [2, 0, 1]) : ReLU()
        }
      let inputs = kind == 2 ? [value, shape] : kind == 3 ? [value, c] : [value]
      value = try #require(try sketch.graph.addNode(operation, inputs: inputs)[0])
    }
    sketch.output(value)
    var graph = sketch.graph
    let clock = ContinuousClock()
    let duration = try clock.measure { try Pipeline.inference.run(on: &graph) }
    // Linear passes take about a second in debug builds; quadratic ones 20,000 times a node's share.
    #expect(duration < .seconds(60))
  }
}

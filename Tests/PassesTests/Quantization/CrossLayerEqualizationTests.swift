// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct CrossLayerEqualizationTests {
  private let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))

  /// A pointwise, a depthwise and a pointwise layer with channels of very different sizes.
  private func network(
    _ activation: (inout Sketch, String, ValueID) throws -> ValueID, seed: UInt64 = 1
  ) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    var sketch = Sketch()
    let x = sketch.input("x", [1, 3, 6, 6])
    var first = generator.normalTensor([8, 3, 1, 1]).array(of: Float.self)
    for index in first.indices { first[index] *= [2, 1, 0.5, 0.1, 0.05, 0.02, 0.01, 1][index / 3] }
    let w1 = sketch.graph.addInitializer("w1", Tensor(first, shape: [8, 3, 1, 1]))
    let b1 = sketch.filled("b1", 0.01, [8])
    var value = try activation(&sketch, "act1", try sketch.add("conv1", Conv(), x, w1, b1))
    let w2 = sketch.graph.addInitializer("w2", generator.normalTensor([8, 1, 3, 3], scale: 0.4))
    value = try activation(
      &sketch, "act2", try sketch.add("conv2", Conv(window: window, groups: 8), value, w2))
    let w3 = sketch.graph.addInitializer("w3", generator.normalTensor([4, 8, 1, 1]))
    sketch.output(try sketch.add("conv3", Conv(), value, w3))
    return sketch.graph
  }

  private func relu(_ sketch: inout Sketch, _ name: String, _ x: ValueID) throws -> ValueID {
    try sketch.add(name, ReLU(), x)
  }

  private func relu6(_ sketch: inout Sketch, _ name: String, _ x: ValueID) throws -> ValueID {
    try sketch.add(
      name, Clip(), x, sketch.number("\(name)_low", 0), sketch.number("\(name)_high", 6))
  }

  private let source = ReferenceActivations.normal([1, 3, 6, 6], seed: 12)

  private func quantized(_ graph: Graph) throws -> Graph {
    var graph = graph
    var format = QuantizationFormat.int8Weights
    format.granularity = .tensor
    try Pipeline([
      PostTrainingQuantization(
        source: source, weights: format, activationEstimator: .minMax, correctsBiases: false)
    ]).run(on: &graph)
    return graph
  }

  @Test(arguments: 1..<6 as Range<UInt64>)
  func `the network computes the same, and scales by tensor lose less`(seed: UInt64) throws {
    let original = try network(relu, seed: seed)
    var graph = original
    let pass = CrossLayerEqualization()
    let report = try pass.run(on: &graph)
    #expect(report.rewrites == 2)
    try graph.checkInvariants()
    for batch in source.batches {
      try expectSameOutputs(graph, original, batch, tolerance: 1e-5)
    }
    try expectSettled(pass, graph)
    let expected = try outputs(original, source)
    let before = decibels(try outputs(try quantized(original), source), expected)
    let after = decibels(try outputs(try quantized(graph), source), expected)
    #expect(after > before)
  }

  @Test func `ranges of weights become equal on both sides`() throws {
    var graph = try network(relu)
    try Pipeline([CrossLayerEqualization()]).run(on: &graph)
    let w1 = try #require(graph.value(named: "w1").flatMap(graph.constant)).doubles().map(abs)
    let w2 = try #require(graph.value(named: "w2").flatMap(graph.constant)).doubles().map(abs)
    for channel in 0..<8 {
      let out = w1[channel * 3..<channel * 3 + 3].max()!
      let into = w2[channel * 9..<channel * 9 + 9].max()!
      #expect(abs(out / into - 1) < 0.05)
    }
  }

  @Test func `without data a bound is left alone, or given up on demand`() throws {
    let original = try network(relu6)
    var graph = original
    let report = try CrossLayerEqualization().run(on: &graph)
    #expect(report.rewrites == 0 && graph == original)
    #expect(
      report.notes
        == ["conv1", "conv2"].map {
          "left alone: Conv node \"\($0)\": the bound of the Clip behind it does not scale"
        })
    let unbound = try CrossLayerEqualization(boundedActivations: .unbound).run(on: &graph)
    #expect(unbound.rewrites == 2)
    #expect(!graph.nodes.contains { $0.operation is Clip })
    try graph.checkInvariants()
  }

  @Test(arguments: 1..<6 as Range<UInt64>)
  func `with data, channels below a bound fill the range and none leaves it`(
    seed: UInt64
  ) throws {
    let original = try network(relu6, seed: seed)
    var graph = original
    let pass = CrossLayerEqualization(source: source)
    #expect(try pass.run(on: &graph).rewrites > 0)
    try graph.checkInvariants()
    for batch in source.batches {
      try expectSameOutputs(graph, original, batch, tolerance: 1e-5)
    }
    try expectSettled(pass, graph)
    // The middle of the pair with the depthwise layer: every channel is as wide as the widest.
    var probed = graph
    probed.addOutput("middle", try #require(graph.value(named: "act1")))
    let middle = try source.batches.map { try #require(try probed.evaluate($0)[1].tensor) }
    let reach = (0..<8).map { channel in
      middle.map { $0.doubles()[channel * 36..<(channel + 1) * 36].max()! }.max()!
    }
    #expect(reach.min()! > 0.8 * reach.max()! && reach.max()! <= 6)
    let expected = try outputs(original, source)
    let before = decibels(try outputs(try quantized(original), source), expected)
    let after = decibels(try outputs(try quantized(graph), source), expected)
    #expect(after > before)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ChannelCriterionTests {
  /// conv → ReLU → conv, the second filter of the first made by hand.
  private func network(_ seed: UInt64, filter: [Float]? = nil, bias: Float = 0) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    var sketch = Sketch()
    let x = sketch.input("x", [2, 3, 6, 6])
    var weights = generator.normalTensor([5, 3, 3, 3]).array(of: Float.self)
    if let filter { weights.replaceSubrange(27..<54, with: filter) }
    let w = sketch.constant("w", weights, [5, 3, 3, 3])
    let b = sketch.constant("b", [0.1, bias, 0.2, -0.1, 0])
    let y = try sketch.add("conv1", Conv(), x, w, b)
    let z = try sketch.add("relu", ReLU(), y)
    let v = sketch.graph.addInitializer("v", generator.normalTensor([4, 5, 3, 3]))
    let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))
    sketch.output(try sketch.add("conv2", Conv(window: window), z, v))
    return sketch.graph
  }

  private func data(_ seed: UInt64) -> [[Tensor]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<3).map { _ in [generator.normalTensor([2, 3, 6, 6])] }
  }

  @Test func `the fraction of zeros is that of a count by hand`() throws {
    let graph = try network(3)
    let batches = data(4)
    let layers = WeightLayer.all(in: graph)
    let activations = try ChannelActivations.collect(
      of: [layers[0]], in: graph, from: EvaluatedActivations(batches))
    let found = try #require(activations[layers[0].node.id])
    var probe = graph
    probe.addOutput("relu", try #require(graph.value(named: "relu")))
    var zeros = [Double](repeating: 0, count: 5)
    for batch in batches {
      let values = try #require(try probe.evaluate(batch.map { .tensor($0) })[1].tensor)
      for sample in 0..<2 {
        for channel in 0..<5 {
          for position in 0..<16
          where values.double(at: (sample * 5 + channel) * 16 + position) == 0 {
            zeros[channel] += 1
          }
        }
      }
    }
    #expect(found.zeroFractions == zeros.map { $0 / 96 })
  }

  @Test func `a channel that is never positive goes first, without a change`() throws {
    let graph = try network(5, bias: -1000)
    var pruned = graph
    let report = try ChannelPruning(
      criterion: ZeroFractionCriterion(), amount: .budget(.ratio(0.2)),
      calibration: EvaluatedActivations(data(6))
    ).run(on: &pruned)
    #expect(report.rewrites == 1)
    #expect(
      pruned.type(of: try #require(pruned.value(named: "relu"))) == .tensor(.float32, [2, 4, 4, 4]))
    try expectSameOutputs(pruned, graph, [.tensor(data(7)[0][0])], tolerance: 1e-6)
  }

  @Test(arguments: [Float(-2), 0, 3])
  func `a channel of zero weights goes, its constant right also at the border`(
    bias: Float
  ) throws {
    let graph = try network(8, filter: [Float](repeating: 0, count: 27), bias: bias)
    var thinned = graph
    let report = try ZeroChannelElimination().run(on: &thinned)
    #expect(report.rewrites == 1)
    #expect(report.after.parameters < report.before.parameters || bias > 0)
    try expectSameOutputs(thinned, graph, [.tensor(data(9)[0][0])], tolerance: 1e-6)
    var kept = graph
    let second = try ZeroChannelElimination(addsBorderMaps: false).run(on: &kept)
    #expect(second.rewrites == (bias > 0 ? 0 : 1))
    try expectSettled(ZeroChannelElimination(), thinned)
  }

  @Test func `planted duplicates vanish without a change`() throws {
    let original = try network(10)
    let value = try #require(original.value(named: "w"))
    let weights = try #require(original.constant(value)).array(of: Float.self)
    var graph = try network(10, filter: Array(weights[81..<108]), bias: -0.1)
    let before = graph
    let report = try SimilarityMerging().run(on: &graph)
    #expect(report.rewrites == 1)
    #expect(
      graph.type(of: try #require(graph.value(named: "relu"))) == .tensor(.float32, [2, 4, 4, 4]))
    try expectSameOutputs(graph, before, [.tensor(data(11)[0][0])], tolerance: 1e-6)
    try expectSettled(SimilarityMerging(), graph)
  }

  @Test func `merging what is alike beats removing by chance`() throws {
    var (merging, chance) = (0.0, 0.0)
    for seed in 0..<8 as Range<UInt64> {
      // One filter is nearly another one.
      var noise = SeededGenerator(seed: seed + 40)
      let original = try network(seed + 20)
      let weights = try #require(
        original.value(named: "w").flatMap(original.constant)
      ).array(of: Float.self)
      let near = zip(weights[81..<108], noise.normalTensor([27], scale: 0.1).array(of: Float.self))
      let graph = try network(seed + 20, filter: near.map { $0 + $1 }, bias: -0.1)
      let input = data(seed)[0]
      let expected = try #require(try graph.evaluate(input.map { .tensor($0) })[0].tensor).doubles()
      func error(_ pass: any Pass) throws -> Double {
        var other = graph
        _ = try pass.run(on: &other)
        let actual = try #require(try other.evaluate(input.map { .tensor($0) })[0].tensor).doubles()
        return zip(actual, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      merging += try error(SimilarityMerging(ratio: 0.2))
      chance += try error(
        ChannelPruning(
          criterion: RandomChannelCriterion(seed: seed), amount: .budget(.ratio(0.2))))
    }
    #expect(merging < chance)
  }

  @Test func `the geometric median is the filter in the middle`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 1])
    let w = sketch.constant("w", [-4, 5, 0.5, 9, -8], [5, 1])
    sketch.output(try sketch.add("fc", Gemm(transposesB: true), x, w))
    let layer = WeightLayer.all(in: sketch.graph)[0]
    let scores = try GeometricMedianCriterion().scores(of: layer, in: sketch.graph, nil)
    #expect(scores.firstIndex(of: try #require(scores.min())) == 2)
  }

  @Test func `budgets are met by the least removal`() throws {
    var graph = try network(30)
    let before = GraphSize(graph).multiplyAdds
    let report = try ChannelPruning(amount: .budget(.multiplyAdds(0.7))).run(on: &graph)
    #expect(report.after.multiplyAdds <= before * 7 / 10)
    var less = try network(30)
    _ = try ChannelPruning(amount: .budget(.ratio(0.2))).run(on: &less)
    #expect(GraphSize(less).multiplyAdds > before * 7 / 10)
    struct Meter: LatencyMeter {
      func milliseconds(of graph: Graph) throws(GraphError) -> Double {
        Double(GraphSize(graph).multiplyAdds) / 1000
      }
    }
    var timed = try network(30)
    let budget = PruningBudget.milliseconds(Double(before) * 0.0007, Meter())
    _ = try ChannelPruning(amount: .budget(budget)).run(on: &timed)
    #expect(timed == graph)
  }

  @Test func `whole branches go, and the sum is what it was added to`() throws {
    var sketch = Sketch()
    var generator = SeededGenerator(seed: 1)
    let x = sketch.input("x", [1, 3, 4, 4])
    var trunk = try sketch.add("r0", ReLU(), x)
    for number in 1...2 {
      let scale: Float = number == 1 ? 1 : 0.01
      let w = sketch.graph.addInitializer(
        "w\(number)", generator.normalTensor([3, 3, 1, 1], scale: scale))
      let branch = try sketch.add("c\(number)", Conv(), trunk, w)
      trunk = try sketch.add("add\(number)", Add(), trunk, branch)
    }
    sketch.output(try sketch.add("end", ReLU(), trunk))
    var graph = sketch.graph
    let report = try ResidualBranchRemoval().run(on: &graph)
    #expect(report.notes == ["dropped the branch into Add node \"add2\""])
    #expect(graph.nodes.map(\.name) == ["r0", "c1", "add1", "end"])
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct LayerTimingTests {
  /// A machine on which a layer takes as long as its table says, with codes and without.
  private struct Clock: LayerTiming {
    var plain: [String: Double]
    var onCodes: [String: Double]
    /// What each conversion to codes costs.
    var conversion = 0.1

    func measure(_ graph: Graph) throws(GraphError) -> LayerTimes {
      var layers: [String: Double] = [:]
      var total = 0.0
      for node in graph.nodes {
        if node.operation is QuantizeLinear { total += conversion }
        guard let weights = node.input(1), let plain = plain[node.name] else { continue }
        layers[node.name] = graph.constant(weights) == nil ? onCodes[node.name] ?? plain : plain
        total += layers[node.name] ?? 0
      }
      return LayerTimes(layers: layers, total: total)
    }
  }

  private func network() throws -> (Graph, ReferenceActivations) {
    var generator = SeededGenerator(seed: 2)
    var sketch = Sketch()
    var value = sketch.input("x", [1, 4])
    for name in ["a", "b", "c"] {
      let w = sketch.graph.addInitializer("w_\(name)", generator.normalTensor([4, 4]))
      value = try sketch.add(name, Gemm(), value, w)
    }
    sketch.output(value)
    return (sketch.graph, .normal([1, 4], seed: 1))
  }

  private func quantized(_ clock: Clock) throws -> (layers: [String], notes: [String]) {
    var (graph, source) = try network()
    let pass = PostTrainingQuantization(source: source, timing: clock)
    let notes = try pass.run(on: &graph).notes
    try graph.checkInvariants()
    let layers = graph.nodes.filter { node in
      node.operation is Gemm && node.input(1).map { graph.constant($0) == nil } == true
    }
    return (layers.map(\.name), notes)
  }

  @Test func `layers that are no faster on codes stay as they are`() throws {
    let clock = Clock(plain: ["a": 4, "b": 1, "c": 4], onCodes: ["a": 1, "b": 3, "c": 1])
    let (layers, notes) = try quantized(clock)
    #expect(layers == ["a", "c"])
    #expect(
      notes == [
        "left in floating point: Gemm node \"b\" takes 3.000 ms on codes, 1.000 ms without",
        "quantized 2 of 3 layers",
      ])
  }

  @Test func `a network that is no faster on codes stays as it is`() throws {
    let clock = Clock(
      plain: ["a": 1, "b": 1, "c": 1], onCodes: ["a": 0.9, "b": 0.9, "c": 0.9], conversion: 1)
    let (layers, notes) = try quantized(clock)
    #expect(layers == [])
    #expect(
      notes == ["not quantized: the network takes 5.700 ms on codes, 3.000 ms without"])
  }

  @Test func `a slower layer stays on codes where leaving them costs more`() throws {
    let clock = Clock(
      plain: ["a": 9, "b": 1, "c": 9], onCodes: ["a": 1, "b": 1.1, "c": 1], conversion: 1)
    // Without "b", there are as many conversions; with all on codes, the sum is 6.1, else 5 + 1.
    let (layers, _) = try quantized(clock)
    #expect(layers.contains("a") && layers.contains("c"))
  }
}

extension Node {
  fileprivate func input(_ index: Int) -> ValueID? { index < inputs.count ? inputs[index] : nil }
}

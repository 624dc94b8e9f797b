// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct QuantizationSensitivityTests {
  /// Three layers, the second of which has weights of one size but for a huge one in each channel.
  private func network() throws -> (Graph, ReferenceActivations) {
    var generator = SeededGenerator(seed: 3)
    var sketch = Sketch()
    var value = sketch.input("x", [2, 16])
    for name in ["a", "b", "c"] {
      var weights = generator.normalTensor([16, 16], scale: 0.3).array(of: Float.self)
      if name == "b" { for column in 0..<16 { weights[column] = 0.001; weights[16 + column] = 40 } }
      let w = sketch.graph.addInitializer("w_\(name)", Tensor(weights, shape: [16, 16]))
      value = try sketch.add(name, Gemm(), value, w)
      if name != "c" { value = try sketch.add("\(name)_relu", ReLU(), value) }
    }
    sketch.output(value)
    return (sketch.graph, .normal([2, 16], seed: 1))
  }

  @Test func `the layer that suffers most is found, and left alone on demand`() throws {
    let (graph, source) = try network()
    var pass = PostTrainingQuantization(source: source, activationEstimator: .minMax)
    pass.weights = try QuantizationFormat(
      bits: 4, isSigned: true, isSymmetric: true, granularity: .channel(axis: 0))
    let table = try QuantizationSensitivity(pass).measure(graph)
    #expect(table.layers.map(\.name) == ["a", "b", "c"])
    let worst = try #require(table.layers.min { $0.aloneDecibels < $1.aloneDecibels })
    let helpful = try #require(table.layers.max { $0.othersDecibels < $1.othersDecibels })
    #expect(worst.name == helpful.name)
    for layer in table.layers {
      #expect(layer.opType == "Gemm" && layer.multiplyAdds == 2 * 16 * 16)
      #expect(layer.bytesBefore == 1024 && layer.bytesAfter == 128 + 64 + 8)
      #expect(layer.aloneDecibels >= table.allDecibels - 1)
      #expect(layer.millisecondsSaved == nil)
    }
    pass.leastDecibels = worst.aloneDecibels + 0.01
    var result = graph
    let report = try pass.run(on: &result)
    #expect(report.rewrites == 2)
    #expect(
      report.notes.contains { $0.hasPrefix("left in floating point: Gemm node \"\(worst.name)") })
  }
}

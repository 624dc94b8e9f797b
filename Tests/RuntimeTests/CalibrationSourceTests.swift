// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Synchronization
import Tensors
import TestSupport
import Testing

@Suite struct CalibrationSourceTests {
  /// Keeps what it is shown.
  private struct Recorder: ActivationObserver {
    var seen: [(value: ValueID, batch: Int, tensor: Tensor)] = []

    mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
      // The memory is used again: a copy.
      seen.append((value, batch, Tensor(tensor.array(of: Float.self), shape: tensor.shape)))
    }
  }

  /// Makes batches and counts those that are alive.
  private final class Batches: InputBatches {
    let batchCount = 5
    let made = Mutex(0)

    func batch(_ index: Int) throws(GraphError) -> [String: Tensor] {
      made.withLock { $0 += 1 }
      var generator = SeededGenerator(seed: UInt64(index))
      return ["x": generator.normalTensor([1 + index % 2, 3, 6, 6])]
    }
  }

  private func network() throws -> (Graph, [ValueID]) {
    var generator = SeededGenerator(seed: 3)
    var graph = Graph(name: "g")
    let x = graph.addInput(
      "x", .tensor(.float32, dimensions: [.symbolic("N"), .fixed(3), .fixed(6), .fixed(6)]))
    let w = graph.addInitializer("w", generator.normalTensor([4, 3, 3, 3]))
    let conv = try #require(try graph.addNode(Conv(), name: "conv", inputs: [x, w])[0])
    let relu = try #require(try graph.addNode(ReLU(), name: "relu", inputs: [conv])[0])
    let y = try #require(try graph.addNode(GlobalAveragePool(), name: "y", inputs: [relu])[0])
    graph.addOutput("y", y)
    return (graph, [relu, x, conv, y, w])
  }

  @Test func `inputs, constants, results between nodes and outputs are seen, in order`() throws {
    let (graph, values) = try network()
    let batches = Batches()
    var recorder = Recorder()
    try CalibrationSource(batches).observe(values, of: graph, with: &recorder)
    #expect(batches.made.withLock { $0 } == 5)
    #expect(recorder.seen.map(\.value) == (0..<5).flatMap { _ in values })
    #expect(recorder.seen.map(\.batch) == (0..<5).flatMap { [$0, $0, $0, $0, $0] })
    var observed = graph
    for value in values { observed.addOutput("observed", value) }
    for batch in 0..<5 {
      let input = try batches.batch(batch)
      let expected = try observed.evaluate([.tensor(try #require(input["x"]))])
      for (offset, entry) in recorder.seen[batch * 5..<batch * 5 + 5].enumerated() {
        expectClose(
          entry.tensor, try #require(expected[1 + offset].tensor), absolute: 1e-5, relative: 1e-5)
      }
    }
  }

  @Test func `names that the model lacks are refused`() throws {
    let (graph, values) = try network()
    let source = CalibrationSource(StoredBatches([["z": Tensor(scalar: Float(1))]]))
    var recorder = Recorder()
    #expect(
      throws: GraphError(.missingInput, "the model has no input \"z\", its inputs are \"x\"")
    ) { try source.observe(values, of: graph, with: &recorder) }
  }
}

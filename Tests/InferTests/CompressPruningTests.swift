// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import TestSupport
import Tensors
import Testing

/// `infer compress --prune` and `--factorize`, and the variants of `infer bench`, as processes.
@Suite struct CompressPruningTests {
  /// Two convolutions and a fully connected layer.
  private func writeModel(_ folder: TemporaryFolder) throws -> String {
    var generator = SeededGenerator(seed: 6)
    var graph = Graph(name: "m")
    let x = graph.addInput("x", .tensor(.float32, [1, 3, 10, 10]))
    let w = graph.addInitializer("w", generator.normalTensor([16, 3, 3, 3]))
    let y = try graph.addNode(Conv(), name: "conv1", inputs: [x, w])[0]
    let z = try graph.addNode(ReLU(), name: "relu", inputs: [y])[0]
    let v = graph.addInitializer("v", generator.normalTensor([16, 16, 3, 3]))
    let conv = try graph.addNode(Conv(), name: "conv2", inputs: [z, v])[0]
    let flat = try graph.addNode(Flatten(), name: "flat", inputs: [conv])[0]
    let u = graph.addInitializer("u", generator.normalTensor([32, 576]))
    let row = try graph.addNode(
      Gemm(transposesB: true), name: "fc", inputs: [flat, u])[0]
    graph.addOutput("scores", try #require(row))
    let path = folder.file("m.onnx")
    try ONNX.write(Model(graph: graph), to: path)
    return path
  }

  private func steps(_ flags: [String], _ folder: TemporaryFolder) throws -> [[String: Any]] {
    let output = folder.file("out.onnx")
    let result = try infer(
      ["compress", try writeModel(folder), "-o", output, "--seconds", "0", "--json"] + flags)
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try result.json()["steps"] as? [[String: Any]])
  }

  @Test func `half of the channels go`() throws {
    let folder = try TemporaryFolder()
    let step = try #require(try steps(["--prune", "thinned"], folder).last)
    // 8 filters of 27 for the first, 8 of 72 for the second, then 32 × 8 × 36.
    #expect(step["parameters_after"] as? Int == 8 * 27 + 8 * 72 + 32 * 288)
    let graph = try ONNX.read(contentsOf: folder.file("out.onnx")).graph
    #expect(
      graph.nodes.map { graph.operandTypes(of: $0)[0] }
        == [
          .tensor(.float32, [1, 3, 10, 10]), .tensor(.float32, [1, 8, 8, 8]),
          .tensor(.float32, [1, 8, 8, 8]), .tensor(.float32, [1, 8, 6, 6]),
          .tensor(.float32, [1, 288]),
        ])
  }

  @Test func `a recipe factorizes, prunes and simplifies, and zeros stay`() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.write(
      Array(
        """
        steps:
          - matrix-factorization: {rank: 8, declines: false}
          - pruned: {ratio: 0.75, skip-last: false}
          - simplification
        """.utf8), "r.yaml")
    let steps = try steps(["--recipe", recipe], folder)
    #expect(steps.map { $0["rewrites"] as? Int ?? 0 }.prefix(2) == [1, 3])
    let graph = try ONNX.read(contentsOf: folder.file("out.onnx")).graph
    let zeros = graph.initializers.values.reduce(0) { $0 + $1.count - $1.nonZeroCount }
    #expect(zeros == (16 * 144 + 8 * 576 + 32 * 8) * 3 / 4)
  }

  @Test func `a budget of time is measured`() throws {
    let folder = try TemporaryFolder()
    let step = try #require(try steps(["--prune", "channel,ms=1000"], folder).last)
    #expect(step["rewrites"] as? Int == 0)
    #expect((step["notes"] as? [String])?.first == "ratio 0.0 meets 1000.0 ms")
  }

  @Test func `variants are measured side by side`() throws {
    let folder = try TemporaryFolder()
    let result = try infer([
      "bench", try writeModel(folder), "--variants", "dense,pruned,channel-pruning:ratio=0.75",
      "--seconds", "0.05", "--json",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let variants = try #require(try result.json()["variants"] as? [[String: Any]])
    #expect(
      variants.map { $0["name"] as? String } == ["dense", "pruned", "channel-pruning:ratio=0.75"])
    let work = variants.map { $0["gmacs"] as? Double ?? 0 }
    #expect(work[1] == work[0] && work[2] < work[0] / 2)
  }

  @Test func `two budgets are one too many`() throws {
    let folder = try TemporaryFolder()
    let result = try infer([
      "compress", try writeModel(folder), "-o", folder.file("o.onnx"), "--prune",
      "channel,ratio=0.5,macs=0.5",
    ])
    #expect(result.status == 65)
    #expect(result.errors.contains("expected one of ratio, macs, bytes and ms"))
  }
}

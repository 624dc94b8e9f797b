// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Tensors
import TestSupport
import Testing

@Suite struct CommandTests {
  @Test func `bench prints the documented keys and plausible numbers`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let result = try infer([
      "bench", model, "--seconds", "0.05", "--batch", "2", "--threads", "1", "--json",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    #expect(
      json.keys.sorted() == [
        "arena_mb", "batch", "gmacs", "isa", "load_ms", "mean_ms", "median_ms", "min_ms",
        "p90_ms", "p99_ms", "peak_rss_mb", "runs", "threads", "weights_mb",
      ])
    let numbers = json.compactMapValues { $0 as? Double }
    let order = ["min_ms", "median_ms", "p90_ms", "p99_ms"].compactMap { numbers[$0] }
    #expect(order.count == 4 && order == order.sorted() && order[0] > 0)
    #expect(json["batch"] as? Int == 2)
    #expect(json["runs"] as? Int ?? 0 >= 7)
    #expect(numbers["weights_mb"] == 36e-6)
    #expect(numbers["gmacs"] == 18e-9)
    #expect(numbers["peak_rss_mb"] ?? 0 > 1)
  }

  @Test func `the profile has a row for each step, whose shares are the whole`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let json = try infer(["bench", model, "--seconds", "0.05", "--profile", "--json"]).json()
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes.contains { $0["op"] as? String == "Gemm" && $0["name"] as? String == "scores" })
    let shares = nodes.compactMap { $0["share"] as? Double }
    #expect(shares.count == nodes.count && abs(shares.reduce(0, +) - 1) < 1e-9)
    // Parts of the peak are the speeds divided by it.
    let peak = try #require(json["peak_gflops"] as? Double)
    #expect(peak > 1)
    for node in nodes {
      let speed = try #require(node["gflops"] as? Double)
      #expect(abs(try #require(node["peak_share"] as? Double) - speed / peak) < 1e-9)
    }
    let text = try infer(["bench", model, "--seconds", "0.05", "--profile"]).output
    #expect(text.contains("% of peak") && text.contains("Gemm"))
    #expect(text.contains("measured peak"))
  }

  /// A model of one convolution that minimal filtering makes faster.
  private func convolutionGraph() throws -> Graph {
    var graph = Graph(name: "convolution")
    let x = graph.addInput("x", .tensor(.float32, [1, 64, 48, 48]))
    var generator = SeededGenerator(seed: 1)
    let w = graph.addInitializer("w", generator.normalTensor([64, 64, 3, 3]))
    let conv = Conv(window: SlidingWindow(padding: .sameUpper))
    let y = try graph.addNode(conv, name: "conv", inputs: [x, w])[0]
    graph.addOutput("y", try #require(y))
    return graph
  }

  @Test func `exact runs use no large tiles of minimal filtering`() throws {
    let folder = try TemporaryFolder()
    let model = folder.file("convolution.onnx")
    try ONNX.write(Model(graph: try convolutionGraph()), to: model)

    func algorithm(_ options: String...) throws -> String? {
      let arguments = ["bench", model, "--seconds", "0.01", "--profile", "--json"] + options
      let nodes = try infer(arguments).json()["nodes"] as? [[String: Any]]
      return nodes?.first { $0["name"] as? String == "conv" }?["algorithm"] as? String
    }
    let large = ["F(4,3)", "F(5,3)", "F(6,3)"]
    #expect(large.contains(try #require(try algorithm())))
    #expect(!large.contains(try #require(try algorithm("--exact"))))
    // `run` takes it, too.
    var generator = SeededGenerator(seed: 1)
    let input = try folder.write(generator.normalTensor([1, 64, 48, 48]), "x.npy")
    #expect(try infer(["run", model, "--input", "x=\(input)", "--exact"]).status == 0)
  }

  @Test func `measured choices are kept in a file`() throws {
    let folder = try TemporaryFolder()
    let model = folder.file("convolution.onnx")
    try ONNX.write(Model(graph: try convolutionGraph()), to: model)
    let file = folder.file("wisdom.json")
    let arguments = ["bench", model, "--seconds", "0.01", "--wisdom", file]
    #expect(try infer(arguments).status == 0)
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(written.contains("3x3/1,1") && written.contains("\"version\" : 1"))
    #expect(try infer(arguments).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == written)

    try Data("{}".utf8).write(to: URL(fileURLWithPath: file))
    let refused = try infer(arguments)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("wisdom.json: expected wisdom that this program wrote"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "{}")

    let other = folder.file("other.json")
    let estimated = ["bench", model, "--seconds", "0.01", "--wisdom", other, "--plan", "estimated"]
    #expect(try infer(estimated).status == 0)
    #expect(!FileManager.default.fileExists(atPath: other))
  }

  @Test func `a soak runs several sessions and samples memory`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let arguments = ["bench", model, "--soak", "0.2", "--sessions", "3", "--threads", "2"]
    let json = try infer(arguments + ["--json"]).json()
    #expect(
      json.keys.sorted() == [
        "growth_mb", "isa", "mean_ms", "peak_rss_mb", "runs", "samples", "sessions", "threads",
      ])
    #expect(json["sessions"] as? Int == 3 && json["threads"] as? Int == 2)
    let samples = try #require(json["samples"] as? [[String: Any]])
    #expect(samples.count == 20)
    let times = samples.compactMap { $0["seconds"] as? Double }
    let runs = samples.compactMap { $0["runs"] as? Int }
    #expect(times == times.sorted() && times.last ?? 0 >= 0.2)
    #expect(runs == runs.sorted() && runs.last ?? 0 >= 3)
    #expect(samples.allSatisfy { $0["rss_mb"] as? Double ?? 0 > 1 })
    let text = try infer(arguments).output
    #expect(text.contains("3 sessions of 2 threads"))
    #expect(text.split(separator: "\n").count == 22)
  }

  @Test func `the cap of the instruction set reaches the kernels`() throws {
    let json = try infer(["kernels", "--json"], environment: ["ESPALIER_ISA": "portable"]).json()
    #expect(json["isa"] as? String == "portable")
    let kernels = try #require(json["kernels"] as? [[String: Any]])
    let selected = kernels.filter { $0["is_selected"] as? Bool == true }
    #expect(!selected.isEmpty && selected.allSatisfy { $0["isa"] as? String == "portable" })
  }

  @Test func `inspect counts operators, parameters, multiply-adds and zeros`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let json = try infer(["inspect", model, "--json", "--batch", "5"]).json()
    #expect(json["parameters"] as? Int == 9)
    #expect(json["non_zero_parameters"] as? Int == 3)
    #expect(json["multiply_adds"] as? Int == 45)
    #expect(json["bits_per_weight"] as? Double == 32)
    #expect(
      json["operators"] as? [String: Int] == ["GlobalAveragePool": 1, "Flatten": 1, "Gemm": 1])
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes.last?["shape"] as? String == "float32[5, 3]")
  }

  @Test func `reports are complete and escaped`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier(output: "<script>\"x\"\\")
    let (dot, html) = (folder.file("g.dot"), folder.file("g.html"))
    let result = try infer(["inspect", model, "--dot", dot, "--html", html])
    #expect(result.status == 0, "\(result.errors)")
    let page = try String(contentsOfFile: html, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(!page.contains("<script>") && page.contains("&lt;script&gt;&quot;x&quot;"))
    let graph = try String(contentsOfFile: dot, encoding: .utf8)
    #expect(graph.contains("<script>\\\"x\\\"\\\\\\n"))
  }

  @Test func `limits need no model`() throws {
    let json = try infer(["inspect", "--limits", "--json"]).json()
    #expect(json["node_count"] as? Int == 200_000)
    #expect(json["run_bytes"] as? Int ?? 0 > 0)
  }

  @Test(arguments: [[], ["--reference"]])
  func `test cases pass, fail and are skipped`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let x = Tensor([-1, 2, -3, 4, 5, 6] as [Float], shape: [2, 3])
    for (name, y) in [("good", 5 as Float), ("wrong", 5.1)] {
      let data = folder.file("\(name)/test_data_set_0")
      try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
      let model = try folder.writeReLU()
      try FileManager.default.moveItem(atPath: model, toPath: folder.file("\(name)/model.onnx"))
      try Data(tensorFile(x)).write(to: URL(filePath: data + "/input_0.pb"))
      let expected = Tensor([0, 2, 0, 4, y, 6], shape: [2, 3])
      try Data(tensorFile(expected)).write(to: URL(filePath: data + "/output_0.pb"))
    }
    let all = try infer(["test", folder.path] + options)
    #expect(all.status == 70)
    #expect(all.errorLines.count == 1)
    #expect(all.output.hasSuffix("1 passed, 1 failed, 0 skipped\n"))
    #expect(all.output.contains("FAIL  wrong: test_data_set_0: output \"y\" [4] is 5.0"))
    let good = try infer(["test", folder.file("good"), "--json"] + options)
    #expect(good.status == 0)
    #expect(try good.json()["passed"] as? Int == 1)
    let loose = try infer(["test", folder.path, "--rtol", "0.1"] + options)
    #expect(loose.status == 0)
    #expect(try infer(["test", folder.file("good/test_data_set_0")]).status == 66)
  }

  /// A float tensor as ONNX stores it in a file of its own: dims, data_type, raw_data.
  private func tensorFile(_ tensor: Tensor) -> [UInt8] {
    let dims: [UInt8] = tensor.shape.flatMap { [0x08, UInt8($0)] as [UInt8] }
    let raw = tensor.withUnsafeBytes { Array($0) }
    return dims + [0x10, 1, 0x4A, UInt8(raw.count)] + raw
  }

  @Test(arguments: ["run", "bench", "inspect", "export", "test", "kernels"])
  func `every command explains itself with an example`(command: String) throws {
    let result = try infer([command, "--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("infer \(command)"))
    #expect(result.output.contains("Example"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts are made for every shell`(shell: String) throws {
    let result = try infer(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.output.contains("output-dir"))
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Imaging
import ONNXFormat
import Tensors
import TestSupport
import Testing

/// `infer compress`, `bench --variants` and `methods` as processes.
@Suite struct CompressTests {
  /// A convolution, a batch norm that folds into it, and a dead end.
  private func writeModel(_ folder: TemporaryFolder) throws -> String {
    var generator = SeededGenerator(seed: 5)
    var graph = Graph(name: "m")
    let x = graph.addInput(
      "x", .tensor(.float32, dimensions: [.symbolic("N"), .fixed(3), .fixed(8), .fixed(8)]))
    let w = graph.addInitializer("w", generator.normalTensor([4, 3, 3, 3]))
    let conv = Conv()
    let y = try graph.addNode(conv, name: "conv", inputs: [x, w])[0]
    let parameters = ["scale", "bias", "mean"].map {
      graph.addInitializer($0, generator.normalTensor([4]))
    }
    let variance = graph.addInitializer("variance", Tensor([1, 2, 3, 4] as [Float]))
    let normal = try graph.addNode(
      BatchNormalization(), name: "bn", inputs: [y] + parameters + [variance])[0]
    let mean = try graph.addNode(GlobalAveragePool(), name: "mean", inputs: [normal])[0]
    let row = try graph.addNode(Flatten(), name: "row", inputs: [mean])[0]
    graph.addOutput("scores", try #require(row))
    let unused = graph.addInitializer("unused", generator.normalTensor([50]))
    _ = try graph.addNode(ReLU(), name: "dead", inputs: [unused])
    let path = folder.file("m.onnx")
    try ONNX.write(Model(graph: graph, metadata: ["espalier.preprocess": "unit"]), to: path)
    return path
  }

  @Test func `a recipe is run, and the report has before and after`() throws {
    let folder = try TemporaryFolder()
    let (model, output) = (try writeModel(folder), folder.file("out.onnx"))
    let recipe = try folder.write(Array("steps:\n  - simplification\n".utf8), "r.yaml")
    let page = folder.file("r.html")
    let result = try infer([
      "compress", model, "-o", output, "--recipe", recipe, "--seconds", "0.05", "--json",
      "--report", page,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let before = try #require(json["before"] as? [String: Any])
    let after = try #require(json["after"] as? [String: Any])
    // Three kernels of 27, four numbers of the norm, and the dead end; then the kernels and a bias.
    #expect(before["parameters"] as? Int == 108 + 16 + 50 && after["parameters"] as? Int == 112)
    #expect(after["non_zeros"] as? Int == 112)
    let size = try #require(
      FileManager.default.attributesOfItem(atPath: output)[.size] as? Int)
    #expect(after["file_bytes"] as? Int == size)
    #expect(before["file_bytes"] as? Int ?? 0 > size)
    #expect(before["median_ms"] as? Double ?? 0 > 0 && after["median_ms"] as? Double ?? 0 > 0)
    // Infinite where the runtime folds the norm as the pass does.
    #expect(json["sqnr_db"] as? Double ?? 0 > 80 || json["sqnr_db"] as? String == "Infinity")
    #expect(json["data"] as? String == "seeded random input")
    let layers = try #require(json["layers"] as? [[String: Any]])
    #expect(layers.first?["name"] as? String == "conv")
    let metadata = try ONNX.read(contentsOf: output).metadata
    #expect(metadata["espalier.recipe"] == "steps:\n  - simplification\n")
    #expect(metadata["espalier.preprocess"] == "unit")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<svg") && !html.contains("<script"))
  }

  @Test func `data evaluates both on samples that no pass sees`() throws {
    let folder = try TemporaryFolder()
    let (model, output) = (try writeModel(folder), folder.file("out.onnx"))
    for index in 0..<3 {
      _ = try folder.writeImage([UInt8(index * 80), 9, 200], "data\(index).png")
    }
    let arguments = [
      "compress", model, "-o", output, "--pass", "batch-norm-folding", "--seconds", "0",
      "--data", "folder:" + folder.path,
    ]
    let none = try infer(arguments)
    #expect(none.status == 65 && none.errors.contains("--calibration"), "\(none.errors)")
    #expect(try !folder.names().contains("out.onnx"))
    let result = try infer(
      arguments + ["--calibration", "1", "--json", "--preprocess", "inception"])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    #expect(json["samples"] as? Int == 2 && json["agreement"] as? Double == 1)
    #expect(try ONNX.read(contentsOf: output).metadata["espalier.preprocess"] == "inception")
    let text = try infer(arguments + ["--crops", "9", "--calibration", "4"]).output
    #expect(text.contains("5 samples: top-1 agreement 100.00 %"))
  }

  @Test func `layers become codes by data, unless that does not pay`() throws {
    let folder = try TemporaryFolder()
    let (model, output) = (try writeModel(folder), folder.file("out.onnx"))
    try FileManager.default.createDirectory(
      atPath: folder.file("data"), withIntermediateDirectories: true)
    for index in 0..<3 {
      _ = try folder.writeImage([UInt8(index * 80), 9, 200], "data/\(index).png")
    }
    let data = "folder:" + folder.file("data")
    func compress(_ arguments: String...) throws -> Execution {
      try infer(["compress", model, "--seconds", "0"] + arguments)
    }
    #expect(try compress("-o", output, "--quantize", "int8").status == 64)
    let made = try compress(
      "-o", output, "--quantize", "int8,declines=false", "--calibration-data", data, "--json")
    #expect(made.status == 0, "\(made.errors)")
    let steps = try #require(try made.json()["steps"] as? [[String: Any]])
    #expect(steps.map { $0["pass"] as? String } == ["simplification", "int8,declines=false"])
    #expect(steps[1]["rewrites"] as? Int == 1)
    let graph = try ONNX.read(contentsOf: output).graph
    #expect(graph.nodes.contains { $0.operation is QuantizeLinear })
    #expect(try !ONNX.read(contentsOf: output).graph.nodes.contains { $0.name == "bn" })

    // One layer of 8 by 8 pixels: whichever is faster, the report says what was measured or done.
    let measured = try compress(
      "-o", output, "--quantize", "int8", "--calibration-data", data, "--json")
    let notes = try #require(
      (try measured.json()["steps"] as? [[String: Any]])?[1]["notes"] as? [String])
    #expect(
      notes.contains { $0.hasPrefix("not quantized: the network takes") }
        != notes.contains("quantized 1 of 1 layers"), "\(notes)")

    let table = try compress("--quantize", "int8", "--calibration-data", data, "--sensitivity")
    #expect(table.status == 0 && table.output.contains("ms saved"), "\(table.errors)")
    #expect(table.output.contains("conv   Conv"))
    let rows = try compress(
      "--quantize", "int8", "--calibration-data", data, "--sensitivity", "--json")
    let reports = try #require(try rows.json()["sensitivity"] as? [[String: Any]])
    let layer = try #require((reports[0]["layers"] as? [[String: Any]])?.first)
    #expect(layer["bytes_before"] as? Int == 108 * 4 + 16)
    #expect(layer["alone_db"] as? Double ?? 0 > 10 && layer["saved_ms"] is Double)
    #expect(try compress("--pass", "pad-folding", "--sensitivity").status == 64)
    #expect(try compress("--quantize", "int8", "--data", data).status == 64)
  }

  @Test func `what cannot be done leaves no file`() throws {
    let folder = try TemporaryFolder()
    let (model, output) = (try writeModel(folder), folder.file("out.onnx"))
    let wrong = try folder.write(Array("steps:\n  - prunning\n".utf8), "wrong.yaml")
    let cases: [([String], Int32, String)] = [
      ([], 64, "nothing to do"), (["--pass", "nothing"], 64, "simplification"),
      (["--pass", "constant-folding,maximum-bytes=x"], 64, "whole number"),
      (["--prune", "simplification"], 64, "to prune with"),
      (["--recipe", wrong], 65, "wrong.yaml:2: there is no pass 'prunning'"),
      (["--recipe", folder.file("none.yaml")], 66, "none.yaml"),
      (["--pass", "pad-folding", "--crops", "5"], 64, "--data"),
    ]
    for (arguments, status, text) in cases {
      let result = try infer(["compress", model, "-o", output] + arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errorLines.count == 1 && result.errors.contains(text), "\(result.errors)")
    }
    #expect(try folder.names() == ["m.onnx", "wrong.yaml"])
    let unwritable = try infer(
      ["compress", model, "-o", "/nonexistent/out.onnx", "--pass", "pad-folding"])
    #expect(unwritable.status == 74)
  }

  @Test func `variants are measured side by side`() throws {
    let folder = try TemporaryFolder()
    let model = try writeModel(folder)
    let recipe = try folder.write(Array("steps: [simplification]".utf8), "r.yaml")
    let page = folder.file("v.html")
    try FileManager.default.createDirectory(
      atPath: folder.file("data"), withIntermediateDirectories: true)
    for index in 0..<3 {
      _ = try folder.writeImage([UInt8(index * 80), 9, 200], "data/\(index).png")
    }
    let variants = "dense,pad-folding+constant-folding:maximum-bytes=9,mine=\(recipe),\(model)"
    let result = try infer([
      "bench", model, "--variants", variants, "--seconds", "0.02", "--report", page, "--json",
      "--data", "folder:" + folder.file("data"), "--calibration", "1",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let entries = try #require(try result.json()["variants"] as? [[String: Any]])
    let names = entries.compactMap { $0["name"] as? String }
    #expect(
      names == ["dense", "pad-folding+constant-folding:maximum-bytes=9", "mine", model])
    #expect(entries[0]["speedup"] as? Double == 1)
    #expect(entries[2]["agreement"] as? Double == 1)
    let sizes = entries.compactMap { $0["file_bytes"] as? Int }
    #expect(sizes.count == 4 && sizes[2] < sizes[0] && sizes[3] == sizes[0])
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<polyline") && html.contains("mine"))
    #expect(try infer(["bench", model, "--variants", "none"]).status == 64)
    #expect(try infer(["bench", model, "--variants", "dense", "--profile"]).status == 64)
  }

  @Test func `methods lists the passes, and the documents have them all`() throws {
    let folder = try TemporaryFolder()
    let passes = try #require(
      try infer(["methods", "--json"]).json()["passes"] as? [[String: Any]])
    #expect(passes.contains { $0["pass"] as? String == "batch-norm-folding" })
    #expect(try infer(["methods", "constant-folding"]).output.contains("maximum-bytes"))
    #expect(try infer(["methods", "nothing"]).status == 64)
    #expect(try infer(["methods", "--markdown", folder.file("passes.md")]).status == 0)
    let written = try String(contentsOfFile: folder.file("passes.md"), encoding: .utf8)
    let kept = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/passes.md")
    #expect(
      try String(contentsOf: kept, encoding: .utf8) == written,
      "run infer methods --markdown docs/passes.md")
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Imaging
import ONNXFormat
import Tensors
import TestSupport
import Testing

/// `infer eval` as a process. The model tells which of three colours an image has most of.
@Suite struct EvalTests {
  /// A folder of pictures by colour; one of `2` is green, so that two of three labels are right.
  private func writeData(_ folder: TemporaryFolder) throws -> String {
    for (label, colour) in [[200, 10, 10], [10, 200, 10], [10, 200, 30]].enumerated() {
      try makeFolder(folder.file("data/\(label)"))
      _ = try folder.writeImage(colour.map { UInt8($0) }, "data/\(label)/a.png")
    }
    return "folder:" + folder.file("data")
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A copy of the classifier with other weights.
  private func writeChanged(_ folder: TemporaryFolder, _ model: String) throws -> String {
    var changed = try ONNX.read(contentsOf: model)
    let weights = try #require(changed.graph.value(named: "w"))
    var patch = GraphPatch(for: changed.graph)
    let values: [Float] = [10, 0, 0, 0, 10.5, 0, 0, 0, 10]
    patch.setInitializer(weights, Tensor(values, shape: [3, 3]))
    try patch.apply(to: &changed.graph)
    try ONNX.write(changed, to: folder.file("changed.onnx"))
    return folder.file("changed.onnx")
  }

  @Test(arguments: [nil, "1", "2", "7"])
  func `accuracy counts labels, whatever the batch`(batch: String?) throws {
    let folder = try TemporaryFolder()
    let (model, data) = (try folder.writeClassifier(), try writeData(folder))
    let options = batch.map { ["--batch", $0] } ?? []
    let json = try infer(["eval", model, "--data", data, "--json"] + options).json()
    #expect(json["samples"] as? Int == 3 && json["preprocess"] as? String == "unit,crop=1.0")
    let result = try #require(json["result"] as? [String: Any])
    #expect(abs((result["top1"] as? Double ?? 0) - 2.0 / 3) < 1e-12)
    #expect(result["top5"] as? Double == 1)
    #expect(result["agreement"] == nil && result["sqnr_db"] == nil)
    #expect(result["mean_ms"] as? Double ?? 0 > 0)
    #expect(abs((result["gmacs"] as? Double ?? 0) - 9e-9) < 1e-12)
  }

  @Test func `a fixed batch is filled up`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier(batch: .fixed(2))
    let json = try infer(["eval", model, "--data", try writeData(folder), "--json"]).json()
    let result = try #require(json["result"] as? [String: Any])
    #expect(json["batch"] as? Int == 2)
    #expect(abs((result["top1"] as? Double ?? 0) - 2.0 / 3) < 1e-12)
  }

  @Test func `a reference gives agreement, signal to noise and the largest error`() throws {
    let folder = try TemporaryFolder()
    let (model, data) = (try folder.writeClassifier(), try writeData(folder))
    let same = try infer(["eval", model, "--reference", model, "--data", data, "--json"]).json()
    let equal = try #require(same["result"] as? [String: Any])
    #expect(equal["agreement"] as? Double == 1 && equal["sqnr_db"] as? String == "Infinity")
    #expect(equal["max_error"] as? Double == 0)

    let changed = try writeChanged(folder, model)
    let json = try infer(["eval", changed, "--reference", model, "--data", data, "--json"]).json()
    let result = try #require(json["result"] as? [String: Any])
    let reference = try #require(json["reference"] as? [String: Any])
    #expect(result["agreement"] as? Double == 1 && reference["agreement"] == nil)
    // Only the second score differs, by a twentieth.
    let scores = [[200, 10, 10], [10, 200, 10], [10, 200, 30]].map { $0.map { $0 / 25.5 } }
    let signal = scores.flatMap { $0.map { $0 * $0 } }.reduce(0, +)
    let noise = scores.map { $0[1] * $0[1] / 400 }.reduce(0, +)
    #expect(abs((result["sqnr_db"] as? Double ?? 0) - 10 * log10(signal / noise)) < 1e-3)
    #expect(abs((result["max_error"] as? Double ?? 0) - 200 / 25.5 / 20) < 1e-4)
    let text = try infer(["eval", changed, "--reference", model, "--data", data]).output
    #expect(text.contains("top-1 agreement 100.00 %"))
  }

  @Test func `crops and limits are drawn by the seed`() throws {
    let folder = try TemporaryFolder()
    let (model, data) = (try folder.writeClassifier(), try writeData(folder))
    let options = ["eval", model, "--data", data, "--crops", "30", "--json"]
    let json = try infer(options).json()
    #expect(json["samples"] as? Int == 30)
    #expect((json["data"] as? String)?.hasPrefix("30 random crops of folder:") == true)
    let limited = try infer(options + ["--limit", "7", "--seed", "3"]).json()
    #expect(limited["samples"] as? Int == 7)
  }

  @Test func `the numbers of MNIST go into a model of pixels in a row`() throws {
    let folder = try TemporaryFolder()
    var graph = Graph(name: "rows")
    let x = graph.addInput("x", .tensor(.float32, dimensions: [.symbolic("N"), .fixed(6)]))
    graph.addOutput("y", try #require(try graph.addNode(ReLU(), inputs: [x])[0]))
    try ONNX.write(Model(graph: graph), to: folder.file("m.onnx"))
    try makeFolder(folder.file("mnist"))
    let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 3]
    // The brightest pixel is the label, but for the last image.
    let pixels = (0..<4).flatMap { label in (0..<6).map { UInt8($0 == label % 3 ? 255 : 0) } }
    _ = try folder.write(header + pixels, "mnist/t10k-images-idx3-ubyte")
    _ = try folder.write([0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 2, 3], "mnist/t10k-labels-idx1-ubyte")
    let data = "mnist:" + folder.file("mnist")
    let json = try infer(["eval", folder.file("m.onnx"), "--data", data, "--json"]).json()
    let result = try #require(json["result"] as? [String: Any])
    #expect(result["top1"] as? Double == 0.75)
    let train = try infer(["eval", folder.file("m.onnx"), "--data", data, "--split", "train"])
    #expect(train.status == 66 && train.errors.contains("train-images-idx3-ubyte"))
  }

  @Test func `what does not fit is refused in a line`() throws {
    let folder = try TemporaryFolder()
    let (model, data) = (try folder.writeClassifier(), try writeData(folder))
    try makeFolder(folder.file("many/77"))
    _ = try folder.writeImage([1, 2, 3], "many/77/a.png")
    try makeFolder(folder.file("named/cat"))
    _ = try folder.writeImage([1, 2, 3], "named/cat/a.png")
    let cases: [([String], Int32, String)] = [
      ([], 64, "--data"), (["--data", "tar:x"], 64, "mnist:DIR"),
      (["--data", "folder:/nonexistent"], 66, "/nonexistent"),
      (["--data", data, "--batch", "0"], 64, "--batch"),
      (["--data", data, "--limit", "0"], 64, "--limit"),
      (["--data", data, "--split", "half"], 64, "train or test"),
      (["--data", data, "--reference", "/nonexistent.onnx"], 66, "/nonexistent.onnx"),
      (["--data", "folder:" + folder.file("many")], 65, "label 77"),
      (["--data", "folder:" + folder.file("named")], 65, "1 classes"),
      (["--data", "npz:" + model], 65, "zip"),
    ]
    for (arguments, status, text) in cases {
      let result = try infer(["eval", model] + arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errorLines.count == 1 && result.errors.contains(text), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
  }
}

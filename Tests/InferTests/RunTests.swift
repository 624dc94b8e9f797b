// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Tensors
import TestSupport
import Testing

@Suite struct RunTests {
  private func read(_ path: String) throws -> Tensor {
    try NumPyFile.read([UInt8](Data(contentsOf: URL(filePath: path))), name: path)
  }

  @Test func `images are classified without naming the command`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let labels = try folder.write(Array("red\ngreen\nblue\n".utf8), "labels.txt")
    let green = try folder.writeImage([0, 255, 0], "green.png")
    let result = try infer([model, green, "--labels", labels, "--top", "2"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.contains("unit,crop=1.0 (the model's own)") == true)
    // exp(10) / (exp(10) + 2)
    #expect(lines.contains("    1  99.99 %  green"))
    #expect(lines.contains { $0.hasSuffix("%  red") })
    #expect(!lines.contains { $0.hasSuffix("%  blue") })
    #expect(lines.last?.hasPrefix("latency: ") == true)
  }

  @Test(arguments: [IR.Dimension.symbolic("N"), .fixed(1), .fixed(2)])
  func `several images run in the batches that the model takes`(batch: IR.Dimension) throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier(batch: batch)
    let colours: [[UInt8]] = [[255, 0, 0], [0, 0, 255], [0, 255, 0]]
    let images = try colours.enumerated().map { try folder.writeImage($1, "\($0).png") }
    let out = folder.file("out")
    let result = try infer([model] + images + ["--json", "--output-dir", out])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let results = try #require(json["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["file"] as? String } == images)
    let top = results.compactMap { ($0["top"] as? [[String: Any]])?.first?["index"] as? Int }
    #expect(top == [0, 2, 1])
    let written = try read(out + "/scores_all.npy")
    #expect(written == Tensor([10, 0, 0, 0, 0, 10, 0, 10, 0] as [Float], shape: [3, 3]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["scores_all.npy"])
  }

  @Test func `grey images, alpha and other sizes are brought to the input`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let grey = try folder.writeImage([51], "grey.png")
    let clear = try folder.writeImage([255, 0, 0, 10], "alpha.png")
    let result = try infer([model, grey, clear, "--output-dir", folder.file("out")])
    #expect(result.status == 0, "\(result.errors)")
    let scores = try read(folder.file("out/scores_all.npy")).doubles()
    #expect(zip(scores, [2, 2, 2, 10, 0, 0]).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test func `arrays go in and come out`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeReLU()
    let x = try folder.write(Tensor([-1, 2, -3, 4, .nan, 0] as [Float], shape: [2, 3]), "x.npy")
    let result = try infer(["run", model, "--input", "x=\(x)", "--output-dir", folder.path])
    #expect(result.status == 0, "\(result.errors)")
    let y = try read(folder.file("y.npy")).doubles()
    #expect(y[4].isNaN)
    #expect(y.filter { !$0.isNaN } == [0, 2, 0, 4, 0])
    #expect(try folder.names() == ["relu.onnx", "x.npy", "y.npy"])
  }

  @Test func `the JSON document has the documented keys and stands alone`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeClassifier()
    let image = try folder.writeImage([0, 0, 9], "x.png")
    let json = try infer([model, image, "--json", "--threads", "1"]).json()
    let keys = ["isa", "load_ms", "model", "outputs", "preprocess", "results", "threads"]
    #expect(json.keys.sorted() == keys)
    #expect(json["preprocess"] as? String == "unit,crop=1.0")
    #expect(json["threads"] as? Int == 1)
    let results = try #require(json["results"] as? [[String: Any]])
    #expect(results.first?.keys.sorted() == ["file", "milliseconds", "top"])
    let top = try #require(results.first?["top"] as? [[String: Any]])
    #expect(top.count == 3)
    #expect(top.first?.keys.sorted() == ["index", "probability", "score"])
    let sum = top.compactMap { $0["probability"] as? Double }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-9)
    let outputs = try #require(json["outputs"] as? [[String: Any]])
    #expect(
      outputs.first?.keys.sorted() == ["maximum", "mean", "minimum", "name", "shape", "type"])
  }

  @Test func `outputs are not written in part`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.writeReLU()
    let x = try folder.write(Tensor(zeros: .float32, shape: [2, 3]), "x.npy")
    // A folder of the output's name makes the last step, the renaming, fail.
    let blocked = folder.file("y.npy")
    try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: true)
    let result = try infer(["run", model, "--input", "x=\(x)", "--output-dir", folder.path])
    #expect(result.status == 74)
    #expect(result.errorLines.count == 1)
    #expect(try folder.names() == ["relu.onnx", "x.npy", "y.npy"])
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Imaging
import ONNXFormat
import Tensors

/// A new empty folder, removed when the object goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/espalier-infer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// The names of the files in the folder, hidden ones included.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// Writes an array and returns the path of its file.
  func write(_ tensor: Tensor, _ name: String) throws -> String {
    try write(NumPyFile.bytes(of: tensor, name: name), name)
  }

  /// Writes a picture of one colour and returns its path.
  func writeImage(_ colour: [UInt8], _ name: String) throws -> String {
    let pixels = (0..<64).flatMap { _ in colour }
    let image = Image(width: 8, height: 8, channels: colour.count, bytes: pixels)
    try image.writePNG(to: file(name))
    return file(name)
  }

  /// Writes a model that tells which of three colours an image has most of: the score of a class
  /// is 10 times the mean of its plane. Its output is called `scores/all`.
  func writeClassifier(
    batch: IR.Dimension = .symbolic("N"), channels: Int = 3, output: String = "scores/all"
  ) throws -> String {
    var graph = Graph(name: "colours")
    let image = graph.addInput(
      "image",
      .tensor(.float32, dimensions: [batch, .fixed(channels), .fixed(8), .fixed(8)]))
    let weights = Tensor(
      (0..<channels * 3).map { $0 % channels == $0 / channels ? 10 : 0 as Float },
      shape: [3, channels])
    let w = graph.addInitializer("w", weights)
    let mean = try graph.addNode(GlobalAveragePool(), name: "mean", inputs: [image])[0]
    let row = try graph.addNode(Flatten(), name: "row", inputs: [mean])[0]
    let scores = try graph.addNode(
      Gemm(transposesB: true), name: "scores", inputs: [row, w], outputNames: [output])[0]
    guard let scores else { return "" }
    graph.addOutput(output, scores)
    let model = Model(graph: graph, metadata: ["espalier.preprocess": "unit,crop=1"])
    try ONNX.write(model, to: file("colours.onnx"))
    return file("colours.onnx")
  }

  /// Writes a model of one node, `y = max(x, 0)`, and returns its path.
  func writeReLU(_ type: TensorType = TensorType(.float32, [2, 3])) throws -> String {
    var graph = Graph(name: "relu")
    let x = graph.addInput("x", .tensor(type))
    if let y = try graph.addNode(ReLU(), name: "relu", inputs: [x], outputNames: ["y"])[0] {
      graph.addOutput("y", y)
    }
    try ONNX.write(Model(graph: graph), to: file("relu.onnx"))
    return file("relu.onnx")
  }
}

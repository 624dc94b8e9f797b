// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Tensors
import TestSupport
import Testing

@Suite struct ExportTests {
  /// Writes `y = relu(x · 2 - 0)`, whose subtraction does nothing, with a mean over a constant axis.
  private func writeModel(_ folder: TemporaryFolder) throws -> String {
    var graph = Graph(name: "small")
    let x = graph.addInput("x", .tensor(.float32, [2, 1500]))
    let w = graph.addInitializer(
      "w", Tensor([Float](repeating: 2, count: 1500), shape: [1, 1500]))
    let axes = graph.addInitializer("axes", Tensor([1] as [Int64]))
    let scaled = try graph.addNode(Mul(), name: "scale", inputs: [x, w])[0]
    let same = try graph.addNode(Identity(), name: "same", inputs: [scaled])[0]
    let mean = try graph.addNode(
      ReduceMean(), name: "mean", inputs: [same, axes], outputNames: ["y"])[0]
    if let mean { graph.addOutput("y", mean) }
    let path = folder.file("small.onnx")
    try ONNX.write(Model(graph: graph, metadata: ["key": "value"]), to: path, opset: 18)
    return path
  }

  @Test func `a model is written for another opset and says the same`() throws {
    let folder = try TemporaryFolder()
    let model = try writeModel(folder)
    let target = folder.file("out.onnx")
    let result = try infer(["export", model, "--output", target, "--opset", "13", "--json"])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    #expect(json["opset"] as? Int == 13)
    #expect(json["nodes_before"] as? Int == 3 && json["nodes_after"] as? Int == 3)
    #expect(json["bytes_after"] as? Int ?? 0 > 6000)
    let written = try ONNX.read(contentsOf: target)
    #expect(written.opset == 13)
    #expect(written.metadata == ["key": "value"])
    let x = Tensor((0..<3000).map { Float($0) }, shape: [2, 1500])
    #expect(
      try written.graph.evaluate([.tensor(x)])
        == ONNX.read(contentsOf: model).graph.evaluate([.tensor(x)]))
    #expect(try folder.names() == ["out.onnx", "small.onnx"])
  }

  @Test func `a model is simplified in its place, and that once`() throws {
    let folder = try TemporaryFolder()
    let model = try writeModel(folder)
    let first = try infer(["export", model, "-o", model, "--optimize"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == "\(model): opset 17, 2 nodes (before: 3), 0.006 MB\n")
    let bytes = try Data(contentsOf: URL(filePath: model))
    let second = try infer(["export", model, "-o", model, "--optimize"])
    #expect(second.output == "\(model): opset 17, 2 nodes, 0.006 MB\n")
    #expect(try Data(contentsOf: URL(filePath: model)) == bytes)
  }

  @Test func `large tensors go into a file of their own`() throws {
    let folder = try TemporaryFolder()
    let model = try writeModel(folder)
    let target = folder.file("out.onnx")
    let result = try infer(["export", model, "-o", target, "--external-data", "1024"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.names() == ["out.onnx", "out.onnx.data", "small.onnx"])
    let data = try Data(contentsOf: URL(filePath: target + ".data"))
    #expect(data.count == 6000)
    let original = try ONNX.read(contentsOf: model).graph
    #expect(try ONNX.read(contentsOf: target).graph.initializers.count == 2)
    let x = Tensor([Float](repeating: 1, count: 3000), shape: [2, 1500])
    #expect(
      try ONNX.read(contentsOf: target).graph.evaluate([.tensor(x)])
        == original.evaluate([.tensor(x)]))
  }

  @Test func `what cannot be written says which opset can, and leaves no file`() throws {
    let folder = try TemporaryFolder()
    var graph = Graph(name: "gelu")
    let x = graph.addInput("x", .tensor(.float32, [2]))
    if let y = try graph.addNode(Gelu(), name: "gelu", inputs: [x], outputNames: ["y"])[0] {
      graph.addOutput("y", y)
    }
    let model = folder.file("gelu.onnx")
    try ONNX.write(Model(graph: graph), to: model)
    let target = folder.file("out.onnx")
    let old = try infer(["export", model, "-o", target, "--opset", "19"])
    #expect(old.status == 69)
    #expect(old.errors == "infer: the model needs opset 20, opset 19 was asked for\n")
    #expect(try folder.names() == ["gelu.onnx"])
    let chosen = try infer(["export", model, "-o", target])
    #expect(chosen.status == 0 && chosen.output.contains("opset 20, 1 nodes"))
    #expect(try infer(["export", folder.file("none.onnx"), "-o", target]).status == 66)
    #expect(try infer(["export", model, "-o", folder.file("no/where.onnx")]).status == 74)
  }

  @Test(arguments: [["--opset", "12"], ["--opset", "25"], ["--external-data", "0"]])
  func `options out of range are refused`(_ options: [String]) throws {
    let result = try infer(["export", "model.onnx", "-o", "out.onnx"] + options)
    #expect(result.status == 64)
    #expect(result.errorLines.count == 1)
  }
}

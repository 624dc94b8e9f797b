// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Tensors
import TestSupport
import Testing

/// What is read equals what was written.
@Suite struct RoundTripTests {
  private static func written(_ graph: Graph, opset: Int? = nil) throws -> Graph {
    try ONNX.read(bytes: ONNX.bytes(of: Model(graph: graph), opset: opset)).graph
  }

  /// Whether what was written, read and written again at the same opset has other bytes.
  private static func secondWritingDiffers(_ graph: Graph, opset: Int? = nil) throws -> Bool {
    let bytes = try ONNX.bytes(of: Model(graph: graph), opset: opset)
    let again = try ONNX.read(bytes: bytes)
    return try ONNX.bytes(of: Model(graph: again.graph), opset: opset) != bytes
  }

  @Test(arguments: RoundTripSample.all.indices)
  func `an operator with its attributes comes back equal`(_ index: Int) throws {
    let sample = RoundTripSample.all[index]
    let graph = try sample.graph()
    let read = try Self.written(graph, opset: 24)
    #expect(read == graph, "\(sample.operation)")
    #expect(try !Self.secondWritingDiffers(graph), "\(sample.operation)")
  }

  @Test func `every operator that is written has a sample`() {
    let sampled = Set(RoundTripSample.all.map { type(of: $0.operation).opType })
    // Operators with subgraphs have a test of their own, and cases of the suite.
    let subgraphs: Set = ["If", "Loop", "Scan", "SequenceMap"]
    let written = Set(OperatorRegistry.all.compactMap { $0.operation?.opType })
    #expect(written.subtracting(sampled).subtracting(subgraphs) == [])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `networks come back equal`(_ seed: UInt64) throws {
    let random = try RandomGraph(seed: seed, steps: 24)
    let graph = random.graph
    // Outputs take the names of the values that they are, so the first writing may rename.
    let read = try Self.written(graph, opset: 24)
    #expect(try read.evaluate(random.inputs) == graph.evaluate(random.inputs))
    #expect(try Self.written(read, opset: 24) == read)
    #expect(try !Self.secondWritingDiffers(graph))
  }

  @Test func `subgraphs come back equal, and their values hide no outer ones`() throws {
    var body = Graph(name: "body")
    let type = ValueType.tensor(.float32, [2])
    let (state, item, outer) = (
      body.addInput("x", type), body.addInput("item", type), body.addInput("k", type)
    )
    let sum = try #require(try body.addNode(Add(), inputs: [state, item])[0])
    let scaled = try #require(
      try body.addNode(Mul(), inputs: [sum, outer], outputNames: ["y"])[0])
    body.addOutput("y", sum)
    body.addOutput("z", scaled)
    var graph = Graph(name: "outer")
    let x = graph.addInput("x", type)
    let items = graph.addInput("items", .tensor(.float32, [3, 2]))
    let k = graph.addInput("k", type)
    let scan = Scan(
      body: body, scanInputs: [Scan.Direction()], scanOutputs: [Scan.Direction()], captureCount: 1)
    let outputs = try graph.addNode(
      scan, name: "scan", inputs: [x, items, k], outputNames: ["y", "z"])
    for (name, value) in zip(["y", "z"], outputs) {
      if let value { graph.addOutput(name, value) }
    }
    let read = try Self.written(graph)
    #expect(read.nodes.count == 1 && read.inputs.count == 3)
    #expect(try Self.written(read) == read)
    #expect(try !Self.secondWritingDiffers(graph))
    let values = try [x, items, k].map { value -> RuntimeValue in
      let shape = try #require(graph.type(of: value).tensorType?.shape)
      return .tensor(Self.ramp(shape))
    }
    #expect(try read.evaluate(values) == graph.evaluate(values))
  }

  private static func ramp(_ shape: [Int]) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { Float($0) }, shape: shape)
  }

  @Test func `a constant that became an attribute is not written as well`() throws {
    var graph = Graph(name: "graph")
    let x = graph.addInput("x", .tensor(.float32, [2, 3]))
    let axes = graph.addInitializer("axes", Tensor([1] as [Int64]))
    let mean = try #require(try graph.addNode(ReduceMean(), inputs: [x, axes])[0])
    graph.addOutput("y", mean)
    graph.addOutput("axes", axes)
    let read = try Self.written(graph, opset: 17)
    // The output reads the constant, the node has one of its own.
    #expect(read.initializers.count == 2)
    var alone = Graph(name: "graph")
    let input = alone.addInput("x", .tensor(.float32, [2, 3]))
    let list = alone.addInitializer("list", Tensor([1] as [Int64]))
    let result = try #require(
      try alone.addNode(ReduceMean(), inputs: [input, list], outputNames: ["y"])[0])
    alone.addOutput("y", result)
    #expect(try Self.written(alone, opset: 17).value(named: "list") == nil)
    #expect(try Self.written(alone, opset: 18) == alone)
  }

  // MARK: The suite

  private static let suite = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../.cache/onnx-1.17.0/data").standardizedFileURL.path

  /// Cases whose subgraphs get constants or values on reading that have the names of outer ones;
  /// these names change when written.
  private static let renamed = ["test_affine_grid_", "test_scan_sum", "test_loop16_seq_none"]

  /// The model files of the suite, if it was fetched.
  private static let models: [String] = ["node", "simple", "pytorch-converted", "pytorch-operator"]
    .flatMap { folder in
      let cases = try? FileManager.default.contentsOfDirectory(atPath: "\(suite)/\(folder)")
      return (cases ?? []).sorted().map { "\(suite)/\(folder)/\($0)/model.onnx" }
    }

  @Test(.enabled(if: !models.isEmpty, "the ONNX suite was not fetched"))
  func `every readable case of the suite comes back equal`() throws {
    var count = 0
    for path in Self.models {
      guard let model = try? ONNX.read(contentsOf: path) else { continue }
      count += 1
      let opset = ONNX.writableOpsets.contains(model.opset) ? model.opset : nil
      let read = try Self.written(model.graph, opset: opset)
      if !Self.renamed.contains(where: path.contains) {
        #expect(read == model.graph, "\(path)")
      }
      #expect(try Self.written(read, opset: opset) == read, "\(path)")
      #expect(try !Self.secondWritingDiffers(model.graph), "\(path)")
    }
    #expect(count >= 1400)
  }
}

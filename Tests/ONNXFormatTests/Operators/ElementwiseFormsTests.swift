// SPDX-License-Identifier: Apache-2.0
import IR
import ONNXFormat
import SwiftProtobuf
import Tensors
import Testing

/// Forms of elementwise operators and reductions that older opsets and ONNX Runtime have.
@Suite struct ElementwiseFormsTests {
  private static func ints(_ name: String, _ values: [Int64]) -> Wire_AttributeProto {
    .with { ($0.name, $0.type, $0.ints) = (name, .ints, values) }
  }

  private static func int(_ name: String, _ value: Int64) -> Wire_AttributeProto {
    .with { ($0.name, $0.type, $0.i) = (name, .int, value) }
  }

  private static func float(_ name: String, _ value: Float) -> Wire_AttributeProto {
    .with { ($0.name, $0.type, $0.f) = (name, .float, value) }
  }

  /// The bytes of a model of one node that reads `float32` tensors of the given shapes.
  private static func bytes(
    _ opType: String, domain: String = "", opset: Int64, _ attributes: [Wire_AttributeProto],
    _ shapes: [[Int64]]
  ) throws -> [UInt8] {
    let names = shapes.indices.map { "x\($0)" }
    let model = Wire_ModelProto.with { model in
      model.irVersion = 8
      model.opsetImport = [.with { ($0.domain, $0.version) = (domain, opset) }]
      if !domain.isEmpty { model.opsetImport.append(.with { $0.version = 17 }) }
      model.graph = .with { graph in
        graph.name = "graph"
        graph.input = zip(names, shapes).map { name, shape in
          .with {
            $0.name = name
            $0.type.tensorType.elemType = Int32(Wire_TensorProto.DataType.float.rawValue)
            $0.type.tensorType.shape.dim = shape.map { extent in .with { $0.dimValue = extent } }
          }
        }
        graph.node = [
          .with {
            ($0.opType, $0.domain, $0.input, $0.output, $0.attribute) =
              (opType, domain, names, ["y"], attributes)
          }
        ]
        graph.output = [.with { $0.name = "y" }]
      }
    }
    return try model.serializedBytes()
  }

  private static func tensor(_ values: [Float], _ shape: [Int64]) -> Tensor {
    Tensor(values, shape: shape.map(Int.init))
  }

  /// Checks the output for the given inputs, and that the model keeps its meaning through a file.
  private func check(
    _ bytes: [UInt8], _ inputs: [Tensor], _ expected: [Float], shape: [Int]? = nil
  ) throws {
    let model = try ONNX.read(bytes: bytes)
    let values = inputs.map { RuntimeValue.tensor($0) }
    let y = try #require(try model.graph.evaluate(values)[0].tensor)
    if let shape { #expect(y.shape == shape) }
    #expect(y.array(of: Float.self).count == expected.count)
    for (a, b) in zip(y.array(of: Float.self), expected) { #expect(abs(a - b) < 1e-5) }
    let written = try ONNX.read(bytes: try ONNX.bytes(of: model))
    #expect(try written.graph.evaluate(values) == [.tensor(y)])
  }

  @Test func `an axis of opset 6 places the second input`() throws {
    let x = Self.tensor([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2])
    let bias = Self.tensor([10, 20], [2])
    let attributes = [Self.int("broadcast", 1), Self.int("axis", 1)]
    let shapes: [[Int64]] = [[2, 2, 2], [2]]
    try check(
      try Self.bytes("Add", opset: 6, attributes, shapes), [x, bias],
      [11, 12, 23, 24, 15, 16, 27, 28])
    try check(
      try Self.bytes("Add", opset: 6, [Self.int("broadcast", 1)], shapes), [x, bias],
      [11, 22, 13, 24, 15, 26, 17, 28])
    try check(
      try Self.bytes("PRelu", opset: 6, [], shapes), [try negated(x), bias],
      [-10, -20, -60, -80, -50, -60, -140, -160])
  }

  private func negated(_ x: Tensor) throws -> Tensor {
    Tensor(x.array(of: Float.self).map { -$0 }, shape: x.shape)
  }

  @Test(arguments: [3, -4, Int64.max, Int64.min])
  func `an axis that places nothing is refused`(_ axis: Int64) throws {
    let attributes = [Self.int("broadcast", 1), Self.int("axis", axis)]
    let bytes = try Self.bytes("Add", opset: 6, attributes, [[2, 2, 2], [2]])
    let error = #expect(throws: ONNXError.self) { try ONNX.read(bytes: bytes) }
    #expect(error?.code == .invalidModel)
  }

  @Test func `bounds, axes and counts become inputs`() throws {
    let x = Self.tensor([-3, 1, 2, 9], [2, 2])
    let clip = [Self.float("min", -1), Self.float("max", 2)]
    try check(try Self.bytes("Clip", opset: 6, clip, [[2, 2]]), [x], [-1, 1, 2, 2])
    try check(try Self.bytes("Clip", opset: 6, [clip[1]], [[2, 2]]), [x], [-3, 1, 2, 2])
    let sum = [Self.ints("axes", [0]), Self.int("keepdims", 0)]
    try check(try Self.bytes("ReduceSum", opset: 11, sum, [[2, 2]]), [x], [-1, 10], shape: [2])
    try check(try Self.bytes("ReduceMean", opset: 13, sum, [[2, 2]]), [x], [-0.5, 5], shape: [2])
    let top = [Self.int("k", 1)]
    try check(try Self.bytes("TopK", opset: 1, top, [[2, 2]]), [x], [1, 9], shape: [2, 1])
  }

  @Test func `softmax of opset 12 takes all axes from its own on together`() throws {
    let x = Self.tensor([0, 0, 0, 0, 1, 1, 1, 1], [2, 2, 2])
    let quarters = [Float](repeating: 0.25, count: 8)
    let old = try Self.bytes("Softmax", opset: 12, [], [[2, 2, 2]])
    try check(old, [x], quarters, shape: [2, 2, 2])
    let last = try Self.bytes("Softmax", opset: 12, [Self.int("axis", 2)], [[2, 2, 2]])
    try check(last, [x], quarters.map { $0 * 2 }, shape: [2, 2, 2])
    #expect(try ONNX.read(bytes: last).graph.nodes.count == 1)
    let pooled = try Self.bytes("Softmax", opset: 12, [], [[2, 4, 1, 1]])
    let graph = try ONNX.read(bytes: pooled).graph
    #expect(graph.nodes.count == 1)
    #expect(graph.nodes[0].operation as? Softmax == Softmax(axis: 1))
  }

  @Test func `activations of ONNX Runtime are read`() throws {
    let (x, bias) = (Self.tensor([0, 1], [2]), Self.tensor([1, 0], [2]))
    func bytes(_ name: String, _ count: Int) throws -> [UInt8] {
      try Self.bytes(
        name, domain: "com.microsoft", opset: 1, [], [[Int64]](repeating: [2], count: count))
    }
    try check(try bytes("Gelu", 1), [x], [0, 0.8413447])
    try check(try bytes("BiasGelu", 2), [x, bias], [0.8413447, 0.8413447])
    try check(try bytes("FastGelu", 1), [x], [0, 0.841192])
    try check(try bytes("FastGelu", 2), [x, bias], [0.841192, 0.841192])
    try check(try bytes("QuickGelu", 1), [x], [0, 0.8457957])
  }

  static let newer: [(any Operation, ElementType, Int)] = [
    (Sin(), .bfloat16, 22), (ReLU(), .int8, 14), (Cast(to: .float8E5M2), .float32, 19),
    (Cast(to: .float32), .int4, 21), (ReduceMax(), .bool, 20), (Gelu(), .float32, 20),
    (ReduceMax(isElementwiseWithoutAxes: true), .float32, 18), (IsInf(), .float16, 20),
  ]

  @Test(arguments: newer.indices)
  func `types and forms that came later need their opset`(_ index: Int) throws {
    let (operation, dtype, opset) = Self.newer[index]
    var graph = Graph(name: "graph")
    let x = graph.addInput("x", .tensor(dtype, [2]))
    let y = try #require(try graph.addNode(operation, inputs: [x], outputNames: ["y"])[0])
    graph.addOutput("y", y)
    let model = Model(graph: graph)
    #expect(try ONNX.read(bytes: try ONNX.bytes(of: model, opset: opset)).graph == graph)
    #expect(throws: ONNXError.self) { try ONNX.bytes(of: model, opset: opset - 1) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import ONNXFormat
import SwiftProtobuf
import Tensors
import Testing

/// Forms of operators that older opsets have, and what must be written for newer ones.
@Suite struct MovementFormsTests {
  private static func ints(_ name: String, _ values: [Int64]) -> Wire_AttributeProto {
    .with { ($0.name, $0.type, $0.ints) = (name, .ints, values) }
  }

  private static func int(_ name: String, _ value: Int64) -> Wire_AttributeProto {
    .with { ($0.name, $0.type, $0.i) = (name, .int, value) }
  }

  /// The bytes of a model of one node that reads `x`, `float32` `[2, 3]`.
  private static func bytes(
    _ opType: String, opset: Int64, _ attributes: [Wire_AttributeProto], outputs: Int = 1
  ) throws -> [UInt8] {
    let names = (0..<outputs).map { "y\($0)" }
    let model = Wire_ModelProto.with { model in
      model.irVersion = 8
      model.opsetImport = [.with { $0.version = opset }]
      model.graph = .with { graph in
        graph.name = "graph"
        graph.input = [
          .with {
            $0.name = "x"
            $0.type.tensorType.elemType = Int32(Wire_TensorProto.DataType.float.rawValue)
            $0.type.tensorType.shape.dim = [.with { $0.dimValue = 2 }, .with { $0.dimValue = 3 }]
          }
        ]
        graph.node = [
          .with {
            ($0.opType, $0.input, $0.output, $0.attribute) = (opType, ["x"], names, attributes)
          }
        ]
        graph.output = names.map { name in .with { $0.name = name } }
      }
    }
    return try model.serializedBytes()
  }

  /// Operator, opset, attributes, shape and first element of the output for 0 … 5.
  static let old: [(String, Int64, [Wire_AttributeProto], [Int], Float)] = [
    ("Reshape", 1, [ints("shape", [3, -1])], [3, 2], 0),
    ("Concat", 3, [], [2, 3], 0),
    ("Unsqueeze", 6, [ints("axes", [0])], [1, 2, 3], 0),
    ("Unsqueeze", 11, [ints("axes", [-1])], [2, 3, 1], 0),
    ("Squeeze", 6, [ints("axes", [])], [2, 3], 0),
    ("Pad", 1, [ints("paddings", [0, 1, 0, 0])], [2, 4], 0),
    ("Pad", 6, [ints("pads", [0, -1, 0, 0])], [2, 2], 1),
    ("Slice", 6, [ints("starts", [1]), ints("ends", [3]), ints("axes", [1])], [2, 2], 1),
    ("Split", 11, [int("axis", 1), ints("split", [3])], [2, 3], 0),
    ("Flatten", 6, [int("axis", 0)], [1, 6], 0),
  ]

  @Test(arguments: old.indices)
  func `attributes of older opsets become inputs`(_ index: Int) throws {
    let (opType, opset, attributes, shape, first) = Self.old[index]
    let model = try ONNX.read(bytes: try Self.bytes(opType, opset: opset, attributes))
    let x = Tensor([0, 1, 2, 3, 4, 5] as [Float], shape: [2, 3])
    let y = try #require(try model.graph.evaluate([.tensor(x)])[0].tensor)
    #expect(y.shape == shape)
    #expect(y.double(at: 0) == Double(first))
    let written = try ONNX.read(bytes: try ONNX.bytes(of: model))
    #expect(written.graph == model.graph)
  }

  @Test(arguments: ["Unsqueeze", "Slice", "Pad", "Reshape"])
  func `an attribute that an old form requires is missed`(_ opType: String) throws {
    let bytes = try Self.bytes(opType, opset: 4, [])
    let error = #expect(throws: ONNXError.self) { try ONNX.read(bytes: bytes) }
    #expect(error?.code == .invalidModel)
  }

  @Test func `uneven parts are written as sizes before opset 18`() throws {
    let model = try ONNX.read(
      bytes: try Self.bytes(
        "Split", opset: 18, [Self.int("axis", 1), Self.int("num_outputs", 2)], outputs: 2))
    let old = try ONNX.read(bytes: try ONNX.bytes(of: model, opset: 13))
    #expect(old.opset == 13)
    #expect(old.graph.nodes[0].inputs.count == 2)
    let new = try ONNX.read(bytes: try ONNX.bytes(of: model, opset: 18))
    #expect(new.graph == model.graph)
  }

  @Test func `a loop keeps its captures and outputs through a file`() throws {
    var body = Graph(name: "body")
    let vector = ValueType.tensor(.float32, dimensions: nil)
    _ = body.addInput("i", .tensor(.int64, dimensions: nil))
    let condition = body.addInput("condition", .tensor(.bool, dimensions: nil))
    let carried = body.addInput("carried", vector)
    let captured = body.addInput("x", .tensor(.float32, [2]))
    let joined = try #require(
      try body.addNode(Concat(axis: 0), inputs: [carried, captured], outputNames: ["next"])[0])
    body.addOutput("condition", condition)
    body.addOutput("next", joined)
    var graph = Graph(name: "graph")
    let x = graph.addInput("x", .tensor(.float32, [2]))
    let limit = graph.addInitializer("limit", Tensor(scalar: 2 as Int64))
    let loop = Loop(body: body, captureCount: 1)
    let y = try #require(
      try graph.addNode(loop, inputs: [limit, nil, x, x], outputNames: ["y"])[0])
    graph.addOutput("y", y)
    let read = try ONNX.read(bytes: try ONNX.bytes(of: Model(graph: graph))).graph
    #expect((read.nodes[0].operation as? Loop)?.captureCount == 1)
    let value = RuntimeValue.tensor(Tensor([1, 2] as [Float]))
    #expect(try read.evaluate([value]) == graph.evaluate([value]))
    #expect(try read.evaluate([value]) == [.tensor(Tensor([1, 2, 1, 2, 1, 2] as [Float]))])
  }
}

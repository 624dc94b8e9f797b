// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import SwiftProtobuf
import Testing

/// A malformed file with the error it must give.
struct MalformedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let error: ONNXError

  var testDescription: String { name }

  static let all: [MalformedCase] = [
    MalformedCase(
      name: "field number 0", bytes: [0x00, 0x00],
      error: ONNXError(
        .malformed, at: "offset 0", "field number 0, expects 1 to 2^29 - 1")),
    MalformedCase(
      name: "field number above 2^29 - 1", bytes: [0x80, 0x80, 0x80, 0x80, 0x10, 0x00],
      error: ONNXError(
        .malformed, at: "offset 0", "field number 536870912, expects 1 to 2^29 - 1")),
    MalformedCase(
      name: "wire type 7", bytes: [0x08, 0x01, 0x0f],
      error: ONNXError(.malformed, at: "offset 2", "wire type 7, expects 0 to 5")),
    MalformedCase(
      name: "varint of 11 bytes", bytes: [0x08] + [UInt8](repeating: 0x80, count: 10) + [0],
      error: ONNXError(.malformed, at: "offset 1, ir_version", "varint of more than 64 bits")),
    MalformedCase(
      name: "varint with a 65th bit", bytes: [0x08] + [UInt8](repeating: 0xff, count: 9) + [2],
      error: ONNXError(.malformed, at: "offset 1, ir_version", "varint of more than 64 bits")),
    MalformedCase(
      name: "varint without an end", bytes: [0x08, 0xff, 0xff],
      error: ONNXError(
        .truncated, at: "offset 1, ir_version", "the file ends before a varint ends")),
    MalformedCase(
      name: "varint cut by its message", bytes: [0x42, 0x02, 0x10, 0x80, 0x08, 0x01],
      error: ONNXError(
        .malformed, at: "offset 3, opset_import[0].version",
        "the message ends before a varint ends")),
    MalformedCase(
      name: "length beyond the file", bytes: [0x3a, 0x05, 0x00],
      error: ONNXError(.truncated, at: "offset 1, graph", "length 5, 1 bytes left in the file")),
    MalformedCase(
      name: "length beyond the parent", bytes: [0x3a, 0x03, 0x0a, 0x02, 0x00, 0x08, 0x01],
      error: ONNXError(
        .malformed, at: "offset 3, graph.node[0]",
        "length 2, 1 bytes left in the enclosing message")),
    MalformedCase(
      name: "length of 2^64 - 1",
      bytes: [0x3a] + [UInt8](repeating: 0xff, count: 9) + [1, 0, 0],
      error: ONNXError(
        .truncated, at: "offset 1, graph",
        "length 18446744073709551615, 2 bytes left in the file")),
    MalformedCase(
      name: "length of 2^63 - 1", bytes: [0x3a] + [UInt8](repeating: 0xff, count: 8) + [0x7f, 0],
      error: ONNXError(
        .truncated, at: "offset 1, graph", "length 9223372036854775807, 1 bytes left in the file")),
    MalformedCase(
      name: "graph as a number", bytes: [0x38, 0x01],
      error: ONNXError(.malformed, at: "offset 0, graph", "wire type 0 does not fit the field")),
    MalformedCase(
      name: "version packed", bytes: [0x0a, 0x01, 0x01],
      error: ONNXError(
        .malformed, at: "offset 0, ir_version", "wire type 2 does not fit the field")),
    MalformedCase(
      name: "text that is not UTF-8", bytes: [0x12, 0x03, 0x61, 0xc3, 0x28],
      error: ONNXError(.malformed, at: "offset 3, producer_name", "text that is not UTF-8")),
    MalformedCase(
      name: "packed floats of 5 bytes",
      bytes: [0x3a, 0x0b, 0x0a, 0x00, 0x2a, 0x07, 0x22, 0x05, 0, 0, 0, 0, 0],
      error: ONNXError(
        .malformed, at: "offset 6, graph.initializer[0].float_data[0]",
        "5 bytes of packed numbers, expects a multiple of 4")),
    MalformedCase(
      name: "packed varint without an end",
      bytes: [0x3a, 0x06, 0x2a, 0x04, 0x0a, 0x02, 0x01, 0x80],
      error: ONNXError(
        .truncated, at: "offset 7, graph.initializer[0].dims[0]",
        "the file ends before a varint ends")),
    MalformedCase(
      name: "float of 2 bytes", bytes: [0x3a, 0x07, 0x0a, 0x05, 0x2a, 0x03, 0x15, 0, 0],
      error: ONNXError(
        .truncated, at: "offset 7, graph.node[0].attribute[0].f",
        "the file ends before a 4-byte number ends")),
    MalformedCase(
      name: "unknown 8-byte number cut short", bytes: [0xf9, 0x01, 0, 0],
      error: ONNXError(
        .truncated, at: "offset 2, (31)", "the file ends before a 8-byte number ends")),
    MalformedCase(
      name: "group that ends without a start", bytes: [0xfc, 0x01],
      error: ONNXError(
        .malformed, at: "offset 2, (31)", "end of group 31, which is not open")),
    MalformedCase(
      name: "group that ends another", bytes: [0xfb, 0x01, 0xf4, 0x01],
      error: ONNXError(
        .malformed, at: "offset 2, (31)", "end of group 30, which is not open")),
    MalformedCase(
      name: "group without an end", bytes: [0xfb, 0x01, 0x08, 0x01],
      error: ONNXError(
        .truncated, at: "offset 4, (31)", "the file ends before a varint ends")),
    MalformedCase(
      name: "groups without end", bytes: (0..<500).flatMap { _ in [0xfb, 0x01] },
      error: ONNXError(.limitExceeded, at: "offset 256, (31)", "groups nested too deeply")),
    MalformedCase(
      name: "the index of a path", bytes: [0x3a, 0x08, 0x0a, 0, 0x12, 0, 0x0a, 0, 0x0a, 0x05],
      error: ONNXError(
        .truncated, at: "offset 9, graph.node[2]", "length 5, 0 bytes left in the file")),
  ]
}

@Suite struct WireScannerTests {
  @Test(arguments: MalformedCase.all)
  func `malformed bytes give an error with offset and path`(sample: MalformedCase) throws {
    let file = try mapped(sample.bytes)
    #expect(throws: sample.error) { try WireScanner.scan(file) }
  }

  @Test func `every truncation is an error, except between the fields of the model`() throws {
    let model = sampleModel(large: 40)
    let bytes = try serialized(model)
    // Between two of its fields, a model cut short is a smaller model.
    var prefix = Wire_ModelProto()
    var boundaries: Set = [0]
    prefix.irVersion = model.irVersion
    try boundaries.insert(serialized(prefix).count)
    prefix.graph = model.graph
    try boundaries.insert(serialized(prefix).count)
    prefix.opsetImport = model.opsetImport
    try boundaries.insert(serialized(prefix).count)
    prefix.trainingInfo = model.trainingInfo
    try boundaries.insert(serialized(prefix).count)
    for count in 0..<bytes.count {
      let file = try mapped([UInt8](bytes[..<count]))
      if boundaries.contains(count) {
        _ = try WireScanner.scan(file, threshold: 16).decode(as: Wire_ModelProto.self)
      } else {
        let error = #expect(throws: ONNXError.self) { try WireScanner.scan(file, threshold: 16) }
        #expect(error?.code == .truncated, "cut at \(count): \(String(describing: error))")
      }
    }
  }

  @Test(arguments: [16, 17, 100, 5000, 1 << 16])
  func `a tensor decodes without its bytes and finds them in the file`(size: Int) throws {
    let model = sampleModel(large: size)
    let file = try mapped(serialized(model))
    let scanned = try WireScanner.scan(file, threshold: 16)
    let decoded = try scanned.decode(as: Wire_ModelProto.self)
    #expect(scanned.nodeCount == 4)
    #expect(scanned.payloads.count == 10)

    let expected = tensors(of: model)
    let actual = tensors(of: decoded)
    #expect(actual.map(\.name) == expected.map(\.name))
    for (actual, expected) in zip(actual, expected) {
      var restored = actual
      if let range = scanned.payload(of: actual) {
        #expect(actual.rawData.isEmpty && actual.hasRawData)
        restored.rawData = Data(file, in: range)
      }
      restored.payloadIndex = nil
      #expect(restored == expected)
      #expect((scanned.payload(of: actual) != nil) == (expected.rawData.count >= 16))
    }
  }

  @Test func `a file without large tensors decodes as it is`() throws {
    var model = sampleModel(large: 100)
    model.graph.initializer.removeAll { $0.name == "empty" }
    let scanned = try WireScanner.scan(mapped(serialized(model)))
    #expect(scanned.payloads.isEmpty)
    #expect(try scanned.decode(as: Wire_ModelProto.self) == model)
  }

  @Test func `an empty file is an empty model`() throws {
    let scanned = try WireScanner.scan(mapped([]))
    #expect(try scanned.decode(as: Wire_ModelProto.self) == Wire_ModelProto())
  }

  @Test func `a tensor alone is read without its bytes`() throws {
    let tensor = rawTensor("x", count: 5000)
    let scanned = try WireScanner.scan(mapped(serialized(tensor)), as: .tensor)
    let decoded = try scanned.decode(as: Wire_TensorProto.self)
    let range = try #require(scanned.payload(of: decoded))
    #expect(Data(scanned.file, in: range) == tensor.rawData)
    #expect(decoded.dims == [5000])
  }

  @Test func `tensors in sequences and optionals are read without their bytes`() throws {
    let sequence = Wire_SequenceProto.with {
      $0.tensorValues = [rawTensor("x", count: 5000), rawTensor("y", count: 6000)]
      $0.mapValues = [.with { $0.values.tensorValues = [rawTensor("z", count: 7000)] }]
    }
    let scanned = try WireScanner.scan(mapped(serialized(sequence)), as: .sequence)
    #expect(scanned.payloads.map(\.count) == [5000, 6000, 7000])
    let optional = Wire_OptionalProto.with { $0.sequenceValue = sequence }
    let other = try WireScanner.scan(mapped(serialized(optional)), as: .optional)
    #expect(other.payloads.map(\.count) == [5000, 6000, 7000])
  }

  @Test(arguments: [[UInt8]]([[0x01], [0x85, 0x80, 0x80, 0x00], [0x00]]))
  func `a marker from the file is removed`(value: [UInt8]) throws {
    let marker = [0xf8, 0xff, 0xff, 0xff, 0x0f] + value
    let name: [UInt8] = [0x42, 0x01, 0x61]
    let raw: [UInt8] = [0x4a, 0x01, 0x07]
    for content in [marker, raw + marker, marker + raw, marker + name + marker] {
      let file = try mapped(content)
      let scanned = try WireScanner.scan(file, as: .tensor)
      let tensor = try scanned.decode(as: Wire_TensorProto.self)
      #expect(!tensor.hasPayloadMarker)
      #expect(scanned.payload(of: tensor) == nil)
      #expect(tensor.unknownFields.data.isEmpty)
    }
  }

  @Test func `markers of other wire types are removed`() throws {
    let number: [UInt8] = [0xff, 0xff, 0xff, 0x0f]
    let contents: [[UInt8]] = [
      [0xfa] + number + [2, 1, 2], [0xfd] + number + [0, 0, 0, 0],
      [0xf9] + number + [0, 0, 0, 0]
        + [0, 0, 0, 0], [0xfb] + number + [0x08, 0x01, 0xfc] + number,
    ]
    for content in contents {
      let scanned = try WireScanner.scan(mapped(content), as: .tensor)
      let tensor = try scanned.decode(as: Wire_TensorProto.self)
      #expect(tensor == Wire_TensorProto())
    }
  }

  @Test func `unknown fields are kept`() throws {
    let unknown: [UInt8] = [
      0xf8, 0x07, 0x05, 0xfa, 0x07, 0x02, 0x68, 0x69, 0xfb, 0x07, 0x08, 0x01, 0xfc, 0x07,
    ]
    let bytes = try serialized(rawTensor("x", count: 5000)) + unknown
    let scanned = try WireScanner.scan(mapped(bytes), as: .tensor)
    let tensor = try scanned.decode(as: Wire_TensorProto.self)
    #expect([UInt8](tensor.unknownFields.data) == unknown)
    #expect(scanned.payloads.count == 1)
  }

  /// Protobuf lets a field occur more than once: the last scalar counts, messages are merged.
  @Test(arguments: [[5000, 8], [8, 5000], [5000, 0], [0, 5000], [5000, 6000], [5000, 0, 8]])
  func `of several raw_data the last counts`(sizes: [Int]) throws {
    let parts = sizes.enumerated().map { rawTensor("x", count: $1, salt: $0) }
    let attributes = parts.map { part in Wire_AttributeProto.with { $0.t = part } }
    // The same attribute, with its tensor in several pieces that the decoder merges.
    let content = try attributes.flatMap { try serialized($0) }
    let node = Wire_NodeProto.with { $0.attribute = [Wire_AttributeProto()] }
    #expect(try serialized(node) == [0x2a, 0x00])
    let bytes = nested([0x3a, 0x0a, 0x2a], content)
    let plain = try decodedPlainly(bytes).graph.node[0].attribute[0].t
    let scanned = try WireScanner.scan(mapped(bytes))
    let tensor = try scanned.decode(as: Wire_ModelProto.self).graph.node[0].attribute[0].t
    #expect(tensor.dims == plain.dims)
    let data = scanned.payload(of: tensor).map { Data(scanned.file, in: $0) }
    #expect((data ?? tensor.rawData) == plain.rawData)
  }

  @Test func `subgraphs may be nested up to the limit`() throws {
    var limits = WireLimits()
    let allowed = try WireScanner.scan(mapped(serialized(nestedModel(depth: 32))))
    #expect(allowed.nodeCount == 32)
    _ = try allowed.decode(as: Wire_ModelProto.self)

    let deeper = try mapped(serialized(nestedModel(depth: 33)))
    let error = #expect(throws: ONNXError.self) { try WireScanner.scan(deeper) }
    #expect(error?.code == .limitExceeded)
    #expect(error?.message == "subgraphs nested more than 32 deep")
    #expect(error?.place.contains("graph.node[0].attribute[0].g.node[0]") == true)
    limits.subgraphDepth = 33
    #expect(try WireScanner.scan(deeper, limits: limits).nodeCount == 33)
  }

  @Test func `messages may be nested up to the limit`() throws {
    // graph.input.type, then sequence_type and elem_type in turn: the shortest nesting there is.
    func bytes(depth: Int) -> [UInt8] {
      let types = (0..<depth - 3).map { UInt8($0.isMultiple(of: 2) ? 0x22 : 0x0a) }
      return nested([0x3a, 0x5a, 0x12] + types, [])
    }
    let allowed = try WireScanner.scan(mapped(bytes(depth: 128)))
    _ = try allowed.decode(as: Wire_ModelProto.self)
    #expect(allowed.elementCount == 128)
    for depth in [129, 10_000] {
      let file = try mapped(bytes(depth: depth))
      let error = #expect(throws: ONNXError.self) { try WireScanner.scan(file) }
      #expect(error?.code == .limitExceeded)
      #expect(error?.message == "messages nested more than 128 deep")
    }
  }

  @Test func `nodes, messages and bytes are limited`() throws {
    let file = try mapped(serialized(sampleModel(large: 5000)))
    func refusal(_ set: (inout WireLimits) -> Void) throws -> ONNXError? {
      var limits = WireLimits()
      set(&limits)
      return #expect(throws: ONNXError.self) { try WireScanner.scan(file, limits: limits) }
    }
    let nodes = try refusal { $0.nodes = 3 }
    #expect(nodes?.code == .limitExceeded && nodes?.message == "more than 3 nodes")
    let messages = try refusal { $0.elements = 20 }
    #expect(messages?.code == .limitExceeded && messages?.message == "more than 20 messages")
    let size = file.bytes.count
    let bytes = try refusal { $0.modelBytes = size - 1 }
    #expect(bytes?.message == "\(size) bytes, more than the limit of \(size - 1)")
  }
}

/// All tensors of a model, in one order.
func tensors(of model: Wire_ModelProto) -> [Wire_TensorProto] {
  func tensors(of nodes: [Wire_NodeProto]) -> [Wire_TensorProto] {
    nodes.flatMap(\.attribute).flatMap { attribute in
      [attribute.t] + attribute.tensors + tensors(of: attribute.g)
    }
  }
  func tensors(of graph: Wire_GraphProto) -> [Wire_TensorProto] {
    graph.initializer + graph.sparseInitializer.flatMap { [$0.values, $0.indices] }
      + tensors(of: graph.node)
  }
  return tensors(of: model.graph) + model.functions.flatMap { tensors(of: $0.node) }
    + model.trainingInfo.flatMap { tensors(of: $0.algorithm) }
}

/// `content` within messages that have these tags, the first outermost.
func nested(_ tags: [UInt8], _ content: [UInt8]) -> [UInt8] {
  var bytes = content
  for tag in tags.reversed() {
    var length = bytes.count
    var head = [tag]
    while length >= 0x80 {
      head.append(UInt8(length & 0x7f) | 0x80)
      length >>= 7
    }
    bytes = head + [UInt8(length)] + bytes
  }
  return bytes
}

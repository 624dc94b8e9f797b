// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import Testing

@Suite struct WireSchemaTests {
  /// `Message.field` → what `onnx.proto` says of it, read from its text.
  static func declared() throws -> [String: String] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/ONNXFormat/Wire/onnx.proto")
    var scopes: [String] = []
    var fields: [String: String] = [:]
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      let words = line.prefix { $0 != "[" && $0 != ";" }.split(separator: " ").map(String.init)
      guard let first = words.first, first != "//" else { continue }
      switch first {
      case "message", "enum", "oneof": scopes.append("\(first) \(words[1])")
      case "}": scopes.removeLast()
      default:
        guard scopes.last?.hasPrefix("enum") == false, let equals = words.firstIndex(of: "="),
          first != "option"
        else { continue }
        let message = scopes.filter { $0.hasPrefix("message") }.map { $0.dropFirst(8) }
        let rule = first == "repeated" ? "repeated" : "optional"
        fields["\(message.joined(separator: ".")).\(words[equals - 1])"] =
          "\(rule) \(words[equals - 2]) \(words[equals + 1])"
      }
    }
    return fields
  }

  static let names: [WireMessage: String] = [
    .model: "ModelProto", .operatorSet: "OperatorSetIdProto",
    .stringEntry: "StringStringEntryProto", .graph: "GraphProto", .node: "NodeProto",
    .attribute: "AttributeProto", .valueInfo: "ValueInfoProto", .annotation: "TensorAnnotation",
    .tensor: "TensorProto", .segment: "TensorProto.Segment", .sparseTensor: "SparseTensorProto",
    .shape: "TensorShapeProto", .dimension: "TensorShapeProto.Dimension", .type: "TypeProto",
    .typeTensor: "TypeProto.Tensor", .typeSequence: "TypeProto.Sequence",
    .typeMap: "TypeProto.Map", .typeOptional: "TypeProto.Optional",
    .typeSparseTensor: "TypeProto.SparseTensor", .typeOpaque: "TypeProto.Opaque",
    .function: "FunctionProto", .trainingInfo: "TrainingInfoProto",
    .device: "DeviceConfigurationProto", .nodeDevice: "NodeDeviceConfigurationProto",
    .sharding: "ShardingSpecProto", .intListEntry: "IntIntListEntryProto",
    .shardedDimension: "ShardedDimProto", .simpleSharding: "SimpleShardedDimProto",
    .sequence: "SequenceProto", .map: "MapProto", .optional: "OptionalProto",
  ]

  static func shape(of type: String) -> WireShape? {
    switch type {
    case "int32", "int64", "uint64", "AttributeType", "DataLocation": .varint
    case "float": .fixed32
    case "double": .fixed64
    case "string": .string
    case "bytes": .bytes
    default:
      names.first { $0.value.split(separator: ".").last ?? "" == type }.map { .message($0.key) }
    }
  }

  @Test func `the scanner knows the fields of the proto file, and no others`() throws {
    var declared = try Self.declared()
    #expect(
      declared.removeValue(forKey: "TensorProto.payload_marker")
        == "optional uint64 \(WireSchema.markerNumber)")
    #expect(WireMessage.allCases.allSatisfy { Self.names[$0] != nil })
    for message in WireMessage.allCases {
      for field in WireSchema.fields(of: message) {
        let name = "\(Self.names[message] ?? "").\(field.name)"
        let declaration = declared.removeValue(forKey: name)
        let words = try #require(declaration, "\(name)")
          .split(separator: " ").map(String.init)
        #expect(words[0] == (field.isRepeated ? "repeated" : "optional"), "\(name)")
        #expect(Int(words[2]) == field.number, "\(name)")
        let shape = field.shape == .rawData ? .bytes : field.shape
        #expect(Self.shape(of: words[1]) == shape, "\(name)")
      }
    }
    #expect(declared.isEmpty)
  }
}

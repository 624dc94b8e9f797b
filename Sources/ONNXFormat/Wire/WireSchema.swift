// SPDX-License-Identifier: Apache-2.0

/// The messages of `onnx.proto`, as the scanner knows them.
package enum WireMessage: Int, CaseIterable, Sendable {
  case model, operatorSet, stringEntry, graph, node, attribute, valueInfo, annotation
  case tensor, segment, sparseTensor, shape, dimension
  case type, typeTensor, typeSequence, typeMap, typeOptional, typeSparseTensor, typeOpaque
  case function, trainingInfo
  case device, nodeDevice, sharding, intListEntry, shardedDimension, simpleSharding
  case sequence, map, optional
}

/// What a field holds, as far as the walk over the bytes cares.
package enum WireShape: Hashable, Sendable {
  /// An integer or enumeration.
  case varint
  /// A `float`.
  case fixed32
  /// A `double`.
  case fixed64
  /// UTF-8 text.
  case string
  /// Any bytes.
  case bytes
  /// `TensorProto.raw_data`.
  case rawData
  /// A nested message.
  case message(WireMessage)
}

/// A field of a message.
package struct WireField: Sendable {
  /// The number in the tag.
  package let number: Int
  /// The name in `onnx.proto`; a `StaticString`, so that looking a field up counts no references.
  package let name: StaticString
  /// What it holds.
  package let shape: WireShape
  /// Whether it may occur more than once, in which case scalars may also be packed.
  package let isRepeated: Bool

  static func one(_ number: Int, _ name: StaticString, _ shape: WireShape) -> WireField {
    WireField(number: number, name: name, shape: shape, isRepeated: false)
  }

  static func many(_ number: Int, _ name: StaticString, _ shape: WireShape) -> WireField {
    WireField(number: number, name: name, shape: shape, isRepeated: true)
  }
}

/// The numbers of `onnx.proto` once more, for the walk that comes before the decoder.
package enum WireSchema {
  /// `TensorProto.payload_marker`: the largest number protobuf allows, where no format grows to.
  package static let markerNumber = 536_870_911
  /// `TensorProto.raw_data`.
  static let rawDataNumber = 9

  /// Fields by message and number.
  static let table: [[WireField?]] = WireMessage.allCases.map { message in
    let fields = fields(of: message)
    var row = [WireField?](repeating: nil, count: (fields.map(\.number).max() ?? 0) + 1)
    for field in fields { row[field.number] = field }
    return row
  }

  /// The field of that number, or nil when the format has none.
  static func field(_ number: Int, of message: WireMessage) -> WireField? {
    let row = table[message.rawValue]
    return number < row.count ? row[number] : nil
  }

  /// The fields of a message, except the marker.
  package static func fields(of message: WireMessage) -> [WireField] {
    switch message {
    case .model, .operatorSet, .stringEntry, .function, .trainingInfo: modelFields(message)
    case .graph, .node, .attribute, .valueInfo, .annotation: graphFields(message)
    case .tensor, .segment, .sparseTensor: tensorFields(message)
    case .sequence, .map, .optional: valueFields(message)
    case .shape, .dimension, .type, .typeTensor, .typeSequence, .typeMap, .typeOptional,
      .typeSparseTensor, .typeOpaque:
      typeFields(message)
    case .device, .nodeDevice, .sharding, .intListEntry, .shardedDimension, .simpleSharding:
      deviceFields(message)
    }
  }

  private static func modelFields(_ message: WireMessage) -> [WireField] {
    switch message {
    case .model:
      [
        .one(1, "ir_version", .varint), .one(2, "producer_name", .string),
        .one(3, "producer_version", .string), .one(4, "domain", .string),
        .one(5, "model_version", .varint), .one(6, "doc_string", .string),
        .one(7, "graph", .message(.graph)), .many(8, "opset_import", .message(.operatorSet)),
        .many(14, "metadata_props", .message(.stringEntry)),
        .many(20, "training_info", .message(.trainingInfo)),
        .many(25, "functions", .message(.function)),
        .many(26, "configuration", .message(.device)),
      ]
    case .operatorSet: [.one(1, "domain", .string), .one(2, "version", .varint)]
    case .stringEntry: [.one(1, "key", .string), .one(2, "value", .string)]
    case .function:
      [
        .one(1, "name", .string), .many(4, "input", .string), .many(5, "output", .string),
        .many(6, "attribute", .string), .many(7, "node", .message(.node)),
        .one(8, "doc_string", .string), .many(9, "opset_import", .message(.operatorSet)),
        .one(10, "domain", .string), .many(11, "attribute_proto", .message(.attribute)),
        .many(12, "value_info", .message(.valueInfo)), .one(13, "overload", .string),
        .many(14, "metadata_props", .message(.stringEntry)),
      ]
    case .trainingInfo:
      [
        .one(1, "initialization", .message(.graph)), .one(2, "algorithm", .message(.graph)),
        .many(3, "initialization_binding", .message(.stringEntry)),
        .many(4, "update_binding", .message(.stringEntry)),
      ]
    default: []
    }
  }

  private static func graphFields(_ message: WireMessage) -> [WireField] {
    switch message {
    case .graph:
      [
        .many(1, "node", .message(.node)), .one(2, "name", .string),
        .many(5, "initializer", .message(.tensor)), .one(10, "doc_string", .string),
        .many(11, "input", .message(.valueInfo)), .many(12, "output", .message(.valueInfo)),
        .many(13, "value_info", .message(.valueInfo)),
        .many(14, "quantization_annotation", .message(.annotation)),
        .many(15, "sparse_initializer", .message(.sparseTensor)),
        .many(16, "metadata_props", .message(.stringEntry)),
      ]
    case .node:
      [
        .many(1, "input", .string), .many(2, "output", .string), .one(3, "name", .string),
        .one(4, "op_type", .string), .many(5, "attribute", .message(.attribute)),
        .one(6, "doc_string", .string), .one(7, "domain", .string),
        .one(8, "overload", .string), .many(9, "metadata_props", .message(.stringEntry)),
        .many(10, "device_configurations", .message(.nodeDevice)),
      ]
    case .attribute:
      [
        .one(1, "name", .string), .one(2, "f", .fixed32), .one(3, "i", .varint),
        .one(4, "s", .bytes), .one(5, "t", .message(.tensor)), .one(6, "g", .message(.graph)),
        .many(7, "floats", .fixed32), .many(8, "ints", .varint), .many(9, "strings", .bytes),
        .many(10, "tensors", .message(.tensor)), .many(11, "graphs", .message(.graph)),
        .one(13, "doc_string", .string), .one(14, "tp", .message(.type)),
        .many(15, "type_protos", .message(.type)), .one(20, "type", .varint),
        .one(21, "ref_attr_name", .string), .one(22, "sparse_tensor", .message(.sparseTensor)),
        .many(23, "sparse_tensors", .message(.sparseTensor)),
      ]
    case .valueInfo:
      [
        .one(1, "name", .string), .one(2, "type", .message(.type)),
        .one(3, "doc_string", .string), .many(4, "metadata_props", .message(.stringEntry)),
      ]
    case .annotation:
      [
        .one(1, "tensor_name", .string),
        .many(2, "quant_parameter_tensor_names", .message(.stringEntry)),
      ]
    default: []
    }
  }

  private static func tensorFields(_ message: WireMessage) -> [WireField] {
    switch message {
    case .tensor:
      [
        .many(1, "dims", .varint), .one(2, "data_type", .varint),
        .one(3, "segment", .message(.segment)), .many(4, "float_data", .fixed32),
        .many(5, "int32_data", .varint), .many(6, "string_data", .bytes),
        .many(7, "int64_data", .varint), .one(8, "name", .string),
        .one(rawDataNumber, "raw_data", .rawData), .many(10, "double_data", .fixed64),
        .many(11, "uint64_data", .varint), .one(12, "doc_string", .string),
        .many(13, "external_data", .message(.stringEntry)), .one(14, "data_location", .varint),
        .many(16, "metadata_props", .message(.stringEntry)),
      ]
    case .segment: [.one(1, "begin", .varint), .one(2, "end", .varint)]
    case .sparseTensor:
      [
        .one(1, "values", .message(.tensor)), .one(2, "indices", .message(.tensor)),
        .many(3, "dims", .varint),
      ]
    default: []
    }
  }

  private static func typeFields(_ message: WireMessage) -> [WireField] {
    switch message {
    case .shape: [.many(1, "dim", .message(.dimension))]
    case .dimension:
      [
        .one(1, "dim_value", .varint), .one(2, "dim_param", .string),
        .one(3, "denotation", .string),
      ]
    case .type:
      [
        .one(1, "tensor_type", .message(.typeTensor)),
        .one(4, "sequence_type", .message(.typeSequence)),
        .one(5, "map_type", .message(.typeMap)), .one(6, "denotation", .string),
        .one(7, "opaque_type", .message(.typeOpaque)),
        .one(8, "sparse_tensor_type", .message(.typeSparseTensor)),
        .one(9, "optional_type", .message(.typeOptional)),
      ]
    case .typeTensor, .typeSparseTensor:
      [.one(1, "elem_type", .varint), .one(2, "shape", .message(.shape))]
    case .typeSequence, .typeOptional: [.one(1, "elem_type", .message(.type))]
    case .typeMap: [.one(1, "key_type", .varint), .one(2, "value_type", .message(.type))]
    case .typeOpaque: [.one(1, "domain", .string), .one(2, "name", .string)]
    default: []
    }
  }

  private static func deviceFields(_ message: WireMessage) -> [WireField] {
    switch message {
    case .device:
      [.one(1, "name", .string), .one(2, "num_devices", .varint), .many(3, "device", .string)]
    case .nodeDevice:
      [
        .one(1, "configuration_id", .string), .many(2, "sharding_spec", .message(.sharding)),
        .one(3, "pipeline_stage", .varint),
      ]
    case .sharding:
      [
        .one(1, "tensor_name", .string), .many(2, "device", .varint),
        .many(3, "index_to_device_group_map", .message(.intListEntry)),
        .many(4, "sharded_dim", .message(.shardedDimension)),
      ]
    case .intListEntry: [.one(1, "key", .varint), .many(2, "value", .varint)]
    case .shardedDimension:
      [.one(1, "axis", .varint), .many(2, "simple_sharding", .message(.simpleSharding))]
    case .simpleSharding:
      [
        .one(1, "dim_value", .varint), .one(2, "dim_param", .string),
        .one(3, "num_shards", .varint),
      ]
    default: []
    }
  }

  private static func valueFields(_ message: WireMessage) -> [WireField] {
    switch message {
    case .sequence:
      [
        .one(1, "name", .string), .one(2, "elem_type", .varint),
        .many(3, "tensor_values", .message(.tensor)),
        .many(4, "sparse_tensor_values", .message(.sparseTensor)),
        .many(5, "sequence_values", .message(.sequence)),
        .many(6, "map_values", .message(.map)),
        .many(7, "optional_values", .message(.optional)),
      ]
    case .map:
      [
        .one(1, "name", .string), .one(2, "key_type", .varint), .many(3, "keys", .varint),
        .many(4, "string_keys", .bytes), .one(5, "values", .message(.sequence)),
      ]
    case .optional:
      [
        .one(1, "name", .string), .one(2, "elem_type", .varint),
        .one(3, "tensor_value", .message(.tensor)),
        .one(4, "sparse_tensor_value", .message(.sparseTensor)),
        .one(5, "sequence_value", .message(.sequence)), .one(6, "map_value", .message(.map)),
        .one(7, "optional_value", .message(.optional)),
      ]
    default: []
    }
  }
}

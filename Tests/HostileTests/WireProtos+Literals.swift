// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import SwiftProtobuf

extension Wire_AttributeProto {
  static func int(_ name: String, _ value: Int64) -> Self {
    .with { ($0.name, $0.type, $0.i) = (name, .int, value) }
  }

  static func ints(_ name: String, _ values: [Int64]) -> Self {
    .with { ($0.name, $0.type, $0.ints) = (name, .ints, values) }
  }

  static func float(_ name: String, _ value: Float) -> Self {
    .with { ($0.name, $0.type, $0.f) = (name, .float, value) }
  }

  static func string(_ name: String, _ value: String) -> Self {
    .with { ($0.name, $0.type, $0.s) = (name, .string, Data(value.utf8)) }
  }

  static func strings(_ name: String, _ values: [String]) -> Self {
    .with { ($0.name, $0.type, $0.strings) = (name, .strings, values.map { Data($0.utf8) }) }
  }

  static func tensor(_ name: String, _ value: Wire_TensorProto) -> Self {
    .with { ($0.name, $0.type, $0.t) = (name, .tensor, value) }
  }

  static func graph(_ name: String, _ value: Wire_GraphProto) -> Self {
    .with { ($0.name, $0.type, $0.g) = (name, .graph, value) }
  }

  /// The attribute `name` of the function around.
  static func reference(_ name: String, _ kind: AttributeType) -> Self {
    .with { ($0.name, $0.type, $0.refAttrName) = (name, kind, name) }
  }
}

extension Wire_TensorProto {
  /// Small numbers of both signs.
  static func floats(_ shape: [Int64], _ name: String = "") -> Self {
    let count = Int(shape.reduce(1, *))
    return .with {
      ($0.name, $0.dims, $0.dataType) = (name, shape, Int32(DataType.float.rawValue))
      $0.floatData = (0..<count).map { Float($0 * 7 % 11 - 5) / 4 }
    }
  }

  /// A vector, or a tensor of the given shape.
  static func int64s(_ values: [Int64], _ shape: [Int64]? = nil, _ name: String = "") -> Self {
    .with {
      ($0.name, $0.dataType) = (name, Int32(DataType.int64.rawValue))
      ($0.dims, $0.int64Data) = (shape ?? [Int64(values.count)], values)
    }
  }

  /// Numbers from 0 to 3 of a type that `int32_data` holds.
  static func integers(_ type: DataType, _ shape: [Int64], _ name: String = "") -> Self {
    let count = Int(shape.reduce(1, *))
    return .with {
      ($0.name, $0.dims, $0.dataType) = (name, shape, Int32(type.rawValue))
      $0.int32Data = (0..<count).map { Int32($0 * 5 % (type == .bool ? 2 : 4)) }
    }
  }

  /// A vector of strings.
  static func strings(_ values: [String], _ name: String = "") -> Self {
    .with {
      ($0.name, $0.dataType) = (name, Int32(DataType.string.rawValue))
      ($0.dims, $0.stringData) = ([Int64(values.count)], values.map { Data($0.utf8) })
    }
  }

  func named(_ name: String) -> Self {
    var copy = self
    copy.name = name
    return copy
  }
}

extension Wire_ValueInfoProto {
  /// A tensor; negative extents are dynamic.
  static func tensor(
    _ name: String, _ type: Wire_TensorProto.DataType = .float, _ shape: [Int64]
  ) -> Self {
    .with {
      $0.name = name
      $0.type.tensorType.elemType = Int32(type.rawValue)
      $0.type.tensorType.shape.dim = shape.map { extent in
        .with { if extent < 0 { $0.dimParam = "N" } else { $0.dimValue = extent } }
      }
    }
  }

  static func named(_ name: String) -> Self { .with { $0.name = name } }
}

extension Wire_NodeProto {
  static func op(
    _ opType: String, _ inputs: [String], _ outputs: [String],
    _ attributes: [Wire_AttributeProto] = [], domain: String = "", name: String? = nil
  ) -> Self {
    .with {
      ($0.opType, $0.input, $0.output) = (opType, inputs, outputs)
      ($0.attribute, $0.domain) = (attributes, domain)
      $0.name = name ?? outputs.first ?? ""
    }
  }
}

extension Wire_GraphProto {
  static func graph(
    _ nodes: [Wire_NodeProto], inputs: [Wire_ValueInfoProto] = [],
    initializers: [Wire_TensorProto] = [], outputs: [String]
  ) -> Self {
    .with {
      ($0.name, $0.node, $0.input, $0.initializer) = ("graph", nodes, inputs, initializers)
      $0.output = outputs.map(Wire_ValueInfoProto.named)
    }
  }
}

extension Wire_FunctionProto {
  static func function(
    _ name: String, _ inputs: [String], _ outputs: [String], attributes: [String] = [],
    _ nodes: [Wire_NodeProto]
  ) -> Self {
    .with {
      ($0.name, $0.domain, $0.input, $0.output) = (name, "local", inputs, outputs)
      ($0.attribute, $0.node) = (attributes, nodes)
      $0.opsetImport = [
        .with { $0.version = 17 }, .with { ($0.domain, $0.version) = ("local", 1) },
      ]
    }
  }
}

extension Wire_ModelProto {
  static func model(
    _ graph: Wire_GraphProto, opset: Int64 = 17, functions: [Wire_FunctionProto] = []
  ) -> Self {
    .with {
      ($0.irVersion, $0.graph, $0.functions) = (8, graph, functions)
      $0.opsetImport = [
        .with { $0.version = opset }, .with { ($0.domain, $0.version) = ("local", 1) },
        .with { ($0.domain, $0.version) = ("com.microsoft", 1) },
        .with { ($0.domain, $0.version) = ("ai.onnx.ml", 4) },
      ]
    }
  }

  /// As the protobuf library writes it.
  func bytes() throws -> [UInt8] { try serializedBytes(partial: true) }
}

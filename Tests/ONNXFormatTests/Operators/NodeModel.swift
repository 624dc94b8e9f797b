// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import ONNXFormat
import SwiftProtobuf
import Tensors

/// A model file of one node, as a file of some opset has it.
struct NodeModel: Sendable {
  var opType: String
  var domain = ""
  var opset: Int64
  var attributes: [Wire_AttributeProto] = []
  /// One input of the model for each; nil: omitted.
  var inputs: [Tensor?]
  var outputCount = 1

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    let model = Wire_ModelProto.with { model in
      model.irVersion = 8
      model.opsetImport = [.with { ($0.domain, $0.version) = (domain, opset) }]
      if !domain.isEmpty { model.opsetImport.append(.with { $0.version = 17 }) }
      model.graph = .with { graph in
        graph.name = "graph"
        var names: [String] = []
        for (index, tensor) in inputs.enumerated() {
          names.append(tensor == nil ? "" : "in\(index)")
          guard let tensor else { continue }
          graph.input.append(
            .with {
              $0.name = "in\(index)"
              $0.type.tensorType.elemType = Int32(tensor.dtype.onnxNumber)
              $0.type.tensorType.shape.dim = tensor.shape.map { extent in
                .with { $0.dimValue = Int64(extent) }
              }
            })
        }
        let outputs = (0..<outputCount).map { "out\($0)" }
        graph.node = [
          .with {
            ($0.opType, $0.domain, $0.input, $0.output, $0.attribute) =
              (opType, domain, names, outputs, attributes)
          }
        ]
        graph.output = outputs.map { name in .with { $0.name = name } }
      }
    }
    return try model.serializedBytes()
  }

  /// The outputs of the model as it is read, after a check that they survive writing.
  func outputs() throws -> [Tensor] {
    let model = try ONNX.read(bytes: bytes())
    let values = inputs.compactMap { $0.map(RuntimeValue.tensor) }
    let outputs = try model.graph.evaluate(values)
    let written = try ONNX.read(bytes: ONNX.bytes(of: model))
    guard try written.graph.evaluate(values) == outputs else {
      throw ONNXError(.invalidModel, at: opType, "the written model gives other outputs")
    }
    return outputs.compactMap(\.tensor)
  }
}

extension Wire_AttributeProto {
  static func int(_ name: String, _ value: Int64) -> Self {
    .with { ($0.name, $0.type, $0.i) = (name, .int, value) }
  }
  static func float(_ name: String, _ value: Float) -> Self {
    .with { ($0.name, $0.type, $0.f) = (name, .float, value) }
  }
  static func ints(_ name: String, _ values: [Int64]) -> Self {
    .with { ($0.name, $0.type, $0.ints) = (name, .ints, values) }
  }
  static func floats(_ name: String, _ values: [Float]) -> Self {
    .with { ($0.name, $0.type, $0.floats) = (name, .floats, values) }
  }
  static func texts(_ name: String, _ values: [String]) -> Self {
    .with { attribute in
      (attribute.name, attribute.type) = (name, .strings)
      attribute.strings = values.map { .init($0.utf8) }
    }
  }
  static func tensor(_ name: String, floats values: [Float]) -> Self {
    .with {
      ($0.name, $0.type) = (name, .tensor)
      ($0.t.dims, $0.t.dataType, $0.t.floatData) = ([Int64(values.count)], 1, values)
    }
  }
  static func tensor(_ name: String, bytes values: [Int32]) -> Self {
    .with {
      ($0.name, $0.type) = (name, .tensor)
      ($0.t.dims, $0.t.dataType, $0.t.int32Data) = ([Int64(values.count)], 2, values)
    }
  }
}

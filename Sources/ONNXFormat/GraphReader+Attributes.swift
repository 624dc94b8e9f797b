// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Tensors

// Attributes of nodes, in functions with those of the call filled in.
extension GraphReader {
  /// The attribute with `ref_attr_name` replaced by the caller's; nil when the caller has none.
  func resolve(
    _ attribute: Wire_AttributeProto, place: String
  ) throws(ONNXError) -> Wire_AttributeProto? {
    guard !attribute.refAttrName.isEmpty else { return attribute }
    guard let callAttributes else {
      throw ONNXError(
        .invalidModel, at: place,
        "attribute \"\(attribute.name)\" refers to a function's attribute outside of a function")
    }
    guard var value = callAttributes[attribute.refAttrName] else { return nil }
    value.name = attribute.name
    return value
  }

  /// The attributes of a node, and its subgraphs, which are read with their inputs' types.
  func decodeAttributes(
    _ protos: [Wire_AttributeProto], place: String
  ) throws -> ([String: AttributeValue], [String: Wire_GraphProto]) {
    var attributes: [String: AttributeValue] = [:]
    var subgraphs: [String: Wire_GraphProto] = [:]
    for proto in protos {
      guard let attribute = try resolve(proto, place: place) else { continue }
      guard attributes[attribute.name] == nil, subgraphs[attribute.name] == nil else {
        throw ONNXError(.invalidModel, at: place, "attribute \"\(attribute.name)\" occurs twice")
      }
      if attribute.hasG {
        subgraphs[attribute.name] = attribute.g
      } else {
        attributes[attribute.name] = try decode(attribute, place: place)
      }
    }
    return (attributes, subgraphs)
  }

  private func decode(_ proto: Wire_AttributeProto, place: String) throws -> AttributeValue {
    let place = "\(place), attribute \"\(proto.name)\""
    func texts(_ values: [Data]) throws -> [String] {
      try values.map { try utf8($0, place: place) }
    }
    switch proto.type {
    case .float: return .float(proto.f)
    case .int: return .int(proto.i)
    case .string: return .string(try utf8(proto.s, place: place))
    case .tensor: return .tensor(try reading.tensors.read(proto.t, place: place))
    case .sparseTensor: return .tensor(try reading.tensors.read(proto.sparseTensor, place: place))
    case .floats: return .floats(proto.floats)
    case .ints: return .ints(proto.ints)
    case .strings: return .strings(try texts(proto.strings))
    case .tensors:
      return .tensors(try proto.tensors.map { try reading.tensors.read($0, place: place) })
    case .typeProto:
      guard let type = try ValueType(onnx: proto.tp, place: place) else {
        throw ONNXError(.invalidModel, at: place, "is an empty type")
      }
      return .type(type)
    case .undefined:
      // Files of IR version 1 and 2 do not say which field counts.
      if proto.hasF { return .float(proto.f) }
      if proto.hasI { return .int(proto.i) }
      if proto.hasS { return .string(try utf8(proto.s, place: place)) }
      if proto.hasT { return .tensor(try reading.tensors.read(proto.t, place: place)) }
      if !proto.floats.isEmpty { return .floats(proto.floats) }
      if !proto.ints.isEmpty { return .ints(proto.ints) }
      if !proto.strings.isEmpty { return .strings(try texts(proto.strings)) }
      throw ONNXError(.invalidModel, at: place, "has no value")
    case .graph: throw ONNXError(.invalidModel, at: place, "is a graph without contents")
    case .graphs, .sparseTensors, .typeProtos:
      throw ONNXError(.unsupported, at: place, "is of an unsupported kind (\(proto.type))")
    }
  }
}

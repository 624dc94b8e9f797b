// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Tensors

/// What all graphs of one file share while it is written.
final class ModelWriting {
  /// The standard opset being written.
  let opset: Int
  /// The least standard opset that can express all that was written so far.
  var requiredOpset = 1
  /// Versions of the other domains that were used.
  var domains: [String: Int] = [:]
  /// Large tensors, which the wire writer streams.
  private(set) var payloads: [WirePayload] = []
  /// Where large tensors go instead when external data is wanted.
  private let external: ExternalTensors?

  /// Tensors from this size on are not copied into the message.
  private static let payloadThreshold = 4096

  init(opset: Int, external: ExternalTensors?) {
    (self.opset, self.external) = (opset, external)
  }

  /// The tensor as a message; large data is left to ``payloads`` or the external file.
  func proto(_ tensor: Tensor, name: String) -> Wire_TensorProto {
    var proto = Wire_TensorProto()
    if !name.isEmpty { proto.name = name }
    proto.dims = tensor.shape.map(Int64.init)
    proto.dataType = Int32(tensor.dtype.onnxNumber)
    if tensor.dtype == .string {
      proto.stringData = tensor.strings.map { Data($0.utf8) }
    } else if let external, tensor.byteCount >= external.threshold {
      proto.dataLocation = .external
      proto.externalData = external.add(tensor)
    } else if tensor.byteCount >= Self.payloadThreshold {
      proto.payloadIndex = payloads.count
      payloads.append(
        WirePayload(byteCount: tensor.byteCount) { (sink) throws(ONNXError) in
          try tensor.withUnsafeBytes { (bytes) throws(ONNXError) in try sink(bytes) }
        })
    } else {
      proto.rawData = tensor.withUnsafeBytes { Data($0) }
    }
    return proto
  }
}

/// Tensors that are to be written into a file beside the model.
final class ExternalTensors {
  /// Name of the file, relative to the model's folder.
  let location: String
  /// Smaller tensors stay in the model.
  let threshold: Int
  private(set) var tensors: [(offset: Int, tensor: Tensor)] = []
  private var end = 0

  init(location: String, threshold: Int) {
    (self.location, self.threshold) = (location, threshold)
  }

  /// Places a tensor, aligned to a page so that it can be mapped.
  func add(_ tensor: Tensor) -> [Wire_StringStringEntryProto] {
    let offset = (end + 4095) / 4096 * 4096
    tensors.append((offset, tensor))
    end = offset + tensor.byteCount
    return [("location", location), ("offset", "\(offset)"), ("length", "\(tensor.byteCount)")]
      .map { key, value in
        var entry = Wire_StringStringEntryProto()
        (entry.key, entry.value) = (key, value)
        return entry
      }
  }

  /// Writes all tensors.
  func write(to file: inout AtomicFile) throws(ONNXError) {
    for (offset, tensor) in tensors {
      try file.write([UInt8](repeating: 0, count: offset - file.byteCount))
      try tensor.withUnsafeBytes { (bytes) throws(ONNXError) in try file.write(bytes) }
    }
  }
}

/// Writes one graph and its subgraphs as `GraphProto`s.
final class GraphWriter {
  private let writing: ModelWriting
  private let graph: Graph
  private let parent: GraphWriter?
  /// Names in the file, of all values that have one.
  private var names: [ValueID: String] = [:]
  private var taken: Set<String>
  /// The last number that made a name of this stem unique.
  private var lastNumbers: [String: Int] = [:]
  private var proto = Wire_GraphProto()
  /// The inputs that stand for no value of the parent.
  private let declaredInputs: [ValueID]
  /// Names of the outputs in the file.
  private var outputNames: [String] = []
  /// Constants that are outputs: nodes make them.
  private var constantOutputs: [ValueID] = []
  /// Constants that nodes wrote as attributes.
  private var takenConstants: Set<ValueID> = []

  /// A writer of `graph`, whose last inputs stand for `captures` of the parent.
  init(
    _ graph: Graph, writing: ModelWriting, parent: GraphWriter? = nil, captures: [ValueID?] = []
  ) {
    (self.graph, self.writing, self.parent) = (graph, writing, parent)
    taken = parent?.taken ?? []
    proto.name = graph.name.isEmpty ? "graph" : graph.name
    declaredInputs = Array(graph.inputs.dropLast(captures.count))
    let captured = graph.inputs.suffix(captures.count)
    for (inner, outer) in zip(captured, captures) {
      if let outer { names[inner] = parent?.names[outer] }
    }
    assignNames()
  }

  /// Outputs and inputs of the model keep their names; whatever else has one of these names gives
  /// way. Those of subgraphs are known by their position, and must not hide an outer value.
  private func assignNames() {
    for input in declaredInputs {
      let name = graph.name(of: input)
      claim(input, parent == nil ? name : unique(name))
    }
    let fixed = Set(graph.inputs).union(graph.initializers.keys)
    for output in graph.outputs {
      var name = output.name
      if names[output.value] != name {
        if parent != nil { name = unique(name) }
        if names[output.value] == nil, !taken.contains(name) {
          if graph.constant(output.value) != nil {
            claim(output.value, name)
            constantOutputs.append(output.value)
          } else if !fixed.contains(output.value) {
            claim(output.value, name)
          }
        }
        taken.insert(name)
      }
      outputNames.append(name)
    }
    for value in graph.initializers.keys.sorted() where names[value] == nil {
      // The surrounding graph has the same constant: it is read from there.
      let name = graph.name(of: value)
      if let tensor = graph.initializers[value], parent?.sees(name, as: tensor) == true {
        names[value] = name
      } else {
        claim(value, unique(name))
      }
    }
    for node in graph.nodes {
      for case let output? in node.outputs where names[output] == nil {
        claim(output, unique(graph.name(of: output)))
      }
    }
  }

  /// Whether `name` means a constant with this value here or further out.
  private func sees(_ name: String, as tensor: Tensor) -> Bool {
    if let value = graph.value(named: name), names[value] == name {
      return graph.constant(value)?.isIdentical(to: tensor) ?? false
    }
    return parent?.sees(name, as: tensor) ?? false
  }

  private func claim(_ value: ValueID, _ name: String) {
    names[value] = name
    taken.insert(name)
  }

  private func unique(_ stem: String) -> String {
    if !taken.contains(stem) { return stem }
    var number = (lastNumbers[stem] ?? 0) + 1
    while taken.contains("\(stem)_\(number)") { number += 1 }
    lastNumbers[stem] = number
    return "\(stem)_\(number)"
  }

  /// The graph as a message.
  ///
  /// - Throws: `unsupported` for operations that ONNX cannot express.
  func write() throws -> Wire_GraphProto {
    for input in declaredInputs {
      proto.input.append(valueInfo(names[input] ?? "", graph.type(of: input)))
    }
    try writeConstantOutputs()
    for node in graph.nodes { try write(node) }
    writeOutputs()
    writeInitializers()
    return proto
  }

  private func writeConstantOutputs() throws {
    for value in constantOutputs {
      guard let tensor = graph.initializers[value], let name = names[value] else { continue }
      var node = Wire_NodeProto()
      node.opType = "Constant"
      node.output = [name]
      node.attribute = [try attribute("value", .tensor(tensor))]
      proto.node.append(node)
      if ElementTypes.float8s.contains(tensor.dtype) {
        writing.requiredOpset = max(writing.requiredOpset, 19)
      } else if tensor.dtype.bitWidth == 4 {
        writing.requiredOpset = max(writing.requiredOpset, 21)
      }
    }
  }

  /// Constants stand before those that nodes added. One that became an attribute, and that nobody
  /// else reads, is left out.
  private func writeInitializers() {
    let read = takenConstants.isEmpty ? [] : Self.namesRead(in: proto)
    var initializers: [Wire_TensorProto] = []
    let made = Set(constantOutputs)
    for value in graph.initializers.keys.sorted() where !made.contains(value) {
      guard let tensor = graph.initializers[value], let name = names[value] else { continue }
      if parent?.sees(name, as: tensor) == true { continue }
      if takenConstants.contains(value), !read.contains(name) { continue }
      initializers.append(writing.proto(tensor, name: name))
    }
    proto.initializer = initializers + proto.initializer
  }

  /// The names of values that nodes and outputs of a graph and its subgraphs read.
  private static func namesRead(in graph: Wire_GraphProto) -> Set<String> {
    var names: Set<String> = []
    var pending = [graph]
    while let graph = pending.popLast() {
      names.formUnion(graph.output.map(\.name))
      for node in graph.node {
        names.formUnion(node.input)
        pending += node.attribute.lazy.filter(\.hasG).map(\.g)
      }
    }
    return names
  }

  private func writeOutputs() {
    for (output, name) in zip(graph.outputs, outputNames) {
      if names[output.value] != name {
        var identity = Wire_NodeProto()
        identity.opType = "Identity"
        identity.input = [names[output.value] ?? ""]
        identity.output = [name]
        proto.node.append(identity)
      }
      proto.output.append(valueInfo(name, graph.type(of: output.value)))
    }
    let outputNames = Set(outputNames)
    for node in graph.nodes {
      for case let value? in node.outputs {
        guard let name = names[value], !outputNames.contains(name) else { continue }
        let type = graph.type(of: value)
        if case .tensor(let tensor) = type, tensor.dimensions == nil { continue }
        proto.valueInfo.append(valueInfo(name, type))
      }
    }
  }

  private func valueInfo(_ name: String, _ type: ValueType) -> Wire_ValueInfoProto {
    var info = Wire_ValueInfoProto()
    (info.name, info.type) = (name, type.onnx)
    return info
  }

  private func write(_ node: Node) throws {
    guard let binding = OperatorRegistry.binding(writing: node.operation) else {
      throw ONNXError(
        .unsupported, at: node.place, "operation \(node.operation.opType) has no form in ONNX")
    }
    let writer = NodeWriter(
      opset: writing.opset, opType: binding.name, domain: binding.domain, node: node, graph: graph
    ) { [self] tensor, stem in addConstant(tensor, stem) }
    if binding.domain.isEmpty { writer.requireOpset(binding.since) }
    do { try binding.write(node.operation, writer) } catch let error as GraphError {
      throw error.at(node.place)
    }
    takenConstants.formUnion(writer.takenConstants)
    if writer.domain.isEmpty {
      writing.requiredOpset = max(writing.requiredOpset, writer.requiredOpset)
    } else {
      writing.domains[writer.domain] = max(
        writing.domains[writer.domain] ?? 1, binding.since, writer.requiredOpset)
    }
    var message = Wire_NodeProto()
    if !node.name.isEmpty { message.name = node.name }
    message.opType = writer.opType
    if !writer.domain.isEmpty { message.domain = writer.domain }
    message.input = writer.inputs.map { $0.flatMap { names[$0] ?? constantNames[$0] } ?? "" }
    while message.input.last == "" { message.input.removeLast() }
    message.output = node.outputs.map { $0.flatMap { names[$0] } ?? "" }
    while message.output.count < writer.leastOutputCount { message.output.append("") }
    message.attribute = try writer.attributes.map { try attribute($0.name, $0.value) }
    for (name, subgraph, captures) in writer.subgraphs {
      var attribute = Wire_AttributeProto()
      (attribute.name, attribute.type) = (name, .graph)
      let inner = GraphWriter(subgraph, writing: writing, parent: self, captures: captures)
      attribute.g = try inner.write()
      message.attribute.append(attribute)
    }
    proto.node.append(message)
  }

  /// Names of constants that writing a node added; their identifiers count down from -1.
  private var constantNames: [ValueID: String] = [:]

  private func addConstant(_ tensor: Tensor, _ stem: String) -> ValueID {
    let name = unique(stem)
    taken.insert(name)
    proto.initializer.append(writing.proto(tensor, name: name))
    let value = ValueID.temporary(constantNames.count)
    constantNames[value] = name
    return value
  }

  private func attribute(
    _ name: String, _ value: AttributeValue
  ) throws -> Wire_AttributeProto {
    var proto = Wire_AttributeProto()
    proto.name = name
    switch value {
    case .int(let value): (proto.i, proto.type) = (value, .int)
    case .float(let value): (proto.f, proto.type) = (value, .float)
    case .string(let value): (proto.s, proto.type) = (Data(value.utf8), .string)
    case .tensor(let value): (proto.t, proto.type) = (writing.proto(value, name: ""), .tensor)
    case .ints(let values): (proto.ints, proto.type) = (values, .ints)
    case .floats(let values): (proto.floats, proto.type) = (values, .floats)
    case .strings(let values):
      (proto.strings, proto.type) = (values.map { Data($0.utf8) }, .strings)
    case .tensors(let values):
      (proto.tensors, proto.type) = (values.map { writing.proto($0, name: "") }, .tensors)
    case .type(let value): (proto.tp, proto.type) = (value.onnx, .typeProto)
    }
    return proto
  }
}

// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Tensors

/// What all graphs of one file share while it is read.
final class ModelReading {
  let tensors: TensorReader
  let limits: ResourceLimits
  let functions: [FunctionKey: Wire_FunctionProto]
  private let deadline: ContinuousClock.Instant
  private var nodeCount = 0

  struct FunctionKey: Hashable {
    let domain: String
    let name: String
    let overload: String
  }

  init(tensors: TensorReader, limits: ResourceLimits, functions: [Wire_FunctionProto]) throws {
    (self.tensors, self.limits) = (tensors, limits)
    deadline = .now + .seconds(limits.loadSeconds)
    var byKey: [FunctionKey: Wire_FunctionProto] = [:]
    for function in functions {
      let key = FunctionKey(
        domain: normalized(function.domain), name: function.name, overload: function.overload)
      guard byKey.updateValue(function, forKey: key) == nil else {
        throw ONNXError(.invalidModel, at: "function \"\(function.name)\"", "is defined twice")
      }
    }
    self.functions = byKey
  }

  /// Counts a node that was read, functions expanded.
  ///
  /// - Throws: `limitExceeded` when there are too many, or reading takes too long.
  func count(place: String) throws(ONNXError) {
    nodeCount += 1
    guard nodeCount <= limits.nodeCount else {
      throw ONNXError(
        .limitExceeded, at: place,
        "the model has more than \(limits.nodeCount) nodes after its functions are expanded")
    }
    // Each time, as one call of a function with many inputs is slow.
    if ContinuousClock.now > deadline {
      throw ONNXError(
        .limitExceeded, at: place, "reading the model took longer than \(limits.loadSeconds) s")
    }
  }
}

func normalized(_ domain: String) -> String { domain == "ai.onnx" ? "" : domain }

/// Reads one graph, its subgraphs and the functions that it calls into the IR.
///
/// Names of a subgraph that the surrounding graph defines become inputs behind its own; constants
/// are copied (their memory is shared).
final class GraphReader {
  let reading: ModelReading
  private let opsets: [String: Int]
  private let parent: GraphReader?
  private let subgraphDepth: Int
  private let functionDepth: Int
  /// Attributes of the call of the function whose body this is, for `ref_attr_name`.
  let callAttributes: [String: Wire_AttributeProto]?

  private(set) var graph: Graph
  private var names: [String: ValueID] = [:]
  private(set) var captures: [ValueID] = []
  /// Graph-valued attributes of the node being read.
  private var pendingSubgraphs: [String: Wire_GraphProto] = [:]
  private var pendingPlace = ""

  init(
    reading: ModelReading, opsets: [String: Int], name: String, parent: GraphReader? = nil,
    subgraphDepth: Int = 0, functionDepth: Int = 0,
    callAttributes: [String: Wire_AttributeProto]? = nil
  ) {
    (self.reading, self.opsets, self.parent) = (reading, opsets, parent)
    (self.subgraphDepth, self.functionDepth) = (subgraphDepth, functionDepth)
    self.callAttributes = callAttributes
    graph = Graph(name: name)
  }

  // MARK: Graphs

  /// Reads a whole graph.
  ///
  /// - Parameters:
  ///   - overridable: Whether an initializer that is also an input may be overridden by the caller
  ///     (from IR version 4 on); else it is a constant.
  ///   - inputTypes: What the operator around a subgraph knows about its inputs.
  func read(
    _ proto: Wire_GraphProto, overridable: Bool, inputTypes: [ValueType?] = []
  ) throws {
    let defaults = Set(
      proto.initializer.map(\.name) + proto.sparseInitializer.map(\.values.name))
    for (index, input) in proto.input.enumerated() {
      if !overridable, defaults.contains(input.name) { continue }
      try readInput(input, given: index < inputTypes.count ? inputTypes[index] : nil)
    }
    for tensor in proto.initializer {
      let place = "initializer \"\(tensor.name)\""
      try define(constant: try reading.tensors.read(tensor, place: place), tensor.name, place)
    }
    for sparse in proto.sparseInitializer {
      let place = "sparse initializer \"\(sparse.values.name)\""
      try define(
        constant: try reading.tensors.read(sparse, place: place), sparse.values.name, place)
    }
    try readNodes(proto.node)
    try readValueInfos(proto.valueInfo)
    for output in proto.output {
      let place = "output \"\(output.name)\""
      guard let value = lookup(output.name) else {
        throw ONNXError(.invalidModel, at: place, "is made by nothing")
      }
      if let type = try ValueType(onnx: output.type, place: place) {
        try declare(value, type, place)
      }
      guard !graph.outputs.contains(where: { $0.name == output.name }) else {
        throw ONNXError(.invalidModel, at: place, "is listed twice")
      }
      graph.addOutput(output.name, value)
    }
  }

  private func readInput(_ input: Wire_ValueInfoProto, given: ValueType?) throws {
    let place = "input \"\(input.name)\""
    guard !input.name.isEmpty else {
      throw ONNXError(.invalidModel, at: place, "has no name")
    }
    let declared = try ValueType(onnx: input.type, place: place)
    let type: ValueType
    switch (declared, given) {
    case (let declared?, let given?):
      guard declared.isCompatible(with: given) else {
        throw ONNXError(.invalidModel, at: place, "is declared \(declared), but gets \(given)")
      }
      type = declared.merged(with: given)
    case (let known?, nil), (nil, let known?): type = known
    case (nil, nil): throw ONNXError(.invalidModel, at: place, "has no type")
    }
    if case .tensor(let tensor) = type, let rank = tensor.rank, rank > reading.limits.rank {
      throw ONNXError(
        .limitExceeded, at: place, "has \(rank) axes, the limit is \(reading.limits.rank)")
    }
    guard names[input.name] == nil else {
      throw ONNXError(.invalidModel, at: place, "is defined twice")
    }
    names[input.name] = graph.addInput(input.name, type)
  }

  private func define(constant tensor: Tensor, _ name: String, _ place: String) throws {
    guard !name.isEmpty else { throw ONNXError(.invalidModel, at: place, "has no name") }
    if let input = names[name], graph.isInput(input), graph.initializers[input] == nil {
      guard graph.type(of: input).isCompatible(with: .tensor(tensor.dtype, tensor.shape)) else {
        throw ONNXError(
          .invalidModel, at: place,
          "is \(tensor.dtype)\(tensor.shape), the input is declared \(graph.type(of: input))")
      }
      graph.setDefault(tensor, for: input)
      return
    }
    guard names[name] == nil else { throw ONNXError(.invalidModel, at: place, "is defined twice") }
    names[name] = graph.addInitializer(name, tensor)
  }

  private func readValueInfos(_ infos: [Wire_ValueInfoProto]) throws {
    for info in infos {
      let place = "value \"\(info.name)\""
      guard let value = names[info.name], let type = try ValueType(onnx: info.type, place: place)
      else { continue }
      try declare(value, type, place)
    }
  }

  /// Adds what the file says about a value to what is inferred. A contradicting shape is ignored
  /// (files carry stale ones), another element type is an error.
  private func declare(_ value: ValueID, _ type: ValueType, _ place: String) throws {
    let inferred = graph.type(of: value)
    if inferred.isCompatible(with: type) {
      try graph.refine(value, type)
    } else if case (.tensor(let a), .tensor(let b)) = (inferred, type), a.dtype == b.dtype {
      return
    } else {
      throw ONNXError(.invalidModel, at: place, "is declared \(type), but is \(inferred)")
    }
  }

  // MARK: Nodes

  /// Reads nodes in an order in which every value is made before it is read.
  private func readNodes(_ nodes: [Wire_NodeProto]) throws {
    var makers: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      for output in node.output where !output.isEmpty {
        guard names[output] == nil, makers.updateValue(index, forKey: output) == nil else {
          throw ONNXError(
            .invalidModel, at: place(of: node), "defines \"\(output)\" a second time")
        }
      }
    }
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: nodes.count)
    for root in nodes.indices where marks[root] == .new {
      var stack = [(node: root, needs: needs(of: nodes[root]), next: 0)]
      marks[root] = .open
      while let (index, needs, next) = stack.last {
        guard next < needs.count else {
          try readNode(nodes[index])
          marks[index] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        guard let maker = makers[needs[next]] else { continue }
        switch marks[maker] {
        case .open:
          throw ONNXError(.invalidModel, at: place(of: nodes[maker]), "is part of a cycle")
        case .new:
          marks[maker] = .open
          stack.append((maker, self.needs(of: nodes[maker]), 0))
        case .done: continue
        }
      }
    }
  }

  /// Names that must be defined before the node: its inputs, and what its subgraphs take from
  /// outside.
  private func needs(of node: Wire_NodeProto) -> [String] {
    var result = node.input.filter { !$0.isEmpty }
    var pending = subgraphs(of: node).map { (graph: $0, hidden: Set<String>()) }
    while let (graph, outer) = pending.popLast() {
      var hidden = outer
      // A name made inside may be made outside, too, even by the node itself.
      hidden.formUnion(graph.input.map(\.name))
      hidden.formUnion(graph.initializer.map(\.name))
      hidden.formUnion(graph.node.flatMap(\.output))
      for inner in graph.node {
        result += inner.input.filter { !$0.isEmpty && !hidden.contains($0) }
        pending += subgraphs(of: inner).map { ($0, hidden) }
      }
      result += graph.output.map(\.name).filter { !hidden.contains($0) }
    }
    return result
  }

  private func subgraphs(of node: Wire_NodeProto) -> [Wire_GraphProto] {
    node.attribute.flatMap { $0.hasG ? [$0.g] : $0.graphs }
  }

  private func place(of node: Wire_NodeProto) -> String {
    node.name.isEmpty ? "\(node.opType) node" : "\(node.opType) node \"\(node.name)\""
  }

  private func readNode(_ node: Wire_NodeProto) throws {
    let place = place(of: node)
    try reading.count(place: place)
    var inputs: [ValueID?] = []
    for name in node.input {
      guard !name.isEmpty, !omitted.contains(name) else {
        inputs.append(nil)
        continue
      }
      guard let value = lookup(name) else {
        throw ONNXError(.invalidModel, at: place, "reads \"\(name)\", which nothing makes")
      }
      inputs.append(value)
    }
    let domain = normalized(node.domain)
    let key = ModelReading.FunctionKey(domain: domain, name: node.opType, overload: node.overload)
    guard let binding = OperatorRegistry.binding(domain: domain, name: node.opType) else {
      guard domain != "com.microsoft.nchwc" else {
        throw ONNXError(
          .unsupported, at: place,
          "domain com.microsoft.nchwc holds layouts of one machine; save the model without "
            + "optimizing it for one")
      }
      guard let function = reading.functions[key] else {
        throw ONNXError(
          .unsupported, at: place,
          "operator \(domain.isEmpty ? "" : domain + ".")\(node.opType) of opset "
            + "\(opsets[domain] ?? 1) is not supported")
      }
      return try call(function, node, inputs, place: place)
    }
    guard let opset = opsets[domain] else {
      throw ONNXError(
        .invalidModel, at: place, "the model imports no opset of domain \"\(domain)\"")
    }
    guard opset >= binding.since else {
      throw ONNXError(
        .invalidModel, at: place,
        "exists from opset \(binding.since) on, the model imports opset \(opset)")
    }
    try read(node, by: binding, opset: opset, inputs: inputs, place: place)
  }

  private func read(
    _ node: Wire_NodeProto, by binding: OperatorBinding, opset: Int, inputs: [ValueID?],
    place: String
  ) throws {
    let (attributes, subgraphs) = try decodeAttributes(node.attribute, place: place)
    let outerSubgraphs = (pendingSubgraphs, pendingPlace)
    (pendingSubgraphs, pendingPlace) = (subgraphs, place)
    defer { (pendingSubgraphs, pendingPlace) = outerSubgraphs }
    let reader = NodeReader(
      opType: node.opType, domain: normalized(node.domain), name: node.name, opset: opset,
      inputs: inputs,
      outputCount: node.output.count, attributes: attributes,
      subgraphNames: Set(subgraphs.keys), scope: self)
    let readings: OperatorBinding.Reading
    do {
      readings = try binding.read(reader)
    } catch let error as GraphError { throw error.at(place) }
    if let unread = reader.unreadAttributes.first {
      throw ONNXError(
        .invalidModel, at: place, "attribute \"\(unread)\" does not exist in opset \(opset)")
    }
    var names = node.output.map { $0.isEmpty ? nil : $0 }
    while names.last == .some(nil) { names.removeLast() }
    switch readings {
    case .operation(let operation):
      let outputs: [ValueID?]
      // An omitted input at the end is no input.
      while reader.inputs.last == .some(nil) { reader.inputs.removeLast() }
      do {
        outputs = try graph.addNode(
          operation, name: node.name, inputs: reader.inputs, outputNames: names)
      } catch { throw error.at(place) }
      for case (let name?, let value?) in zip(names, outputs) { self.names[name] = value }
    case .values(let values):
      guard values.count >= names.count else {
        throw ONNXError(
          .invalidModel, at: place,
          "has \(names.count) outputs, the operator gives \(values.count)")
      }
      for case (let name?, let value?) in zip(names, values) { self.names[name] = value }
    }
  }

  /// Expands the call of a model-local function in place.
  private func call(
    _ function: Wire_FunctionProto, _ node: Wire_NodeProto, _ inputs: [ValueID?], place: String
  ) throws {
    guard functionDepth < reading.limits.functionDepth else {
      throw ONNXError(
        .limitExceeded, at: place,
        "functions nest deeper than \(reading.limits.functionDepth), or call themselves")
    }
    guard inputs.count <= function.input.count, node.output.count <= function.output.count else {
      throw ONNXError(
        .invalidModel, at: place,
        "has \(inputs.count) inputs and \(node.output.count) outputs, the function declares "
          + "\(function.input.count) and \(function.output.count)")
    }
    var attributes: [String: Wire_AttributeProto] = [:]
    for attribute in function.attributeProto { attributes[attribute.name] = attribute }
    for attribute in node.attribute {
      if let resolved = try resolve(attribute, place: place) {
        attributes[attribute.name] = resolved
      }
    }
    let body = GraphReader(
      reading: reading, opsets: try GraphReader.opsets(function.opsetImport), name: function.name,
      subgraphDepth: subgraphDepth, functionDepth: functionDepth + 1, callAttributes: attributes)
    // The body is read straight into this graph, under names of its own.
    body.graph = graph
    graph = Graph(name: "")
    defer { graph = body.graph }
    for (index, name) in function.input.enumerated() where index < inputs.count {
      if let input = inputs[index] { body.names[name] = input }
    }
    body.omitted = Set(function.input).subtracting(body.names.keys)
    try body.readNodes(function.node)
    for (name, inner) in zip(node.output, function.output) where !name.isEmpty {
      guard let value = body.names[inner] else {
        throw ONNXError(
          .invalidModel, at: place, "output \"\(inner)\" of the function is made by nothing")
      }
      names[name] = value
    }
  }

  /// Inputs of a function that its caller left out.
  private var omitted: Set<String> = []

  // MARK: Names

  /// The value of `name` here or in a surrounding graph, then captured.
  private func lookup(_ name: String) -> ValueID? {
    if let value = names[name] { return value }
    guard let parent, let outer = parent.lookup(name) else { return nil }
    let value: ValueID
    if let tensor = parent.graph.constant(outer) {
      value = graph.addInitializer(name, tensor)
    } else {
      value = graph.addInput(name, parent.graph.type(of: outer))
      captures.append(outer)
    }
    names[name] = value
    return value
  }

  /// Opset versions by domain.
  ///
  /// - Throws: `unsupported` for standard opsets outside 6 to 24.
  static func opsets(_ imports: [Wire_OperatorSetIdProto]) throws(ONNXError) -> [String: Int] {
    var opsets: [String: Int] = [:]
    for entry in imports {
      let domain = normalized(entry.domain)
      let version = Int(entry.version)
      if domain.isEmpty, !ONNX.readableOpsets.contains(version) {
        throw ONNXError(
          .unsupported, at: "opset_import",
          "opset \(version) is not supported, expected \(ONNX.readableOpsets.lowerBound) to "
            + "\(ONNX.readableOpsets.upperBound)")
      }
      opsets[domain] = max(version, opsets[domain] ?? 0)
    }
    return opsets
  }
}

extension GraphReader: ReaderScope {
  func type(_ value: ValueID) -> ValueType { graph.type(of: value) }
  func constant(_ value: ValueID) -> Tensor? { graph.constant(value) }

  func addConstant(_ tensor: Tensor, _ stem: String) -> ValueID {
    graph.addInitializer(stem, tensor)
  }

  func add(
    _ operation: any Operation, _ inputs: [ValueID?], outputCount: Int
  ) throws -> [ValueID?] {
    try reading.count(place: pendingPlace)
    return try graph.addNode(
      operation, inputs: inputs, outputNames: [String?](repeating: "", count: outputCount))
  }

  func subgraph(_ attribute: String, inputTypes: [ValueType?]) throws -> ImportedSubgraph {
    guard subgraphDepth < reading.limits.subgraphDepth else {
      throw ONNXError(
        .limitExceeded, at: pendingPlace,
        "subgraphs nest deeper than \(reading.limits.subgraphDepth)")
    }
    guard let proto = pendingSubgraphs[attribute] else {
      throw ONNXError(
        .invalidModel, at: pendingPlace, "subgraph \"\(attribute)\" is required and absent")
    }
    let reader = GraphReader(
      reading: reading, opsets: opsets, name: proto.name, parent: self,
      subgraphDepth: subgraphDepth + 1, functionDepth: functionDepth,
      callAttributes: callAttributes)
    try reader.read(proto, overridable: true, inputTypes: inputTypes)
    return ImportedSubgraph(graph: reader.graph, captures: reader.captures)
  }
}

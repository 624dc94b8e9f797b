// SPDX-License-Identifier: Apache-2.0
package import IR
package import Tensors

/// A subgraph in the IR's form: what it takes from outside are inputs behind its own.
package struct ImportedSubgraph {
  /// The graph; its inputs are the declared ones, then one for each capture.
  package let graph: Graph
  /// Values of the surrounding graph that the last inputs stand for, in their order.
  package let captures: [ValueID]
}

/// One ONNX node while it is read: its attributes, its inputs, and the graph around it.
///
/// Attributes are taken by name; those that no call asked for make the node invalid.
package final class NodeReader {
  /// ONNX operator name.
  package let opType: String
  /// Domain of the operator, empty for the standard ones.
  package let domain: String
  /// Node name, may be empty.
  package let name: String
  /// Opset version of the node's domain in this model.
  package let opset: Int
  /// Inputs, omitted ones nil. Reading may change them; they become the IR node's inputs.
  package var inputs: [ValueID?]
  /// Number of outputs that the node declares, used or not.
  package let outputCount: Int

  private let attributes: [String: AttributeValue]
  private let subgraphNames: Set<String>
  private var unread: Set<String>
  private let scope: any ReaderScope

  init(
    opType: String, domain: String, name: String, opset: Int, inputs: [ValueID?], outputCount: Int,
    attributes: [String: AttributeValue], subgraphNames: Set<String>, scope: any ReaderScope
  ) {
    (self.opType, self.domain, self.name, self.opset) = (opType, domain, name, opset)
    (self.inputs, self.outputCount) = (inputs, outputCount)
    (self.attributes, self.subgraphNames, self.scope) = (attributes, subgraphNames, scope)
    unread = Set(attributes.keys).union(subgraphNames)
  }

  /// Operator and name for messages.
  package var place: String { name.isEmpty ? "\(opType) node" : "\(opType) node \"\(name)\"" }

  /// Attributes that reading did not ask for.
  var unreadAttributes: [String] { unread.sorted() }

  // MARK: Attributes

  /// Whether the node has the attribute.
  package func has(_ attribute: String) -> Bool {
    attributes[attribute] != nil || subgraphNames.contains(attribute)
  }

  /// Accepts attributes that carry no meaning for us (such as `consumed_inputs` of opset 1).
  package func ignore(_ names: String...) { unread.subtract(names) }

  private func take<Value>(
    _ name: String, _ kind: String, _ convert: (AttributeValue) -> Value?
  ) throws(ONNXError) -> Value? {
    unread.remove(name)
    guard let attribute = attributes[name] else { return nil }
    guard let value = convert(attribute) else {
      throw ONNXError(
        .invalidModel, at: place,
        "attribute \"\(name)\" must be of kind \(kind), got \(attribute.kind)")
    }
    return value
  }

  /// An integer attribute, nil when absent.
  ///
  /// - Throws: `invalidModel` when the attribute is of another kind; so do all that follow.
  package func int(_ name: String) throws(ONNXError) -> Int? {
    try take(name, "int") { if case .int(let value) = $0 { Int(value) } else { nil } }
  }

  /// An integer attribute with a default.
  package func int(_ name: String, default value: Int) throws(ONNXError) -> Int {
    try int(name) ?? value
  }

  /// An integer attribute that stands for a truth value.
  package func bool(_ name: String, default value: Bool) throws(ONNXError) -> Bool {
    try int(name).map { $0 != 0 } ?? value
  }

  /// A float attribute, nil when absent.
  package func float(_ name: String) throws(ONNXError) -> Float? {
    try take(name, "float") { if case .float(let value) = $0 { value } else { nil } }
  }

  /// A float attribute with a default.
  package func float(_ name: String, default value: Float) throws(ONNXError) -> Float {
    try float(name) ?? value
  }

  /// A string attribute, nil when absent.
  package func string(_ name: String) throws(ONNXError) -> String? {
    try take(name, "string") { if case .string(let value) = $0 { value } else { nil } }
  }

  /// A string attribute with a default.
  package func string(_ name: String, default value: String) throws(ONNXError) -> String {
    try string(name) ?? value
  }

  /// A list of integers, nil when absent.
  package func ints(_ name: String) throws(ONNXError) -> [Int]? {
    try take(name, "ints") { if case .ints(let values) = $0 { values.map(Int.init) } else { nil } }
  }

  /// A list of floats, nil when absent.
  package func floats(_ name: String) throws(ONNXError) -> [Float]? {
    try take(name, "floats") { if case .floats(let values) = $0 { values } else { nil } }
  }

  /// A list of strings, nil when absent.
  package func strings(_ name: String) throws(ONNXError) -> [String]? {
    try take(name, "strings") { if case .strings(let values) = $0 { values } else { nil } }
  }

  /// A tensor attribute, nil when absent.
  package func tensor(_ name: String) throws(ONNXError) -> Tensor? {
    try take(name, "tensor") { if case .tensor(let value) = $0 { value } else { nil } }
  }

  /// A type attribute, nil when absent.
  package func valueType(_ name: String) throws(ONNXError) -> ValueType? {
    try take(name, "type") { if case .type(let value) = $0 { value } else { nil } }
  }

  /// A string attribute out of a closed list, as a Swift enumeration with the same raw values.
  ///
  /// - Throws: `invalidModel` listing the allowed values.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default value: Choice
  ) throws(ONNXError) -> Choice where Choice.RawValue == String {
    guard let text = try string(name) else { return value }
    guard let choice = Choice(rawValue: text) else {
      let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw ONNXError(
        .invalidModel, at: place, "attribute \"\(name)\" is \"\(text)\", expected one of \(allowed)"
      )
    }
    return choice
  }

  /// The attribute's value.
  ///
  /// - Throws: `invalidModel` when it is nil, that is, absent.
  package func require<Value>(_ value: Value?, _ name: String) throws(ONNXError) -> Value {
    guard let value else {
      throw ONNXError(.invalidModel, at: place, "attribute \"\(name)\" is required and absent")
    }
    return value
  }

  /// The subgraph in attribute `name`.
  ///
  /// - Parameter inputTypes: What the operator knows about the subgraph's inputs; missing or nil
  ///   entries are taken from the file.
  /// - Throws: `invalidModel` when absent, and what reading the subgraph throws.
  package func subgraph(_ name: String, inputTypes: [ValueType?] = []) throws -> ImportedSubgraph {
    unread.remove(name)
    guard subgraphNames.contains(name) else {
      throw ONNXError(.invalidModel, at: place, "subgraph \"\(name)\" is required and absent")
    }
    return try scope.subgraph(name, inputTypes: inputTypes)
  }

  // MARK: Inputs

  /// The type of input `index`, nil when omitted.
  package func type(_ index: Int) -> ValueType? {
    index < inputs.count ? inputs[index].map(scope.type) : nil
  }

  /// The rank of tensor input `index`, nil when not known.
  package func rank(_ index: Int) -> Int? { type(index)?.tensorType?.rank }

  /// The value of input `index` if it is a constant.
  package func constant(_ index: Int) -> Tensor? {
    index < inputs.count ? inputs[index].flatMap(scope.constant) : nil
  }

  /// Sets input `index`, filling the inputs before it with omitted ones.
  package func setInput(_ index: Int, _ value: ValueID?) {
    while inputs.count <= index { inputs.append(nil) }
    inputs[index] = value
  }

  /// Makes a constant into input `index`: what old opsets had as an attribute.
  package func setInput(_ index: Int, _ tensor: Tensor?, _ stem: String) {
    guard let tensor else { return }
    setInput(index, addConstant(tensor, stem))
  }

  // MARK: Adding nodes

  /// Adds a constant to the graph.
  package func addConstant(_ tensor: Tensor, _ stem: String) -> ValueID {
    scope.addConstant(tensor, name.isEmpty ? stem : "\(name).\(stem)")
  }

  /// Adds a node before this one and returns its outputs.
  ///
  /// - Throws: what type inference throws.
  package func add(
    _ operation: any Operation, _ inputs: [ValueID?], outputCount: Int
  ) throws -> [ValueID?] {
    try scope.add(operation, inputs, outputCount: outputCount)
  }

  /// Adds a node before this one and returns its only output.
  package func add(_ operation: any Operation, _ inputs: ValueID?...) throws -> ValueID {
    guard let output = try scope.add(operation, inputs, outputCount: 1).first ?? nil else {
      throw ONNXError(.invalidModel, at: place, "\(operation.opType) gives no output")
    }
    return output
  }
}

/// The graph around a node being read.
protocol ReaderScope: AnyObject {
  func type(_ value: ValueID) -> ValueType
  func constant(_ value: ValueID) -> Tensor?
  func addConstant(_ tensor: Tensor, _ stem: String) -> ValueID
  func add(_ operation: any Operation, _ inputs: [ValueID?], outputCount: Int) throws -> [ValueID?]
  func subgraph(_ attribute: String, inputTypes: [ValueType?]) throws -> ImportedSubgraph
}

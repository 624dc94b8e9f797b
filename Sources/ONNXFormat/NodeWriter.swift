// SPDX-License-Identifier: Apache-2.0
package import IR
package import Tensors

/// One ONNX node while it is written: collects attributes, and knows the target opset.
package final class NodeWriter {
  /// The opset being written.
  package let opset: Int
  /// Inputs of the ONNX node; writing may change them.
  package var inputs: [ValueID?]
  /// Number of outputs that the IR node uses, counting omitted ones before the last.
  package let outputCount: Int
  /// ONNX operator name; writing may change it where opsets differ in names.
  package var opType: String
  /// Domain of the operator.
  package var domain: String
  /// Outputs that the ONNX node must list even where nothing reads them. Default 0.
  package var leastOutputCount = 0

  private(set) var attributes: [(name: String, value: AttributeValue)] = []
  /// Constants that became attributes.
  private(set) var takenConstants: [ValueID] = []
  private(set) var subgraphs: [(name: String, graph: Graph, captures: [ValueID?])] = []
  /// The least opset that can express what was written.
  private(set) var requiredOpset = 1
  private let graph: Graph
  private let makeConstant: (Tensor, String) -> ValueID

  init(
    opset: Int, opType: String, domain: String, node: Node, graph: Graph,
    makeConstant: @escaping (Tensor, String) -> ValueID
  ) {
    (self.opset, self.opType, self.domain) = (opset, opType, domain)
    (inputs, outputCount) = (node.inputs, node.outputs.count)
    (self.graph, self.makeConstant) = (graph, makeConstant)
  }

  /// Says that the form just written exists only from opset `version` on. The writer then starts
  /// again with a newer opset. For an operator of another domain, `version` is that domain's.
  package func requireOpset(_ version: Int) { requiredOpset = max(requiredOpset, version) }

  /// Sets an integer attribute.
  package func set(_ name: String, _ value: Int) { attributes.append((name, .int(Int64(value)))) }
  /// Sets a truth value as an integer attribute.
  package func set(_ name: String, _ value: Bool) { set(name, value ? 1 : 0) }
  /// Sets a float attribute.
  package func set(_ name: String, _ value: Float) { attributes.append((name, .float(value))) }
  /// Sets a string attribute.
  package func set(_ name: String, _ value: String) { attributes.append((name, .string(value))) }
  /// Sets a list of integers.
  package func set(_ name: String, _ values: [Int]) {
    attributes.append((name, .ints(values.map(Int64.init))))
  }
  /// Sets a list of floats.
  package func set(_ name: String, _ values: [Float]) { attributes.append((name, .floats(values))) }
  /// Sets a list of strings.
  package func set(_ name: String, _ values: [String]) {
    attributes.append((name, .strings(values)))
  }
  /// Sets a tensor attribute.
  package func set(_ name: String, _ value: Tensor) { attributes.append((name, .tensor(value))) }
  /// Sets a type attribute.
  package func set(_ name: String, _ value: ValueType) { attributes.append((name, .type(value))) }

  /// Sets a graph attribute; the graph's last inputs stand for `captures`.
  package func set(_ name: String, _ graph: Graph, captures: [ValueID?]) {
    subgraphs.append((name, graph, captures))
  }

  /// The type of input `index`, nil when omitted.
  package func type(_ index: Int) -> ValueType? {
    index < inputs.count ? inputs[index].map(graph.type(of:)) : nil
  }

  /// The value of input `index` if it is a constant.
  package func constant(_ index: Int) -> Tensor? {
    index < inputs.count ? inputs[index].flatMap(graph.constant) : nil
  }

  /// Takes the constant at input `index` away to be written as an attribute, as opsets before
  /// `version` have it. Nil when the input is omitted, or when it is not constant (then the newer
  /// opset is required), or when the target opset has the input form.
  package func takeConstant(_ index: Int, before version: Int) -> Tensor? {
    guard opset < version, index < inputs.count, inputs[index] != nil else { return nil }
    guard let tensor = constant(index) else {
      requireOpset(version)
      return nil
    }
    if let value = inputs[index] { takenConstants.append(value) }
    inputs[index] = nil
    while inputs.last == .some(nil) { inputs.removeLast() }
    return tensor
  }

  /// A new constant, to be used as an input.
  package func addConstant(_ tensor: Tensor, _ stem: String) -> ValueID {
    makeConstant(tensor, stem)
  }
}

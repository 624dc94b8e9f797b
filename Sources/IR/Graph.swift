// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Identifies a value (an edge) within one graph.
public struct ValueID: Hashable, Sendable, Comparable {
  let index: Int

  /// An identifier that no graph has, for values that a writer makes up.
  package static func temporary(_ number: Int) -> ValueID { ValueID(index: -1 - number) }

  public static func < (left: ValueID, right: ValueID) -> Bool { left.index < right.index }
}

/// Identifies a node within one graph, also after other nodes come and go.
public struct NodeID: Hashable, Sendable, Comparable {
  let index: Int
  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// An operator applied to values.
public struct Node: Sendable, Identifiable {
  /// Identity within the graph.
  public let id: NodeID
  /// Name for people; unique within a graph when it came from a file that names its nodes.
  public var name: String
  /// The operator with its attributes.
  public var operation: any Operation
  /// Inputs in the operator's order; nil: omitted.
  public var inputs: [ValueID?]
  /// Outputs in the operator's order; nil: not used. May be shorter than what the operator gives.
  public var outputs: [ValueID?]

  /// Operator and name for messages, as in `Conv node "conv1"`.
  public var place: String {
    name.isEmpty ? "\(operation.opType) node #\(id.index)" : "\(operation.opType) node \"\(name)\""
  }
}

/// What a graph knows about one of its values.
public struct ValueInfo: Hashable, Sendable {
  /// The name, unique within the graph.
  public var name: String
  /// The type as far as it is known.
  public var type: ValueType
}

/// A graph of operators over typed values. A value itself: copies are independent.
///
/// - Invariants (``checkInvariants()``): nodes are in topological order; each value is made by
///   exactly one of {graph input, initializer, node output}; names of values are unique.
public struct Graph: Sendable {
  /// A named result of the graph.
  public struct Output: Hashable, Sendable {
    /// The name by which callers ask for it.
    public var name: String
    /// The value that it is.
    public var value: ValueID
  }

  /// Name of the graph.
  public var name: String
  /// Values given by the caller, in order.
  public private(set) var inputs: [ValueID] = []
  /// The values of ``inputs``.
  private var inputSet: Set<ValueID> = []
  /// Values given to the caller, in order.
  public internal(set) var outputs: [Output] = []
  /// Nodes in topological order.
  public internal(set) var nodes: [Node] = []
  /// Constant values. An initializer that is also an input is a default that the caller may
  /// override.
  public internal(set) var initializers: [ValueID: Tensor] = [:]

  /// Indexed by `ValueID.index`; nil: removed.
  var values: [ValueInfo?] = []
  var valueIDs: [String: ValueID] = [:]
  var nextNodeIndex = 0
  /// Counts changes, so that a patch notices that it was made for another state.
  var revision = 0

  /// An empty graph.
  public init(name: String) { self.name = name }

  /// Name and type of a value.
  ///
  /// - Precondition: the value belongs to this graph.
  public func info(_ value: ValueID) -> ValueInfo { values[value.index]! }

  /// Name of a value.
  public func name(of value: ValueID) -> String { info(value).name }

  /// Type of a value.
  public func type(of value: ValueID) -> ValueType { info(value).type }

  /// The value of the given name.
  public func value(named name: String) -> ValueID? { valueIDs[name] }

  /// All values, in order of creation.
  public var allValues: [ValueID] {
    values.indices.filter { values[$0] != nil }.map(ValueID.init(index:))
  }

  /// The value of a constant, nil when `value` is computed or may be overridden by the caller.
  public func constant(_ value: ValueID) -> Tensor? {
    guard let tensor = initializers[value], !isInput(value) else { return nil }
    return tensor
  }

  /// Whether the caller gives `value`, or may override it.
  public func isInput(_ value: ValueID) -> Bool { inputSet.contains(value) }

  /// Inputs that the caller must give: those without a default.
  public var requiredInputs: [ValueID] { inputs.filter { initializers[$0] == nil } }

  /// Types and known values of the inputs of `node`.
  public func operandTypes(of node: Node) -> OperandTypes {
    OperandTypes(
      node.inputs.map { $0.map(type(of:)) }, constants: node.inputs.map { $0.flatMap(constant) })
  }

  /// The node that makes each value. Complexity: O(nodes).
  public func producers() -> [ValueID: NodeID] {
    var producers: [ValueID: NodeID] = [:]
    for node in nodes {
      for case let output? in node.outputs { producers[output] = node.id }
    }
    return producers
  }

  /// The nodes that read each value, in order, once for each input. Complexity: O(nodes).
  public func consumers() -> [ValueID: [NodeID]] {
    var consumers: [ValueID: [NodeID]] = [:]
    for node in nodes {
      for case let input? in node.inputs { consumers[input, default: []].append(node.id) }
    }
    return consumers
  }

  /// Position of each node in ``nodes``. Complexity: O(nodes).
  public func nodePositions() -> [NodeID: Int] {
    Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
  }

  /// Nodes here and in all subgraphs.
  public var totalNodeCount: Int {
    nodes.reduce(0) { total, node in
      total + 1 + node.operation.subgraphs.reduce(0) { $0 + $1.totalNodeCount }
    }
  }
}

// MARK: - Building

extension Graph {
  /// A name derived from `stem` that no value has yet.
  public func uniqueName(_ stem: String) -> String {
    if !stem.isEmpty, valueIDs[stem] == nil { return stem }
    var number = values.count
    while valueIDs["\(stem)_\(number)"] != nil { number += 1 }
    return "\(stem)_\(number)"
  }

  mutating func addValue(_ name: String, _ type: ValueType) -> ValueID {
    let id = ValueID(index: values.count)
    let name = uniqueName(name)
    values.append(ValueInfo(name: name, type: type))
    valueIDs[name] = id
    revision += 1
    return id
  }

  /// Adds a value that the caller gives.
  ///
  /// A taken name gets a number; readers that must keep names check ``value(named:)`` first.
  public mutating func addInput(_ name: String, _ type: ValueType) -> ValueID {
    let value = addValue(name, type)
    inputs.append(value)
    inputSet.insert(value)
    return value
  }

  /// Keeps only the inputs for which `isKept` holds.
  mutating func filterInputs(_ isKept: (ValueID) -> Bool) {
    inputs = inputs.filter(isKept)
    inputSet = Set(inputs)
    revision += 1
  }

  /// Adds a constant.
  public mutating func addInitializer(_ name: String, _ tensor: Tensor) -> ValueID {
    let value = addValue(name, .tensor(tensor.dtype, tensor.shape))
    initializers[value] = tensor
    return value
  }

  /// Gives a graph input a default.
  ///
  /// - Precondition: `input` is an input of this graph.
  public mutating func setDefault(_ tensor: Tensor, for input: ValueID) {
    precondition(isInput(input))
    initializers[input] = tensor
    revision += 1
  }

  /// Appends a node and infers the types of its outputs.
  ///
  /// - Parameters:
  ///   - inputs: Values made before this node; nil: omitted.
  ///   - outputNames: A name for each wanted output; nil: output not used. Default: one output.
  /// - Throws: what the operator's `outputTypes` throws, placed at the node.
  public mutating func addNode(
    _ operation: any Operation, name: String = "", inputs: [ValueID?],
    outputNames: [String?] = [""]
  ) throws(GraphError) -> [ValueID?] {
    var node = Node(
      id: NodeID(index: nextNodeIndex), name: name, operation: operation, inputs: inputs,
      outputs: [])
    let types: [ValueType]
    do throws(GraphError) {
      types = try operation.outputTypes(operandTypes(of: node))
    } catch { throw error.at(node.place) }
    guard outputNames.count <= types.count else {
      throw GraphError(
        .invalidGraph, node: node.place,
        "has \(outputNames.count) outputs, the operator gives \(types.count)")
    }
    for (outputName, type) in zip(outputNames, types) {
      let stem =
        outputName == "" ? (name.isEmpty ? operation.opType.lowercased() : name) : outputName
      node.outputs.append(stem.map { addValue($0, type) })
    }
    nextNodeIndex += 1
    nodes.append(node)
    revision += 1
    return node.outputs
  }

  /// Makes `value` a result of the graph.
  public mutating func addOutput(_ name: String, _ value: ValueID) {
    outputs.append(Output(name: name, value: value))
    revision += 1
  }

  /// Narrows the type of a value by what a file or a caller says about it.
  ///
  /// - Throws: `typeMismatch` when the types contradict each other.
  public mutating func refine(_ value: ValueID, _ type: ValueType) throws(GraphError) {
    let known = self.type(of: value)
    guard known.isCompatible(with: type) else {
      throw GraphError(
        .typeMismatch, "value \"\(name(of: value))\" is declared \(type), but is \(known)")
    }
    values[value.index]!.type = known.merged(with: type)
  }
}

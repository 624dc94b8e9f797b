// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// A set of edits to one state of a graph, applied all at once or not at all.
///
/// Edits are collected against the graph as it was when the patch was made; new nodes may read
/// values of the graph and of nodes added before them. `apply` sorts the nodes, drops what became
/// unused, and refuses a patch that changes the type of a value which other nodes read.
public struct GraphPatch: Sendable {
  /// The edited graph; the nodes that the patch adds stand behind the old ones.
  private var graph: Graph
  private let revision: Int
  private var replacements: [ValueID: ValueID] = [:]
  private var removed: Set<NodeID> = []
  private var changed: [NodeID: Node] = [:]
  private var discarded: Set<ValueID> = []
  /// Number of edits so far.
  public private(set) var editCount = 0

  /// An empty patch for `graph`.
  public init(for graph: Graph) {
    self.graph = graph
    revision = graph.revision
  }

  /// Whether there is nothing to apply.
  public var isEmpty: Bool { editCount == 0 }

  /// The type of a value of the graph, or of one that the patch adds.
  public func type(of value: ValueID) -> ValueType { graph.type(of: value) }

  /// Adds a constant.
  public mutating func addInitializer(_ name: String, _ tensor: Tensor) -> ValueID {
    editCount += 1
    return graph.addInitializer(name, tensor)
  }

  /// Adds a node; see ``Graph/addNode(_:name:inputs:outputNames:)``.
  public mutating func addNode(
    _ operation: any Operation, name: String = "", inputs: [ValueID?],
    outputNames: [String?] = [""]
  ) throws(GraphError) -> [ValueID?] {
    editCount += 1
    return try graph.addNode(operation, name: name, inputs: inputs, outputNames: outputNames)
  }

  /// Lets every reader of `old`, and the graph's outputs, read `new` instead.
  ///
  /// - Throws: `typeMismatch` when a reader of `old` could not read `new`.
  public mutating func replaceUses(of old: ValueID, with new: ValueID) throws(GraphError) {
    let (oldType, newType) = (graph.type(of: old), graph.type(of: new))
    guard oldType.isCompatible(with: newType) else {
      throw GraphError(
        .typeMismatch,
        "cannot replace \"\(graph.name(of: old))\" (\(oldType)) by \"\(graph.name(of: new))\" "
          + "(\(newType))")
    }
    editCount += 1
    replacements[old] = new
  }

  /// Removes a node. Its outputs must have no readers left when the patch is applied.
  public mutating func remove(_ node: NodeID) {
    editCount += 1
    removed.insert(node)
  }

  /// Lets the node that makes `value` no longer give it. It must have no readers left when the patch
  /// is applied.
  public mutating func discard(_ value: ValueID) {
    editCount += 1
    discarded.insert(value)
  }

  /// Gives a node of the graph another operator, other inputs or another name, keeping its
  /// outputs.
  ///
  /// - Throws: `typeMismatch` when an output's type would change incompatibly.
  public mutating func replace(
    _ node: Node, operation: (any Operation)? = nil, inputs: [ValueID?]? = nil,
    name: String? = nil
  ) throws(GraphError) {
    var edited = changed[node.id] ?? node
    if let operation { edited.operation = operation }
    if let inputs { edited.inputs = inputs }
    if let name { edited.name = name }
    let types: [ValueType]
    do throws(GraphError) {
      types = try edited.operation.outputTypes(graph.operandTypes(of: edited))
    } catch { throw error.at(edited.place) }
    for case (let output?, let type) in zip(edited.outputs, types)
    where !graph.type(of: output).isCompatible(with: type) {
      throw GraphError(
        .typeMismatch, node: edited.place,
        "the edit changes \"\(graph.name(of: output))\" from \(graph.type(of: output)) to \(type)")
    }
    editCount += 1
    changed[node.id] = edited
  }

  /// Gives a node another operator or other inputs and its outputs the types that follow from them,
  /// for changes of shape that several nodes must make together.
  ///
  /// Nodes are given in topological order, unchanged ones too, so that each sees the new types of
  /// its inputs; nodes that the patch adds between them do as well.
  ///
  /// - Throws: what type inference throws, placed at the node.
  public mutating func retype(
    _ node: Node, operation: (any Operation)? = nil, inputs: [ValueID?]? = nil
  ) throws(GraphError) {
    var edited = changed[node.id] ?? node
    if let operation { edited.operation = operation }
    if let inputs { edited.inputs = inputs }
    let types: [ValueType]
    do throws(GraphError) {
      types = try edited.operation.outputTypes(graph.operandTypes(of: edited))
    } catch { throw error.at(edited.place) }
    for case (let output?, let type) in zip(edited.outputs, types) {
      graph.values[output.index]!.type = type
    }
    editCount += 1
    changed[node.id] = edited
  }

  /// Declares another type for an input of the graph, to be read by nodes that the same patch retypes.
  ///
  /// - Precondition: `input` is an input of the graph without a default.
  public mutating func retype(input: ValueID, _ type: ValueType) {
    precondition(graph.isInput(input) && graph.initializers[input] == nil)
    editCount += 1
    graph.values[input.index]!.type = type
  }

  /// Lets the graph's outputs that are `old` be `new`, whatever its type.
  public mutating func replaceOutput(_ old: ValueID, with new: ValueID) {
    editCount += 1
    for position in graph.outputs.indices where graph.outputs[position].value == old {
      graph.outputs[position].value = new
    }
  }

  /// Gives a constant of the graph another value, and so another type, to be read by nodes that
  /// the same patch adapts; types are inferred anew when the patch is applied.
  ///
  /// - Precondition: `value` is an initializer.
  public mutating func setInitializer(_ value: ValueID, _ tensor: Tensor) {
    precondition(graph.initializers[value] != nil)
    editCount += 1
    graph.initializers[value] = tensor
    graph.values[value.index]!.type = .tensor(tensor.dtype, tensor.shape)
  }

  /// Applies the edits to `target`, the graph the patch was made for.
  ///
  /// - Throws: `invalidGraph` when `target` changed meanwhile, when an edit makes a cycle or
  ///   leaves a reader of a removed value; and what type inference throws. `target` is then as
  ///   before.
  /// - Complexity: O(nodes).
  public consuming func apply(to target: inout Graph) throws(GraphError) {
    guard target.revision == revision else {
      throw GraphError(.invalidGraph, "the graph changed after the patch was made")
    }
    guard editCount > 0 else { return }
    var result = graph
    result.nodes = graph.nodes.compactMap { node in
      if removed.contains(node.id) { return nil }
      var edited = changed[node.id] ?? node
      edited.inputs = edited.inputs.map { $0.map(resolved) }
      if edited.outputs.contains(where: isDiscarded) {
        edited.outputs = edited.outputs.map { isDiscarded($0) ? nil : $0 }
        while edited.outputs.last == .some(nil) { edited.outputs.removeLast() }
      }
      return edited
    }
    result.outputs = graph.outputs.map { Graph.Output(name: $0.name, value: resolved($0.value)) }
    try checkDiscarded(in: result)
    result.removeUnused()
    try result.sortNodes()
    try result.inferTypes()
    target = result
  }

  private func isDiscarded(_ value: ValueID?) -> Bool { value.map(discarded.contains) ?? false }

  private func checkDiscarded(in result: Graph) throws(GraphError) {
    guard !discarded.isEmpty else { return }
    for node in result.nodes {
      for case let input? in node.inputs where discarded.contains(input) {
        throw GraphError(
          .invalidGraph, node: node.place,
          "still reads \"\(graph.name(of: input))\", which the patch discards")
      }
    }
    for output in result.outputs where discarded.contains(output.value) {
      throw GraphError(
        .invalidGraph, "output \"\(output.name)\" is a value that the patch discards")
    }
  }

  private func resolved(_ value: ValueID) -> ValueID {
    var value = value
    var steps = 0
    while let next = replacements[value], steps <= replacements.count {
      value = next
      steps += 1
    }
    return value
  }
}

extension Graph {
  /// Drops nodes and initializers that no output depends on, and the names of their values.
  ///
  /// - Complexity: O(nodes).
  public mutating func removeUnused() {
    let positions = Dictionary(
      nodes.enumerated().flatMap { index, node in
        node.outputs.compactMap { $0 }.map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    var used = Set<ValueID>(outputs.map(\.value) + inputs)
    var keep = [Bool](repeating: false, count: nodes.count)
    var pending = outputs.map(\.value)
    while let value = pending.popLast() {
      guard let position = positions[value], !keep[position] else { continue }
      keep[position] = true
      for case let input? in nodes[position].inputs {
        used.insert(input)
        pending.append(input)
      }
      for case let output? in nodes[position].outputs { used.insert(output) }
    }
    nodes = zip(nodes, keep).filter(\.1).map(\.0)
    initializers = initializers.filter { used.contains($0.key) }
    for index in values.indices where !used.contains(ValueID(index: index)) {
      if let info = values[index] { valueIDs[info.name] = nil }
      values[index] = nil
    }
    revision += 1
  }

  /// Puts the nodes into topological order, keeping the present order where it is free.
  ///
  /// - Throws: `invalidGraph` naming a node of a cycle, or one that reads a value nobody makes.
  /// - Complexity: O(nodes).
  public mutating func sortNodes() throws(GraphError) {
    var producers: [ValueID: Int] = [:]
    for (index, node) in nodes.enumerated() {
      for case let output? in node.outputs { producers[output] = index }
    }
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: nodes.count)
    var order: [Int] = []
    order.reserveCapacity(nodes.count)
    for root in nodes.indices where marks[root] == .new {
      // A stack of our own: files decide how deep a chain of nodes is.
      var stack = [(node: root, nextInput: 0)]
      marks[root] = .open
      while let (index, nextInput) = stack.last {
        let inputs = nodes[index].inputs
        guard nextInput < inputs.count else {
          marks[index] = .done
          order.append(index)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].nextInput += 1
        guard let input = inputs[nextInput], let producer = producers[input] else { continue }
        if marks[producer] == .open {
          throw GraphError(.invalidGraph, node: nodes[producer].place, "is part of a cycle")
        }
        if marks[producer] == .new {
          marks[producer] = .open
          stack.append((producer, 0))
        }
      }
    }
    nodes = order.map { nodes[$0] }
    revision += 1
  }
}

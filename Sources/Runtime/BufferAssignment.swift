// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Gives every value of known shape a buffer: views share their source's, concatenated values are
/// made in place, elementwise results take over their input's memory, and the rest is placed in
/// an arena by lifetime.
struct BufferAssignment {
  /// Buffer of each value that has one.
  private(set) var slots: [ValueID: Slot] = [:]
  private(set) var sources: [Plan.Source] = []
  private(set) var constants: [Tensor] = []
  private(set) var arenaBytes = 0
  /// Bytes of the outputs that have a buffer, which every run allocates.
  var outputBytes: Int { graph.outputs.reduce(0) { $0 + (bytes($1.value) ?? 0) } }
  /// Nodes that need no step, as their output is a view of their input.
  private(set) var aliasNodes: Set<NodeID> = []
  /// Outputs of the graph that do not own a buffer.
  private(set) var indirectOutputs: [Int] = []

  private let graph: Graph

  /// A value's place within the buffer of another one.
  private struct Parent {
    let value: ValueID
    let offset: Int
  }
  private var parents: [ValueID: Parent] = [:]

  init(_ graph: Graph, options: SessionOptions) throws(GraphError) {
    self.graph = graph
    let consumers = graph.consumers()
    let made = Set(graph.nodes.flatMap { $0.outputs.compactMap { $0 } })
    for node in graph.nodes { assignView(node) }
    for node in graph.nodes.reversed() { assignConcat(node, made) }
    assignInPlace(consumers, made)
    try place(made)
  }

  /// Whether all inputs and outputs of the node are tensors of known shape with plain elements.
  func isStatic(_ node: Node) -> Bool {
    (node.inputs + node.outputs).allSatisfy { value in
      value.map { Self.staticBytes(graph.type(of: $0)) != nil } ?? true
    }
  }

  /// Bytes of a value with a buffer, nil for values that have none.
  private static func staticBytes(_ type: ValueType) -> Int? {
    guard let tensor = type.tensorType, tensor.dtype != .string, let shape = tensor.shape else {
      return nil
    }
    return ShapeMath.byteCount(of: tensor.dtype, shape: shape)
  }

  private func bytes(_ value: ValueID) -> Int? { Self.staticBytes(graph.type(of: value)) }

  /// The value that owns the buffer, and the offset within it.
  ///
  /// Shortens the way there: chains of 100,000 views or in-place steps are walked once.
  private mutating func root(_ value: ValueID) -> (value: ValueID, offset: Int) {
    var path: [(value: ValueID, step: Int)] = []
    var owner = value
    while let parent = parents[owner] {
      path.append((owner, parent.offset))
      owner = parent.value
    }
    var offset = 0
    for (value, step) in path.reversed() {
      offset += step
      parents[value] = Parent(value: owner, offset: offset)
    }
    return (owner, offset)
  }

  /// Reshapes and their like give the same bytes under another shape.
  private mutating func assignView(_ node: Node) {
    guard node.operation is any ViewOperation, let input = node.inputs.first ?? nil,
      let output = node.outputs.first ?? nil, node.outputs.count == 1,
      let size = bytes(input), bytes(output) == size
    else { return }
    parents[output] = Parent(value: input, offset: 0)
    aliasNodes.insert(node.id)
  }

  /// Where the pieces of a concatenation lie behind each other, they are made where they belong.
  private mutating func assignConcat(_ node: Node, _ made: Set<ValueID>) {
    guard let concat = node.operation as? any ConcatenationOperation,
      let output = node.outputs.first ?? nil, bytes(output) != nil,
      let shape = graph.type(of: output).tensorType?.shape,
      let dtype = graph.type(of: output).tensorType?.dtype, dtype.bitWidth >= 8
    else { return }
    let axis = concat.concatenationAxis(rank: shape.count)
    guard shape.indices.contains(axis), shape[..<axis].allSatisfy({ $0 == 1 }) else { return }
    var offset = 0
    var placements: [(ValueID, Int)] = []
    var roots = Set<ValueID>()
    for case let input? in node.inputs {
      guard let size = bytes(input) else { return }
      let owner = root(input)
      // Only whole buffers move, each once; inputs and constants stay where they are.
      guard made.contains(owner.value), owner.offset == 0, bytes(owner.value) == size,
        owner.value != output, roots.insert(owner.value).inserted
      else { return }
      placements.append((owner.value, offset))
      offset += size
    }
    for (value, offset) in placements { parents[value] = Parent(value: output, offset: offset) }
    aliasNodes.insert(node.id)
  }

  private mutating func assignInPlace(_ consumers: [ValueID: [NodeID]], _ made: Set<ValueID>) {
    let outputs = Set(graph.outputs.map(\.value))
    let groupSizes = Dictionary(grouping: parents.values.map(\.value)) { $0 }
    for node in graph.nodes {
      guard let index = (node.operation as? any Lowerable)?.inPlaceInput,
        index < node.inputs.count, let input = node.inputs[index],
        let output = node.outputs.first ?? nil, isStatic(node), made.contains(input),
        bytes(input) == bytes(output), graph.type(of: input) == graph.type(of: output),
        consumers[input]?.count == 1, !outputs.contains(input),
        parents[input] == nil, groupSizes[input] == nil, parents[output] == nil
      else { continue }
      // The input lives in the output's buffer from its own making on.
      parents[input] = Parent(value: output, offset: 0)
    }
  }

  private mutating func place(_ made: Set<ValueID>) throws(GraphError) {
    // First and last step of each buffer, over all values in it.
    var lifetimes: [ValueID: (first: Int, last: Int)] = [:]
    func extend(_ value: ValueID, _ step: Int) {
      let owner = root(value).value
      let old = lifetimes[owner] ?? (step, step)
      lifetimes[owner] = (min(old.first, step), max(old.last, step))
    }
    for (step, node) in graph.nodes.enumerated() {
      for case let value? in node.inputs + node.outputs where bytes(value) != nil {
        extend(value, step)
      }
    }
    for output in graph.outputs where bytes(output.value) != nil {
      extend(output.value, graph.nodes.count)
    }
    var rootSources: [ValueID: Plan.Source] = [:]
    for (index, input) in graph.inputs.enumerated() where bytes(input) != nil {
      rootSources[input] = .input(index, offset: 0)
    }
    for (index, output) in graph.outputs.enumerated() {
      let owner = root(output.value)
      if owner.offset == 0, bytes(output.value) != nil,
        bytes(owner.value) == bytes(output.value), made.contains(owner.value),
        rootSources[owner.value] == nil
      {
        rootSources[owner.value] = .output(index, offset: 0)
      } else {
        indirectOutputs.append(index)
      }
    }
    for (value, tensor) in graph.initializers.sorted(by: { $0.key < $1.key })
    where bytes(value) != nil {
      rootSources[value] = .constant(constants.count)
      constants.append(tensor)
    }
    let owners = lifetimes.keys.filter { rootSources[$0] == nil }.sorted()
    let plan = MemoryPlan(
      owners.map { owner in
        let lifetime = lifetimes[owner] ?? (0, 0)
        return MemoryPlan.Request(
          size: bytes(owner) ?? 0, firstStep: lifetime.first, lastStep: lifetime.last)
      })
    for (owner, offset) in zip(owners, plan.offsets) {
      rootSources[owner] = .arena(offset: offset)
    }
    arenaBytes = plan.size
    for value in graph.allValues where bytes(value) != nil {
      let owner = root(value)
      guard let source = rootSources[owner.value] else { continue }
      slots[value] = Slot(index: sources.count)
      sources.append(source.advanced(by: owner.offset))
    }
  }
}

extension Plan.Source {
  /// The place `offset` bytes further on.
  fileprivate func advanced(by offset: Int) -> Plan.Source {
    switch self {
    case .arena(let start): .arena(offset: start + offset)
    case .constant: self
    case .input(let index, let start): .input(index, offset: start + offset)
    case .output(let index, let start): .output(index, offset: start + offset)
    }
  }
}

/// An operator whose first output has the bytes of its first input, under another shape.
protocol ViewOperation: Operation {}

/// An operator that joins its inputs along one axis.
protocol ConcatenationOperation: Operation {
  /// The axis, counted from the front.
  func concatenationAxis(rank: Int) -> Int
}

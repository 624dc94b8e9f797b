// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Decides which nodes work on blocks of channels.
///
/// All that can do so at first; then those are taken out again whose part in it costs more, by
/// conversions of values between the layouts, than it saves.
struct BlockedChoice {
  /// How each chosen node works on blocks.
  private(set) var forms: [NodeID: BlockedForm] = [:]

  /// Seconds that moving an element into another layout takes on one core: from 3 to 11 elements a
  /// nanosecond, by the cache that they come from.
  private static let secondsPerElement = 1 / 4e9

  /// Seconds that a step takes however little it moves.
  private static let secondsPerStep = 5e-7

  private let graph: Graph
  private let nodes: [NodeID: Node]
  private let producers: [ValueID: NodeID]
  private let consumers: [ValueID: [NodeID]]
  private let outputs: Set<ValueID>

  init(_ graph: Graph, lanes: Int, dtype: ElementType, _ options: SessionOptions) {
    self.graph = graph
    nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0) })
    producers = graph.producers()
    consumers = graph.consumers()
    outputs = Set(graph.outputs.map(\.value))
    // Most operators on codes have no code for planes.
    if options.layout == .planes, dtype != .uint8 { return }
    for node in graph.nodes {
      forms[node.id] = Self.form(node, graph, lanes: lanes, dtype: dtype, options)
    }
    // What is taken out makes its neighbours worth less: along the graph and against it, so that a
    // chain goes in one round. A round that is left out costs speed only.
    var changed = options.layout == .estimated || dtype == .uint8
    var rounds = 0
    while changed, rounds < 8 {
      changed = takeOut(graph.nodes)
      changed = takeOut(graph.nodes.reversed()) || changed
      rounds += 1
    }
    // Functions of single elements gain nothing by it themselves.
    if !graph.nodes.contains(where: { forms[$0.id] != nil && $0.operation is any BlockedLowerable })
    {
      forms = [:]
    }
  }

  /// Takes out those of the nodes that cost more than they save; whether there were any.
  private mutating func takeOut(_ nodes: some Sequence<Node>) -> Bool {
    var changed = false
    for node in nodes {
      guard let form = forms[node.id] else { continue }
      let with = conversions(around: node)
      forms[node.id] = nil
      if conversions(around: node) - with + form.secondsSaved < 0 {
        changed = true
      } else {
        forms[node.id] = form
      }
    }
    return changed
  }

  /// The seconds that conversions of the values around a node take now.
  private func conversions(around node: Node) -> Double {
    let values = Set((node.inputs + node.outputs).compactMap { $0 })
    return values.reduce(0) { $0 + conversion($1) }
  }

  private func conversion(_ value: ValueID) -> Double {
    guard let shape = graph.type(of: value).tensorType?.shape, shape.count == 4,
      graph.constant(value) == nil
    else { return 0 }
    let isMadeInBlocks = producers[value].map { forms[$0] != nil } ?? false
    var (readsBlocks, readsPlanes) = (false, outputs.contains(value))
    for reader in consumers[value] ?? [] {
      guard let node = nodes[reader] else { continue }
      if let form = forms[reader],
        form.images.contains(where: { $0 < node.inputs.count && node.inputs[$0] == value })
      {
        readsBlocks = true
      } else {
        readsPlanes = true
      }
    }
    let converts = isMadeInBlocks ? readsPlanes : readsBlocks
    guard converts else { return 0 }
    return Self.secondsPerStep + Double(shape.reduce(1, *)) * Self.secondsPerElement
  }

  private static func form(
    _ node: Node, _ graph: Graph, lanes: Int, dtype: ElementType, _ options: SessionOptions
  ) -> BlockedForm? {
    guard let output = node.outputs.first ?? nil,
      node.outputs.dropFirst().allSatisfy({ $0 == nil }),
      let type = graph.type(of: output).tensorType, type.dtype == dtype,
      let shape = type.shape, shape.count == 4, shape.allSatisfy({ $0 > 0 })
    else { return nil }
    if let operation = node.operation as? any BlockedLowerable {
      return operation.blockedForm(
        BlockedOperands(
          inputs: graph.operandTypes(of: node), outputShape: shape, lanes: lanes,
          options: options, dtype: dtype))
    }
    return elementwise(node, graph, shape, dtype)
  }

  /// Functions of single elements, and of two images of one shape, work on blocks as on planes.
  private static func elementwise(
    _ node: Node, _ graph: Graph, _ shape: [Int], _ dtype: ElementType
  ) -> BlockedForm? {
    let images: [Int]
    switch node.operation {
    case let add as IntegerAdd: images = add.sum.residualScale == nil ? [0] : [0, 1]
    case is CodeTable: images = [0]
    case is any UnaryLowerable: images = [0]
    case is any BinaryLowerable: images = [0, 1]
    default: return nil
    }
    for index in images {
      guard index < node.inputs.count, let input = node.inputs[index],
        graph.constant(input) == nil, graph.type(of: input).tensorType?.dtype == dtype,
        graph.type(of: input).tensorType?.shape == shape
      else { return nil }
    }
    return BlockedForm(images: images, secondsSaved: 0)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Which nodes of a graph are to run on codes, which values need a scale, and which values share one.
///
/// Runtimes take a node to integers when all that it reads comes from `DequantizeLinear` and what it
/// gives goes to `QuantizeLinear`. So every value that a chosen node reads becomes a point, and every
/// value that one makes; a `Relu` or `Clip` behind a node belongs to it, and the point lies behind.
///
/// 1. Layers (``QuantizableLayer``) are chosen unless the scope leaves them out.
/// 2. Followers (sums, pools, concatenations, functions, what moves elements) are chosen when
///    everything they read is made by chosen nodes.
/// 3. Followers from which no chosen layer can be reached are dropped: integers save nothing there,
///    and the graph's outputs keep their precision.
struct QuantizationPlan {
  /// The chosen layers, in order.
  private(set) var layers: [QuantizableLayer] = []
  /// All chosen nodes, absorbed activations among them.
  private(set) var nodes: Set<NodeID> = []
  /// Values that get codes, in the order in which they are made.
  private(set) var points: [ValueID] = []
  /// The value whose scale a point has: the same for all points that share it.
  private(set) var representatives: [ValueID: ValueID] = [:]
  /// Why nodes were left alone.
  private(set) var notes: [String] = []

  private let graph: Graph
  private let index: GraphIndex
  private let scope: QuantizationScope
  private let excluded: Set<NodeID>
  /// The activation behind a node, which belongs to it.
  private var absorbed: [NodeID: Node] = [:]

  /// A plan.
  ///
  /// - Parameter excluded: Nodes to leave in floating point besides those of the scope.
  init(_ graph: Graph, scope: QuantizationScope, excluding excluded: Set<NodeID> = []) {
    (self.graph, self.scope, self.excluded) = (graph, scope, excluded)
    index = GraphIndex(graph)
    choose()
    dropUseless()
    guard !layers.isEmpty else {
      nodes = []
      return
    }
    findPoints()
    unify()
  }

  // MARK: Nodes

  private mutating func choose() {
    var made: Set<ValueID> = []
    var activations: Set<NodeID> = []
    for node in graph.nodes where !activations.contains(node.id) {
      guard isAllowed(node) else { continue }
      do throws(QuantizableLayer.Refusal) {
        if let layer = try QuantizableLayer(node, in: graph) {
          guard isFloat(layer.input) else { continue }
          layers.append(layer)
        } else {
          guard QuantizedRole(node, graph) != .none, inputs(of: node).allSatisfy(made.contains)
          else { continue }
        }
      } catch {
        notes.append("left in floating point: \(node.place): \(error.reason)")
        continue
      }
      nodes.insert(node.id)
      if let activation = activation(behind: node) {
        absorbed[node.id] = activation
        activations.insert(activation.id)
      }
      made.formUnion(outputs(of: node))
    }
  }

  private func isAllowed(_ node: Node) -> Bool {
    let named = (inputs(of: node) + node.outputs.compactMap { $0 }).map(graph.name(of:))
    let isSkipped =
      excluded.contains(node.id) || (!node.name.isEmpty && scope.skippedNodes.contains(node.name))
      || scope.skippedTypes.contains(node.operation.opType)
      || named.contains(where: scope.floatValues.contains)
    return !isSkipped
  }

  /// The function that is part of what `node` does: it alone reads the node's result.
  private func activation(behind node: Node) -> Node? {
    guard QuantizedRole.absorbsActivations(node.operation), node.outputs.count == 1,
      let reader = index.soleReader(of: node.output),
      reader.operation is ReLU
        || reader.operation is Clip,
      Activation(reader.operation, operands: graph.operandTypes(of: reader)) != nil,
      reader.input(0) == node.output, isAllowed(reader)
    else { return nil }
    return reader
  }

  private mutating func dropUseless() {
    var useful: Set<NodeID> = []
    let layerIDs = Set(layers.map(\.node.id))
    var needed: Set<ValueID> = []
    for node in graph.nodes.reversed() where nodes.contains(node.id) {
      guard layerIDs.contains(node.id) || outputs(of: node).contains(where: needed.contains) else {
        continue
      }
      useful.insert(node.id)
      needed.formUnion(inputs(of: node))
    }
    nodes = useful
    absorbed = absorbed.filter { nodes.contains($0.key) }
  }

  /// Whether a node is a concatenation that can put codes side by side: its parts are points, one at
  /// least of the scale of the whole, and no activation belongs to it.
  func joinsCodes(_ node: Node) -> Bool {
    guard nodes.contains(node.id), node.operation is Concat, absorbed[node.id] == nil,
      let output = node.output, let scale = representatives[output],
      index.readerCount(output) > 0
    else { return false }
    let scales = inputs(of: node).map { representatives[$0] }
    return scales.contains(scale) && !scales.contains(nil)
  }

  /// The values that a chosen node takes as numbers, without parameters such as shapes.
  func inputs(of node: Node) -> [ValueID] {
    switch node.operation {
    case is Add, is Mul, is Concat, is Sum: node.inputs.compactMap { $0 }
    default: node.input(0).map { [$0] } ?? []
    }
  }

  /// What comes out of a chosen node, behind its activation.
  func outputs(of node: Node) -> [ValueID] {
    (absorbed[node.id] ?? node).outputs.compactMap { $0 }
  }

  private func isFloat(_ value: ValueID) -> Bool {
    graph.type(of: value).tensorType?.dtype == .float32
  }

  // MARK: Points

  private mutating func findPoints() {
    var found: Set<ValueID> = []
    for node in graph.nodes where nodes.contains(node.id) {
      found.formUnion(inputs(of: node))
      // A matrix product may give floating-point numbers, a convolution may not.
      if node.operation is Gemm || node.operation is MatMul { continue }
      if scope.fusesResiduals, isHandedToSum(node) { continue }
      found.formUnion(outputs(of: node).filter { index.readerCount($0) > 0 })
    }
    if scope.fusesResiduals {
      for node in graph.nodes where nodes.contains(node.id) && isHandedToSum(node) {
        found.subtract(outputs(of: node))
      }
    }
    points = found.sorted()
    for value in points { representatives[value] = value }
    for activation in absorbed.values { nodes.insert(activation.id) }
  }

  /// Whether the node is a convolution whose sum with something else follows at once; of two such
  /// convolutions, the later one.
  private func isHandedToSum(_ node: Node) -> Bool {
    guard node.operation is Conv, absorbed[node.id] == nil,
      let sum = index.soleReader(of: node.output), sum.operation is Add || sum.operation is Sum,
      nodes.contains(sum.id),
      let value = node.output, let other = sum.otherInput(than: value)
    else { return false }
    guard let rival = index.privateMaker(of: other), rival.operation is Conv,
      nodes.contains(rival.id)
    else { return true }
    return (index.makerPosition(of: value) ?? 0) > (index.makerPosition(of: other) ?? 0)
  }

  // MARK: Shared scales

  private mutating func unify() {
    for node in graph.nodes where nodes.contains(node.id) {
      switch QuantizedRole(node, graph) {
      case .view:
        guard let input = node.input(0) else { continue }
        for output in outputs(of: node) { unite(input, output) }
      case .concatenation where scope.unifiesConcatenations:
        unifyConcatenation(node)
      default: break
      }
    }
  }

  /// Parts behind a bounded activation only share the scale when all are of this kind: the runtimes
  /// drop a `Relu` only where the codes end at zero.
  private mutating func unifyConcatenation(_ node: Node) {
    guard let output = outputs(of: node).first else { return }
    let parts = inputs(of: node)
    let bounded = parts.filter(isBounded)
    guard absorbed[node.id] == nil || bounded.count == parts.count else { return }
    for part in bounded.count == parts.count ? parts : parts.filter({ !isBounded($0) }) {
      unite(part, output)
    }
  }

  private func isBounded(_ value: ValueID) -> Bool {
    guard let maker = index.maker(of: value) else { return false }
    if maker.operation is ReLU || maker.operation is Clip { return true }
    switch QuantizedRole(maker, graph) {
    case .view: return maker.input(0).map(isBounded) ?? false
    case .concatenation: return inputs(of: maker).allSatisfy(isBounded)
    default: return false
    }
  }

  private mutating func unite(_ first: ValueID, _ second: ValueID) {
    guard let a = representatives[first], let b = representatives[second], a != b else { return }
    for (value, representative) in representatives where representative == b {
      representatives[value] = a
    }
  }
}

/// What a node that has no weights does to codes.
enum QuantizedRole {
  /// It must stay in floating point.
  case none
  /// It moves or picks codes: input and output have one scale.
  case view
  /// It puts tensors side by side.
  case concatenation
  /// It computes.
  case arithmetic

  init(_ node: Node, _ graph: Graph) {
    guard let type = node.output.flatMap({ graph.type(of: $0).tensorType }), type.dtype == .float32
    else {
      self = .none
      return
    }
    switch node.operation {
    case is MaxPool where node.outputs.count == 1, is Reshape, is Flatten, is Transpose, is Squeeze,
      is Unsqueeze, is Identity, is DepthToSpace, is SpaceToDepth:
      self = .view
    case is Concat: self = .concatenation
    case is Add, is Mul, is Sum:
      self = node.inputs.count == 2 && node.inputs[0] != nil ? .arithmetic : .none
    case is AveragePool, is GlobalAveragePool, is Sigmoid, is HardSigmoid, is HardSwish, is Tanh,
      is LeakyReLU, is ReLU:
      self = .arithmetic
    case let swish as Swish: self = swish.alpha == 1 ? .arithmetic : .none
    case is Clip:
      let activation = Activation(node.operation, operands: graph.operandTypes(of: node))
      self = activation == nil ? .none : .arithmetic
    case let norm as BatchNormalization:
      let isConstant = node.inputs.dropFirst().allSatisfy { $0.flatMap(graph.constant) != nil }
      self = isConstant && !norm.isTraining && node.outputs.count == 1 ? .arithmetic : .none
    default: self = .none
    }
  }

  /// Whether a `Relu` or `Clip` behind the operator costs nothing.
  static func absorbsActivations(_ operation: any Operation) -> Bool {
    switch operation {
    case is Conv, is Gemm, is MatMul, is Add, is Sum, is Concat, is BatchNormalization: true
    default: false
    }
  }
}

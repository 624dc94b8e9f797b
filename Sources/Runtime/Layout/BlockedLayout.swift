// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// Moves the parts of a graph where it pays into the layout of channel blocks. Values are converted
/// where the layouts meet.
struct BlockedLayout {
  private let lanes: Int
  private let dtype: ElementType
  /// The graph as it was.
  private let graph: Graph
  private let forms: [NodeID: BlockedForm]
  private let nodes: [NodeID: Node]
  private var patch: GraphPatch
  /// The blocked form of values that have one.
  private var blocked: [ValueID: ValueID] = [:]
  /// Values whose maker is gone: they are read in blocks, or unpacked.
  private var replaced: Set<ValueID> = []
  /// Nodes that the node behind them computes too.
  private var absorbed: Set<NodeID> = []

  private init(
    _ graph: Graph, _ forms: [NodeID: BlockedForm], lanes: Int, dtype: ElementType
  ) {
    (self.graph, self.forms, self.lanes, self.dtype) = (graph, forms, lanes, dtype)
    nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0) })
    patch = GraphPatch(for: graph)
  }

  /// Rewrites a graph of known shapes: codes in blocks of 16, real numbers in blocks of a vector.
  static func apply(
    to graph: inout Graph, kernels: KernelSet, _ options: SessionOptions
  ) throws(GraphError) {
    try apply(
      to: &graph, lanes: IntegerConvolution.blockChannels, dtype: .uint8, options)
    try apply(to: &graph, lanes: kernels.laneCount, dtype: .float32, options)
  }

  private static func apply(
    to graph: inout Graph, lanes: Int, dtype: ElementType, _ options: SessionOptions
  ) throws(GraphError) {
    let forms = BlockedChoice(graph, lanes: lanes, dtype: dtype, options).forms
    guard !forms.isEmpty else { return }
    var layout = BlockedLayout(graph, forms, lanes: lanes, dtype: dtype)
    let consumers = graph.consumers()
    for node in graph.nodes { try layout.rewrite(node, consumers) }
    for output in graph.outputs { try layout.unpackIfNeeded(output.value) }
    try layout.patch.apply(to: &graph)
  }

  private mutating func rewrite(
    _ node: Node, _ consumers: [ValueID: [NodeID]]
  ) throws(GraphError) {
    guard let form = forms[node.id], let output = node.outputs.first ?? nil else {
      for case let input? in node.inputs { try unpackIfNeeded(input) }
      return
    }
    if absorbed.contains(node.id) { return }
    guard let base = node.operation as? any BlockedLowerable else {
      // Single elements: the operator itself works on blocks.
      return try replace(node, output, by: node.operation, try inputs(of: node, form))
    }
    if base is Concat, isAligned(node) {
      return try replace(node, output, by: Concat(axis: 1), try inputs(of: node, form))
    }
    // A batch normalization takes a function of its result alone along.
    if base is BatchNormalization, let reader = consumers[output], reader.count == 1,
      let next = nodes[reader[0]], forms[next.id] != nil,
      let following = next.operation as? any UnaryLowerable, next.inputs.count == 1,
      let function = following.kernelFunction(graph.operandTypes(of: next)),
      let result = next.outputs[0],
      !graph.outputs.contains(where: { $0.value == output })
    {
      absorbed.insert(next.id)
      let operation = wrapped(base, node, form, following: following, function)
      try replace(node, result, by: operation, try inputs(of: node, form))
      patch.remove(next.id)
      return
    }
    try replace(
      node, output, by: wrapped(base, node, form, following: nil, .identity),
      try inputs(of: node, form))
  }

  private func wrapped(
    _ base: any BlockedLowerable, _ node: Node, _ form: BlockedForm,
    following: (any UnaryLowerable)?, _ function: UnaryFunction
  ) -> Blocked {
    Blocked(
      base: base, following: following, followingFunction: function,
      types: node.inputs.map { $0.map(graph.type) }, images: form.images, lanes: lanes,
      dtype: dtype)
  }

  /// Whether all pieces but the last fill whole blocks.
  private func isAligned(_ node: Node) -> Bool {
    node.inputs.dropLast().allSatisfy { input in
      guard let channels = input.flatMap({ graph.type(of: $0).tensorType?.shape?[1] }) else {
        return false
      }
      return channels % lanes == 0
    }
  }

  private mutating func inputs(
    of node: Node, _ form: BlockedForm
  ) throws(GraphError) -> [ValueID?] {
    var inputs = node.inputs
    for index in inputs.indices {
      guard let input = inputs[index] else { continue }
      if form.images.contains(index) {
        inputs[index] = try blockedForm(of: input)
      } else {
        try unpackIfNeeded(input)
      }
    }
    return inputs
  }

  private mutating func replace(
    _ node: Node, _ output: ValueID, by operation: any Operation, _ inputs: [ValueID?]
  ) throws(GraphError) {
    let outputs = try patch.addNode(operation, name: node.name, inputs: inputs)
    guard let form = outputs.first ?? nil else { return }
    blocked[output] = form
    replaced.insert(output)
    patch.remove(node.id)
  }

  private mutating func blockedForm(of value: ValueID) throws(GraphError) -> ValueID? {
    if let form = blocked[value] { return form }
    let outputs = try patch.addNode(
      PackChannels(lanes: lanes), name: graph.name(of: value) + ".blocks", inputs: [value])
    blocked[value] = outputs[0]
    return outputs[0]
  }

  /// Makes the planes of a value whose maker now gives blocks.
  private mutating func unpackIfNeeded(_ value: ValueID) throws(GraphError) {
    guard replaced.remove(value) != nil, let form = blocked[value],
      let shape = graph.type(of: value).tensorType?.shape
    else { return }
    let outputs = try patch.addNode(
      UnpackChannels(channels: shape[1]), name: graph.name(of: value) + ".planes", inputs: [form])
    if let planes = outputs[0] { try patch.replaceUses(of: value, with: planes) }
  }
}

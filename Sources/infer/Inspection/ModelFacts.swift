// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// What `infer inspect` tells about a model; `docs/cli.md` describes the JSON form.
struct ModelFacts: Encodable {
  /// An input or output.
  struct Value: Encodable {
    let name: String
    let type: String
  }

  /// A node of the graph, or of a subgraph.
  struct Node: Encodable {
    let name: String
    let op: String
    /// Names of the values read; empty: omitted.
    let inputs: [String]
    let outputs: [String]
    let shape: String
    let parameters: Int
    let multiplyAdds: Int
    /// Part of the parameters that is zero, 0 ... 1; nil without parameters.
    let sparsity: Double?
    let receptiveField: String?
  }

  let model: String
  let producer: String
  let opset: Int
  let metadata: [String: String]
  let inputs: [Value]
  let outputs: [Value]
  let operators: [String: Int]
  let nodeCount: Int
  let parameters: Int
  let weightBytes: Int
  let nonZeroParameters: Int
  /// Part of the parameters that is zero, 0 ... 1.
  let sparsity: Double
  let bitsPerWeight: Double
  let multiplyAdds: Int
  /// The largest receptive field that is a window, with its stride.
  let receptiveField: String?
  let nodes: [Node]

  /// Looks at a model.
  ///
  /// - Parameters:
  ///   - path: The name of its file.
  ///   - model: The model as the file has it.
  ///   - shapes: The same graph with all shapes inferred from fixed input shapes.
  /// - Complexity: O(nodes + parameters).
  init(_ path: String, _ model: Model, shapes: Graph) {
    let graph = model.graph
    (self.model, producer, opset, metadata) = (path, model.producer, model.opset, model.metadata)
    inputs = graph.requiredInputs.map {
      Value(name: graph.name(of: $0), type: "\(graph.type(of: $0))")
    }
    outputs = graph.outputs.map { Value(name: $0.name, type: "\(graph.type(of: $0.value))") }

    var counts: [String: Int] = [:]
    graph.forEachNode { counts[$0.operation.opType, default: 0] += 1 }
    operators = counts
    nodeCount = graph.totalNodeCount

    let weights = Weights(graph)
    (parameters, weightBytes) = (weights.count, weights.bytes)
    nonZeroParameters = weights.nonZeros
    sparsity = weights.sparsity ?? 0
    bitsPerWeight = weights.count == 0 ? 0 : Double(weights.bytes * 8) / Double(weights.count)

    let fields = shapes.receptiveFields()
    var nodes: [Node] = []
    for node in graph.nodes { nodes.append(Self.node(node, graph, shapes, fields)) }
    self.nodes = nodes
    multiplyAdds = nodes.reduce(0) { ShapeMath.saturatingSum($0, $1.multiplyAdds) }
    receptiveField = fields.values.filter { $0 != .whole }.max { $0.area < $1.area }?.description
  }

  private static func node(
    _ node: IR.Node, _ graph: Graph, _ shapes: Graph, _ fields: [ValueID: ReceptiveField]
  ) -> Node {
    // Folding removes values; what is left of them is the type that the file's graph knows.
    func type(_ value: ValueID) -> ValueType {
      shapes.value(named: graph.name(of: value)).map(shapes.type(of:)) ?? graph.type(of: value)
    }
    func constant(_ value: ValueID) -> Tensor? {
      graph.constant(value)
        ?? shapes.value(named: graph.name(of: value)).flatMap(shapes.constant)
    }
    let operands = OperandTypes(
      node.inputs.map { $0.map(type) }, constants: node.inputs.map { $0.flatMap(constant) })
    let weights = node.inputs.compactMap { $0.flatMap { graph.constant($0) } }
    let total = Weights(weights)
    let output = node.outputs.first.flatMap(\.self)
    return Node(
      name: node.name, op: node.operation.opType,
      inputs: node.inputs.map { $0.map(graph.name(of:)) ?? "" },
      outputs: node.outputs.map { $0.map(graph.name(of:)) ?? "" },
      shape: output.map { "\(type($0))" } ?? "", parameters: total.count,
      multiplyAdds: node.operation.cost(operands).multiplyAdds, sparsity: total.sparsity,
      receptiveField: output.flatMap { fields[$0] }?.description)
  }

  /// Constants in numbers; strings do not count.
  private struct Weights {
    var (count, bytes, nonZeros) = (0, 0, 0)
    var sparsity: Double? { count == 0 ? nil : 1 - Double(nonZeros) / Double(count) }

    init(_ tensors: some Sequence<Tensor>) {
      for tensor in tensors where tensor.dtype != .string {
        count += tensor.count
        bytes += tensor.byteCount
        nonZeros += tensor.nonZeroCount
      }
    }

    /// All constants of a graph and its subgraphs.
    init(_ graph: Graph) {
      self.init(graph.initializers.values)
      for node in graph.nodes {
        for subgraph in node.operation.subgraphs {
          let inner = Weights(subgraph)
          count += inner.count
          bytes += inner.bytes
          nonZeros += inner.nonZeros
        }
      }
    }
  }
}

extension Graph {
  /// Calls `body` with each node here and in all subgraphs.
  fileprivate func forEachNode(_ body: (Node) -> Void) {
    for node in nodes {
      body(node)
      for subgraph in node.operation.subgraphs { subgraph.forEachNode(body) }
    }
  }
}

extension ReceptiveField {
  /// Positions of the window.
  fileprivate var area: Double {
    guard case .window(let extent, _) = self else { return .infinity }
    return extent.reduce(1) { $0 * Double($1) }
  }
}

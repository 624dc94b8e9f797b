// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors

/// A node with weights, in numbers.
struct LayerFacts: Encodable {
  let name: String
  let op: String
  /// Elements of the weights, those that are not zero, and bytes.
  let parameters: Int
  let nonZeros: Int
  let bytes: Int
  let multiplyAdds: Int
  /// Milliseconds of the step of its name; nil when the plan has none.
  let ms: Double?

  /// The layers of a model: nodes that read constants of two axes or more, also such as are computed
  /// from constants (by `DequantizeLinear`, say).
  ///
  /// - Parameters:
  ///   - types: The types of the inputs.
  ///   - steps: Milliseconds by the name of a node.
  /// - Complexity: O(nodes + parameters).
  static func all(
    of model: Model, types: [ValueID: ValueType], steps: [String: Double]
  ) throws -> [LayerFacts] {
    let graph = model.graph
    var context = EvaluationContext(limits: SessionOptions.machineLimits)
    context.deadline = .now + .seconds(context.limits.loadSeconds)
    let shapes = try graph.specialized(to: types, folding: context)
    var origins: [ValueID: [ValueID]] = [:]
    for value in graph.initializers.keys { origins[value] = [value] }
    var layers: [LayerFacts] = []
    for node in graph.nodes {
      let inputs = node.inputs.compactMap(\.self)
      if inputs.allSatisfy({ origins[$0] != nil }) {
        // Computed from constants alone, which count where the result is used.
        for case let output? in node.outputs {
          origins[output] = inputs.flatMap { origins[$0] ?? [] }
        }
        continue
      }
      let constants = Set(inputs.flatMap { origins[$0] ?? [] })
      let tensors = constants.compactMap { graph.constant($0) }.filter { $0.dtype != .string }
      guard tensors.contains(where: { $0.rank >= 2 }) else { continue }
      layers.append(
        LayerFacts(
          name: name(of: node, graph), op: node.operation.opType,
          parameters: tensors.reduce(0) { $0 + $1.count },
          nonZeros: tensors.reduce(0) { $0 + $1.nonZeroCount },
          bytes: tensors.reduce(0) { $0 + $1.byteCount },
          multiplyAdds: node.operation.cost(operands(of: node, graph, shapes)).multiplyAdds,
          ms: node.name.isEmpty ? nil : steps[node.name]))
    }
    return layers
  }

  /// The node's name, or that of its output.
  private static func name(of node: Node, _ graph: Graph) -> String {
    guard node.name.isEmpty else { return node.name }
    return node.outputs.first.flatMap { $0 }.map(graph.name(of:)) ?? ""
  }

  /// What is known about the inputs once shapes are inferred.
  private static func operands(of node: Node, _ graph: Graph, _ shapes: Graph) -> OperandTypes {
    OperandTypes(
      node.inputs.map { input in
        input.map { value in
          shapes.value(named: graph.name(of: value)).map(shapes.type(of:)) ?? graph.type(of: value)
        }
      },
      constants: node.inputs.map { $0.flatMap(graph.constant) })
  }
}

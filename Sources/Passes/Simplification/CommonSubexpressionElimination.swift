// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Merges nodes with equal operators and inputs, and equal small constants.
///
/// Nodes that draw random numbers, and those with subgraphs, which may, stay apart.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
/// - Source: value numbering, Cocke and Schwartz, 1970.
public struct CommonSubexpressionElimination: Pass, Rewriting, Hashable {
  public static let name = "common-subexpression-elimination"
  /// Larger constants stay apart: a tensor's hash covers as many bytes, and comparing more would
  /// read the weights of a file that is only mapped.
  private static let largestConstant = 256

  /// The pass.
  public init() {}

  private struct Key: Hashable {
    let operation: AnyHashable
    let inputs: [ValueID?]
  }

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var patch = GraphPatch(for: graph)
    var merged = try mergeConstants(graph, &patch)
    var nodes: [Key: Node] = [:]
    for node in graph.nodes
    where !node.operation.isNondeterministic && node.operation.subgraphs.isEmpty {
      var inputs = node.inputs.map { $0.map { merged[$0] ?? $0 } }
      while inputs.last == .some(nil) { inputs.removeLast() }
      let key = Key(operation: AnyHashable(node.operation), inputs: inputs)
      guard let first = nodes[key] else {
        nodes[key] = node
        continue
      }
      guard gives(first, allOf: node) else { continue }
      for case (let output?, let kept?) in zip(node.outputs, first.outputs) {
        merged[output] = kept
        try patch.replaceUses(of: output, with: kept)
      }
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  private func gives(_ node: Node, allOf other: Node) -> Bool {
    other.outputs.indices.allSatisfy { index in
      other.outputs[index] == nil || (index < node.outputs.count && node.outputs[index] != nil)
    }
  }

  private func mergeConstants(
    _ graph: Graph, _ patch: inout GraphPatch
  ) throws(GraphError) -> [ValueID: ValueID] {
    let inputs = Set(graph.inputs)
    var merged: [ValueID: ValueID] = [:]
    var constants: [Tensor: ValueID] = [:]
    for value in graph.initializers.keys.sorted() where !inputs.contains(value) {
      guard let tensor = graph.initializers[value], tensor.byteCount <= Self.largestConstant,
        tensor.dtype != .string
      else { continue }
      if let first = constants[tensor] {
        merged[value] = first
        try patch.replaceUses(of: value, with: first)
      } else {
        constants[tensor] = value
      }
    }
    return merged
  }
}

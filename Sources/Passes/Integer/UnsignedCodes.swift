// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes activations of type `int8` `uint8`, with codes and zero points 128 larger, so that integer
/// operators meet one type.
///
/// A value changes together with all that it is made from and that is made from it by moving codes.
/// Codes that come from or go elsewhere than quantizing and dequantizing stay as they are.
///
/// - Preserves: types of real numbers. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct UnsignedCodes: Pass, Rewriting, Hashable {
  public static let name = "unsigned-codes"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    let convertible = self.convertible(graph, index)
    guard !convertible.isEmpty else { return 0 }
    var patch = GraphPatch(for: graph)
    var unsigned: [ValueID: ValueID] = [:]
    for node in graph.nodes {
      var inputs = node.inputs
      if node.operation is DequantizeLinear {
        guard let codes = node.input(0).flatMap({ unsigned[$0] }) else { continue }
        let zero = patch.shiftedZeroPoint(node, index)
        try patch.replace(node, inputs: [codes, node.input(1), zero])
      } else if let output = node.output, convertible.contains(output) {
        if let operation = node.operation as? QuantizeLinear {
          var unsignedOperation = operation
          unsignedOperation.outputType = nil
          let zero = patch.shiftedZeroPoint(node, index)
          inputs = [node.input(0), node.input(1), zero]
          unsigned[output] = try patch.addNode(
            unsignedOperation, name: node.name, inputs: inputs)[0]
        } else {
          inputs = inputs.map { input in input.map { unsigned[$0] ?? $0 } }
          unsigned[output] = try patch.addNode(
            node.operation, name: node.name, inputs: inputs)[0]
        }
      }
    }
    try patch.apply(to: &graph)
    return unsigned.count
  }

  /// The values of type `int8` that may change, all others of which their makers' inputs and readers'
  /// outputs may too.
  private func convertible(_ graph: Graph, _ index: GraphIndex) -> Set<ValueID> {
    var values = Set<ValueID>()
    for node in graph.nodes {
      guard let output = node.output, index.tensorType(output)?.dtype == .int8,
        index.constant(output) == nil
      else { continue }
      if node.operation is QuantizeLinear {
        if isScalar(node, index) { values.insert(output) }
      } else if CodeMovement.moves(node.operation), !index.usesMoreThanFirstOutput(of: node) {
        values.insert(output)
      }
    }
    for output in graph.outputs { values.remove(output.value) }
    // What is tied to a value that stays, stays: until nothing changes.
    var changed = true
    while changed {
      changed = false
      for node in graph.nodes {
        let codes = CodeMovement.codeInputs(node, index).filter {
          index.tensorType($0)?.dtype == .int8
        }
        let isMovement = CodeMovement.moves(node.operation)
        if isMovement, let output = node.output, !codes.isEmpty {
          let all = codes + [output]
          if !all.allSatisfy(values.contains) {
            for value in all where values.remove(value) != nil { changed = true }
          }
        } else if !(node.operation is DequantizeLinear && isScalar(node, index)) {
          for case let input? in node.inputs where values.remove(input) != nil { changed = true }
        }
      }
    }
    return values
  }

  /// Whether a node quantizes or dequantizes by one constant zero point.
  private func isScalar(_ node: Node, _ index: GraphIndex) -> Bool {
    guard let zero = node.input(2) else { return true }
    return index.constant(zero)?.count == 1
  }
}

extension GraphPatch {
  /// Adds the constant that is 128 larger than a node's zero point, which is `int8`.
  fileprivate mutating func shiftedZeroPoint(_ node: Node, _ index: GraphIndex) -> ValueID {
    let zero = index.constant(node.input(2))?.integer(at: 0) ?? 0
    let name = node.input(2).map { index.graph.name(of: $0) } ?? node.name
    return addInitializer(
      name + ".unsigned", Tensor(scalar: UInt8(truncatingIfNeeded: zero + 128)))
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Operators that move elements, or choose among them by order, so that they do to codes what they do
/// to the numbers that the codes stand for.
enum CodeMovement {
  /// Whether the operator is one of them; its codes are ``codeInputs(_:_:)``.
  static func moves(_ operation: any Operation) -> Bool {
    operation is Concat || movesFirst(operation)
  }

  /// Whether the operator moves the elements of input 0; the other inputs say where to.
  static func movesFirst(_ operation: any Operation) -> Bool {
    operation is Reshape || operation is Flatten || operation is Transpose
      || operation is Squeeze || operation is Unsqueeze || operation is Identity
      || operation is Slice || operation is Gather || operation is DepthToSpace
      || operation is SpaceToDepth || operation is Expand || operation is Tile
      || operation is MaxPool || operation is GlobalMaxPool
  }

  /// The inputs of a node that are moved.
  static func codeInputs(_ node: Node, _ index: GraphIndex) -> [ValueID] {
    if node.operation is Concat { return node.inputs.compactMap { $0 } }
    return node.input(0).map { [$0] } ?? []
  }
}

/// Moves codes instead of the numbers that they stand for: what dequantizes goes behind operators that
/// move elements, what quantizes in front of them.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct CodePassing: Pass, Rewriting, Hashable {
  public static let name = "code-passing"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var total = 0
    while true {
      let count = try sinkDequantizers(&graph) + hoistQuantizers(&graph)
      if count == 0 { return total }
      total += count
    }
  }

  private func sinkDequantizers(_ graph: inout Graph) throws(GraphError) -> Int {
    let codes = CodeIndex(graph)
    let index = codes.index
    var patch = GraphPatch(for: graph)
    for node in graph.nodes {
      guard CodeMovement.movesFirst(node.operation), !index.usesMoreThanFirstOutput(of: node),
        codes.quantized(node.input(0)) != nil, let maker = index.maker(of: node.input(0)),
        !(node.operation is GlobalMaxPool)
      else { continue }
      var inputs = node.inputs
      inputs[0] = maker.input(0)
      let moved = try patch.addNode(node.operation, name: node.name, inputs: inputs)
      inputs = [moved[0]] + maker.inputs.dropFirst()
      var operation = DequantizeLinear()
      operation.outputType = (maker.operation as? DequantizeLinear)?.outputType
      try patch.replace(node, operation: operation, inputs: inputs, name: maker.name)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  private func hoistQuantizers(_ graph: inout Graph) throws(GraphError) -> Int {
    let codes = CodeIndex(graph)
    let index = codes.index
    var patch = GraphPatch(for: graph)
    for node in graph.nodes {
      guard let quantizer = codes.quantizer(node),
        let mover = index.privateMaker(of: node.input(0)),
        CodeMovement.movesFirst(mover.operation), !index.usesMoreThanFirstOutput(of: mover),
        !(mover.operation is GlobalMaxPool), index.maker(of: mover.input(0)) != nil
      else { continue }
      _ = quantizer
      var inputs = node.inputs
      inputs[0] = mover.input(0)
      let quantized = try patch.addNode(node.operation, name: node.name, inputs: inputs)
      inputs = [quantized[0]] + mover.inputs.dropFirst()
      try patch.replace(node, operation: mover.operation, inputs: inputs, name: mover.name)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }
}

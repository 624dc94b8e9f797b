// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Turns `QLinearConv` and `QLinearMatMul` into dequantizing, the operator on real numbers, and
/// quantizing, the form in which integer operators are recognized.
///
/// - Preserves: all tensor types. Changes values: by rounding, until they are integer operators.
/// - Idempotent: yes. Deterministic: yes.
public struct QLinearExpansion: Pass, Rewriting, Hashable {
  public static let name = "qlinear-expansion"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    var count = 0
    for node in graph.nodes {
      let operation: any Operation
      let weightsAxis: Int
      switch node.operation {
      case let conv as QLinearConv:
        operation = Conv(window: conv.window, groups: conv.groups)
        weightsAxis = 0
      case is QLinearMatMul:
        operation = MatMul()
        weightsAxis = 1
      default: continue
      }
      guard isExpandable(node, index) else { continue }
      let x = try patch.dequantized(node, 0, axis: 1)
      let weights = try patch.dequantized(node, 3, axis: weightsAxis)
      var inputs = [x, weights]
      if node.input(8) != nil {
        guard let scale = index.constant(node.input(1)), let factors = index.constant(node.input(4))
        else { continue }
        let unit = Float(scale.double(at: 0))
        let scales = patch.addInitializer(
          node.name + ".bias.scale", Tensor(factors.array(of: Float.self).map { unit * $0 }))
        inputs += try patch.addNode(
          DequantizeLinear(axis: 0), name: node.name + ".bias", inputs: [node.input(8), scales])
      }
      let result = try patch.addNode(operation, name: node.name, inputs: inputs)
      try patch.replace(
        node, operation: QuantizeLinear(), inputs: [result[0], node.input(6), node.input(7)])
      count += 1
    }
    try patch.apply(to: &graph)
    return count
  }

  /// Whether the node will become an integer operator as far as its own operands tell.
  private func isExpandable(_ node: Node, _ index: GraphIndex) -> Bool {
    guard let weights = index.constant(node.input(3)), weights.dtype == .int8,
      let zeros = index.constant(node.input(5)), zeros.isFilled(with: 0),
      let codes = index.tensorType(node.input(0))?.dtype, codes == .uint8 || codes == .int8
    else { return false }
    return [1, 2, 4, 6, 7].allSatisfy { index.constant(node.input($0)) != nil }
      && index.constant(node.input(1))?.dtype == .float32
      && index.constant(node.input(4))?.dtype == .float32
      && index.constant(node.input(6))?.dtype == .float32
      && index.constant(node.input(1))?.count == 1
  }
}

extension GraphPatch {
  /// Adds a node that dequantizes input `first` of `node` by the two inputs behind it.
  fileprivate mutating func dequantized(
    _ node: Node, _ first: Int, axis: Int
  ) throws(GraphError) -> ValueID? {
    try addNode(
      DequantizeLinear(axis: axis),
      inputs: [node.input(first), node.input(first + 1), node.input(first + 2)])[0]
  }
}

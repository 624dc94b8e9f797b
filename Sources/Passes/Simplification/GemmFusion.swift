// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes a product of two matrices and the sum that follows it one `Gemm`.
///
/// The sum's other operand must broadcast to the product's shape, and nothing else may read the
/// product.
///
/// - Preserves: all tensor types. Changes values: by rounding, once less.
/// - Idempotent: yes. Deterministic: yes.
public struct GemmFusion: Pass, Rewriting, Hashable {
  public static let name = "gemm-fusion"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    for node in graph.nodes where node.operation is Add && node.inputs.count == 2 {
      for (operand, other) in [(0, 1), (1, 0)] {
        guard let product = index.privateMaker(of: node.inputs[operand]),
          let gemm = Self.gemm(product, index), product.input(2) == nil,
          let type = index.tensorType(product.output), type.dtype.isFloatingPoint,
          let summand = index.tensorType(node.inputs[other]), type.absorbs(summand)
        else { continue }
        try patch.replace(
          node, operation: gemm,
          inputs: [product.inputs[0], product.inputs[1], node.inputs[other]],
          name: product.name)
        break
      }
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  /// The node as `Gemm`, if it multiplies two matrices.
  static func gemm(_ node: Node, _ index: GraphIndex) -> Gemm? {
    if let gemm = node.operation as? Gemm { return gemm }
    guard node.operation is MatMul, index.tensorType(node.input(0))?.rank == 2,
      index.tensorType(node.input(1))?.rank == 2
    else { return nil }
    return Gemm()
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes a convolution or matrix product and the activation behind it one `FusedConv` or
/// `FusedGemm`.
///
/// Nothing else may read what the activation reads, and the activation's parameters must be
/// constants; see `Activation`.
///
/// - Preserves: all tensor types. Changes values: no by reference evaluation; kernels round less.
/// - Idempotent: yes. Deterministic: yes.
public struct ActivationFusion: Pass, Rewriting, Hashable {
  public static let name = "activation-fusion"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    for node in graph.nodes {
      guard let maker = index.privateMaker(of: node.input(0)),
        index.tensorType(maker.output)?.dtype.isFloatingPoint == true,
        let activation = Activation(
          node.operation, operands: graph.operandTypes(of: node)),
        let operation = fused(maker, activation, index)
      else { continue }
      try patch.replace(node, operation: operation, inputs: maker.inputs, name: maker.name)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  private func fused(
    _ maker: Node, _ activation: Activation, _ index: GraphIndex
  ) -> (any Operation)? {
    switch maker.operation {
    case let conv as Conv: return FusedConv(conv: conv, activation: activation)
    case var fused as FusedConv where fused.activation == .identity:
      fused.activation = activation
      return fused
    default:
      return GemmFusion.gemm(maker, index).map { FusedGemm(gemm: $0, activation: activation) }
    }
  }
}

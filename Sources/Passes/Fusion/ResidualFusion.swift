// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes a convolution and the addition of a tensor of its output's shape one `FusedConv`.
///
/// Nothing else may read the convolution. Where both operands are such convolutions, the later one
/// takes the sum in, so that the other one's result is there when it starts.
///
/// - Preserves: all tensor types. Changes values: no by reference evaluation; kernels round less.
/// - Idempotent: yes. Deterministic: yes.
public struct ResidualFusion: Pass, Rewriting, Hashable {
  public static let name = "residual-fusion"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    for node in graph.nodes where node.operation is Add || node.operation is Sum {
      guard node.inputs.count == 2, let a = node.inputs[0], let b = node.inputs[1],
        let type = index.tensorType(a), let other = index.tensorType(b), type.isSurely(other)
      else { continue }
      let candidates = [(a, b), (b, a)].filter { index.privateMaker(of: $0.0)?.operation is Conv }
      let latest = candidates.max { first, second in
        (index.makerPosition(of: first.0) ?? 0) < (index.makerPosition(of: second.0) ?? 0)
      }
      guard let (value, residual) = latest, let maker = index.maker(of: value),
        let conv = maker.operation as? Conv
      else { continue }
      try patch.replace(
        node, operation: FusedConv(conv: conv, hasResidual: true),
        inputs: [maker.input(0), maker.input(1), maker.input(2), residual], name: maker.name)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }
}

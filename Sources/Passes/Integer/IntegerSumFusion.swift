// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes a convolution of codes and the sum, or the change of scale, behind it one operator.
///
/// Nothing else may read the convolution. Where both summands are such convolutions, the later one takes
/// the sum in, so that the other one's result is there when it starts.
///
/// - Preserves: all tensor types. Changes values: by at most one code, where a sum's operands change
///   places.
/// - Idempotent: yes. Deterministic: yes.
public struct IntegerSumFusion: Pass, Rewriting, Hashable {
  public static let name = "integer-sum-fusion"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    var taken = Set<NodeID>()
    for node in graph.nodes {
      guard let add = node.operation as? IntegerAdd else { continue }
      let candidates = node.inputs.indices.filter { position in
        guard let maker = index.privateMaker(of: node.inputs[position]),
          let conv = maker.operation as? IntegerConv
        else { return false }
        return conv.rounding.sum == nil && !taken.contains(maker.id)
      }
      let latest = candidates.max { first, second in
        (index.makerPosition(of: node.inputs[first]) ?? 0)
          < (index.makerPosition(of: node.inputs[second]) ?? 0)
      }
      guard let position = latest, let maker = index.maker(of: node.inputs[position]),
        var conv = maker.operation as? IntegerConv
      else { continue }
      taken.insert(maker.id)
      conv.rounding.sum = position == 0 ? add.sum : add.exchangedSum
      let residual = node.inputs.count == 2 ? [node.inputs[1 - position]] : []
      try patch.replace(
        node, operation: conv, inputs: Array(maker.inputs.prefix(4)) + residual, name: maker.name)
    }
    let count = taken.count
    try patch.apply(to: &graph)
    return count
  }
}

extension IntegerAdd {
  /// The sum with its operands exchanged.
  fileprivate var exchangedSum: CodeSum {
    var result = sum
    result.ownScale = sum.residualScale ?? sum.ownScale
    result.residualScale = sum.ownScale
    result.residualZeroPoint = zeroPoint
    return result
  }
}

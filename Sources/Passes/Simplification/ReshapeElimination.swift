// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Lets each `Reshape`, `Flatten`, `Squeeze` or `Unsqueeze` of another one read what that one read:
/// a chain of them becomes one `Reshape`, or nothing.
///
/// Only where the final shape is known but for one extent.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct ReshapeElimination: Pass, Rewriting, Hashable {
  public static let name = "reshape-elimination"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    var count = 0
    // What each reshaped value is a view of, through whole chains.
    var origins: [ValueID: ValueID] = [:]
    for node in graph.nodes {
      guard isView(node.operation), let input = node.input(0), let output = node.output else {
        continue
      }
      let origin = origins[input] ?? input
      origins[output] = origin
      guard origin != input, let source = index.tensorType(origin),
        let type = index.tensorType(output)
      else { continue }
      if source.isSurely(type) {
        try patch.replaceUses(of: output, with: origin)
      } else if let shape = target(type) {
        let value = patch.addInitializer("shape", Tensor(shape, shape: [shape.count]))
        try patch.replace(
          node, operation: Reshape(allowsZero: shape.contains(0)), inputs: [origin, value])
      } else {
        origins[output] = nil
        continue
      }
      count += 1
    }
    try patch.apply(to: &graph)
    return count
  }

  private func isView(_ operation: any Operation) -> Bool {
    operation is Reshape || operation is Flatten || operation is Squeeze || operation is Unsqueeze
  }

  /// A shape for `Reshape` that gives `type` whatever its one unknown extent is.
  private func target(_ type: TensorType) -> [Int64]? {
    guard let dimensions = type.dimensions else { return nil }
    if let shape = type.shape { return shape.map(Int64.init) }
    guard dimensions.count(where: { $0.value == nil }) == 1,
      dimensions.allSatisfy({ ($0.value ?? 1) > 0 })
    else { return nil }
    return dimensions.map { $0.value.map(Int64.init) ?? -1 }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Removes nodes that pass an input on unchanged: identities, dropout outside training, casts to the
/// same type, reshapes, paddings, slices and transposes that do nothing, sums and concatenations of
/// one tensor, products with 1.
///
/// Adding 0 counts only where it is exact in every bit: for integers, for -0, and for subtracting
/// +0; `-0 + 0` is `+0`.
///
/// - Preserves: all tensor types. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct IdentityElimination: Pass, Rewriting, Hashable {
  public static let name = "identity-elimination"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    // Chains are resolved here, so that the patch never follows more than one step.
    var origins: [ValueID: ValueID] = [:]
    for node in graph.nodes {
      guard let output = node.output, let input = passedOn(by: node, index) else { continue }
      let origin = origins[input] ?? input
      origins[output] = origin
      try patch.replaceUses(of: output, with: origin)
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }

  /// The input that output 0 of `node` equals, if there is one and no other output is used.
  private func passedOn(by node: Node, _ index: GraphIndex) -> ValueID? {
    guard let input = node.input(0) else { return nil }
    guard !index.usesMoreThanFirstOutput(of: node) else { return nil }
    switch node.operation {
    case is Identity: return input
    case is Dropout: return isInference(node, index) ? input : nil
    case is Concat, is Sum, is Max, is Min, is Mean: return node.inputs.count == 1 ? input : nil
    case let split as Split: return split.partCount == 1 ? input : nil
    case let cast as Cast: return index.tensorType(input)?.dtype == cast.target ? input : nil
    case is Reshape, is Flatten, is Squeeze, is Unsqueeze, is Expand, is Tile:
      return keepsType(node, index) ? input : nil
    case is Pad:
      guard let pads = index.constant(node.input(1)) else { return nil }
      return pads.isFilled(with: 0) ? input : nil
    case is Slice: return keepsType(node, index) && walksForward(node, index) ? input : nil
    case let transpose as Transpose: return keepsOrder(transpose, node, index) ? input : nil
    case is Clip: return clipsNothing(node, index) ? input : nil
    case is Mul: return neutral(node, index, 1, isCommutative: true)
    case is Div, is Pow: return neutral(node, index, 1, isCommutative: false)
    case is Add: return neutral(node, index, 0, isCommutative: true, sign: .minus)
    case is Sub: return neutral(node, index, 0, isCommutative: false, sign: .plus)
    default: return nil
    }
  }

  private func keepsType(_ node: Node, _ index: GraphIndex) -> Bool {
    guard let before = index.tensorType(node.input(0)), let after = index.tensorType(node.output)
    else { return false }
    return before.isSurely(after)
  }

  private func isInference(_ node: Node, _ index: GraphIndex) -> Bool {
    guard let training = node.input(2) else { return true }
    return index.constant(training)?.integer(at: 0) == 0
  }

  private func walksForward(_ node: Node, _ index: GraphIndex) -> Bool {
    guard let steps = node.input(4) else { return true }
    return index.constant(steps)?.int64s().allSatisfy { $0 > 0 } ?? false
  }

  /// Whether axes longer than 1 stay in order and in place.
  private func keepsOrder(_ transpose: Transpose, _ node: Node, _ index: GraphIndex) -> Bool {
    if let permutation = transpose.permutation, permutation == Array(permutation.indices) {
      return true
    }
    guard keepsType(node, index), let dimensions = index.tensorType(node.input(0))?.dimensions
    else { return false }
    let permutation = transpose.permutation ?? Array(dimensions.indices.reversed())
    let moving = permutation.filter { dimensions[$0] != .fixed(1) }
    return moving == moving.sorted()
  }

  private func clipsNothing(_ node: Node, _ index: GraphIndex) -> Bool {
    let low = node.input(1).map { index.number($0) == -.infinity } ?? true
    let high = node.input(2).map { index.number($0) == .infinity } ?? true
    return low && high
  }

  /// The operand that an operator with its neutral element passes on.
  ///
  /// - Parameter sign: Of a floating-point 0, which must have it to be neutral in every bit.
  private func neutral(
    _ node: Node, _ index: GraphIndex, _ number: Double, isCommutative: Bool,
    sign: FloatingPointSign? = nil
  ) -> ValueID? {
    for (operand, other) in [(0, 1), (1, 0)].prefix(isCommutative ? 2 : 1) {
      // Large constants are no neutral elements in practice; they are not searched.
      guard let constant = index.constant(node.input(other)), constant.count <= 1 << 16,
        let type = index.tensorType(node.input(operand)),
        type.absorbs(TensorType(constant.dtype, constant.shape)), constant.isFilled(with: number)
      else { continue }
      // `Pow` takes exponents of another type; the result has that of the base.
      if let sign, constant.dtype.isFloatingPoint {
        guard (0..<constant.count).allSatisfy({ constant.double(at: $0).sign == sign }) else {
          continue
        }
      }
      return node.input(operand)
    }
    return nil
  }
}

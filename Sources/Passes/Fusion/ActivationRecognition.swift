// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Makes one node of activations that files of older opsets spell out.
///
/// - `x * sigmoid(x)` → `Swish`
/// - `x * clip(x + 3, 0, 6) / 6` and `x * hardSigmoid(x)` → `HardSwish`
/// - `x * tanh(softplus(x))` → `Mish`
/// - `x * (1 + erf(x / √2)) / 2` → `Gelu`
///
/// Factors may come in any order. The results need newer opsets: see ``Unfusing``.
///
/// - Preserves: all tensor types. Changes values: by rounding; constants count as equal up to
///   1e-6, the rounding of `float32`.
/// - Idempotent: yes. Deterministic: yes.
public struct ActivationRecognition: Pass, Rewriting, Hashable {
  public static let name = "activation-recognition"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    let index = GraphIndex(graph)
    var patch = GraphPatch(for: graph)
    for node in graph.nodes where node.operation is Mul || node.operation is Div {
      guard let product = Product(node, index), let type = index.tensorType(node.output),
        let (operation, x) = product.activation(index),
        let source = index.tensorType(x), source.isCompatible(with: type), source.rank == type.rank
      else { continue }
      try patch.replace(node, operation: operation, inputs: [x])
    }
    let count = patch.editCount
    try patch.apply(to: &graph)
    return count
  }
}

/// A tree of products and quotients as constants and two other factors.
private struct Product {
  private static let tolerance = 1e-6
  private static let deepest = 3
  private var constant = 1.0
  private var factors: [ValueID] = []

  /// Nil unless there are just two factors that are not numbers.
  init?(_ node: Node, _ index: GraphIndex) {
    add(node, index, depth: 0)
    guard factors.count == 2, index.tensorType(node.output)?.dtype.isFloatingPoint == true else {
      return nil
    }
  }

  private mutating func add(_ node: Node, _ index: GraphIndex, depth: Int) {
    guard node.inputs.count == 2, let a = node.inputs[0], let b = node.inputs[1] else { return }
    if node.operation is Div {
      guard let divisor = index.number(b) else {
        factors.append(contentsOf: [node.outputs[0] ?? a])
        return
      }
      constant /= divisor
      add(a, index, depth: depth)
    } else {
      add(a, index, depth: depth)
      add(b, index, depth: depth)
    }
  }

  private mutating func add(_ value: ValueID, _ index: GraphIndex, depth: Int) {
    if let number = index.number(value) {
      constant *= number
    } else if depth < Self.deepest, let maker = index.privateMaker(of: value),
      maker.operation is Mul || maker.operation is Div
    {
      add(maker, index, depth: depth + 1)
    } else {
      factors.append(value)
    }
  }

  /// The activation that the product is, and of what.
  func activation(_ index: GraphIndex) -> (any Operation, ValueID)? {
    for (x, factor) in [(factors[0], factors[1]), (factors[1], factors[0])] {
      guard let maker = index.privateMaker(of: factor) else { continue }
      if maker.operation is Sigmoid, maker.input(0) == x, isClose(constant, 1) {
        return (Swish(), x)
      }
      if let hard = maker.operation as? HardSigmoid, maker.input(0) == x, isClose(constant, 1),
        isClose(Double(hard.alpha), 1 / 6), isClose(Double(hard.beta), 0.5)
      {
        return (HardSwish(), x)
      }
      if maker.operation is Tanh, let inner = index.privateMaker(of: maker.input(0)),
        inner.operation is Softplus, inner.input(0) == x, isClose(constant, 1)
      {
        return (Mish(), x)
      }
      if isShiftedClip(maker, of: x, index), isClose(constant, 1 / 6) { return (HardSwish(), x) }
      if isNormalDistribution(maker, of: x, index), isClose(constant, 0.5) { return (Gelu(), x) }
    }
    return nil
  }

  private func isClose(_ number: Double, _ target: Double) -> Bool {
    abs(number - target) <= Self.tolerance * abs(target)
  }

  /// Whether `node` is `clip(x + 3, 0, 6)`.
  private func isShiftedClip(_ node: Node, of x: ValueID, _ index: GraphIndex) -> Bool {
    guard node.operation is Clip, index.number(node.input(1)) == 0,
      index.number(node.input(2)) == 6, let sum = index.privateMaker(of: node.input(0)),
      sum.operation is Add
    else { return false }
    return index.number(sum.otherInput(than: x)) == 3
  }

  /// Whether `node` is `1 + erf(x / √2)`.
  private func isNormalDistribution(_ node: Node, of x: ValueID, _ index: GraphIndex) -> Bool {
    guard node.operation is Add, node.inputs.count == 2 else { return false }
    for (operand, other) in [(0, 1), (1, 0)] where index.number(node.inputs[other]) == 1 {
      guard let erf = index.privateMaker(of: node.inputs[operand]), erf.operation is Erf,
        let argument = index.privateMaker(of: erf.input(0))
      else { continue }
      if argument.operation is Div, argument.inputs.first == x,
        let divisor = index.number(argument.input(1)), isClose(divisor, 2.0.squareRoot())
      {
        return true
      }
      if argument.operation is Mul, let factor = index.number(argument.otherInput(than: x)),
        isClose(factor, 0.5.squareRoot())
      {
        return true
      }
    }
    return false
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Turns fused operators back into those of ONNX, as a graph must be before it is written.
///
/// Activations that the target opset lacks are spelled out.
///
/// - Preserves: all tensor types. Changes values: no for fused operators by reference evaluation; by
///   rounding for activations that are spelled out.
/// - Idempotent: yes. Deterministic: yes.
public struct Unfusing: Pass, Rewriting, Hashable {
  public static let name = "unfusing"
  /// The opset to be written, which decides what counts as an operator of ONNX: `HardSwish` from 14
  /// on, `Mish` 18, `Gelu` 20, `Swish` 24. Default 17.
  public var opset: Int

  /// Unfusing for the given opset.
  public init(opset: Int = 17) { self.opset = opset }

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var patch = GraphPatch(for: graph)
    var count = 0
    for node in graph.nodes {
      let expansion: Expansion?
      switch node.operation {
      case let fused as FusedConv: expansion = try expand(fused, node, &patch)
      case let fused as FusedGemm: expansion = try expand(fused, node, &patch)
      default: expansion = try spellOut(node, graph, &patch)
      }
      guard let expansion else { continue }
      count += 1
      try patch.replace(
        node, operation: expansion.operation, inputs: expansion.inputs, name: expansion.name)
    }
    try patch.apply(to: &graph)
    return count
  }

  /// The last node of what takes another's place; the nodes before it are in the patch already.
  private struct Expansion {
    var operation: any Operation
    var inputs: [ValueID?]
    var name: String
  }

  private func expand(
    _ fused: FusedConv, _ node: Node, _ patch: inout GraphPatch
  ) throws(GraphError) -> Expansion {
    var operands = Array(node.inputs.prefix(3))
    while operands.last == .some(nil) { operands.removeLast() }
    var last = Expansion(operation: fused.conv, inputs: operands, name: node.name)
    if fused.hasResidual {
      let sum = try flush(last, &patch)
      last = Expansion(operation: Add(), inputs: [sum.value, node.inputs[3]], name: "")
    }
    if fused.activation == .identity { return last }
    let argument = try flush(last, &patch)
    return try apply(fused.activation, to: argument, &patch)
  }

  private func expand(
    _ fused: FusedGemm, _ node: Node, _ patch: inout GraphPatch
  ) throws(GraphError) -> Expansion {
    let product = Expansion(operation: fused.gemm, inputs: node.inputs, name: node.name)
    if fused.activation == .identity { return product }
    let argument = try flush(product, &patch)
    return try apply(fused.activation, to: argument, &patch)
  }

  /// A node that is itself an activation too new for the opset.
  private func spellOut(
    _ node: Node, _ graph: Graph, _ patch: inout GraphPatch
  ) throws(GraphError) -> Expansion? {
    let isTooNew =
      switch node.operation {
      case is HardSwish: opset < 14
      case is Mish: opset < 18
      case is Gelu: opset < 20
      case let swish as Swish: opset < 24 && swish.alpha == 1
      default: false
      }
    guard isTooNew, let x = node.input(0), let type = graph.type(of: x).tensorType,
      let activation = Activation(node.operation, operands: graph.operandTypes(of: node))
    else { return nil }
    var result = try apply(activation, to: Argument(value: x, dtype: type.dtype), &patch)
    result.name = node.name
    return result
  }

  /// A value of the patch and its element type.
  private struct Argument {
    var value: ValueID
    var dtype: ElementType
  }

  private func flush(
    _ expansion: Expansion, _ patch: inout GraphPatch
  ) throws(GraphError) -> Argument {
    let outputs = try patch.addNode(
      expansion.operation, name: expansion.name, inputs: expansion.inputs)
    guard let value = outputs[0], let type = patch.type(of: value).tensorType else {
      throw GraphError(.invalidGraph, node: expansion.name, "gives no tensor")
    }
    return Argument(value: value, dtype: type.dtype)
  }

  /// The nodes of an activation, the last one not yet in the patch.
  private func apply(
    _ activation: Activation, to x: Argument, _ patch: inout GraphPatch
  ) throws(GraphError) -> Expansion {
    func last(_ operation: any Operation, _ inputs: [ValueID?]) -> Expansion {
      Expansion(operation: operation, inputs: inputs, name: "")
    }
    func add(_ operation: any Operation, _ inputs: ValueID...) throws(GraphError) -> ValueID {
      try flush(last(operation, inputs), &patch).value
    }
    func number(_ number: Double) -> ValueID {
      patch.addInitializer("number", Tensor(doubles: [number], dtype: x.dtype, shape: []))
    }
    let value = x.value
    switch activation {
    case .identity: return last(Identity(), [value])
    case .relu: return last(ReLU(), [value])
    case .clip(let low, let high):
      var inputs: [ValueID?] = [value, low == -.infinity ? nil : number(low)]
      if high != .infinity { inputs.append(number(high)) }
      while inputs.last == .some(nil) { inputs.removeLast() }
      return last(Clip(), inputs)
    case .leakyReLU(let alpha): return last(LeakyReLU(alpha: alpha), [value])
    case .sigmoid: return last(Sigmoid(), [value])
    case .tanh: return last(Tanh(), [value])
    case .hardSigmoid(let alpha, let beta):
      return last(HardSigmoid(alpha: alpha, beta: beta), [value])
    case .hardSwish where opset >= 14: return last(HardSwish(), [value])
    case .hardSwish:
      return last(Mul(), [value, try add(HardSigmoid(alpha: 1 / 6, beta: 0.5), value)])
    case .silu where opset >= 24: return last(Swish(), [value])
    case .silu: return last(Mul(), [value, try add(Sigmoid(), value)])
    case .mish where opset >= 18: return last(Mish(), [value])
    case .mish: return last(Mul(), [value, try add(Tanh(), try add(Softplus(), value))])
    case .gelu(let isApproximate) where opset >= 20:
      return last(Gelu(isApproximate: isApproximate), [value])
    case .gelu(isApproximate: false):
      let erf = try add(Erf(), try add(Mul(), value, number(0.5.squareRoot())))
      let half = try add(Mul(), value, number(0.5))
      return last(Mul(), [half, try add(Add(), erf, number(1))])
    case .gelu(isApproximate: true):
      let square = try add(Mul(), value, value)
      let cube = try add(Mul(), try add(Mul(), square, value), number(0.044715))
      let argument = try add(
        Mul(), try add(Add(), value, cube), number((2 / Double.pi).squareRoot()))
      let half = try add(Mul(), value, number(0.5))
      return last(Mul(), [half, try add(Add(), try add(Tanh(), argument), number(1))])
    case .elu(let alpha): return last(Elu(alpha: alpha), [value])
    case .selu(let alpha, let gamma): return last(Selu(alpha: alpha, gamma: gamma), [value])
    case .softplus: return last(Softplus(), [value])
    }
  }
}

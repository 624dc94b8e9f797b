// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Convolution with what follows it: `y = activation(conv(x, w) + bias + residual)`.
///
/// Reference evaluation rounds where the separate operators round, so that it equals theirs bit for
/// bit; kernels may keep more precision in between.
///
/// - Inputs: those of ``Conv``: `x`, `w`, optional bias; with ``hasResidual`` also `residual`, input
///   3, of the type of the output.
/// - Outputs: `y`, the type that ``conv`` gives.
/// - Source: no ONNX operator; `Unfusing` in the passes turns it back into those.
public struct FusedConv: Operation {
  public static let opType = "FusedConv"

  /// The convolution.
  public var conv: Conv
  /// What is applied to the sum; default nothing.
  public var activation: Activation
  /// Whether input 3 is added to the convolution; default no.
  public var hasResidual: Bool

  /// The operator.
  public init(conv: Conv, activation: Activation = .identity, hasResidual: Bool = false) {
    (self.conv, self.activation, self.hasResidual) = (conv, activation, hasResidual)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: hasResidual ? 4...4 : 2...3)
    let types = try conv.outputTypes(convOperands(inputs))
    guard hasResidual else { return types }
    let residual = ValueType.tensor(try inputs.tensor(3))
    guard types[0].isCompatible(with: residual) else {
      throw GraphError(
        .shapeMismatch, "the residual is \(residual), expected the convolution's \(types[0])")
    }
    return [types[0].merged(with: residual)]
  }

  private func convOperands(_ inputs: OperandTypes) -> OperandTypes {
    let count = inputs.has(2) ? 3 : 2
    return OperandTypes(
      (0..<count).map { inputs[$0] }, constants: (0..<count).map { inputs.constant($0) })
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let bias = inputs.has(2) ? [inputs[2]] : []
    let results = try conv.evaluate(Operands([inputs[0], inputs[1]] + bias), in: context)
    guard var y = results.first?.tensor else { return results }
    if hasResidual { y = try Add().combine(y, try inputs.tensor(3)) }
    return [.tensor(activation(y))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    var cost = conv.cost(convOperands(inputs))
    let output = (try? outputTypes(inputs))?.first?.tensorType?.shape
    let elements = output.flatMap(ShapeMath.elementCount) ?? 0
    if hasResidual { cost.elementOperations += elements }
    if activation != .identity { cost.elementOperations += elements }
    return cost
  }
}

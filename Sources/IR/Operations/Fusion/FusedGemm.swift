// SPDX-License-Identifier: Apache-2.0
import Tensors

/// General matrix product with what follows it: `y = activation(alpha * a * b + beta * c)`.
///
/// Reference evaluation rounds where the separate operators round, so that it equals theirs bit for
/// bit; kernels may keep more precision in between.
///
/// - Inputs: those of ``Gemm``, floating point: `a`, `b`, optional `c`.
/// - Outputs: `y`, the type that ``gemm`` gives.
/// - Source: no ONNX operator; `Unfusing` in the passes turns it back into those.
public struct FusedGemm: Operation {
  public static let opType = "FusedGemm"

  /// The matrix product.
  public var gemm: Gemm
  /// What is applied to the sum.
  public var activation: Activation

  /// The operator.
  public init(gemm: Gemm, activation: Activation) {
    (self.gemm, self.activation) = (gemm, activation)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    _ = try inputs.tensor(0, in: ElementTypes.floats)
    return try gemm.outputTypes(inputs)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let results = try gemm.evaluate(inputs, in: context)
    guard let y = results.first?.tensor else { return results }
    return [.tensor(activation(y))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    var cost = gemm.cost(inputs)
    let output = (try? outputTypes(inputs))?.first?.tensorType?.shape
    if activation != .identity {
      cost.elementOperations += output.flatMap(ShapeMath.elementCount) ?? 0
    }
    return cost
  }
}

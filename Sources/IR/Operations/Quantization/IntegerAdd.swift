// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Sum of two tensors of codes in the result's scale, or one tensor in another scale: ``CodeSum``.
///
/// - Inputs: `x`, `uint8`; if the sum has a residual, its codes, `uint8`, of the same shape.
/// - Outputs: codes of the shape of `x`, `uint8`.
/// - Source: no ONNX operator; `IntegerFusion` in the passes makes it.
public struct IntegerAdd: Operation {
  public static let opType = "IntegerAdd"

  /// Code of zero of `x`.
  public var zeroPoint: UInt8
  /// How codes become those of the sum.
  public var sum: CodeSum

  /// A sum.
  public init(zeroPoint: UInt8, sum: CodeSum) { (self.zeroPoint, self.sum) = (zeroPoint, sum) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let count = sum.residualScale == nil ? 1 : 2
    try inputs.expect(count: count...count)
    let x = try inputs.tensor(0, in: [.uint8])
    guard count == 2 else { return [.tensor(x)] }
    let residual = try inputs.tensor(1, in: [.uint8])
    guard x.isCompatible(with: residual) else {
      throw GraphError(.shapeMismatch, "expects summands of one shape, got \(x) and \(residual)")
    }
    return [ValueType.tensor(x).merged(with: .tensor(residual))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let residual = sum.residualScale == nil ? [] : try inputs.tensor(1).array(of: UInt8.self)
    let codes = x.array(of: UInt8.self).enumerated().map { index, code in
      sum.code(
        Float(Int(code) - Int(zeroPoint)), residual: residual.isEmpty ? 0 : residual[index])
    }
    return [.tensor(Tensor(codes, shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Product of integer matrices: `y = (a - aZeroPoint) · (b - bZeroPoint)`, in 32 bits.
///
/// - Inputs: `a` `[…, M, K]` and `b` `[…, K, N]`, `int8` or `uint8`, leading axes broadcast (a
///   vector is a row on the left, a column on the right); `aZeroPoint`, optional, of the type of
///   `a`: a scalar, `[M]` or `[…, M, 1]`; `bZeroPoint`, optional, of the type of `b`: a scalar, `[N]`
///   or `[…, 1, N]`.
/// - Outputs: `y` `[…, M, N]`, `int32`; sums wrap around.
/// - Source: ONNX `MatMulInteger`, opset 10.
public struct MatMulInteger: Operation {
  public static let opType = "MatMulInteger"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...4)
    let a = try inputs.tensor(0, in: IntegerMatrixProduct.factorTypes)
    let b = try inputs.tensor(1, in: IntegerMatrixProduct.factorTypes)
    let aZeroPoint = try inputs.optionalTensor(2, in: [a.dtype])
    let bZeroPoint = try inputs.optionalTensor(3, in: [b.dtype])
    let dimensions = try IntegerMatrixProduct.dimensions(a, b)
    try IntegerMatrixProduct.check(aZeroPoint, of: a, isLeft: true)
    try IntegerMatrixProduct.check(bZeroPoint, of: b, isLeft: false)
    return [.tensor(.int32, dimensions: dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(1))
    let left = try IntegerMatrixProduct.centered(
      a, zeroPoint: try inputs.optionalTensor(2), isLeft: true)
    let right = try IntegerMatrixProduct.centered(
      b, zeroPoint: try inputs.optionalTensor(3), isLeft: false)
    guard let shape = try outputTypes(inputs.types).first?.tensorType?.shape else {
      throw GraphError(.shapeMismatch, "cannot multiply \(a.shape) by \(b.shape)")
    }
    let product = IntegerMatrixProduct.product(left, a.shape, right, b.shape, shape: shape)
    return [.tensor(Tensor(product, shape: shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    IntegerMatrixProduct.cost(
      inputs[0]?.tensorType, (try? outputTypes(inputs))?.first?.tensorType)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Product of quantized matrices, itself quantized: the 32-bit sums of ``MatMulInteger``, taken to
/// output codes by ``LinearQuantization/requantize(_:multiplier:zeroPoint:in:)``.
///
/// - Inputs: `a` `[…, M, K]`, its scale and zero point (scalars, `[M]` or `[…, M, 1]`); `b`
///   `[…, K, N]`, its scale and zero point (scalars, `[N]` or `[…, 1, N]`); scale and zero point of
///   the output (scalars). Matrices and zero points are `int8` or `uint8`, scales `float32`,
///   `float16` or `bfloat16`.
/// - Outputs: `y` `[…, M, N]`, the type of the last zero point.
/// - Source: ONNX `QLinearMatMul`, opset 21; its 8-bit floats are not supported.
public struct QLinearMatMul: Operation {
  public static let opType = "QLinearMatMul"

  private static let scaleTypes: Set<ElementType> = [.float32, .float16, .bfloat16]

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 8...8)
    let a = try inputs.tensor(0)
    guard !ElementTypes.float8s.contains(a.dtype) else {
      throw GraphError(.unsupported, "products of \(a.dtype) matrices are not supported")
    }
    let (left, right) = (try factor(inputs, 0), try factor(inputs, 3))
    for (index, isLeft) in [(1, true), (2, true), (4, false), (5, false)] {
      try IntegerMatrixProduct.check(
        try inputs.tensor(index), of: isLeft ? left : right, isLeft: isLeft)
    }
    let outputScale = try inputs.tensor(6, in: Self.scaleTypes)
    let outputZeroPoint = try inputs.tensor(7, in: IntegerMatrixProduct.factorTypes)
    for (name, type) in [("scale", outputScale), ("zero point", outputZeroPoint)] {
      guard type.shape.map(ShapeMath.elementCount) ?? 1 == 1 else {
        throw GraphError(.shapeMismatch, "expects a scalar as \(name) of the output, got \(type)")
      }
    }
    let dimensions = try IntegerMatrixProduct.dimensions(left, right)
    return [.tensor(outputZeroPoint.dtype, dimensions: dimensions)]
  }

  private func factor(_ inputs: OperandTypes, _ index: Int) throws(GraphError) -> TensorType {
    let type = try inputs.tensor(index, in: IntegerMatrixProduct.factorTypes)
    _ = try inputs.tensor(index + 1, in: Self.scaleTypes)
    _ = try inputs.tensor(index + 2, in: [type.dtype])
    return type
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(3))
    let left = try IntegerMatrixProduct.centered(a, zeroPoint: inputs.tensor(2), isLeft: true)
    let right = try IntegerMatrixProduct.centered(b, zeroPoint: inputs.tensor(5), isLeft: false)
    let type = try outputTypes(inputs.types).first?.tensorType
    guard let type, let shape = type.shape, let range = type.dtype.integerRange else {
      throw GraphError(.shapeMismatch, "cannot multiply \(a.shape) by \(b.shape)")
    }
    let sums = IntegerMatrixProduct.product(left, a.shape, right, b.shape, shape: shape)
    let multipliers = try multipliers(inputs, shape, isRow: a.rank > 1, isColumn: b.rank > 1)
    let zeroPoint = try inputs.tensor(7).integer(at: 0)
    let codes = zip(sums, multipliers).map { sum, multiplier in
      LinearQuantization.requantize(sum, multiplier: multiplier, zeroPoint: zeroPoint, in: range)
    }
    return [.tensor(Tensor(int64s: codes, dtype: type.dtype, shape: shape))]
  }

  /// The multiplier of each output element.
  private func multipliers(
    _ inputs: Operands, _ shape: [Int], isRow: Bool, isColumn: Bool
  ) throws(GraphError) -> [Float] {
    let (aScale, bScale) = (try inputs.tensor(1), try inputs.tensor(4))
    let left = aScale.doubles().map { Float($0) }
    let right = bScale.doubles().map { Float($0) }
    let output = Float(try inputs.tensor(6).double(at: 0))
    if left.count == 1, right.count == 1 {
      let multiplier = LinearQuantization.multiplier(left[0], right[0], output: output)
      return [Float](repeating: multiplier, count: ShapeMath.elementCount(shape) ?? 0)
    }
    let leftPositions = try spread(aScale, over: shape, isLeft: true, isMatrix: isColumn)
    let rightPositions = try spread(bScale, over: shape, isLeft: false, isMatrix: isRow)
    return zip(leftPositions, rightPositions).map {
      LinearQuantization.multiplier(left[$0], right[$1], output: output)
    }
  }

  /// For each output element, the scale of its row or column.
  ///
  /// - Parameter isMatrix: Whether the other factor is a matrix, so that its outer axis stands in
  ///   the output where the inner one, of extent 1, stands in `scale`; else the output lacks it.
  private func spread(
    _ scale: Tensor, over shape: [Int], isLeft: Bool, isMatrix: Bool
  ) throws(GraphError) -> [Int] {
    if scale.count == 1 {
      return [Int](repeating: 0, count: ShapeMath.elementCount(shape) ?? 0)
    }
    var aligned = scale.shape
    if isLeft, aligned.count == 1 { aligned.append(1) }
    if !isMatrix, aligned.count > 1 { aligned.remove(at: aligned.count - (isLeft ? 1 : 2)) }
    guard ShapeMath.broadcast([aligned, shape]) == shape else {
      throw GraphError(.shapeMismatch, "cannot spread scales \(scale.shape) over \(shape)")
    }
    return ShapeMath.broadcastIndices(from: aligned, to: shape)
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    IntegerMatrixProduct.cost(
      inputs[0]?.tensorType, (try? outputTypes(inputs))?.first?.tensorType)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Matrix product of the last two axes; the axes before them broadcast.
///
/// - Inputs: `a` `[…, M, K]`, `b` `[…, K, N]`, one type: floating point, or 32- and 64-bit integers,
///   whose sums wrap around. A vector counts as one row on the left, as one column on the right.
/// - Outputs: `[…, M, N]`, without the axis that a vector lacks.
/// - Source: ONNX `MatMul`, opset 13 (NumPy's `matmul`).
public struct MatMul: Operation {
  public static let opType = "MatMul"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let a = try inputs.tensor(0, in: matrixTypes)
    let b = try inputs.tensor(1, in: matrixTypes)
    try b.expectType(of: a, "b")
    try a.expectRank(1...64, "a")
    try b.expectRank(1...64, "b")
    guard let left = a.dimensions, let right = b.dimensions else {
      return [.tensor(a.dtype, dimensions: nil)]
    }
    let inner = right.count == 1 ? right[0] : right[right.count - 2]
    guard left[left.count - 1].isCompatible(with: inner) else {
      throw GraphError(
        .shapeMismatch, "a is \(a), b is \(b): \(left[left.count - 1]) columns meet \(inner) rows")
    }
    var result = try broadcast(Array(left.dropLast(2)), Array(right.dropLast(2)), a, b)
    if left.count > 1 { result.append(left[left.count - 2]) }
    if right.count > 1 { result.append(right[right.count - 1]) }
    return [.tensor(a.dtype, dimensions: result)]
  }

  private func broadcast(
    _ left: [Dimension], _ right: [Dimension], _ a: TensorType, _ b: TensorType
  ) throws(GraphError) -> [Dimension] {
    let rank = max(left.count, right.count)
    let one = Dimension.fixed(1)
    let leftPadded = [Dimension](repeating: one, count: rank - left.count) + left
    let rightPadded = [Dimension](repeating: one, count: rank - right.count) + right
    var result: [Dimension] = []
    for (x, y) in zip(leftPadded, rightPadded) {
      if x == y || y == one {
        result.append(x)
      } else if x == one {
        result.append(y)
      } else if !x.isCompatible(with: y) {
        throw GraphError(.shapeMismatch, "the batch axes of \(a) and \(b) do not broadcast")
      } else {
        // An extent that is not known may still be 1, unless the other says more.
        result.append(x.value != nil ? x : y.value != nil ? y : .unknown)
      }
    }
    return result
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (a, b) = (try inputs.tensor(0), try inputs.tensor(1))
    let aShape = a.rank == 1 ? [1] + a.shape : a.shape
    let bShape = b.rank == 1 ? b.shape + [1] : b.shape
    let sizes = MatrixSizes(
      rows: aShape[aShape.count - 2], depth: aShape[aShape.count - 1],
      columns: bShape[bShape.count - 1])
    let (aBatch, bBatch) = (Array(aShape.dropLast(2)), Array(bShape.dropLast(2)))
    guard let batch = ShapeMath.broadcast([aBatch, bBatch]) else {
      throw GraphError(.shapeMismatch, "batch axes \(aBatch) and \(bBatch) do not broadcast")
    }
    let places = Array(
      zip(
        ShapeMath.broadcastIndices(from: aBatch, to: batch),
        ShapeMath.broadcastIndices(from: bBatch, to: batch)))
    let shape = batch + (a.rank == 1 ? [] : [sizes.rows]) + (b.rank == 1 ? [] : [sizes.columns])
    let count = try checkedProduct(shape)
    if a.dtype.isInteger {
      let result = try products(a.int64s(), b.int64s(), 0, places, sizes, count, context) {
        $0 &+ $1 &* $2
      }
      return [.tensor(Tensor(int64s: result, dtype: a.dtype, shape: shape))]
    }
    let result = try products(a.doubles(), b.doubles(), 0, places, sizes, count, context) {
      $0 + $1 * $2
    }
    return [.tensor(Tensor(doubles: result, dtype: a.dtype, shape: shape))]
  }

  private func products<Number>(
    _ a: [Number], _ b: [Number], _ zero: Number, _ places: [(Int, Int)], _ sizes: MatrixSizes,
    _ count: Int, _ context: EvaluationContext, _ add: (Number, Number, Number) -> Number
  ) throws(GraphError) -> [Number] {
    var result = [Number](repeating: zero, count: count)
    for (number, place) in places.enumerated() {
      try context.checkDeadline()
      let left = MatrixView(
        start: place.0 * sizes.rows * sizes.depth, rowStep: sizes.depth, columnStep: 1)
      let right = MatrixView(
        start: place.1 * sizes.depth * sizes.columns, rowStep: sizes.columns, columnStep: 1)
      addMatrixProduct(
        a, left, b, right, rows: sizes.rows, depth: sizes.depth, columns: sizes.columns,
        to: &result, at: number * sizes.rows * sizes.columns, add)
    }
    return result
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let output = (try? outputTypes(inputs))?.first?.tensorType?.shape
    guard let output, let depth = inputs[0]?.tensorType?.shape?.last else { return Cost() }
    return Cost(multiplyAdds: ShapeMath.elementCount(output + [depth]) ?? .max)
  }
}

private struct MatrixSizes {
  let rows: Int
  let depth: Int
  let columns: Int
}

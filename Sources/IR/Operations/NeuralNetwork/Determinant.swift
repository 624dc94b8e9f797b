// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Determinants of square matrices, by elimination with partial pivoting.
///
/// - Inputs: `x` `[…, M, M]`, floating point.
/// - Outputs: `[…]`, same element type.
/// - Source: ONNX `Det`, opset 22.
public struct Determinant: Operation {
  public static let opType = "Det"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    try x.expectRank(2...64, "the input")
    guard let dimensions = x.dimensions else { return [.tensor(x)] }
    guard dimensions[dimensions.count - 1].isCompatible(with: dimensions[dimensions.count - 2])
    else {
      throw GraphError(.shapeMismatch, "expects square matrices, got \(x)")
    }
    return [.tensor(x.dtype, dimensions: dimensions.dropLast(2))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let side = x.shape[x.rank - 1]
    let shape = Array(x.shape.dropLast(2))
    let values = x.doubles()
    var result: [Double] = []
    for matrix in 0..<(try checkedProduct(shape)) {
      try context.checkDeadline()
      let start = matrix * side * side
      result.append(determinant(Array(values[start..<start + side * side]), side))
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  private func determinant(_ elements: [Double], _ side: Int) -> Double {
    var matrix = elements
    var result = 1.0
    for column in 0..<side {
      var pivot = column
      for row in column..<side
      where abs(matrix[row * side + column]) > abs(matrix[pivot * side + column]) {
        pivot = row
      }
      if pivot != column {
        for index in 0..<side {
          matrix.swapAt(pivot * side + index, column * side + index)
        }
        result = -result
      }
      let diagonal = matrix[column * side + column]
      result *= diagonal
      guard diagonal != 0 else { return result }
      for row in column + 1..<max(side, column + 1) {
        let factor = matrix[row * side + column] / diagonal
        for index in column..<side {
          matrix[row * side + index] -= factor * matrix[column * side + index]
        }
      }
    }
    return result
  }
}

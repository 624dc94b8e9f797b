// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// A matrix with ones on one diagonal, of the shape of its input.
///
/// - Inputs: `x` `[M, N]`, any numeric type or `bool`; only its shape and type count.
/// - Outputs: `[M, N]`, 1 where column = row + ``diagonal``, else 0.
/// - Source: ONNX `EyeLike`, opset 22.
public struct EyeLike: Operation {
  public static let opType = "EyeLike"

  /// The output's element type; nil: that of the input.
  public var dtype: ElementType?
  /// The diagonal: 0 the main one, positive above it. Default 0.
  public var diagonal: Int

  /// The operator.
  public init(dtype: ElementType? = nil, diagonal: Int = 0) {
    (self.dtype, self.diagonal) = (dtype, diagonal)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    let dtype = dtype ?? x.dtype
    guard dtype != .string else {
      throw GraphError(.typeMismatch, "a matrix of strings has no ones")
    }
    guard x.rank ?? 2 == 2 else {
      throw GraphError(.shapeMismatch, "expects a matrix, got \(x)")
    }
    return [.tensor(dtype, dimensions: x.dimensions ?? Dimension.unknowns(2))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (dtype, shape) = try actualType(inputs)
    guard ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: dtype, shape: shape))]
    }
    let (rows, columns) = (shape[0], shape[1])
    var ones: [Int] = []
    if diagonal > -rows, diagonal < columns {
      for row in max(-diagonal, 0)..<rows where row + diagonal < columns {
        ones.append(row * columns + row + diagonal)
      }
    }
    let one = Tensor(int64s: [1], dtype: dtype, shape: [])
    return [.tensor(Tensor(zeros: dtype, shape: shape).replacing(ones, with: one))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Repeats a tensor to the shape that it and the given one broadcast to.
///
/// - Inputs: `x`, any shape and type; `shape`, `int64` vector; an extent of 1 keeps that of `x`.
/// - Outputs: the broadcast tensor.
/// - Source: ONNX `Expand`, opset 13.
public struct Expand: Operation {
  public static let opType = "Expand"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    let shape = try inputs.vector(1, in: [.int64])
    guard let dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    guard let shape else {
      let rank = try inputs.vectorLength(1).map { max($0, dimensions.count) }
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(rank))]
    }
    let rank = max(shape.count, dimensions.count)
    let padded = [Dimension](repeating: .fixed(1), count: rank - dimensions.count) + dimensions
    let target = [Int](repeating: 1, count: rank - shape.count) + shape
    var result: [Dimension] = []
    for (dimension, extent) in zip(padded, target) {
      guard extent >= 0, extent == 1 || dimension.value ?? 1 == 1 || dimension.value == extent
      else {
        throw GraphError(.shapeMismatch, "cannot expand \(x) to \(shape)")
      }
      result.append(extent == 1 ? dimension : .fixed(extent))
    }
    return [.tensor(x.dtype, dimensions: result)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    if x.shape == shape { return [.tensor(x)] }
    if x.count == 1 { return [.tensor(Tensor(repeating: x, shape: shape))] }
    let added = shape.count - x.rank
    let strides = ShapeMath.strides(x.shape)
    let steps = shape.indices.map { axis in
      axis < added || x.shape[axis - added] == 1 ? 0 : strides[axis - added]
    }
    return [.tensor(x.strided(shape: shape, steps: steps))]
  }
}

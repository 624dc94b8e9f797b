// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Repeats a tensor along its axes.
///
/// - Inputs: `x`, any shape and type; `repeats`, `int64` vector: one non-negative count an axis.
/// - Outputs: the tiled tensor; each extent is that of `x` times its count.
/// - Source: ONNX `Tile`, opset 13.
public struct Tile: Operation {
  public static let opType = "Tile"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    let repeats = try inputs.vector(1, in: [.int64])
    guard let dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(try inputs.vectorLength(1)))]
    }
    guard let repeats else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(dimensions.count))]
    }
    guard repeats.count == dimensions.count, repeats.allSatisfy({ $0 >= 0 }) else {
      throw GraphError(
        .shapeMismatch, "expects \(dimensions.count) non-negative repeats for \(x), got \(repeats)")
    }
    var result: [Dimension] = []
    for (dimension, count) in zip(dimensions, repeats) {
      result.append(try Dimension.product([dimension, .fixed(count)]))
    }
    return [.tensor(x.dtype, dimensions: result)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    guard ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: x.dtype, shape: shape))]
    }
    if x.count == 1 { return [.tensor(Tensor(repeating: x, shape: shape))] }
    // From the last axis on, so that what is repeated is one block.
    var tiled = x
    for axis in shape.indices.reversed() {
      tiled = tiled.repeated(shape[axis] / x.shape[axis], along: axis)
    }
    return [.tensor(tiled)]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The coordinates of the elements that are not 0.
///
/// - Inputs: `x`, any shape, a numeric type or `bool`.
/// - Outputs: `int64` `[rank, M]`, column by column in row-major order of `x`.
/// - Source: ONNX `NonZero`, opset 13.
public struct NonZero: Operation {
  public static let opType = "NonZero"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.all.subtracting([.string]))
    return [.tensor(.int64, dimensions: [x.rank.map(Dimension.fixed) ?? .unknown, .unknown])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let positions: [Int]
    if x.dtype.isFloatingPoint {
      let values = x.doubles()
      positions = values.indices.filter { values[$0] != 0 }
    } else {
      let values = x.int64s()
      positions = values.indices.filter { values[$0] != 0 }
    }
    let shape = [x.rank, positions.count]
    try context.limits.check(.int64, shape)
    var coordinates: [Int64] = []
    for (stride, extent) in zip(ShapeMath.strides(x.shape), x.shape) {
      coordinates += positions.map { Int64($0 / stride % max(extent, 1)) }
    }
    return [.tensor(Tensor(coordinates, shape: shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Writes single elements along one axis: `y[indices[i, j], j] = updates[i, j]` for axis 0.
///
/// - Inputs: `x`, any shape and type; `indices`, `int32` or `int64`, of the rank of `x`, each in
///   -extent ..< extent; `updates`, shape of `indices`, type of `x`.
/// - Outputs: `x` with the updates.
/// - Source: ONNX `ScatterElements`, opset 18.
public struct ScatterElements: Operation {
  public static let opType = "ScatterElements"

  /// The axis, in -rank ..< rank. Default 0.
  public var axis: Int
  /// How an update and an element are combined. Default: the update replaces it.
  public var reduction: ScatterReduction

  /// The operator.
  public init(axis: Int = 0, reduction: ScatterReduction = .none) {
    (self.axis, self.reduction) = (axis, reduction)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let x = try inputs.tensor(0)
    let indices = try inputs.tensor(1, in: ElementTypes.indices)
    let updates = try inputs.tensor(2, in: [x.dtype])
    try reduction.check(x.dtype)
    try ElementPositions.check(x, indices, axis: axis)
    guard TensorType(x.dtype, dimensions: indices.dimensions).isCompatible(with: updates) else {
      throw GraphError(.shapeMismatch, "updates \(updates) do not have the shape of \(indices)")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let positions = try ElementPositions.along(axis: axis, of: x.shape, try inputs.tensor(1))
    return [.tensor(reduction.apply(try inputs.tensor(2), to: x, at: positions))]
  }
}

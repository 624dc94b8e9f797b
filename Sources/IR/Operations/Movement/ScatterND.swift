// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Writes slices where tuples of indices point.
///
/// - Inputs: `x`, any type; `indices`, `int64` `[…, K]`: tuples into the first K axes of `x`;
///   `updates`, type of `x`, shape of `indices` without the last axis, then the axes of `x` behind
///   those indexed.
/// - Outputs: `x` with the updates.
/// - Source: ONNX `ScatterND`, opset 18.
public struct ScatterND: Operation {
  public static let opType = "ScatterND"

  /// How an update and an element are combined. Default: the update replaces it.
  public var reduction: ScatterReduction

  /// The operator.
  public init(reduction: ScatterReduction = .none) { self.reduction = reduction }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let x = try inputs.tensor(0)
    let indices = try inputs.tensor(1, in: [.int64])
    let updates = try inputs.tensor(2, in: [x.dtype])
    try reduction.check(x.dtype)
    guard let dimensions = x.dimensions, let tuples = indices.dimensions else {
      return [.tensor(x)]
    }
    guard let last = tuples.last else {
      throw GraphError(.shapeMismatch, "indices must have at least one axis, got a scalar")
    }
    guard let width = last.value else { return [.tensor(x)] }
    guard width >= 1, width <= dimensions.count else {
      throw GraphError(.shapeMismatch, "tuples of \(width) indices do not fit \(x)")
    }
    let expected = TensorType(
      x.dtype, dimensions: tuples.dropLast() + dimensions[width...])
    guard expected.isCompatible(with: updates) else {
      throw GraphError(.shapeMismatch, "expects updates \(expected), got \(updates)")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, indices, updates) = (
      try inputs.tensor(0), try inputs.tensor(1), try inputs.tensor(2)
    )
    let starts = try ElementPositions.slices(of: x.shape, indices)
    guard updates.count > 0, let width = indices.shape.last else { return [.tensor(x)] }
    let size = ShapeMath.elementCount(x.shape[width...]) ?? 0
    let positions = starts.flatMap { $0..<($0 + size) }
    return [.tensor(reduction.apply(updates, to: x, at: positions))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Takes single elements along one axis: `y[i, j] = x[indices[i, j], j]` for axis 0.
///
/// - Inputs: `x`, any shape and type; `indices`, `int32` or `int64`, of the rank of `x`, extents off
///   the axis at most those of `x`, each index in -extent ..< extent.
/// - Outputs: the elements, shape of `indices`.
/// - Source: ONNX `GatherElements`, opset 13.
public struct GatherElements: Operation {
  public static let opType = "GatherElements"

  /// The axis, in -rank ..< rank. Default 0.
  public var axis: Int

  /// The operator.
  public init(axis: Int = 0) { self.axis = axis }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    let indices = try inputs.tensor(1, in: ElementTypes.indices)
    try ElementPositions.check(x, indices, axis: axis)
    return [.tensor(x.dtype, dimensions: indices.dimensions ?? Dimension.unknowns(x.rank))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, indices) = (try inputs.tensor(0), try inputs.tensor(1))
    let positions = try ElementPositions.along(axis: axis, of: x.shape, indices)
    return [.tensor(x.picking(positions, shape: indices.shape))]
  }
}

/// Positions of elements that a tensor of indices points at.
enum ElementPositions {
  /// Checks that `indices` can point along `axis` of `x`, as in `GatherElements`.
  static func check(
    _ x: TensorType, _ indices: TensorType, axis: Int
  ) throws(GraphError) {
    guard let dimensions = x.dimensions else { return }
    let axis = try Axis.normalized(axis, rank: dimensions.count)
    guard let others = indices.dimensions else { return }
    guard others.count == dimensions.count else {
      throw GraphError(
        .shapeMismatch, "expects indices of rank \(dimensions.count) for \(x), got \(indices)")
    }
    for (other, pair) in zip(dimensions, others).enumerated() where other != axis {
      guard let extent = pair.0.value, let count = pair.1.value, count > extent else { continue }
      throw GraphError(
        .shapeMismatch, "indices \(indices) are longer than \(x) on axis \(other)")
    }
  }

  /// Where in a tensor of `shape` each index along `axis` points, row-major.
  ///
  /// - Throws: `indexOutOfRange`.
  static func along(
    axis: Int, of shape: [Int], _ indices: Tensor
  ) throws(GraphError) -> [Int] {
    let axis = try Axis.normalized(axis, rank: shape.count)
    let strides = ShapeMath.strides(shape)
    var steps = strides
    steps[axis] = 0
    var positions = ShapeMath.stridedIndices(shape: indices.shape, steps: steps)
    for (position, index) in indices.int64s().enumerated() {
      positions[position] += try Axis.index(Int(index), extent: shape[axis]) * strides[axis]
    }
    return positions
  }

  /// Where in a tensor of `shape` the slices start that index tuples point at.
  ///
  /// - Parameters:
  ///   - indices: `[…, K]`, tuples of indices into the axes behind the batch axes.
  ///   - batchAxes: Leading axes that both tensors share.
  /// - Throws: `indexOutOfRange`.
  static func slices(
    of shape: [Int], _ indices: Tensor, batchAxes: Int = 0
  ) throws(GraphError) -> [Int] {
    guard let width = indices.shape.last, width > 0, indices.count > 0 else { return [] }
    let strides = ShapeMath.strides(shape)
    let values = indices.int64s()
    let tuples = values.count / width
    let batches = ShapeMath.elementCount(shape[..<batchAxes]) ?? 1
    let tuplesPerBatch = max(tuples / max(batches, 1), 1)
    let batchStride = ShapeMath.elementCount(shape[batchAxes...]) ?? 0
    var starts: [Int] = []
    starts.reserveCapacity(tuples)
    for tuple in 0..<tuples {
      var start = tuple / tuplesPerBatch * batchStride
      for component in 0..<width {
        let axis = batchAxes + component
        let index = try Axis.index(Int(values[tuple * width + component]), extent: shape[axis])
        start += index * strides[axis]
      }
      starts.append(start)
    }
    return starts
  }
}

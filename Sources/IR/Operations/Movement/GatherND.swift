// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Takes the slices that tuples of indices point at.
///
/// - Inputs: `x`, any type; `indices`, `int64` `[…, K]`: tuples into the K axes of `x` behind the
///   batch axes, which both share.
/// - Outputs: the slices, shape of `indices` without the last axis, then the axes of `x` behind
///   those indexed.
/// - Source: ONNX `GatherND`, opset 13.
public struct GatherND: Operation {
  public static let opType = "GatherND"

  /// Leading axes that both inputs share; less than both ranks. Default 0.
  public var batchAxes: Int

  /// The operator.
  public init(batchAxes: Int = 0) { self.batchAxes = batchAxes }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    let indices = try inputs.tensor(1, in: [.int64])
    guard batchAxes >= 0 else {
      throw GraphError(.invalidAttribute, "batch_dims is \(batchAxes), expected at least 0")
    }
    guard let dimensions = x.dimensions, let others = indices.dimensions, let last = others.last
    else {
      if indices.rank == 0 {
        throw GraphError(.shapeMismatch, "indices must have at least one axis, got a scalar")
      }
      return [.tensor(x.dtype, dimensions: nil)]
    }
    guard batchAxes < dimensions.count, batchAxes < others.count else {
      throw GraphError(
        .shapeMismatch, "\(batchAxes) batch axes are too many for \(x) and \(indices)")
    }
    var result: [Dimension] = []
    for axis in 0..<batchAxes {
      result.append(try Dimension.equal(dimensions[axis], others[axis], axis: axis))
    }
    result += others[batchAxes..<(others.count - 1)]
    guard let width = last.value else { return [.tensor(x.dtype, dimensions: nil)] }
    guard width >= 1, width <= dimensions.count - batchAxes else {
      throw GraphError(
        .shapeMismatch, "tuples of \(width) indices do not fit \(x) with \(batchAxes) batch axes")
    }
    return [.tensor(x.dtype, dimensions: result + dimensions[(batchAxes + width)...])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, indices) = (try inputs.tensor(0), try inputs.tensor(1))
    let shape = try actualType(inputs).shape
    let starts = try ElementPositions.slices(of: x.shape, indices, batchAxes: batchAxes)
    guard let width = indices.shape.last, ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: x.dtype, shape: shape))]
    }
    let size = ShapeMath.elementCount(x.shape[(batchAxes + width)...]) ?? 0
    let runs = starts.map { ElementRun(source: 0, start: $0, count: size) }
    return [.tensor(Tensor.joining(runs, of: [x], dtype: x.dtype, shape: shape))]
  }
}

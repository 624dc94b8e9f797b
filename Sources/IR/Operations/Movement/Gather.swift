// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Takes slices of one axis in the order of a tensor of indices.
///
/// - Inputs: `x`, any shape and type; `indices`, `int32` or `int64`, any shape, each in
///   -extent ..< extent.
/// - Outputs: `x` with the axis replaced by the axes of `indices`.
/// - Source: ONNX `Gather`, opset 13.
public struct Gather: Operation {
  public static let opType = "Gather"

  /// The axis, in -rank ..< rank. Default 0.
  public var axis: Int

  /// The operator.
  public init(axis: Int = 0) { self.axis = axis }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    let indices = try inputs.tensor(1, in: ElementTypes.indices)
    guard let dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    let axis = try Axis.normalized(axis, rank: dimensions.count)
    guard let inserted = indices.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    let result = dimensions[..<axis] + inserted + dimensions[(axis + 1)...]
    return [.tensor(x.dtype, dimensions: Array(result))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let axis = try Axis.normalized(axis, rank: x.rank)
    let extent = x.shape[axis]
    var indices: [Int] = []
    for index in try inputs.integers(1) ?? [] {
      indices.append(try Axis.index(index, extent: extent))
    }
    let shape = try actualType(inputs).shape
    guard ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: x.dtype, shape: shape))]
    }
    let outer = ShapeMath.elementCount(x.shape[..<axis]) ?? 0
    let inner = ShapeMath.elementCount(x.shape[(axis + 1)...]) ?? 0
    if inner == 1 {
      let picked = (0..<outer).flatMap { row in indices.map { row * extent + $0 } }
      return [.tensor(x.picking(picked, shape: shape))]
    }
    let runs = (0..<outer).flatMap { row in
      indices.map { ElementRun(source: 0, start: (row * extent + $0) * inner, count: inner) }
    }
    return [.tensor(Tensor.joining(runs, of: [x], dtype: x.dtype, shape: shape))]
  }
}

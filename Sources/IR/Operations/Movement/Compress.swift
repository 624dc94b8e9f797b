// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Keeps the slices of an axis, or the elements, where a condition holds.
///
/// - Inputs: `x`, any shape and type; `condition`, `bool` vector, at most as long as the axis; what
///   it does not reach is dropped.
/// - Outputs: the kept slices; a vector of elements when there is no axis.
/// - Source: ONNX `Compress`, opset 11.
public struct Compress: Operation {
  public static let opType = "Compress"

  /// The axis, in -rank ..< rank; nil: `x` as a flat vector.
  public var axis: Int?

  /// The operator.
  public init(axis: Int? = nil) { self.axis = axis }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    _ = try inputs.tensor(1, in: ElementTypes.bool)
    _ = try inputs.vectorLength(1)
    let kept = inputs.constant(1).map { $0.int64s().count { $0 != 0 } }
    let extent = kept.map(Dimension.fixed) ?? .unknown
    guard let axis else { return [.tensor(x.dtype, dimensions: [extent])] }
    guard var dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    dimensions[try Axis.normalized(axis, rank: dimensions.count)] = extent
    return [.tensor(x.dtype, dimensions: dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let condition = try inputs.tensor(1).int64s()
    let kept = condition.indices.filter { condition[$0] != 0 }
    let axis = try axis.map { axis throws(GraphError) in
      try Axis.normalized(axis, rank: x.rank)
    }
    let extent = axis.map { x.shape[$0] } ?? x.count
    guard kept.allSatisfy({ $0 < extent }) else {
      throw GraphError(
        .indexOutOfRange, "the condition keeps index \(kept.last ?? 0) of an axis of \(extent)")
    }
    guard let axis else { return [.tensor(x.picking(kept, shape: [kept.count]))] }
    let shape = try actualType(inputs).shape
    guard ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: x.dtype, shape: shape))]
    }
    let tables = x.shape.enumerated().map { $0 == axis ? kept : Array(0..<$1) }
    return [.tensor(x.gathered(tables))]
  }
}

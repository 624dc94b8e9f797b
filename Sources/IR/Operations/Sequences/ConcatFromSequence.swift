// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Joins the tensors of a sequence along an axis of theirs, or along a new one.
///
/// - Inputs: `sequence` of at least one tensor; their extents agree off the axis, or everywhere
///   when the axis is new.
/// - Outputs: the joined tensor.
/// - Source: ONNX `ConcatFromSequence`, opset 11.
public struct ConcatFromSequence: Operation {
  public static let opType = "ConcatFromSequence"

  /// The axis, in -r ..< r, r the output's rank.
  public var axis: Int
  /// Whether the axis is a new one. Default false.
  public var isNewAxis: Bool

  /// The operator.
  public init(axis: Int, isNewAxis: Bool = false) {
    (self.axis, self.isNewAxis) = (axis, isNewAxis)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    return [.tensor(try inputs.sequence(0), dimensions: nil)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var tensors = try inputs.sequence(0).tensors
    guard !tensors.isEmpty else {
      throw GraphError(.shapeMismatch, "the sequence to join is empty")
    }
    if isNewAxis {
      for (index, tensor) in tensors.enumerated() {
        var shape = tensor.shape
        shape.insert(1, at: try Axis.normalized(axis, rank: shape.count + 1))
        tensors[index] = tensor.reshaped(to: shape)
      }
    }
    let type = try Concat.joinedType(
      tensors.map { TensorType($0.dtype, $0.shape) }, axis: axis)
    try context.limits.check(type.dtype, type.shape ?? [])
    return [.tensor(try Concat.join(tensors, axis: axis))]
  }
}

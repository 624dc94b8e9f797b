// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Cuts a tensor along one axis into a sequence.
///
/// - Inputs: `x`, any shape and type; `sizes` (optional), `int32` or `int64`: a scalar is the extent
///   of each part but the last, which may be smaller; a vector holds all extents. Without it each
///   part has extent 1.
/// - Outputs: the sequence of parts.
/// - Source: ONNX `SplitToSequence`, opset 11.
public struct SplitToSequence: Operation {
  public static let opType = "SplitToSequence"

  /// The axis, in -rank ..< rank. Default 0.
  public var axis: Int
  /// Whether parts keep the axis where no sizes are given. Default true.
  public var keepsAxis: Bool

  /// The operator.
  public init(axis: Int = 0, keepsAxis: Bool = true) {
    (self.axis, self.keepsAxis) = (axis, keepsAxis)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...2)
    let x = try inputs.tensor(0)
    if let rank = x.rank { _ = try Axis.normalized(axis, rank: rank) }
    if let sizes = try inputs.optionalTensor(1, in: ElementTypes.indices), sizes.rank ?? 0 > 1 {
      throw GraphError(.shapeMismatch, "sizes must be a scalar or a vector, got \(sizes)")
    }
    return [.sequence(of: x.dtype)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let axis = try Axis.normalized(axis, rank: x.rank)
    let sizes = try sizes(inputs, extent: x.shape[axis], context)
    var parts = Split.parts(of: x, axis: axis, sizes: sizes)
    if !inputs.has(1), !keepsAxis {
      parts = parts.map { part in
        var shape = part.shape
        shape.remove(at: axis)
        return part.reshaped(to: shape)
      }
    }
    return [.sequence(x.dtype, parts)]
  }

  private func sizes(
    _ inputs: Operands, extent: Int, _ context: EvaluationContext
  ) throws(GraphError) -> [Int] {
    let given = try inputs.integers(1) ?? [1]
    if let tensor = try inputs.optionalTensor(1), tensor.rank == 1 {
      guard Split.sum(given) == extent else {
        throw GraphError(
          .shapeMismatch, "sizes \(given) do not add up to the extent \(extent)")
      }
      return given
    }
    guard let size = given.first, size > 0 else {
      throw GraphError(.shapeMismatch, "the size of parts is \(given.first ?? 0), expected above 0")
    }
    let count = extent / size + (extent % size == 0 ? 0 : 1)
    try context.checkMemberCount(count)
    return (0..<count).map { min(size, extent - $0 * size) }
  }
}

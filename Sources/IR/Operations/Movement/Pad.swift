// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Adds elements before and behind each axis, or takes them away where a pad is negative.
///
/// - Inputs: `x`, any shape and type; `pads`, `int64` `[2 A]`: first all begins, then all ends;
///   `value` (optional), one element of the type of `x`, default 0; `axes` (optional), `int32` or
///   `int64` `[A]`, default all.
/// - Outputs: `y`, whose extents are those of `x` plus both pads. Negative pads crop before the
///   other ones repeat what is left.
/// - Source: ONNX `Pad`, opset 21.
public struct Pad: Operation {
  public static let opType = "Pad"

  /// What the added elements are.
  public enum Mode: String, CaseIterable, Sendable {
    /// The given value.
    case constant
    /// The mirror image, without repeating the border.
    case reflect
    /// The border.
    case edge
    /// The other end, as if the tensor were periodic.
    case wrap
  }

  /// What the added elements are. Default: a constant.
  public var mode: Mode

  /// The operator.
  public init(mode: Mode = .constant) { self.mode = mode }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...4)
    let x = try inputs.tensor(0)
    _ = try inputs.scalar(2, in: [x.dtype])
    let pads = try inputs.vector(1, in: [.int64])
    let axes = try inputs.vector(3)
    guard let dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    let rank = dimensions.count
    guard !inputs.has(3) || axes != nil else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(rank))]
    }
    let padded =
      try axes.map { axes throws(GraphError) in
        try Axis.normalized(axes, rank: rank)
      } ?? Array(0..<rank)
    guard let pads else {
      let result = dimensions.indices.map { padded.contains($0) ? .unknown : dimensions[$0] }
      return [.tensor(x.dtype, dimensions: result)]
    }
    guard pads.count == 2 * padded.count else {
      throw GraphError(
        .shapeMismatch, "expects \(2 * padded.count) pads for \(padded.count) axes, got \(pads)")
    }
    var result = dimensions
    for (position, axis) in padded.enumerated() {
      result[axis] = try paddedExtent(
        dimensions[axis], before: pads[position], after: pads[padded.count + position])
    }
    return [.tensor(x.dtype, dimensions: result)]
  }

  private func paddedExtent(
    _ dimension: Dimension, before: Int, after: Int
  ) throws(GraphError) -> Dimension {
    if before == 0, after == 0 { return dimension }
    guard let extent = dimension.value else { return .unknown }
    let (first, overflow) = extent.addingReportingOverflow(before)
    let (sum, overflows) = first.addingReportingOverflow(after)
    guard !overflow, !overflows else {
      throw GraphError(.limitExceeded, "extent \(extent) with pads \(before), \(after) overflows")
    }
    let kept = extent.addingReportingOverflow(min(before, 0))
    let rest = kept.partialValue.addingReportingOverflow(min(after, 0))
    guard !kept.overflow, !rest.overflow, rest.partialValue >= 0 else {
      throw GraphError(
        .shapeMismatch, "pads \(before), \(after) take more than the extent \(extent) away")
    }
    guard rest.partialValue > 0 || mode == .constant || sum == 0 else {
      throw GraphError(.shapeMismatch, "mode \(mode.rawValue) cannot fill an axis that is empty")
    }
    return .fixed(sum)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    guard ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: x.dtype, shape: shape))]
    }
    let pads = try inputs.integers(1) ?? []
    let axes = try Axis.normalized(
      try inputs.integers(3) ?? Array(x.shape.indices), rank: x.rank)
    var tables: [[Int]] = []
    for (axis, extent) in x.shape.enumerated() {
      guard let position = axes.firstIndex(of: axis) else {
        tables.append(Array(0..<extent))
        continue
      }
      tables.append(
        table(extent: extent, before: pads[position], after: pads[axes.count + position]))
    }
    return [.tensor(x.gathered(tables, fill: try inputs.optionalTensor(2)))]
  }

  /// The input index of each output index, -1 where the constant goes.
  package func table(extent: Int, before: Int, after: Int) -> [Int] {
    let start = max(-before, 0)
    let length = extent - start - max(-after, 0)
    let begin = -max(before, 0)
    let period = max(2 * (length - 1), 1)
    return (begin..<(length + max(after, 0))).map { index in
      if (0..<length).contains(index) { return start + index }
      switch mode {
      case .constant: return -1
      case .edge: return start + min(max(index, 0), length - 1)
      case .wrap: return start + ((index % length) + length) % length
      case .reflect:
        let phase = ((index % period) + period) % period
        return start + min(phase, period - phase) % length
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Takes every n-th element of a range of each axis.
///
/// - Inputs: `x`, any shape and type; `starts`, `ends`, integer vectors of one length A, counted
///   from the end when negative, clamped to the axis; `axes` (optional), A distinct axes, default
///   the first A; `steps` (optional), not 0, negative ones walk backwards, default 1.
/// - Outputs: the part of `x`.
/// - Source: ONNX `Slice`, opset 13.
public struct Slice: Operation {
  public static let opType = "Slice"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...5)
    let x = try inputs.tensor(0)
    let starts = try inputs.vector(1)
    let ends = try inputs.vector(2)
    let axes = try inputs.vector(3)
    let steps = try inputs.vector(4)
    if let steps, steps.contains(0) {
      throw GraphError(.invalidAttribute, "steps \(steps) hold a 0")
    }
    var count: Int?
    for index in 1..<inputs.count where inputs.has(index) {
      guard let length = try inputs.vectorLength(index) else { continue }
      guard count == nil || count == length else {
        throw GraphError(.shapeMismatch, "starts, ends, axes and steps differ in length")
      }
      count = length
    }
    guard var dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    let rank = dimensions.count
    guard !inputs.has(3) || axes != nil, let count else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(rank))]
    }
    guard count <= rank else {
      throw GraphError(.shapeMismatch, "slices \(count) axes of the input \(x)")
    }
    let sliced = try Axis.normalized(axes ?? Array(0..<count), rank: rank)
    for (position, axis) in sliced.enumerated() {
      guard let starts, let ends, !inputs.has(4) || steps != nil else {
        dimensions[axis] = .unknown
        continue
      }
      let range = (starts[position], ends[position], steps?[position] ?? 1)
      dimensions[axis] = Self.extent(dimensions[axis], range)
    }
    return [.tensor(x.dtype, dimensions: dimensions)]
  }

  private static func extent(
    _ dimension: Dimension, _ range: (start: Int, end: Int, step: Int)
  ) -> Dimension {
    guard let extent = dimension.value else {
      let isWhole = range.start == 0 && range.end >= Int(Int32.max) && range.step == 1
      return isWhole ? dimension : .unknown
    }
    return .fixed(resolve(range, extent: extent).count)
  }

  /// First index and number of indices of a range of an axis.
  package static func resolve(
    _ range: (start: Int, end: Int, step: Int), extent: Int
  ) -> (first: Int, count: Int) {
    func clamped(_ index: Int, _ low: Int, _ high: Int) -> Int {
      min(max(index < 0 ? index + extent : index, low), high)
    }
    guard extent > 0 else { return (0, 0) }
    if range.step > 0 {
      let first = clamped(range.start, 0, extent)
      let last = clamped(range.end, 0, extent)
      return (first, last <= first ? 0 : 1 + (last - first - 1) / range.step)
    }
    let first = clamped(range.start, 0, extent - 1)
    let last = clamped(range.end, -1, extent - 1)
    // The magnitude of Int.min does not fit; no axis is that long.
    let step = -max(range.step, -Int.max)
    return (first, last >= first ? 0 : 1 + (first - last - 1) / step)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    guard ShapeMath.elementCount(shape) != 0 else {
      return [.tensor(Tensor(zeros: x.dtype, shape: shape))]
    }
    let (starts, ends) = (try inputs.integers(1) ?? [], try inputs.integers(2) ?? [])
    let axes = try Axis.normalized(
      try inputs.integers(3) ?? Array(starts.indices), rank: x.rank)
    let steps = try inputs.integers(4) ?? starts.map { _ in 1 }
    var tables: [[Int]] = []
    for (axis, extent) in x.shape.enumerated() {
      guard let position = axes.firstIndex(of: axis) else {
        tables.append(Array(0..<extent))
        continue
      }
      let range = (starts[position], ends[position], steps[position])
      let (first, count) = Self.resolve(range, extent: extent)
      tables.append((0..<count).map { first + $0 * range.2 })
    }
    return [.tensor(x.gathered(tables))]
  }
}

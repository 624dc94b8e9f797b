// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Writes a run of positions into a cache, at an offset for each batch entry.
///
/// - Inputs: `cache` `[B, …, S, …]`, any type; `update`, the same with L ≤ S positions on the axis;
///   `start` (optional), `int64` `[B]`: the first position to write, default 0.
/// - Outputs: the cache with the update.
/// - Source: ONNX `TensorScatter`, opset 24.
public struct TensorScatter: Operation {
  public static let opType = "TensorScatter"

  /// What happens at the end of the axis.
  public enum Mode: String, CaseIterable, Sendable {
    /// Writing behind the end is an error.
    case linear
    /// Writing goes on at the beginning.
    case circular
  }

  /// The axis of positions, in -rank ..< rank and not 0. Default -2.
  public var axis: Int
  /// What happens at the end of the axis. Default: an error.
  public var mode: Mode

  /// The operator.
  public init(axis: Int = -2, mode: Mode = .linear) { (self.axis, self.mode) = (axis, mode) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let cache = try inputs.tensor(0)
    let update = try inputs.tensor(1, in: [cache.dtype])
    _ = try inputs.vector(2, in: [.int64])
    guard let dimensions = cache.dimensions else { return [.tensor(cache)] }
    let axis = try Axis.normalized(axis, rank: dimensions.count)
    guard axis != 0 else {
      throw GraphError(.invalidAttribute, "the axis of positions cannot be that of the batch")
    }
    guard let others = update.dimensions else { return [.tensor(cache)] }
    let fits =
      others.count == dimensions.count
      && others.indices.allSatisfy { $0 == axis || others[$0].isCompatible(with: dimensions[$0]) }
      && (others[axis].value ?? 0 <= dimensions[axis].value ?? Int.max)
    guard fits else {
      throw GraphError(.shapeMismatch, "the update \(update) does not fit the cache \(cache)")
    }
    if let count = inputs.has(2) ? try inputs.vectorLength(2) : nil,
      !dimensions[0].isCompatible(with: .fixed(count))
    {
      throw GraphError(.shapeMismatch, "has \(count) offsets for a batch of \(dimensions[0])")
    }
    return [.tensor(cache)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (cache, update) = (try inputs.tensor(0), try inputs.tensor(1))
    guard update.count > 0 else { return [.tensor(cache)] }
    let axis = try Axis.normalized(axis, rank: cache.rank)
    let starts = try inputs.integers(2) ?? [Int](repeating: 0, count: cache.shape[0])
    let (extent, length) = (cache.shape[axis], update.shape[axis])
    for start in starts {
      guard start >= 0, start < extent, mode == .circular || start <= extent - length else {
        throw GraphError(
          .indexOutOfRange, "position \(start) + \(length) is outside an axis of \(extent)")
      }
    }
    let inner = ShapeMath.elementCount(update.shape[(axis + 1)...]) ?? 1
    let rows = update.count / (length * inner)
    var positions: [Int] = []
    for row in 0..<rows {
      let start = starts[row / (rows / starts.count)]
      for step in 0..<length {
        let base = (row * extent + (start + step) % extent) * inner
        positions += base..<(base + inner)
      }
    }
    return [.tensor(ScatterReduction.none.apply(update, to: cache, at: positions))]
  }
}

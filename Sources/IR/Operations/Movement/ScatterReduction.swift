// SPDX-License-Identifier: Apache-2.0
import Tensors

/// What happens where an update meets an element.
///
/// - Source: ONNX `ScatterElements` and `ScatterND`, opset 18.
public enum ScatterReduction: String, CaseIterable, Sendable {
  /// The update replaces it; the last one wins.
  case none
  /// They are added.
  case add
  /// They are multiplied.
  case mul
  /// The greater one stays; NaN wins.
  case max
  /// The smaller one stays; NaN wins.
  case min

  /// Checks that the element type has this reduction.
  func check(_ dtype: ElementType) throws(GraphError) {
    guard self == .none || ElementTypes.numeric.contains(dtype) else {
      throw GraphError(.typeMismatch, "reduction \(rawValue) does not exist for \(dtype)")
    }
  }

  /// `x` with the elements of `updates` put to or combined with those at `positions`.
  ///
  /// - Precondition: as many positions as updates, each below the count of `x`.
  func apply(_ updates: Tensor, to x: Tensor, at positions: [Int]) -> Tensor {
    if self == .none {
      var sources = Array(0..<x.count)
      for (update, position) in positions.enumerated() { sources[position] = x.count + update }
      let runs = [
        ElementRun(source: 0, start: 0, count: x.count),
        ElementRun(source: 1, start: 0, count: updates.count),
      ]
      let both = Tensor.joining(
        runs, of: [x, updates], dtype: x.dtype, shape: [x.count + updates.count])
      return both.picking(sources, shape: x.shape)
    }
    if x.dtype.isFloatingPoint {
      var values = x.doubles()
      for (position, update) in zip(positions, updates.doubles()) {
        values[position] = combined(values[position], update)
      }
      return Tensor(doubles: values, dtype: x.dtype, shape: x.shape)
    }
    var values = x.int64s()
    for (position, update) in zip(positions, updates.int64s()) {
      values[position] = combined(values[position], update, unsigned: x.dtype == .uint64)
    }
    return Tensor(int64s: values, dtype: x.dtype, shape: x.shape)
  }

  private func combined(_ old: Double, _ new: Double) -> Double {
    switch self {
    case .none: new
    case .add: old + new
    case .mul: old * new
    case .max: old.isNaN || new.isNaN ? .nan : Swift.max(old, new)
    case .min: old.isNaN || new.isNaN ? .nan : Swift.min(old, new)
    }
  }

  private func combined(_ old: Int64, _ new: Int64, unsigned: Bool) -> Int64 {
    let isGreater = unsigned ? UInt64(bitPattern: new) > UInt64(bitPattern: old) : new > old
    return switch self {
    case .none: new
    case .add: old &+ new
    case .mul: old &* new
    case .max: isGreater ? new : old
    case .min: isGreater ? old : new
    }
  }
}

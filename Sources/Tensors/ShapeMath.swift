// SPDX-License-Identifier: Apache-2.0

/// Arithmetic on shapes that reports overflow instead of trapping.
///
/// Sizes that come from a file go through here before anything is allocated.
public enum ShapeMath {
  /// Product of `dimensions`, or nil when one is negative or the product overflows.
  ///
  /// The partial products are checked too, so `[2^40, 2^40, 0]` is nil, not 0.
  public static func elementCount(_ dimensions: some Sequence<Int>) -> Int? {
    var count = 1
    var isEmpty = false
    for dimension in dimensions {
      guard dimension >= 0 else { return nil }
      if dimension == 0 {
        isEmpty = true
        continue
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard !overflow else { return nil }
      count = product
    }
    return isEmpty ? 0 : count
  }

  /// Bytes of a dense tensor, or nil on overflow. A string element counts 16 bytes.
  public static func byteCount(of dtype: ElementType, shape: some Sequence<Int>) -> Int? {
    guard let count = elementCount(shape) else { return nil }
    return byteCount(of: dtype, elements: count)
  }

  /// Bytes of `elements` densely packed elements, or nil on overflow.
  public static func byteCount(of dtype: ElementType, elements: Int) -> Int? {
    let bits = dtype == .string ? 128 : dtype.bitWidth
    let (total, overflow) = elements.multipliedReportingOverflow(by: bits)
    guard !overflow, total <= Int.max - 7 else { return nil }
    return (total + 7) / 8
  }

  /// The sum of two counts that are not negative; the largest number where it overflows.
  public static func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }

  /// Row-major strides, in elements, of a shape whose element count does not overflow.
  public static func strides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in stride(from: shape.count - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * max(shape[axis + 1], 1)
    }
    return strides
  }

  /// The common shape that `shapes` broadcast to, or nil when two extents disagree.
  ///
  /// - Source: ONNX "multidirectional broadcasting" (NumPy's rule).
  public static func broadcast(_ shapes: [[Int]]) -> [Int]? {
    let rank = shapes.map(\.count).max() ?? 0
    var result = [Int](repeating: 1, count: rank)
    for shape in shapes {
      let offset = rank - shape.count
      for (axis, extent) in shape.enumerated() where extent != 1 {
        guard result[offset + axis] == 1 || result[offset + axis] == extent else { return nil }
        result[offset + axis] = extent
      }
    }
    return result
  }

  /// For each element of `target`, row-major, the element of `source` that broadcasting puts there.
  ///
  /// - Precondition: `source` broadcasts to `target`.
  /// - Complexity: O(elements of `target`).
  public static func broadcastIndices(from source: [Int], to target: [Int]) -> [Int] {
    let offset = target.count - source.count
    let sourceStrides = strides(source)
    let steps = target.indices.map { axis in
      axis < offset || source[axis - offset] == 1 ? 0 : sourceStrides[axis - offset]
    }
    return stridedIndices(shape: target, steps: steps)
  }

  /// Offsets `start + Σ index[axis] * steps[axis]` of every position of `shape`, row-major.
  ///
  /// The reference form of transpose, slice, broadcast and every other strided view.
  public static func stridedIndices(shape: [Int], steps: [Int], start: Int = 0) -> [Int] {
    guard let count = elementCount(shape), count > 0 else { return [] }
    var result = [start]
    result.reserveCapacity(count)
    for (extent, step) in zip(shape, steps) {
      let outer = result
      result = []
      result.reserveCapacity(outer.count * extent)
      for base in outer {
        for index in 0..<extent { result.append(base + index * step) }
      }
    }
    return result
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// Consecutive elements of one of several tensors.
struct ElementRun {
  /// Which tensor.
  let source: Int
  /// The first element.
  let start: Int
  /// Number of elements.
  let count: Int
}

extension Tensor {
  /// A tensor put together from runs of elements of `sources`, one after the other.
  ///
  /// The fast form of all moves that keep inner axes whole: concatenation, splits, gathers.
  ///
  /// - Precondition: the runs lie within their sources, which are all of type `dtype`; their counts
  ///   add up to the product of `shape`.
  static func joining(
    _ runs: [ElementRun], of sources: [Tensor], dtype: ElementType, shape: [Int]
  ) -> Tensor {
    if dtype == .string {
      var strings: [String] = []
      for run in runs {
        strings += sources[run.source].strings[run.start..<run.start + run.count]
      }
      return Tensor(strings: strings, shape: shape)
    }
    if dtype.bitWidth == 4 {
      let values = sources.map { $0.int64s() }
      var joined: [Int64] = []
      for run in runs { joined += values[run.source][run.start..<run.start + run.count] }
      return Tensor(int64s: joined, dtype: dtype, shape: shape)
    }
    let width = dtype.bitWidth / 8
    return Tensor(uninitialized: dtype, shape: shape) { target in
      var position = 0
      for run in runs where run.count > 0 {
        let size = run.count * width
        sources[run.source].withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(rebasing: target[position..<position + size]).copyMemory(
            from: UnsafeRawBufferPointer(
              rebasing: source[run.start * width..<run.start * width + size]))
        }
        position += size
      }
      precondition(position == target.count, "\(position) bytes for \(dtype) \(shape)")
    }
  }

  /// A tensor whose every element is the one of `element`.
  ///
  /// - Precondition: `element` has one element; the byte count of `shape` does not overflow.
  init(repeating element: Tensor, shape: [Int]) {
    let dtype = element.dtype
    if dtype == .string {
      let count = ShapeMath.elementCount(shape) ?? 0
      let text = element.strings.first ?? ""
      self.init(strings: [String](repeating: text, count: count), shape: shape)
      return
    }
    var pattern = element.withUnsafeBytes { [UInt8]($0) }
    if dtype.bitWidth == 4 { pattern[0] = (pattern[0] & 0xF) | (pattern[0] << 4) }
    if pattern.allSatisfy({ $0 == 0 }) {
      self.init(zeros: dtype, shape: shape)
      return
    }
    self.init(uninitialized: dtype, shape: shape) { target in
      // Doubles the filled part, so that the copies are long ones.
      var filled = min(pattern.count, target.count)
      UnsafeMutableRawBufferPointer(rebasing: target[..<filled]).copyBytes(from: pattern[..<filled])
      while filled < target.count {
        let size = min(filled, target.count - filled)
        UnsafeMutableRawBufferPointer(rebasing: target[filled..<filled + size]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: target[..<size]))
        filled += size
      }
    }
  }

  /// The tensor whose element at `[i, j, …]` is the one at `[tables[0][i], tables[1][j], …]`;
  /// where a table has a negative entry, `fill` (else zero).
  ///
  /// The reference form of slices, pads, tiles and gathers along axes.
  ///
  /// - Precondition: one table for each axis, with entries below that axis' extent.
  func gathered(_ tables: [[Int]], fill: Tensor? = nil) -> Tensor {
    let shape = tables.map(\.count)
    guard ShapeMath.elementCount(shape) != 0 else { return Tensor(zeros: dtype, shape: shape) }
    var indices = [0]
    for (table, stride) in zip(tables, ShapeMath.strides(self.shape)) {
      let outer = indices
      indices = []
      indices.reserveCapacity(outer.count * table.count)
      for base in outer {
        for entry in table { indices.append(base < 0 || entry < 0 ? -1 : base + entry * stride) }
      }
    }
    return picking(indices, shape: shape, fill: fill)
  }

  /// The tensor with its axes in the order `permutation`.
  ///
  /// - Precondition: `permutation` holds each axis once.
  func permuted(_ permutation: [Int]) -> Tensor {
    let strides = ShapeMath.strides(shape)
    let newShape = permutation.map { shape[$0] }
    let indices = ShapeMath.stridedIndices(
      shape: newShape, steps: permutation.map { strides[$0] })
    return picking(indices, shape: newShape)
  }

  /// The slice at `index` of `axis`, without that axis.
  ///
  /// - Precondition: the axis and the index exist.
  func slice(_ index: Int, axis: Int) -> Tensor {
    var newShape = shape
    newShape.remove(at: axis)
    guard count > 0 else { return Tensor(zeros: dtype, shape: newShape) }
    let inner = ShapeMath.elementCount(shape[(axis + 1)...]) ?? 0
    let outer = ShapeMath.elementCount(shape[..<axis]) ?? 0
    let runs = (0..<outer).map { row in
      ElementRun(source: 0, start: (row * shape[axis] + index) * inner, count: inner)
    }
    return Tensor.joining(runs, of: [self], dtype: dtype, shape: newShape)
  }
}

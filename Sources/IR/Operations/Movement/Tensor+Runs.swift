// SPDX-License-Identifier: Apache-2.0
import Foundation
package import Tensors

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
  package init(repeating element: Tensor, shape: [Int]) {
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
      guard target.count > 0 else { return }
      target.fill(from: 0, elements: target.count / pattern.count, with: pattern)
    }
  }

  /// The tensor whose element at `[i, j, …]` is the one at `[tables[0][i], tables[1][j], …]`;
  /// where a table has a negative entry, `fill` (else zero).
  ///
  /// The reference form of slices, pads and gathers along axes. Neighbours move together, and
  /// nothing as long as the result is kept beside it.
  ///
  /// - Precondition: one table for each axis, with entries below that axis' extent.
  func gathered(_ tables: [[Int]], fill: Tensor? = nil) -> Tensor {
    let shape = tables.map(\.count)
    guard ShapeMath.elementCount(shape) != 0 else { return Tensor(zeros: dtype, shape: shape) }
    guard dtype != .string, dtype.bitWidth >= 8 else {
      return picking(gatheredIndices(tables), shape: shape, fill: fill)
    }
    // Axes that stay whole move as blocks, with the last axis that does not.
    var axis = tables.count
    while axis > 0, tables[axis - 1].elementsEqual(0..<self.shape[axis - 1]) { axis -= 1 }
    guard axis > 0 else { return self }
    let strides = ShapeMath.strides(self.shape)
    let rowRuns = Self.runs(of: tables[axis - 1], block: strides[axis - 1])
    let rowLength = shape[(axis - 1)...].reduce(1, *)
    let width = dtype.bitWidth / 8
    let filler =
      fill?.withUnsafeBytes { [UInt8]($0.prefix(width)) } ?? [UInt8](repeating: 0, count: width)
    return Tensor(uninitialized: dtype, shape: shape) { target in
      withUnsafeBytes { source in
        var position = 0
        forEachRow(of: Array(tables[..<(axis - 1)]), strides) { base in
          guard base >= 0 else {
            target.fill(from: position, elements: rowLength, with: filler)
            position += rowLength * width
            return
          }
          for run in rowRuns {
            if run.start < 0 {
              target.fill(from: position, elements: run.count, with: filler)
            } else {
              target.copy(
                to: position, from: source, at: (base + run.start) * width,
                count: run.count * width)
            }
            position += run.count * width
          }
        }
      }
    }
  }

  private func gatheredIndices(_ tables: [[Int]]) -> [Int] {
    var indices = [0]
    for (table, stride) in zip(tables, ShapeMath.strides(shape)) {
      let outer = indices
      indices = []
      indices.reserveCapacity(outer.count * table.count)
      for base in outer {
        for entry in table { indices.append(base < 0 || entry < 0 ? -1 : base + entry * stride) }
      }
    }
    return indices
  }

  /// Consecutive entries of a table joined to runs of elements; a negative start is to be filled.
  private static func runs(of table: [Int], block: Int) -> [(start: Int, count: Int)] {
    var runs: [(start: Int, count: Int)] = []
    for entry in table {
      if let last = runs.last,
        entry < 0 ? last.start < 0 : last.start >= 0 && last.start + last.count == entry * block
      {
        runs[runs.count - 1].count += block
      } else {
        runs.append((entry < 0 ? -1 : entry * block, block))
      }
    }
    return runs
  }

  /// Calls `body` with the first element of each combination of entries, -1 where one is negative.
  private func forEachRow(
    of tables: [[Int]], _ strides: [Int], axis: Int = 0, base: Int = 0, _ body: (Int) -> Void
  ) {
    guard axis < tables.count else {
      body(base)
      return
    }
    for entry in tables[axis] {
      forEachRow(
        of: tables, strides, axis: axis + 1,
        base: base < 0 || entry < 0 ? -1 : base + entry * strides[axis], body)
    }
  }

  /// The tensor with its axes in the order `permutation`.
  ///
  /// - Precondition: `permutation` holds each axis once.
  func permuted(_ permutation: [Int]) -> Tensor {
    let strides = ShapeMath.strides(shape)
    return strided(shape: permutation.map { shape[$0] }, steps: permutation.map { strides[$0] })
  }

  /// The tensor whose element at `[i, j, …]` is element `i * steps[0] + j * steps[1] + …`.
  ///
  /// The reference form of transposition and broadcasting.
  ///
  /// - Precondition: the places are below `count`; the byte count of `newShape` does not overflow.
  func strided(shape newShape: [Int], steps: [Int]) -> Tensor {
    guard ShapeMath.elementCount(newShape) != 0 else {
      return Tensor(zeros: dtype, shape: newShape)
    }
    guard dtype != .string else { return pickingStrided(newShape, steps) }
    switch dtype.bitWidth {
    case 64: return strided(newShape, steps, as: UInt64.self)
    case 32: return strided(newShape, steps, as: UInt32.self)
    case 16: return strided(newShape, steps, as: UInt16.self)
    case 8: return strided(newShape, steps, as: UInt8.self)
    default: return pickingStrided(newShape, steps)
    }
  }

  private func pickingStrided(_ newShape: [Int], _ steps: [Int]) -> Tensor {
    picking(ShapeMath.stridedIndices(shape: newShape, steps: steps), shape: newShape)
  }

  private func strided<Element: BitwiseCopyable>(
    _ newShape: [Int], _ steps: [Int], as type: Element.Type
  ) -> Tensor {
    let (extents, strides) = Self.coalesced(newShape, steps)
    let (length, step) = (extents.last ?? 1, strides.last ?? 1)
    let width = MemoryLayout<Element>.size
    return Tensor(uninitialized: dtype, shape: newShape) { bytes in
      let target = bytes.bindMemory(to: Element.self)
      withUnsafeBytes { source in
        var position = 0
        // The recursion of `gathered`'s tables, without tables.
        func visit(_ axis: Int, _ base: Int) {
          guard axis < extents.count - 1 else {
            if step == 1 {
              bytes.copy(
                to: position * width, from: source, at: base * width, count: length * width)
            } else {
              for index in 0..<length {
                target[position + index] = source.loadUnaligned(
                  fromByteOffset: (base + index * step) * width, as: type)
              }
            }
            position += length
            return
          }
          for index in 0..<extents[axis] { visit(axis + 1, base + index * strides[axis]) }
        }
        visit(0, 0)
      }
    }
  }

  /// The same places with as few axes as possible.
  private static func coalesced(_ shape: [Int], _ steps: [Int]) -> ([Int], [Int]) {
    var (extents, strides): ([Int], [Int]) = ([], [])
    for (extent, step) in zip(shape, steps) where extent != 1 {
      if let last = strides.last, last == step * extent {
        extents[extents.count - 1] *= extent
        strides[strides.count - 1] = step
      } else {
        extents.append(extent)
        strides.append(step)
      }
    }
    return (extents, strides)
  }

  /// The tensor `times` times behind itself along `axis`.
  ///
  /// - Precondition: the axis exists, `times` is at least 1, the byte count does not overflow.
  func repeated(_ times: Int, along axis: Int) -> Tensor {
    guard times > 1 else { return self }
    var newShape = shape
    newShape[axis] *= times
    guard dtype != .string, dtype.bitWidth >= 8 else {
      let tables = newShape.indices.map { other in (0..<newShape[other]).map { $0 % shape[other] } }
      return picking(gatheredIndices(tables), shape: newShape)
    }
    let block = shape[axis...].reduce(1, *) * (dtype.bitWidth / 8)
    return Tensor(uninitialized: dtype, shape: newShape) { target in
      withUnsafeBytes { source in
        for (row, start) in stride(from: 0, to: source.count, by: block).enumerated() {
          target.copy(to: row * block * times, from: source, at: start, count: block)
          target.repeatBlock(of: block, at: row * block * times, times: times)
        }
      }
    }
  }

  /// The tensor with the element of `value` at each of `positions`.
  ///
  /// - Precondition: the positions are below `count`, `value` is of the same type.
  func replacing(_ positions: [Int], with value: Tensor) -> Tensor {
    guard dtype != .string, dtype.bitWidth >= 8 else {
      var indices = Array(0..<count)
      for position in positions { indices[position] = -1 }
      return picking(indices, shape: shape, fill: value)
    }
    var result = self
    let width = dtype.bitWidth / 8
    value.withUnsafeBytes { source in
      result.withUnsafeMutableBytes { target in
        for position in positions {
          target.copy(to: position * width, from: source, at: 0, count: width)
        }
      }
    }
    return result
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

extension UnsafeMutableRawBufferPointer {
  /// Copies `count` bytes from `offset` of `source` to `position`.
  ///
  /// - Precondition: both ranges are inside their buffers.
  fileprivate func copy(
    to position: Int, from source: UnsafeRawBufferPointer, at offset: Int, count: Int
  ) {
    guard count > 0 else { return }
    UnsafeMutableRawBufferPointer(rebasing: self[position..<position + count])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
  }

  /// Writes the pattern `elements` times, from byte `position` on.
  ///
  /// - Precondition: it fits.
  fileprivate func fill(from position: Int, elements: Int, with pattern: [UInt8]) {
    guard elements > 0 else { return }
    pattern.withUnsafeBytes { copy(to: position, from: $0, at: 0, count: pattern.count) }
    repeatBlock(of: pattern.count, at: position, times: elements)
  }

  /// Repeats the `size` bytes at `position` until they are there `times` times.
  ///
  /// Doubles the filled part, so that the copies are long ones; at most 64 KiB each, which stay in
  /// the cache.
  ///
  /// - Precondition: it fits.
  fileprivate func repeatBlock(of size: Int, at position: Int, times: Int) {
    let end = size * times
    var filled = size
    while filled < end {
      let most = Swift.max(size, 65_536 / Swift.max(size, 1) * size)
      let count = Swift.min(filled, most, end - filled)
      copy(to: position + filled, from: UnsafeRawBufferPointer(self), at: position, count: count)
      filled += count
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// A copy in which the source position along each axis comes from a table: paddings, nearest
/// neighbours.
struct TableCopy: Sendable {
  /// A stretch of the innermost axis whose source positions are evenly spaced.
  private struct Segment: Sendable {
    /// First element within the row of the result.
    let target: Int
    /// First element, relative to the row of the source; negative where the fill goes.
    let source: Int
    /// Number of units.
    let count: Int
    /// Elements between neighbouring units of the source.
    let step: Int
  }

  /// Elements that always move together.
  private let unit: Int
  /// Elements of a row of the result.
  private let rowLength: Int
  private let rowCount: Int
  /// For each outer axis, the source element of each position; negative where the fill goes.
  private let tables: [[Int]]
  private let segments: [Segment]
  /// The innermost table, when it has too many segments to be walked by them.
  private let elements: [Int]
  /// Whether that table is 0, 0, 1, 1, 2, …
  private let doubles: Bool

  /// Longest table that a plan holds; longer axes are left to reference evaluation.
  static let longestTable = 1 << 24

  /// The copy whose element `[i, j, …]` is the source's at `[tables[0][i], tables[1][j], …]`, or
  /// the fill where a table has a negative entry.
  ///
  /// - Parameters:
  ///   - tables: One for each axis.
  ///   - shape: Extents of the source, which the entries are below.
  init(_ tables: [[Int]], shape: [Int]) {
    var strides = ShapeMath.strides(shape)
    var tables = tables
    var unit = 1
    while let table = tables.last, table.elementsEqual(0..<shape[tables.count - 1]) {
      unit *= table.count
      tables.removeLast()
    }
    strides = Array(strides.prefix(tables.count))
    let scaled = zip(tables, strides).map { table, stride in
      table.map { $0 < 0 ? -1 : $0 * stride }
    }
    let inner = scaled.last ?? [0]
    self.unit = unit
    self.tables = Array(scaled.dropLast())
    rowLength = inner.count * unit
    rowCount = rowLength == 0 ? 0 : self.tables.reduce(1) { $0 * $1.count }
    let segments = Self.segments(inner, unit: unit)
    let isScattered = unit == 1 && segments.count * 4 > inner.count && !inner.contains { $0 < 0 }
    self.segments = isScattered ? [] : segments
    elements = isScattered ? inner : []
    doubles = isScattered && inner.enumerated().allSatisfy { $1 == $0 / 2 }
  }

  private static func segments(_ table: [Int], unit: Int) -> [Segment] {
    var segments: [Segment] = []
    var first = 0
    while first < table.count {
      var end = first + 1
      var step = 0
      if table[first] < 0 {
        while end < table.count, table[end] < 0 { end += 1 }
      } else if end < table.count, table[end] >= 0 {
        step = table[end] - table[first]
        while end < table.count, table[end] >= 0, table[end] - table[end - 1] == step { end += 1 }
      }
      segments.append(
        Segment(
          target: first * unit, source: table[first], count: end - first,
          step: end - first == 1 ? unit : step))
      first = end
    }
    return segments
  }

  /// Copies elements of `width` bytes; `fill` holds the bits of the element for the other places.
  func copy(
    _ run: RunContext, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer,
    width: Int, fill: UInt64 = 0
  ) {
    let rowBytes = rowLength * width
    run.parallel(rowCount, grain: max(4096 / max(rowLength, 1), 1)) { rows, _ in
      var previous = -2
      for row in rows {
        let offset = rowOffset(row)
        let place = target + row * rowBytes
        if offset == previous {
          // Rows of nearest neighbours repeat.
          place.copyMemory(from: place - rowBytes, byteCount: rowBytes)
        } else if offset < 0 {
          Elements.fill(place, with: fill, count: rowLength, width: width)
        } else {
          copyRow(source + offset * width, place, width, fill)
        }
        previous = offset
      }
    }
  }

  /// The source element at which a row starts, -1 when the row is all fill.
  private func rowOffset(_ row: Int) -> Int {
    var (rest, offset) = (row, 0)
    for axis in stride(from: tables.count - 1, through: 0, by: -1) {
      let extent = tables[axis].count
      let entry = tables[axis][rest % extent]
      if entry < 0 { return -1 }
      offset += entry
      rest /= extent
    }
    return offset
  }

  /// Writes each 4-byte element twice.
  private func double(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
    for index in 0..<rowLength / 2 {
      let value = UInt64(source.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
      target.storeBytes(of: value | value << 32, toByteOffset: index &* 8, as: UInt64.self)
    }
    guard rowLength % 2 == 1 else { return }
    let last = source.loadUnaligned(fromByteOffset: rowLength / 2 * 4, as: UInt32.self)
    target.storeBytes(of: last, toByteOffset: (rowLength - 1) * 4, as: UInt32.self)
  }

  private func copyRow(
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ width: Int, _ fill: UInt64
  ) {
    if segments.isEmpty {
      if doubles, width == 4 { return double(source, target) }
      elements.withUnsafeBufferPointer { Elements.pick(source, $0, to: target, width: width) }
      return
    }
    for segment in segments {
      let place = target + segment.target * width
      if segment.source < 0 {
        Elements.fill(place, with: fill, count: segment.count * unit, width: width)
        continue
      }
      let first = source + segment.source * width
      if segment.step == unit || unit == 1 {
        Elements.copy(
          first, to: place, count: segment.count * unit, step: unit == 1 ? segment.step : 1,
          width: width)
        continue
      }
      for index in 0..<segment.count {
        Elements.copy(
          first + index * segment.step * width, to: place + index * unit * width, count: unit,
          step: 1, width: width)
      }
    }
  }
}

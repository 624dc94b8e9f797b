// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// The position of the best element along the middle axis of `[outer, extent, inner]`.
private struct ArgumentSearch: Sendable {
  let outer: Int
  let extent: Int
  let inner: Int
  /// Whether the largest is the best, else the smallest.
  let findsLargest: Bool
  /// Whether the last of equal elements counts.
  let selectsLast: Bool

  /// Rows of neighbours: the kernel finds the value, a search its place. NaN is the best value,
  /// and the first one counts.
  func searchRows(
    _ run: RunContext, _ kernels: KernelSet, _ x: FloatPointer, _ y: UnsafeMutableRawPointer
  ) {
    run.parallel(outer, grain: max(4096 / extent, 1)) { rows, _ in
      for row in rows {
        let start = x + row * extent
        var best: Float = 0
        kernels.reduceRows(findsLargest ? .maximum : .minimum, start, &best, 1, extent)
        y.storeBytes(of: Int64(place(of: best, start)), toByteOffset: row * 8, as: Int64.self)
      }
    }
  }

  private func place(of best: Float, _ row: FloatPointer) -> Int {
    if selectsLast, !best.isNaN {
      var index = extent - 1
      while index > 0, row[index] != best { index -= 1 }
      return index
    }
    var index = 0
    while index < extent - 1, best.isNaN ? !row[index].isNaN : row[index] != best { index += 1 }
    return index
  }

  /// Any axis of any type: some columns at a time, row by row.
  func search<Element: Comparable & BitwiseCopyable>(
    _ run: RunContext, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ type: Element.Type
  ) {
    let width = Self.blockWidth
    let blocks = (inner + width - 1) / width
    run.parallel(outer * blocks, grain: max(4096 / (extent * width), 1)) { items, _ in
      withUnsafeTemporaryAllocation(of: type, capacity: width) { champions in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: width) { places in
          for item in items {
            let (block, column) = (item / blocks, item % blocks * width)
            let columns = SearchedColumns(
              champions: champions, places: places, count: min(width, inner - column))
            let start = (block * extent * inner + column) * MemoryLayout<Element>.size
            columns.search(
              x + start, rows: extent, rowBytes: inner * MemoryLayout<Element>.size,
              findsLargest: findsLargest, selectsLast: selectsLast)
            columns.write(to: y + (block * inner + column) * 8)
          }
        }
      }
    }
  }

  /// Columns of a block: both of its lists fit 1 KB, the most that is certain to be on the stack.
  private static let blockWidth = 64
}

/// Some neighbouring columns that are searched together.
private struct SearchedColumns<Element: Comparable & BitwiseCopyable> {
  let champions: UnsafeMutableBufferPointer<Element>
  let places: UnsafeMutableBufferPointer<Int32>
  let count: Int

  func search(
    _ x: UnsafeRawPointer, rows: Int, rowBytes: Int, findsLargest: Bool, selectsLast: Bool
  ) {
    for column in 0..<count {
      champions[column] = load(x, column)
      places[column] = 0
    }
    // The loop for each way to compare, so that it has no branches.
    switch (findsLargest, selectsLast) {
    case (true, false): follow(x, rows, rowBytes) { $0 > $1 }
    case (true, true): follow(x, rows, rowBytes) { $0 >= $1 }
    case (false, false): follow(x, rows, rowBytes) { $0 < $1 }
    case (false, true): follow(x, rows, rowBytes) { $0 <= $1 }
    }
  }

  @inline(__always)
  private func load(_ x: UnsafeRawPointer, _ column: Int) -> Element {
    x.loadUnaligned(fromByteOffset: column &* MemoryLayout<Element>.size, as: Element.self)
  }

  @inline(__always)
  private func follow(
    _ x: UnsafeRawPointer, _ rows: Int, _ rowBytes: Int, _ isBetter: (Element, Element) -> Bool
  ) {
    for row in 1..<max(rows, 1) {
      let line = x + row * rowBytes
      for column in 0..<count {
        let (candidate, champion) = (load(line, column), champions[column])
        // Only NaN differs from itself: it beats all, and the first one stays.
        let isNaN = candidate != candidate
        let wins = (isBetter(candidate, champion) || isNaN) && champion == champion
        champions[column] = wins ? candidate : champion
        places[column] = wins ? Int32(truncatingIfNeeded: row) : places[column]
      }
    }
  }

  func write(to y: UnsafeMutableRawPointer) {
    for column in 0..<count {
      y.storeBytes(of: Int64(places[column]), toByteOffset: column * 8, as: Int64.self)
    }
  }
}

private func argumentStep(
  _ context: LoweringContext, _ operation: some ArgumentOperation, findsLargest: Bool
) -> LoweredStep? {
  let shape = context.shape(0)
  guard let axis = context.axis(operation.axis, rank: shape.count), !shape.contains(0),
    shape[axis] <= Int(Int32.max)
  else { return nil }
  let search = ArgumentSearch(
    outer: shape[..<axis].reduce(1, *), extent: shape[axis],
    inner: shape[(axis + 1)...].reduce(1, *), findsLargest: findsLargest,
    selectsLast: operation.selectsLast)
  let kernels = context.kernels
  let (x, y) = (context.input(0), context.output)
  if context.type(0).dtype == .float32, search.inner == 1 {
    return LoweredStep(algorithm: "rows") { run in
      search.searchRows(run, kernels, run.floats(x), run.bytes(y))
    }
  }
  func step<Element: Comparable & BitwiseCopyable & Sendable>(_ type: Element.Type) -> LoweredStep {
    LoweredStep(algorithm: "scalars") { run in search.search(run, run.bytes(x), run.bytes(y), type)
    }
  }
  return switch context.type(0).dtype {
  case .float64: step(Double.self)
  case .float32: step(Float.self)
  case .int64: step(Int64.self)
  case .int32: step(Int32.self)
  case .int8: step(Int8.self)
  case .uint8: step(UInt8.self)
  default: nil
  }
}

extension ArgMax: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    argumentStep(context, self, findsLargest: true)
  }
}

extension ArgMin: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    argumentStep(context, self, findsLargest: false)
  }
}

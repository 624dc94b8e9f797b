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

  /// Any axis of any type.
  func search<Element: Comparable & BitwiseCopyable>(
    _ run: RunContext, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ type: Element.Type
  ) {
    let width = MemoryLayout<Element>.size
    run.parallel(outer * inner, grain: max(4096 / extent, 1)) { items, _ in
      for item in items {
        let start = (item / inner * extent * inner + item % inner) * width
        var champion = x.loadUnaligned(fromByteOffset: start, as: type)
        var best = 0
        for index in 1..<max(extent, 1) {
          // Only NaN differs from itself; the first one stays.
          if champion != champion { break }
          let candidate = x.loadUnaligned(fromByteOffset: start + index * inner * width, as: type)
          let isBetter = findsLargest ? candidate > champion : candidate < champion
          if isBetter || candidate != candidate || (selectsLast && candidate == champion) {
            (champion, best) = (candidate, index)
          }
        }
        y.storeBytes(of: Int64(best), toByteOffset: item * 8, as: Int64.self)
      }
    }
  }
}

private func argumentStep(
  _ context: LoweringContext, _ operation: some ArgumentOperation, findsLargest: Bool
) -> LoweredStep? {
  let shape = context.shape(0)
  guard let axis = context.axis(operation.axis, rank: shape.count), !shape.contains(0) else {
    return nil
  }
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

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// The walk over a row-major result together with up to four sources, each of which has a step of
/// its own along every axis: slices, broadcasting, repetition.
///
/// Neighbouring axes that all sources walk in one go are one axis; the innermost is the run that
/// loops handle at once. Walking needs no memory that grows with the result.
struct StridedWalk: Sendable {
  /// Elements of a run.
  let length: Int
  /// Elements between neighbours of a run, for each source.
  let runSteps: SIMD4<Int>
  /// Number of runs.
  let runCount: Int

  private let extents: [Int]
  private let steps: [SIMD4<Int>]
  private let start: SIMD4<Int>

  /// The walk over `shape` with the given steps.
  ///
  /// - Parameters:
  ///   - shape: Extents of the result.
  ///   - sources: For each source, the elements between neighbours along each axis.
  ///   - start: First element of each source.
  init(_ shape: [Int], sources: [[Int]], start: SIMD4<Int> = .zero) {
    var axes: [(extent: Int, steps: SIMD4<Int>)] = []
    for (axis, extent) in shape.enumerated() where extent != 1 {
      var here = SIMD4<Int>.zero
      for (source, steps) in sources.enumerated() { here[source] = steps[axis] }
      if let last = axes.last, last.steps == here &* extent {
        axes[axes.count - 1] = (last.extent * extent, here)
      } else {
        axes.append((extent, here))
      }
    }
    let run = axes.popLast() ?? (1, .zero)
    (length, runSteps) = (run.extent, run.steps)
    extents = axes.map(\.extent)
    steps = axes.map(\.steps)
    runCount = shape.contains(0) ? 0 : extents.reduce(1, *)
    self.start = start
  }

  /// The walk that brings together the elements of broadcast tensors.
  ///
  /// - Precondition: each of at most four shapes broadcasts to `shape`.
  init(broadcasting shapes: [[Int]], to shape: [Int]) {
    self.init(
      shape,
      sources: shapes.map { source in
        let strides = ShapeMath.strides(source)
        let offset = shape.count - source.count
        return shape.indices.map { axis in
          axis < offset || source[axis - offset] == 1 ? 0 : strides[axis - offset]
        }
      })
  }

  /// Splits the result over the threads and calls `body` for runs or parts of runs with the first
  /// element of each source, the first element of the result, and the number of elements.
  ///
  /// - Parameter grain: Fewer elements than this do not get a thread of their own.
  func forEachRun(
    _ run: RunContext, grain: Int = 4096, _ body: (SIMD4<Int>, Int, Int) -> Void
  ) {
    if runCount >= run.pool.threadCount || length <= grain {
      run.parallel(runCount, grain: max(grain / max(length, 1), 1)) { runs, _ in
        walk(runs) { offsets, index in body(offsets, index * length, length) }
      }
    } else {
      walk(0..<runCount) { offsets, index in
        run.parallel(length, grain: grain) { part, _ in
          let first = part.lowerBound
          body(offsets &+ runSteps &* first, index * length + first, part.count)
        }
      }
    }
  }

  /// Calls `body` on this thread for each run with the first element of source 0 and the number of
  /// elements.
  func forEachRun(_ body: (Int, Int) -> Void) {
    walk(0..<runCount) { offsets, _ in body(offsets[0], length) }
  }

  /// Calls `body` for each of the runs with the first element of each source and its number.
  private func walk(_ runs: Range<Int>, _ body: (SIMD4<Int>, Int) -> Void) {
    let rank = extents.count
    withUnsafeTemporaryAllocation(of: Int.self, capacity: max(rank, 1)) { position in
      var offsets = start
      var rest = runs.lowerBound
      for axis in stride(from: rank - 1, through: 0, by: -1) {
        position.initializeElement(at: axis, to: rest % extents[axis])
        offsets &+= steps[axis] &* position[axis]
        rest /= extents[axis]
      }
      for index in runs {
        body(offsets, index)
        var axis = rank - 1
        while axis >= 0 {
          position[axis] += 1
          offsets &+= steps[axis]
          if position[axis] < extents[axis] { break }
          offsets &-= steps[axis] &* extents[axis]
          position[axis] = 0
          axis -= 1
        }
      }
    }
  }

  /// Copies elements of source 0 into the result.
  ///
  /// - Parameter width: Bytes of an element: 1, 2, 4 or 8.
  func copy(
    _ run: RunContext, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer,
    width: Int
  ) {
    forEachRun(run) { offsets, position, count in
      Elements.copy(
        source + offsets[0] * width, to: target + position * width, count: count,
        step: runSteps[0], width: width)
    }
  }
}

/// Loops over elements of which only the width counts: 1, 2, 4 or 8 bytes.
enum Elements {
  /// Copies `count` elements that lie `step` elements apart into neighbours.
  static func copy(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int, step: Int,
    width: Int
  ) {
    if step == 1, count * width > 32 {
      return target.copyMemory(from: source, byteCount: count * width)
    }
    switch width {
    case 1: copy(source, target, count, step, as: UInt8.self)
    case 2: copy(source, target, count, step, as: UInt16.self)
    case 4: copy(source, target, count, step, as: UInt32.self)
    default: copy(source, target, count, step, as: UInt64.self)
    }
  }

  @inline(__always)
  private static func copy<Element: FixedWidthInteger & BitwiseCopyable>(
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ count: Int, _ step: Int,
    as type: Element.Type
  ) {
    let width = MemoryLayout<Element>.size
    if step == 0 {
      let value = source.loadUnaligned(as: type)
      for index in 0..<count {
        target.storeBytes(of: value, toByteOffset: index &* width, as: type)
      }
      return
    }
    for index in 0..<count {
      let value = source.loadUnaligned(fromByteOffset: index &* step &* width, as: type)
      target.storeBytes(of: value, toByteOffset: index &* width, as: type)
    }
  }

  /// Copies the elements at `indices` of `source`, which are counted in elements.
  static func pick(
    _ source: UnsafeRawPointer, _ indices: UnsafeBufferPointer<Int>,
    to target: UnsafeMutableRawPointer, width: Int
  ) {
    switch width {
    case 1: pick(source, indices, target, as: UInt8.self)
    case 2: pick(source, indices, target, as: UInt16.self)
    case 4: pick(source, indices, target, as: UInt32.self)
    default: pick(source, indices, target, as: UInt64.self)
    }
  }

  @inline(__always)
  private static func pick<Element: FixedWidthInteger & BitwiseCopyable>(
    _ source: UnsafeRawPointer, _ indices: UnsafeBufferPointer<Int>,
    _ target: UnsafeMutableRawPointer, as type: Element.Type
  ) {
    let width = MemoryLayout<Element>.size
    for position in indices.indices {
      let value = source.loadUnaligned(fromByteOffset: indices[position] &* width, as: type)
      target.storeBytes(of: value, toByteOffset: position &* width, as: type)
    }
  }

  /// The low `width` bytes of a value as one element's.
  static func load(_ source: UnsafeRawPointer, width: Int) -> UInt64 {
    switch width {
    case 1: UInt64(source.load(as: UInt8.self))
    case 2: UInt64(source.loadUnaligned(as: UInt16.self))
    case 4: UInt64(source.loadUnaligned(as: UInt32.self))
    default: source.loadUnaligned(as: UInt64.self)
    }
  }

  /// Repeats an element.
  static func fill(
    _ target: UnsafeMutableRawPointer, with value: UInt64, count: Int, width: Int
  ) {
    // Little-endian: the low bytes stand first.
    withUnsafePointer(to: value.littleEndian) {
      copy(UnsafeRawPointer($0), to: target, count: count, step: 0, width: width)
    }
  }
}

extension LoweringContext {
  /// Bytes of an element of input `index`, nil for types that do not take whole bytes.
  func elementWidth(_ index: Int) -> Int? {
    let bits = type(index).dtype.bitWidth
    return bits >= 8 ? bits / 8 : nil
  }

  /// The integers of input `index`: empty when it is omitted, nil when it is not constant.
  func integers(_ index: Int) -> [Int]? {
    guard has(index) else { return [] }
    guard let tensor = constant(index), tensor.dtype.isInteger else { return nil }
    return tensor.int64s().map(Int.init)
  }

  /// `axis` counted from the front; nil when it does not exist.
  func axis(_ axis: Int, rank: Int) -> Int? {
    let counted = axis < 0 ? axis + rank : axis
    return (0..<rank).contains(counted) ? counted : nil
  }
}

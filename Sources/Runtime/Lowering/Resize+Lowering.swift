// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension Resize: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard (1...3).allSatisfy({ !context.has($0) || context.constant($0) != nil }) else {
      return nil
    }
    let shape = context.shape(0)
    let axes = try plan(shape, context.constant(1), context.constant(2), context.constant(3))
    guard axes.map(\.output) == context.outputShape(), !context.outputShape().contains(0) else {
      return nil
    }
    // Positions outside of what is cropped become 0 by themselves.
    guard coordinates != .cropAndResize || extrapolationValue == 0 else { return nil }
    return mode == .nearest
      ? lowerNearest(context, axes) : lowerInterpolation(&context, axes)
  }

  private func lowerNearest(_ context: LoweringContext, _ axes: [ResizedAxis]) -> LoweredStep? {
    guard let width = context.elementWidth(0),
      axes.allSatisfy({ $0.output <= TableCopy.longestTable })
    else { return nil }
    let tables = axes.map { axis in
      (0..<axis.output).map { isIdentity(axis) ? $0 : nearestSource(axis, $0) }
    }
    let copy = TableCopy(tables, shape: axes.map(\.input))
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "nearest") { run in
      copy.copy(run, from: run.bytes(x), to: run.bytes(y), width: width)
    }
  }

  /// Longest axis whose taps a plan holds.
  private static let longestAxis = 1 << 20

  private func lowerInterpolation(
    _ context: inout LoweringContext, _ axes: [ResizedAxis]
  ) -> LoweredStep? {
    guard context.type(0).dtype == .float32,
      axes.allSatisfy({ max($0.input, $0.output) <= Self.longestAxis || isIdentity($0) })
    else { return nil }
    // Leading axes that stay: each of their positions is resized by itself.
    let first = axes.firstIndex { !isIdentity($0) } ?? axes.count
    let planes = axes[..<first].reduce(1) { $0 * $1.input }
    var extents = axes[first...].map(\.input)
    let inputCount = extents.reduce(1, *)
    let outputCount = axes[first...].reduce(1) { $0 * $1.output }
    // Shrinking axes go first, and among equals the innermost, so that the steps stay small.
    let order = extents.indices.sorted {
      let (a, b) = (axes[first + $0].growth, axes[first + $1].growth)
      return a == b ? $0 > $1 : a < b
    }
    var passes: [InterpolationPass] = []
    for position in order where !isIdentity(axes[first + position]) {
      let axis = axes[first + position]
      passes.append(
        InterpolationPass(
          lines: (0..<axis.output).map { sources(axis, $0) },
          outer: extents[..<position].reduce(1, *), extent: extents[position],
          inner: extents[(position + 1)...].reduce(1, *)))
      extents[position] = axis.output
    }
    let (x, y) = (context.input(0), context.output)
    let kernels = context.kernels
    if passes.isEmpty {
      return LoweredStep(algorithm: "copy") { run in
        run.bytes(y).copyMemory(
          from: run.bytes(x), byteCount: planes * outputCount * MemoryLayout<Float>.stride)
      }
    }
    let between = passes.dropLast().reduce(0) { $0 + $1.resultCount }
    context.needScratch(bytes: between * MemoryLayout<Float>.stride)
    let steps = passes
    return LoweredStep(algorithm: mode == .cubic ? "cubic" : "linear") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(planes, grain: max(2048 / max(outputCount, 1), 1)) { part, task in
        for plane in part {
          var source = FloatPointer(px + plane * inputCount)
          var free = run.scratch(task: task)
          for (index, step) in steps.enumerated() {
            let target = index == steps.count - 1 ? py + plane * outputCount : free
            step.run(kernels, source, target)
            source = FloatPointer(target)
            free += step.resultCount
          }
        }
      }
    }
  }
}

/// Interpolation along the middle axis of `[outer, extent, inner]`.
private struct InterpolationPass: Sendable {
  private let outer: Int
  private let extent: Int
  private let inner: Int
  private let outputExtent: Int
  /// Taps of each output position where `inner` > 1: a range of the two lists below.
  private let taps: [Range<Int>]
  /// Elements from the beginning of a plane to each tap.
  private let offsets: [Int]
  /// Where `inner` is 1: `[taps, outputExtent]`, filled up with weights 0.
  private let indices: [Int32]
  private let weights: [Float]
  private let tapCount: Int

  init(lines: [[(index: Int, weight: Double)]], outer: Int, extent: Int, inner: Int) {
    (self.outer, self.extent, self.inner) = (outer, extent, inner)
    outputExtent = lines.count
    let most = lines.map(\.count).max() ?? 0
    tapCount = inner == 1 ? most : 0
    var (taps, offsets, indices, weights) = ([Range<Int>](), [Int](), [Int32](), [Float]())
    if inner == 1 {
      for tap in 0..<most {
        for line in lines {
          // A tap that is not there repeats one that is, for memory that is in the cache.
          let index = tap < line.count ? line[tap].index : line.first?.index ?? 0
          indices.append(Int32(index))
          weights.append(tap < line.count ? Float(line[tap].weight) : 0)
        }
      }
    } else {
      for line in lines {
        taps.append(offsets.count..<offsets.count + line.count)
        offsets += line.map { $0.index * inner }
        weights += line.map { Float($0.weight) }
      }
    }
    (self.taps, self.offsets, self.indices, self.weights) = (taps, offsets, indices, weights)
  }

  /// Elements that it gives.
  var resultCount: Int { outer * outputExtent * inner }

  func run(_ kernels: KernelSet, _ x: FloatPointer, _ y: MutableFloatPointer) {
    weights.withUnsafeBufferPointer { weights in
      if inner == 1 { runRows(kernels, x, y, weights) } else { runLines(kernels, x, y, weights) }
    }
  }

  private func runRows(
    _ kernels: KernelSet, _ x: FloatPointer, _ y: MutableFloatPointer,
    _ weights: UnsafeBufferPointer<Float>
  ) {
    indices.withUnsafeBufferPointer { indices in
      guard let entries = indices.baseAddress, let weights = weights.baseAddress else {
        y.update(repeating: 0, count: resultCount)
        return
      }
      kernels.interpolateRows(
        x, y, entries, weights,
        InterpolationGeometry(
          rows: outer, inputColumns: extent, outputColumns: outputExtent, taps: tapCount))
    }
  }

  private func runLines(
    _ kernels: KernelSet, _ x: FloatPointer, _ y: MutableFloatPointer,
    _ weights: UnsafeBufferPointer<Float>
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      for block in 0..<outer {
        for (position, line) in taps.enumerated() {
          let target = y + (block * outputExtent + position) * inner
          guard let offsets = offsets.baseAddress, let weights = weights.baseAddress else {
            target.update(repeating: 0, count: inner)
            continue
          }
          kernels.weightedSum(
            x + block * extent * inner, offsets + line.lowerBound, weights + line.lowerBound,
            line.count, target, inner)
        }
      }
    }
  }
}

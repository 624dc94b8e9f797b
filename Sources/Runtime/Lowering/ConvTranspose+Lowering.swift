// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension ConvTranspose: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (x, weights) = (context.shape(0), context.shape(1))
    guard context.all(are: .float32), (3...5).contains(x.count), x.count == weights.count else {
      return nil
    }
    let geometry = try geometry(input: Array(x.dropFirst(2)), kernel: Array(weights.dropFirst(2)))
    let product = TransposedProduct(
      geometry, batch: x[0], groups: groups, groupChannels: x[1] / groups,
      groupFilters: weights[1], threads: context.threads)
    guard Matrix.fits(product.depth, product.pixels, product.rows * product.taps) else {
      return nil
    }
    _ = Matrix.prepare
    context.needScratch(bytes: product.scratchCount * MemoryLayout<Float>.stride)
    let kernels = context.kernels
    let (input, filters, y) = (context.input(0), context.input(1), context.output)
    let bias = context.optionalInput(2)
    return LoweredStep(algorithm: "sgemm-col2im") { run in
      let pointers = TransposedProduct.Pointers(
        x: run.floats(input), weights: run.floats(filters), bias: bias.map(run.floats),
        y: run.floats(y))
      run.parallel(product.itemCount) { items, task in
        for item in items {
          product.run(kernels, pointers, item: item, scratch: run.scratch(task: task))
        }
      }
    }
  }
}

/// A transposed convolution as products of the transposed weights with the input, whose results
/// are added up where the windows stand.
///
/// Work is split into some filters of one group of one image, so that threads write apart; the
/// product of some input pixels at a time fits the cache.
private struct TransposedProduct: Sendable {
  /// The operands.
  struct Pointers {
    let x: FloatPointer
    let weights: FloatPointer
    let bias: FloatPointer?
    let y: MutableFloatPointer
  }

  /// Filters of an item, but for the last one of a group.
  let rows: Int
  /// Input channels of a group: depth of the product.
  let depth: Int
  /// Taps of a window.
  let taps: Int
  /// Pixels of an input plane.
  let pixels: Int

  private let axes: [IR.WindowGeometry.Axis]
  private let batch: Int
  private let groups: Int
  private let groupFilters: Int
  private let outputPixels: Int
  /// Input pixels of one product.
  private let chunk: Int

  /// Half of a level-2 cache for the product.
  private static let productCount = (512 << 10) / MemoryLayout<Float>.stride

  init(
    _ geometry: IR.WindowGeometry, batch: Int, groups: Int, groupChannels: Int,
    groupFilters: Int, threads: Int
  ) {
    axes = geometry.axes
    (self.batch, self.groups, depth) = (batch, groups, groupChannels)
    self.groupFilters = groupFilters
    taps = geometry.kernel.reduce(1, *)
    pixels = geometry.output.reduce(1, *)
    outputPixels = geometry.input.reduce(1, *)
    // Some 64 rows keep the product efficient; every thread gets an item if there are filters.
    let images = max(batch * groups, 1)
    let parts = images >= threads ? 1 : (threads + images - 1) / images
    rows = max(min((64 + taps - 1) / taps, (groupFilters + parts - 1) / parts), 1)
    let fitting = max(Self.productCount / (rows * taps), 1)
    chunk = min(fitting < 16 ? fitting : fitting / 16 * 16, max(pixels, 1))
  }

  /// Scratch memory of an item, in elements.
  var scratchCount: Int { rows * taps * chunk }

  private var partsPerGroup: Int { (groupFilters + rows - 1) / rows }
  /// Number of items.
  var itemCount: Int { batch * groups * partsPerGroup }

  func run(_ kernels: KernelSet, _ p: Pointers, item: Int, scratch: MutableFloatPointer) {
    let (plane, part) = item.quotientAndRemainder(dividingBy: partsPerGroup)
    let (image, group) = plane.quotientAndRemainder(dividingBy: groups)
    let first = part * rows
    let count = min(rows, groupFilters - first)
    let filter = group * groupFilters + first
    let target = p.y + (image * groups * groupFilters + filter) * outputPixels
    for row in 0..<count {
      (target + row * outputPixels).update(
        repeating: p.bias?[filter + row] ?? 0, count: outputPixels)
    }
    let source = p.x + (image * groups + group) * depth * pixels
    let width = groupFilters * taps
    var pixel = 0
    while pixel < pixels {
      let size = min(chunk, pixels - pixel)
      Matrix.multiply(
        m: count * taps, n: size, k: depth,
        a: p.weights + group * depth * width + first * taps, lda: width, transposeA: true,
        b: source + pixel, ldb: pixels, c: scratch, ldc: size)
      scatter(kernels, scratch, to: target, filters: count, first: pixel, count: size)
      pixel += size
    }
  }

  /// Adds products for `count` pixels from `first` on to the planes of `filters`.
  private func scatter(
    _ kernels: KernelSet, _ products: FloatPointer, to target: MutableFloatPointer, filters: Int,
    first: Int, count: Int
  ) {
    let last = axes[axes.count - 1]
    var done = 0
    while done < count {
      let (line, start) = (first + done).quotientAndRemainder(dividingBy: last.output)
      let size = min(last.output - start, count - done)
      for tap in 0..<taps {
        guard let outputLine = outputLine(line, tap: tap / last.kernel) else { continue }
        // Positions of this tap: start · stride + shift and so on, some of them outside.
        let shift = tap % last.kernel * last.dilation - last.padBegin
        let begin = max(start, shift >= 0 ? 0 : (last.stride - 1 - shift) / last.stride)
        let reach = last.input - 1 - shift
        let end = min(start + size, reach < 0 ? 0 : reach / last.stride + 1)
        guard begin < end else { continue }
        let offset = outputLine * last.input + begin * last.stride + shift
        for filter in 0..<filters {
          kernels.addStrided(
            products + (filter * taps + tap) * count + done + begin - start,
            target + filter * outputPixels + offset, end - begin, last.stride)
        }
      }
      done += size
    }
  }

  /// The line of the output that an input line reaches by a tap of the outer axes, nil outside.
  private func outputLine(_ line: Int, tap: Int) -> Int? {
    var (line, tap) = (line, tap)
    var (result, factor) = (0, 1)
    for axis in stride(from: axes.count - 2, through: 0, by: -1) {
      let geometry = axes[axis]
      let position = geometry.inputPosition(line % geometry.output, tap: tap % geometry.kernel)
      guard position >= 0, position < geometry.input else { return nil }
      result += position * factor
      factor *= geometry.input
      line /= geometry.output
      tap /= geometry.kernel
    }
    return result
  }
}

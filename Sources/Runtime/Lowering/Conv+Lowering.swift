// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

extension Conv: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    try lowerConvolution(
      &context, self, epilogue: Epilogue(function: .identity, residual: nil))
  }
}

/// What happens to a result before it is stored.
struct Epilogue {
  /// Applied last.
  let function: UnaryFunction
  /// Added before the function.
  let residual: Slot?
}

/// One convolution with all its numbers: `groups` products of a `[rows, depth]` weight matrix and
/// the `[depth, pixels]` matrix that im2col makes of an image.
struct ConvolutionShape {
  let batch: Int
  let groups: Int
  let inputChannels: Int
  let outputChannels: Int
  let geometry: IR.WindowGeometry
  // Stored, because steps ask for them and the lists of extents would be allocated each time.
  /// Taps of a window.
  let taps: Int
  /// Output pixels of an image.
  let pixels: Int
  /// Input pixels of an image.
  let inputPixels: Int

  /// Nil when the operands are not a convolution over 1 to 3 axes.
  init?(_ conv: Conv, x: [Int], weights: [Int]) throws(GraphError) {
    guard (3...5).contains(x.count), weights.count == x.count else { return nil }
    geometry = try conv.window.geometry(
      input: Array(x.dropFirst(2)), kernel: Array(weights.dropFirst(2)))
    (batch, groups) = (x[0], conv.groups)
    (inputChannels, outputChannels) = (x[1], weights[0])
    taps = geometry.kernel.reduce(1, *)
    pixels = geometry.output.reduce(1, *)
    inputPixels = geometry.input.reduce(1, *)
  }

  /// Output channels of a group: rows of its weight matrix.
  var rows: Int { outputChannels / groups }
  /// Input channels of a group.
  var groupChannels: Int { inputChannels / groups }
  /// Columns of the weight matrix.
  var depth: Int { groupChannels * taps }
  /// Whether im2col would only copy the image.
  var isPointwise: Bool {
    taps == 1 && geometry.axes.allSatisfy { $0.stride == 1 && $0.padBegin == 0 && $0.padEnd == 0 }
  }

  /// The last two axes as kernels see them.
  var plane: KernelTypes.WindowGeometry { geometry.plane() }
}

/// The code of a convolution with bias, residual and activation; nil for other types than
/// `float32` and more than three axes.
func lowerConvolution(
  _ context: inout LoweringContext, _ conv: Conv, epilogue: Epilogue
) throws(GraphError) -> LoweredStep? {
  guard context.all(are: .float32),
    let shape = try ConvolutionShape(conv, x: context.shape(0), weights: context.shape(1)),
    Matrix.fits(shape.rows, shape.depth, shape.pixels, shape.inputPixels)
  else { return nil }
  let operands = ConvolutionSlots(
    x: context.input(0), weights: context.input(1), bias: context.optionalInput(2),
    y: context.output)
  if shape.groupChannels == 1, shape.geometry.axes.count <= 2 {
    return lowerDepthwise(context, shape, operands, epilogue)
  }
  _ = Matrix.prepare
  if shape.isPointwise { return lowerPointwise(context, shape, operands, epilogue) }
  return lowerColumns(&context, shape, operands, epilogue)
}

/// Buffers of a convolution.
struct ConvolutionSlots {
  let x: Slot
  let weights: Slot
  let bias: Slot?
  let y: Slot
}

/// One filter a channel: no matrix product to speak of.
private func lowerDepthwise(
  _ context: LoweringContext, _ shape: ConvolutionShape, _ slots: ConvolutionSlots,
  _ epilogue: Epilogue
) -> LoweredStep {
  let kernels = context.kernels
  let plane = shape.plane
  let multiplier = shape.rows
  let function = epilogue.residual == nil ? epilogue.function : .identity
  return LoweredStep(algorithm: "depthwise") { run in
    let (x, weights, y) = (run.floats(slots.x), run.floats(slots.weights), run.floats(slots.y))
    let bias = slots.bias.map(run.floats)
    let residual = epilogue.residual.map(run.floats)
    run.parallel(shape.batch * shape.groups) { range, _ in
      var start = range.lowerBound
      while start < range.upperBound {
        // A run of channels within one image.
        let channel = start % shape.groups
        let count = min(range.upperBound - start, shape.groups - channel)
        let output = y + start * multiplier * shape.pixels
        kernels.depthwise(
          x + start * shape.inputPixels, weights + channel * multiplier * shape.taps,
          bias.map { $0 + channel * multiplier }, output, count, multiplier, function, plane)
        if let residual {
          kernels.biasActivation(
            output, nil, residual + start * multiplier * shape.pixels, output, epilogue.function,
            RowsGeometry(rows: count * multiplier, columns: shape.pixels))
        }
        start += count
      }
    }
  }
}

/// A 1×1 convolution: the image is the matrix.
private func lowerPointwise(
  _ context: LoweringContext, _ shape: ConvolutionShape, _ slots: ConvolutionSlots,
  _ epilogue: Epilogue
) -> LoweredStep {
  let product = ConvolutionProduct(context, shape, slots, epilogue)
  return LoweredStep(algorithm: "sgemm") { run in
    let x = run.floats(slots.x)
    product.forEachTile(run) { tile, _ in
      let image = x + (tile.image * shape.groups + tile.group) * shape.depth * shape.pixels
      product.multiply(
        run, tile, columns: image + tile.pixels.lowerBound, columnStride: shape.pixels)
    }
  }
}

/// Everything else: panels of the im2col matrix that fit the cache, each multiplied at once.
private func lowerColumns(
  _ context: inout LoweringContext, _ shape: ConvolutionShape, _ slots: ConvolutionSlots,
  _ epilogue: Epilogue
) -> LoweredStep {
  let product = ConvolutionProduct(context, shape, slots, epilogue)
  let kernels = context.kernels
  let plane = shape.plane
  let panelWidth = product.panelWidth
  context.needScratch(bytes: shape.depth * panelWidth * MemoryLayout<Float>.stride)
  let isVolume = shape.geometry.axes.count == 3
  return LoweredStep(algorithm: "im2col-sgemm") { run in
    let x = run.floats(slots.x)
    product.forEachTile(run) { tile, task in
      let image =
        x + (tile.image * shape.groups + tile.group) * shape.groupChannels
        * shape.inputPixels
      let panel = run.scratch(task: task)
      var first = tile.pixels.lowerBound
      while first < tile.pixels.upperBound {
        let count = min(panelWidth, tile.pixels.upperBound - first)
        if isVolume {
          packVolume(kernels, image, panel, shape, first: first, count: count)
        } else {
          kernels.im2col(
            image, panel, plane,
            PanelRange(firstRow: 0, rows: shape.depth, firstColumn: first, columns: count))
        }
        let part = ConvolutionProduct.Tile(
          image: tile.image, group: tile.group, rows: tile.rows, pixels: first..<first + count)
        product.multiply(run, part, columns: panel, columnStride: count)
        first += count
      }
    }
  }
}

/// The im2col matrix of a volume, plane by plane.
private func packVolume(
  _ kernels: KernelSet, _ image: UnsafePointer<Float>, _ panel: UnsafeMutablePointer<Float>,
  _ shape: ConvolutionShape, first: Int, count: Int
) {
  let depth = shape.geometry.axes[0]
  let plane = shape.plane
  let planeTaps = plane.kernelHeight * plane.kernelWidth
  let planePixels = plane.outputHeight * plane.outputWidth
  let inputPlane = plane.inputHeight * plane.inputWidth
  var column = 0
  while column < count {
    let slice = (first + column) / planePixels
    let start = (first + column) % planePixels
    let width = min(count - column, planePixels - start)
    let valid = depth.taps(at: slice)
    for channel in 0..<shape.groupChannels {
      for tap in 0..<depth.kernel {
        let row = (channel * depth.kernel + tap) * planeTaps
        let target = panel + row * count + column
        if valid.contains(tap) {
          let position = depth.inputPosition(slice, tap: tap)
          kernels.im2col(
            image + (channel * depth.input + position) * inputPlane, target, plane,
            PanelRange(
              firstRow: 0, rows: planeTaps, firstColumn: start, columns: width,
              panelStride: count))
        } else {
          for line in 0..<planeTaps {
            (target + line * count).update(repeating: 0, count: width)
          }
        }
      }
    }
    column += width
  }
}

/// The product part of a convolution, and how it is split over threads.
struct ConvolutionProduct: Sendable {
  /// A part of the output: some rows and pixels of one group of one image.
  struct Tile {
    let image: Int
    let group: Int
    let rows: Range<Int>
    let pixels: Range<Int>
  }

  private let kernels: KernelSet
  private let shape: ConvolutionShape
  private let slots: ConvolutionSlots
  private let epilogue: Epilogue

  init(
    _ context: LoweringContext, _ shape: ConvolutionShape, _ slots: ConvolutionSlots,
    _ epilogue: Epilogue
  ) {
    (kernels, self.shape, self.slots) = (context.kernels, shape, slots)
    self.epilogue = epilogue
  }

  /// Half of a 1 MB level-2 cache for the panel; the rest is for weights and results.
  private static let panelBytes = 512 << 10

  /// Pixels of a panel.
  var panelWidth: Int {
    let columns = Self.panelBytes / max(shape.depth * MemoryLayout<Float>.stride, 1)
    return min(max(columns / 16 * 16, 48), max(shape.pixels, 1))
  }

  /// Splits the output into one tile for each thread, image and group.
  ///
  /// Large maps are split by pixels, so that each thread reads its own part of the image; small
  /// ones by rows, so that each thread reads its own part of the weights.
  func forEachTile(_ run: RunContext, _ body: (Tile, Int) -> Void) {
    let images = shape.batch * shape.groups
    let threads = run.pool.threadCount
    let parts = images >= threads ? 1 : (threads + images - 1) / max(images, 1)
    let splitsPixels = shape.pixels >= 64 * parts || shape.pixels >= shape.rows
    let extent = splitsPixels ? shape.pixels : shape.rows
    run.parallel(images * parts) { range, task in
      for item in range {
        let part = item % parts
        let span = extent * part / parts..<extent * (part + 1) / parts
        body(
          Tile(
            image: item / parts / shape.groups, group: item / parts % shape.groups,
            rows: splitsPixels ? 0..<shape.rows : span,
            pixels: splitsPixels ? span : 0..<shape.pixels), task)
      }
    }
  }

  /// `y = f(w · columns + bias + residual)` for one tile.
  func multiply(
    _ run: RunContext, _ tile: Tile, columns: UnsafePointer<Float>, columnStride: Int
  ) {
    let channel = tile.group * shape.rows + tile.rows.lowerBound
    let offset =
      (tile.image * shape.outputChannels + channel) * shape.pixels + tile.pixels.lowerBound
    let y = run.floats(slots.y) + offset
    Matrix.multiply(
      m: tile.rows.count, n: tile.pixels.count, k: shape.depth,
      a: run.floats(slots.weights) + channel * shape.depth, lda: shape.depth, b: columns,
      ldb: columnStride, c: y, ldc: shape.pixels)
    let bias = slots.bias.map { UnsafePointer(run.floats($0) + channel) }
    let residual = epilogue.residual.map { UnsafePointer(run.floats($0) + offset) }
    guard bias != nil || residual != nil || epilogue.function != .identity else { return }
    kernels.biasActivation(
      y, bias, residual, y, epilogue.function,
      RowsGeometry(
        rows: tile.rows.count, columns: tile.pixels.count, inputStride: shape.pixels,
        outputStride: shape.pixels, residualStride: shape.pixels))
  }
}

// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Tensors

/// Convolution by its definition, tap by tap, with sums in registers.
struct DirectConvolution: ConvolutionAlgorithm {
  private let layer: ConvolutionLayer
  private let convolution: BlockedConvolution
  /// Planes of the input: blocks, or channels when it is in planes.
  private let inputPlanes: Int
  /// `Float`s at each place of a plane.
  private let pixel: Int
  private let outputBlocks: Int
  /// Rows and columns of the output as the kernel walks them.
  private let rows: Int
  private let columns: Int
  /// Whether the image is one row of pixels, each read once.
  private let isPointwise: Bool
  private let isPadded: Bool

  init(_ layer: ConvolutionLayer) {
    self.layer = layer
    let window = layer.window
    let lanes = layer.lanes
    isPadded = window.padTop + window.padLeft + window.padBottom + window.padRight > 0
    isPointwise =
      window.kernelHeight == 1 && window.kernelWidth == 1 && window.strideHeight == 1
      && window.strideWidth == 1 && !isPadded
    inputPlanes =
      layer.readsPlanes
      ? layer.inputChannels : ChannelBlocks.count(layer.inputChannels, lanes: lanes)
    pixel = layer.readsPlanes ? 1 : lanes
    outputBlocks = ChannelBlocks.count(layer.outputChannels, lanes: lanes)
    rows = isPointwise ? 1 : window.outputHeight
    columns = isPointwise ? window.outputHeight * window.outputWidth : window.outputWidth
    let width = window.padLeft + window.inputWidth + window.padRight
    let height = window.padTop + window.inputHeight + window.padBottom
    var convolution = BlockedConvolution(
      laneCount: lanes, inputChannels: layer.inputChannels, outputChannels: layer.outputChannels,
      kernelHeight: window.kernelHeight, kernelWidth: window.kernelWidth,
      inputRowStride: width * pixel, inputBlockStride: height * width * pixel,
      outputRowStride: window.outputWidth * lanes,
      outputBlockStride: window.outputHeight * window.outputWidth * lanes)
    convolution.inputPixelStride = pixel
    convolution.inputBlockChannels = pixel
    (convolution.strideHeight, convolution.strideWidth) = (window.strideHeight, window.strideWidth)
    convolution.dilationHeight = window.dilationHeight
    convolution.dilationWidth = window.dilationWidth
    convolution.activation = layer.activation
    self.convolution = convolution
  }

  var name: String {
    layer.readsPlanes ? "direct-planes" : isPointwise ? "direct-1x1" : "direct"
  }
  var isExact: Bool { true }
  var weightForm: String { layer.readsPlanes ? "direct-planes" : "direct" }

  private var weightCount: Int { outputBlocks * layer.lanes * convolution.termCount }
  var packedCount: Int { weightCount + outputBlocks * layer.lanes }

  func scratchBytes(threads: Int) -> Int {
    guard isPadded else { return 0 }
    // The threads share one padded image, so what each asks for is a part of it.
    let bytes = inputPlanes * convolution.inputBlockStride * MemoryLayout<Float>.stride
    return (bytes + threads - 1) / threads + 64
  }

  func estimatedSeconds(threads: Int) -> Double {
    let sums = layer.batch * rows * columns * outputBlocks * layer.lanes
    let weightBytes = Double(weightCount * MemoryLayout<Float>.stride)
    let compute = Double(convolution.termCount * sums) / MachineEstimate.multiplyAdds
    return compute / Double(threads) + weightBytes / MachineEstimate.memoryBytes
  }

  func pack(
    _ weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    to packed: UnsafeMutablePointer<Float>, _ kernels: KernelSet
  ) {
    kernels.packConvolution(weights, bias, packed, packed + weightCount, convolution)
  }

  func prepared(_ kernels: KernelSet) -> ConvolutionBody {
    var offsets = [Int32](repeating: 0, count: convolution.termCount)
    offsets.withUnsafeMutableBufferPointer {
      if let start = $0.baseAddress { kernels.convolutionOffsets(start, convolution) }
    }
    let table = offsets
    return { run, x, weights, residual, y in
      table.withUnsafeBufferPointer { table in
        guard let offsets = table.baseAddress else { return }
        for image in 0..<layer.batch {
          var source = x + image * layer.inputImageStride
          if isPadded {
            pad(run, kernels, source)
            source = UnsafePointer(run.scratch(task: 0))
          }
          let input = source
          let output = image * layer.outputImageStride
          forEachBox(run, kernels) { box in
            kernels.convolveBlocked(
              input, offsets, weights, weights + weightCount, residual.map { $0 + output },
              y + output, convolution, box)
          }
        }
      }
    }
  }

  /// Copies an image into the scratch memory of the first task, with zeros around it.
  private func pad(_ run: RunContext, _ kernels: KernelSet, _ image: UnsafePointer<Float>) {
    let padded = run.scratch(task: 0)
    let plane = layer.window.inputHeight * layer.window.inputWidth * pixel
    run.parallel(inputPlanes) { planes, _ in
      kernels.padPlanes(
        image + planes.lowerBound * plane,
        padded + planes.lowerBound * convolution.inputBlockStride, planes.count, pixel,
        layer.window)
    }
  }

  /// One box of the output for each thread: of rows or pixels where there are many, else of
  /// channels, so that each thread reads its own part of the weights.
  private func forEachBox(
    _ run: RunContext, _ kernels: KernelSet, _ body: (OutputBox) -> Void
  ) {
    let tile = kernels.blocksPerTile
    let tiles = (outputBlocks + tile - 1) / tile
    let threads = run.pool.threadCount
    if tiles >= threads, tiles % threads == 0 || tiles >= 8 * threads || rows * columns < 64 {
      run.parallel(tiles) { range, _ in
        body(
          OutputBox(
            blocks: range.lowerBound * tile..<min(range.upperBound * tile, outputBlocks),
            rows: 0..<rows, columns: 0..<columns))
      }
    } else if isPointwise {
      run.parallel(columns, grain: 14) { range, _ in
        body(OutputBox(blocks: 0..<outputBlocks, rows: 0..<1, columns: range))
      }
    } else {
      run.parallel(rows) { range, _ in
        body(OutputBox(blocks: 0..<outputBlocks, rows: range, columns: 0..<columns))
      }
    }
  }
}

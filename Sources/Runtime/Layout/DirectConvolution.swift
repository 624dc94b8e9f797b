// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Tensors

/// Convolution by its definition, tap by tap, with sums in registers.
struct DirectConvolution: ConvolutionAlgorithm {
  private let window: KernelTypes.WindowGeometry
  private let batch: Int
  private var convolution: BlockedConvolution
  private let inputBlocks: Int
  private let outputBlocks: Int
  private let lanes: Int
  /// Rows and columns of the output as the kernel walks them.
  private let rows: Int
  private let columns: Int
  /// Whether the image is one row of pixels, each read once.
  private let isPointwise: Bool
  private let isPadded: Bool

  init(_ layer: ConvolutionLayer) {
    let window = layer.window
    let lanes = layer.lanes
    self.window = window
    isPadded = window.padTop + window.padLeft + window.padBottom + window.padRight > 0
    isPointwise =
      window.kernelHeight == 1 && window.kernelWidth == 1 && window.strideHeight == 1
      && window.strideWidth == 1 && !isPadded
    (batch, self.lanes) = (layer.batch, lanes)
    inputBlocks = ChannelBlocks.count(layer.inputChannels, lanes: lanes)
    outputBlocks = ChannelBlocks.count(layer.outputChannels, lanes: lanes)
    rows = isPointwise ? 1 : window.outputHeight
    columns = isPointwise ? window.outputHeight * window.outputWidth : window.outputWidth
    let width = window.padLeft + window.inputWidth + window.padRight
    let height = window.padTop + window.inputHeight + window.padBottom
    convolution = BlockedConvolution(
      inputChannels: layer.inputChannels, outputChannels: layer.outputChannels,
      kernelHeight: window.kernelHeight, kernelWidth: window.kernelWidth,
      inputRowStride: width * lanes, inputBlockStride: height * width * lanes,
      outputRowStride: window.outputWidth * lanes,
      outputBlockStride: window.outputHeight * window.outputWidth * lanes)
    (convolution.strideHeight, convolution.strideWidth) = (window.strideHeight, window.strideWidth)
    convolution.dilationHeight = window.dilationHeight
    convolution.dilationWidth = window.dilationWidth
    convolution.activation = layer.activation
  }

  var name: String { isPointwise ? "blocked-1x1" : "blocked-direct" }
  var weightForm: String { "direct" }

  func scratchBytes(threads: Int) -> Int { paddedFloats * MemoryLayout<Float>.stride }

  /// Floats of one image with its padding, 0 when it is read as it is.
  private var paddedFloats: Int { isPadded ? inputBlocks * convolution.inputBlockStride : 0 }

  func estimatedSeconds(threads: Int) -> Double {
    let taps = convolution.kernelHeight * convolution.kernelWidth * convolution.inputChannels
    let sums = batch * rows * columns * outputBlocks * lanes
    return Double(taps * sums) / MachineEstimate.multiplyAdds / Double(threads)
  }

  /// Weights as the kernel wants them, the bias behind them.
  func packed(_ weights: Tensor, bias: Tensor?, _ kernels: KernelSet) -> Tensor {
    let count = kernels.packedWeightCount(convolution)
    return Tensor(uninitialized: .float32, shape: [count + outputBlocks * lanes]) { bytes in
      let target = bytes.bindMemory(to: Float.self)
      guard let start = target.baseAddress else { return }
      weights.withElements(of: Float.self) { source in
        guard let source = source.baseAddress else { return }
        guard let bias else {
          kernels.packConvolution(source, nil, start, start + count, convolution)
          return
        }
        bias.withElements(of: Float.self) { bias in
          kernels.packConvolution(source, bias.baseAddress, start, start + count, convolution)
        }
      }
    }
  }

  func run(
    _ run: RunContext, _ kernels: KernelSet, x: UnsafePointer<Float>,
    weights: UnsafePointer<Float>, residual: UnsafePointer<Float>?,
    y: UnsafeMutablePointer<Float>
  ) {
    let bias = weights + kernels.packedWeightCount(convolution)
    let inputImage = inputBlocks * window.inputHeight * window.inputWidth * lanes
    let outputImage = outputBlocks * convolution.outputBlockStride
    for image in 0..<batch {
      var source = x + image * inputImage
      if isPadded {
        pad(run, kernels, source)
        source = UnsafePointer(run.scratch(task: 0))
      }
      let input = source
      forEachBox(run, kernels) { box in
        kernels.convolveBlocked(
          input, weights, bias, residual.map { $0 + image * outputImage },
          y + image * outputImage, convolution, box)
      }
    }
  }

  /// Copies an image into the scratch memory of the first task, with zeros around it.
  private func pad(_ run: RunContext, _ kernels: KernelSet, _ image: UnsafePointer<Float>) {
    let padded = run.scratch(task: 0)
    let plane = window.inputHeight * window.inputWidth * lanes
    run.parallel(inputBlocks) { blocks, _ in
      kernels.padBlocks(
        image + blocks.lowerBound * plane,
        padded + blocks.lowerBound * convolution.inputBlockStride, blocks.count, window)
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

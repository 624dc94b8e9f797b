// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// A ``FusedConv`` of one group over two axes whose image, residual and result are blocks of
/// channels.
///
/// - Inputs: `x` `[N, ⌈C / lanes⌉, H, W, lanes]`; constant weights `[M, C, KH, KW]`; optional
///   constant bias `[M]`; with a residual, input 3, of the type of the output.
/// - Outputs: `[N, ⌈M / lanes⌉, OH, OW, lanes]`; what fills the last block is not defined.
/// - Source: no ONNX operator; the plan makes it.
struct BlockedConv: Lowerable {
  static let opType = "BlockedConv"
  /// The convolution that it is.
  let fused: FusedConv
  /// Channels in a block.
  let lanes: Int

  private func plainTypes(_ inputs: OperandTypes) throws(GraphError) -> OperandTypes {
    let x = try inputs.tensor(0, in: [.float32]).shape
    let weights = try inputs.tensor(1, in: [.float32]).shape
    guard let x, let weights, x.count == 5, weights.count == 4, x[4] == lanes,
      ChannelBlocks.count(weights[1], lanes: lanes) == x[1]
    else { throw GraphError(.shapeMismatch, "convolves blocks of \(lanes) channels") }
    return OperandTypes([
      .tensor(.float32, [x[0], weights[1], x[2], x[3]]), inputs[1], inputs[2],
    ])
  }

  func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try fused.conv.outputTypes(try plainTypes(inputs))
    guard let shape = types.first?.tensorType?.shape else {
      throw GraphError(.shapeMismatch, "convolves blocks of known shape")
    }
    return [.tensor(.float32, ChannelBlocks.packedShape(shape, lanes: lanes))]
  }

  func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let weights = try inputs.tensor(1)
    var operands: [Tensor?] = [
      ChannelBlocks.unpack(try inputs.tensor(0), channels: weights.shape[1]), weights,
      try inputs.optionalTensor(2),
    ]
    if fused.hasResidual {
      operands.append(
        ChannelBlocks.unpack(try inputs.tensor(3), channels: weights.shape[0]))
    }
    let results = try fused.evaluate(Operands(tensors: operands), in: context)
    return results.map { $0.tensor.map { .tensor(ChannelBlocks.pack($0, lanes: lanes)) } ?? $0 }
  }

  func cost(_ inputs: OperandTypes) -> Cost {
    (try? plainTypes(inputs)).map(fused.conv.cost) ?? Cost()
  }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (shape, weightShape) = (context.shape(0), context.shape(1))
    let kernels = context.kernels
    guard kernels.laneCount == lanes, let function = fused.activation.kernelFunction else {
      return nil
    }
    let window = try fused.conv.window.geometry(
      input: Array(shape[2...3]), kernel: Array(weightShape[2...]))
    let work = BlockedConvolutionWork(
      window, batch: shape[0], inputChannels: weightShape[1], outputChannels: weightShape[0],
      function: function, lanes: lanes)
    let bias = context.constant(2)
    let form =
      "blocked-\(lanes)\(context.has(2) ? "+" + context.graph.name(of: context.node.inputs[2]!) : "")"
    guard
      let packed = context.prepared(1, form: form, { work.packed($0, bias: bias, kernels) })
    else { return nil }
    let (x, y) = (context.input(0), context.output)
    let residual = fused.hasResidual ? context.optionalInput(3) : nil
    context.needScratch(bytes: work.paddedFloats * MemoryLayout<Float>.stride)
    return LoweredStep(algorithm: work.isPointwise ? "blocked-1x1" : "blocked-direct") { run in
      packed.withElements(of: Float.self) { weights in
        guard let weights = weights.baseAddress else { return }
        work.run(
          run, kernels, x: run.floats(x), weights: weights, residual: residual.map(run.floats),
          y: run.floats(y))
      }
    }
  }
}

/// The numbers of a blocked convolution, and how its output is split over threads.
struct BlockedConvolutionWork: Sendable {
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
  let isPointwise: Bool
  private let isPadded: Bool

  init(
    _ geometry: IR.WindowGeometry, batch: Int, inputChannels: Int, outputChannels: Int,
    function: UnaryFunction, lanes: Int
  ) {
    let (h, w) = (geometry.axes[0], geometry.axes[1])
    // Padding that no tap reads need not be there; taps beyond it must be.
    func behind(_ axis: IR.WindowGeometry.Axis) -> Int {
      max(0, (axis.output - 1) * axis.stride + axis.extent - axis.input - axis.padBegin)
    }
    window = KernelTypes.WindowGeometry(
      inputHeight: h.input, inputWidth: w.input, outputHeight: h.output, outputWidth: w.output,
      kernelHeight: h.kernel, kernelWidth: w.kernel, padTop: h.padBegin, padLeft: w.padBegin,
      padBottom: behind(h), padRight: behind(w))
    isPadded = h.padBegin + w.padBegin + window.padBottom + window.padRight > 0
    isPointwise =
      h.kernel == 1 && w.kernel == 1 && h.stride == 1 && w.stride == 1 && !isPadded
    (self.batch, self.lanes) = (batch, lanes)
    inputBlocks = ChannelBlocks.count(inputChannels, lanes: lanes)
    outputBlocks = ChannelBlocks.count(outputChannels, lanes: lanes)
    rows = isPointwise ? 1 : h.output
    columns = isPointwise ? h.output * w.output : w.output
    let width = w.padBegin + w.input + window.padRight
    let height = h.padBegin + h.input + window.padBottom
    convolution = BlockedConvolution(
      inputChannels: inputChannels, outputChannels: outputChannels, kernelHeight: h.kernel,
      kernelWidth: w.kernel, inputRowStride: width * lanes,
      inputBlockStride: height * width * lanes, outputRowStride: w.output * lanes,
      outputBlockStride: h.output * w.output * lanes)
    (convolution.strideHeight, convolution.strideWidth) = (h.stride, w.stride)
    (convolution.dilationHeight, convolution.dilationWidth) = (h.dilation, w.dilation)
    convolution.activation = function
  }

  /// Floats of one image with its padding, 0 when it is read as it is.
  var paddedFloats: Int { isPadded ? inputBlocks * convolution.inputBlockStride : 0 }

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

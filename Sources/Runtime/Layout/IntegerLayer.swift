// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// A convolution of codes, taken apart into convolutions of all their input channels.
struct IntegerLayer: Sendable {
  /// Some output channels and the input channels that they read.
  struct Part: Sendable {
    var convolution: IntegerConvolution
    /// First output channel; a multiple of 16.
    let firstOutput: Int
    /// Bytes of the packed weights.
    let weightBytes: Int
    /// Where the part begins in the prepared weights.
    let offset: Int

    /// Where its biases begin.
    var biasOffset: Int { offset + weightBytes }
    /// Where its multipliers begin.
    var multiplierOffset: Int { biasOffset + lanes * MemoryLayout<Int32>.stride }
    /// One past its last byte.
    var end: Int { multiplierOffset + lanes * MemoryLayout<Float>.stride }
    private var lanes: Int { convolution.outputBlocks * IntegerConvolution.blockChannels }
  }

  let window: KernelTypes.WindowGeometry
  let batch: Int
  let inputChannels: Int
  let outputChannels: Int
  let groups: Int
  let inputZeroPoint: UInt8
  /// Whether each output channel reads one input channel.
  let isDepthwise: Bool
  /// Whether the image is read in planes, and its channels interleaved.
  let isInterleaved: Bool
  /// Whether the image is one row of pixels, each read once.
  let isPointwise: Bool
  private(set) var parts: [Part] = []
  private(set) var requantization: Requantization

  private static let lanes = IntegerConvolution.blockChannels
  /// Output pixels that are worth a call.
  private static let bandPixels = 112

  /// Rows and columns of the padded image.
  private var paddedHeight: Int { window.padTop + window.inputHeight + window.padBottom }
  private var paddedWidth: Int { window.padLeft + window.inputWidth + window.padRight }
  /// Whether the kernels read a copy of the image.
  var isCopied: Bool {
    isInterleaved || window.padTop + window.padLeft + window.padBottom + window.padRight > 0
  }
  /// Blocks of the input image.
  var inputBlocks: Int { ChannelBlocks.count(inputChannels, lanes: Self.lanes) }
  var outputBlocks: Int { ChannelBlocks.count(outputChannels, lanes: Self.lanes) }
  /// Bytes of an input image.
  var inputImageBytes: Int {
    window.inputHeight * window.inputWidth
      * (isInterleaved ? inputChannels : inputBlocks * Self.lanes)
  }
  /// Bytes of a block of the input image, or of its channels if they are interleaved.
  var inputPlaneBytes: Int { window.inputHeight * window.inputWidth * pixelBytes }
  private var paddedRowBytes: Int { paddedWidth * pixelBytes }
  /// Bytes of a block of the input as the kernels read it.
  var inputBlockBytes: Int { paddedHeight * paddedWidth * pixelBytes }
  var pixelBytes: Int { isInterleaved ? inputChannels : Self.lanes }
  /// Bytes of a block of the output.
  var outputBlockBytes: Int { window.outputHeight * window.outputWidth * Self.lanes }
  /// Bytes of the copy of the image; three more are read.
  var copyBytes: Int { isCopied ? inputBlockBytes * (isInterleaved ? 1 : inputBlocks) + 16 : 0 }
  /// Rows and columns of the output as the kernels walk them.
  var rows: Int { isPointwise ? 1 : window.outputHeight }
  var columns: Int {
    isPointwise ? window.outputHeight * window.outputWidth : window.outputWidth
  }
  /// Bytes of the prepared weights, biases and multipliers.
  var preparedBytes: Int {
    isDepthwise
      ? outputBlocks * Self.lanes * (window.kernelHeight * window.kernelWidth + 2) * 4
      : parts.last?.end ?? 0
  }

  /// Nil when the operands are not a convolution over two axes.
  init?(
    _ conv: IntegerConv, _ operands: BlockedOperands, _ kernels: IntegerKernels? = nil,
    mayInterleave: Bool = true
  ) throws(GraphError) {
    guard let x = operands.imageShape(0), operands.outputShape.count == 4,
      let weights = operands.inputs[1]?.tensorType?.shape, weights.count == 4,
      [1, 2, 3].allSatisfy({ operands.inputs.constant($0) != nil })
    else { return nil }
    let geometry = try conv.window.geometry(
      input: Array(x[2...3]), kernel: Array(weights[2...]))
    // Padding that no tap reads need not be there; taps beyond it must be.
    func behind(_ axis: IR.WindowGeometry.Axis) -> Int {
      max(0, (axis.output - 1) * axis.stride + axis.extent - axis.input - axis.padBegin)
    }
    var window = geometry.plane()
    (window.padBottom, window.padRight) = (behind(geometry.axes[0]), behind(geometry.axes[1]))
    self.window = window
    (batch, inputChannels, outputChannels) = (x[0], x[1], weights[0])
    (groups, inputZeroPoint) = (conv.groups, conv.inputZeroPoint)
    requantization = conv.rounding.requantization()
    isDepthwise = groups > 1 && groups == inputChannels && groups == outputChannels
    isInterleaved =
      mayInterleave && groups == 1 && inputChannels < 4 && window.dilationWidth == 1
    isPointwise =
      window.kernelHeight == 1 && window.kernelWidth == 1 && window.strideHeight == 1
      && window.strideWidth == 1
      && window.padTop + window.padLeft + window.padBottom + window.padRight == 0
      && !isInterleaved
    guard let bytes = ShapeMath.elementCount([paddedHeight, paddedWidth, inputBlocks, Self.lanes]),
      bytes < Int(Int32.max)
    else { return nil }
    if let kernels, !isDepthwise { try makeParts(kernels) }
  }

  /// The numbers of a convolution of some channels.
  func convolution(firstInput: Int, inputs: Int, outputs: Int) -> IntegerConvolution {
    var result = IntegerConvolution(
      inputChannels: inputs, outputChannels: outputs, kernelHeight: window.kernelHeight,
      kernelWidth: window.kernelWidth, inputRowStride: paddedWidth * pixelBytes,
      inputBlockStride: inputBlockBytes, outputRowStride: window.outputWidth * Self.lanes,
      outputBlockStride: outputBlockBytes, requantization: requantization)
    result.firstChannel = firstInput
    result.isInterleaved = isInterleaved
    (result.strideHeight, result.strideWidth) = (window.strideHeight, window.strideWidth)
    (result.dilationHeight, result.dilationWidth) = (window.dilationHeight, window.dilationWidth)
    return result
  }

  /// One part for all channels, or for each group where groups fill blocks, or for each tile's blocks
  /// with the input channels of the groups that they are in.
  private mutating func makeParts(_ kernels: IntegerKernels) throws(GraphError) {
    let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
    let isAligned = outputs % Self.lanes == 0 && inputs % 4 == 0
    let step =
      groups == 1
      ? outputChannels : isAligned ? outputs : kernels.blocksPerTile * Self.lanes
    var offset = 0
    for first in stride(from: 0, to: outputChannels, by: max(step, 1)) {
      let end = min(first + step, outputChannels)
      let firstInput = first / outputs * inputs / 4 * 4
      let endInput = ((end - 1) / outputs + 1) * inputs
      let convolution = convolution(
        firstInput: firstInput, inputs: endInput - firstInput, outputs: end - first)
      let part = Part(
        convolution: convolution, firstOutput: first,
        weightBytes: kernels.packedWeightBytes(convolution), offset: offset)
      offset = (part.end + 63) / 64 * 64
      parts.append(part)
    }
  }

  /// Packs weights `[M, C / groups, KH, KW]`, biases and multipliers.
  func pack(
    _ weights: Tensor, bias: Tensor, multipliers: Tensor, to target: UnsafeMutableRawPointer,
    _ kernels: IntegerKernels
  ) {
    let codes = weights.array(of: Int8.self)
    let filter = codes.count / max(outputChannels, 1)
    let zeroPoint = Int32(inputZeroPoint)
    // What the zero point adds to each sum, padding included.
    let biases = bias.array(of: Int32.self).enumerated().map { channel, bias in
      bias
        &- zeroPoint
        &* codes[channel * filter..<(channel + 1) * filter].reduce(Int32(0)) { $0 &+ Int32($1) }
    }
    let factors = multipliers.array(of: Float.self)
    if isDepthwise { return packDepthwise(codes, biases, factors, to: target) }
    for part in parts {
      let expanded = expand(codes, part)
      expanded.withUnsafeBufferPointer {
        guard let source = $0.baseAddress else { return }
        kernels.packConvolution(source, target + part.offset, part.convolution)
      }
      let range = part.firstOutput..<part.firstOutput + part.convolution.outputChannels
      Self.store(biases[range], padding: 0, target + part.biasOffset)
      Self.store(factors[range], padding: 0, target + part.multiplierOffset)
    }
  }

  private static func store<Element: BitwiseCopyable>(
    _ values: ArraySlice<Element>, padding: Element, _ target: UnsafeMutableRawPointer
  ) {
    let stored = Array(values)
    let count = (stored.count + lanes - 1) / lanes * lanes
    for index in 0..<count {
      target.storeBytes(
        of: index < stored.count ? stored[index] : padding,
        toByteOffset: index * MemoryLayout<Element>.stride, as: Element.self)
    }
  }

  /// The part's weights as those of a convolution of all its input channels.
  private func expand(_ codes: [Int8], _ part: Part) -> [Int8] {
    if groups == 1 { return codes }
    let taps = window.kernelHeight * window.kernelWidth
    let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
    let convolution = part.convolution
    var result = [Int8](
      repeating: 0, count: convolution.outputChannels * convolution.inputChannels * taps)
    for output in 0..<convolution.outputChannels {
      let channel = part.firstOutput + output
      let first = channel / outputs * inputs - convolution.firstChannel
      let start = (output * convolution.inputChannels + first) * taps
      for index in 0..<inputs * taps {
        result[start + index] = codes[channel * inputs * taps + index]
      }
    }
    return result
  }

  /// Blocks of weights `[taps, 16]` in 32 bits, then the biases, then the multipliers.
  private func packDepthwise(
    _ codes: [Int8], _ biases: [Int32], _ factors: [Float], to target: UnsafeMutableRawPointer
  ) {
    let taps = window.kernelHeight * window.kernelWidth
    let channels = outputBlocks * Self.lanes
    for channel in 0..<channels {
      let (block, lane) = (channel / Self.lanes, channel % Self.lanes)
      for tap in 0..<taps {
        let code = channel < outputChannels ? codes[channel * taps + tap] : 0
        target.storeBytes(
          of: Int32(code) & 0xffff, toByteOffset: 4 * ((block * taps + tap) * Self.lanes + lane),
          as: Int32.self)
      }
    }
    Self.store(biases[...], padding: 0, target + 4 * channels * taps)
    Self.store(factors[...], padding: 0, target + 4 * channels * (taps + 1))
  }

  /// Copies an image into `target` with the zero point around it, its channels interleaved if so.
  func copy(
    _ image: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ run: RunContext,
    _ kernels: IntegerKernels
  ) {
    let height = paddedHeight
    let planes = isInterleaved ? 1 : inputBlocks
    run.parallel(planes * height, grain: 16) { range, _ in
      for item in range {
        copyRow(
          image + item / height * inputPlaneBytes, item % height,
          to: target + item * paddedRowBytes, kernels)
      }
    }
  }

  /// Copies a row of a padded block, or of all interleaved channels.
  private func copyRow(
    _ plane: UnsafePointer<UInt8>, _ row: Int, to out: UnsafeMutablePointer<UInt8>,
    _ kernels: IntegerKernels
  ) {
    let line = row - window.padTop
    guard line >= 0, line < window.inputHeight else {
      out.update(repeating: inputZeroPoint, count: paddedRowBytes)
      return
    }
    let left = window.padLeft * pixelBytes
    let middle = window.inputWidth * pixelBytes
    out.update(repeating: inputZeroPoint, count: left)
    if isInterleaved {
      kernels.interleave(
        plane + line * window.inputWidth, out + left, inputChannels,
        window.inputHeight * window.inputWidth, window.inputWidth)
    } else {
      out.advanced(by: left).update(from: plane + line * middle, count: middle)
    }
    out.advanced(by: left + middle).update(
      repeating: inputZeroPoint, count: window.padRight * pixelBytes)
  }

  /// Walks the output rows of a block in bands, each right after the rows of the padded block that it
  /// is the first to read are copied, which are then in the first-level cache.
  func forEachBand(
    _ plane: UnsafePointer<UInt8>, paddedTo target: UnsafeMutablePointer<UInt8>,
    _ kernels: IntegerKernels, _ body: (Range<Int>) -> Void
  ) {
    let band = max(1, Self.bandPixels / max(window.outputWidth, 1))
    let extent = (window.kernelHeight - 1) * window.dilationHeight + 1
    var copied = 0
    for first in stride(from: 0, to: window.outputHeight, by: band) {
      let end = min(first + band, window.outputHeight)
      while copied < (end - 1) * window.strideHeight + extent {
        copyRow(plane, copied, to: target + copied * paddedRowBytes, kernels)
        copied += 1
      }
      body(first..<end)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import KernelTypes

/// A convolution without padding, as `convolveBlocked` sees it.
private struct ConvolutionCase {
  let kernel: Int
  let stride: Int
  let inputChannels: Int
  let outputChannels: Int
  let outputSize: Int
  var readsPlanes = false

  init(_ kernel: Int, _ stride: Int, _ from: Int, _ to: Int, _ size: Int) {
    (self.kernel, self.stride, outputSize) = (kernel, stride, size)
    (inputChannels, outputChannels) = (from, to)
  }

  var operations: Double {
    2 * Double(kernel * kernel * inputChannels * outputChannels * outputSize * outputSize)
  }

  /// The seconds that one core takes, with a fused ReLU.
  func time(_ kernels: KernelSet) -> Double {
    let lanes = kernels.laneCount
    let inputSize = (outputSize - 1) * stride + kernel
    let pixel = readsPlanes ? 1 : lanes
    let inputPlanes = (inputChannels + pixel - 1) / pixel
    let outputBlocks = (outputChannels + lanes - 1) / lanes
    let pixels = outputSize * outputSize
    var convolution = BlockedConvolution(
      laneCount: lanes, inputChannels: inputChannels, outputChannels: outputChannels,
      kernelHeight: kernel, kernelWidth: kernel, inputRowStride: inputSize * pixel,
      inputBlockStride: inputSize * inputSize * pixel, outputRowStride: outputSize * lanes,
      outputBlockStride: pixels * lanes)
    convolution.inputPixelStride = pixel
    convolution.inputBlockChannels = pixel
    (convolution.strideHeight, convolution.strideWidth) = (stride, stride)
    convolution.activation = .relu
    let isFlat = kernel == 1 && stride == 1
    let box = OutputBox(
      blocks: 0..<outputBlocks, rows: 0..<(isFlat ? 1 : outputSize),
      columns: 0..<(isFlat ? pixels : outputSize))

    let input = Floats(inputPlanes * convolution.inputBlockStride)
    let output = Floats(outputBlocks * convolution.outputBlockStride)
    let weights = Floats(outputChannels * inputChannels * kernel * kernel)
    let packed = Floats(kernels.packedWeightCount(convolution))
    let bias = Floats(outputBlocks * lanes)
    kernels.packConvolution(weights.pointer, nil, packed.pointer, bias.pointer, convolution)
    var offsets = [Int32](repeating: 0, count: convolution.termCount)
    kernels.convolutionOffsets(&offsets, convolution)
    return shortest {
      kernels.convolveBlocked(
        input.pointer, offsets, packed.pointer, bias.pointer, nil, output.pointer, convolution, box)
    }
  }

  func row(_ kernels: KernelSet, _ limits: Limits) -> MicroRow {
    let seconds = time(kernels)
    return MicroRow(
      kernel: "\(kernel)x\(kernel)/\(stride)",
      shape: "\(inputChannels) to \(outputChannels), \(outputSize)x\(outputSize)",
      microseconds: seconds * 1e6, gflops: operations / seconds / 1e9,
      percent: 100 * operations / seconds / limits.peak)
  }
}

/// The convolutions of ResNet-50 but the first, and two strided 3 × 3 ones of its version 1.5.
func directSection(_ kernels: KernelSet, _ limits: Limits) -> MicroSection {
  let cases = [
    ConvolutionCase(1, 1, 64, 64, 56), ConvolutionCase(3, 1, 64, 64, 56),
    ConvolutionCase(1, 1, 64, 256, 56), ConvolutionCase(1, 1, 256, 64, 56),
    ConvolutionCase(1, 2, 256, 128, 28), ConvolutionCase(3, 1, 128, 128, 28),
    ConvolutionCase(1, 1, 128, 512, 28), ConvolutionCase(1, 2, 256, 512, 28),
    ConvolutionCase(1, 1, 512, 128, 28), ConvolutionCase(1, 2, 512, 256, 14),
    ConvolutionCase(3, 1, 256, 256, 14), ConvolutionCase(1, 1, 256, 1024, 14),
    ConvolutionCase(1, 2, 512, 1024, 14), ConvolutionCase(1, 1, 1024, 256, 14),
    ConvolutionCase(1, 2, 1024, 512, 7), ConvolutionCase(3, 1, 512, 512, 7),
    ConvolutionCase(1, 1, 512, 2048, 7), ConvolutionCase(1, 2, 1024, 2048, 7),
    ConvolutionCase(1, 1, 2048, 512, 7), ConvolutionCase(3, 2, 128, 128, 28),
    ConvolutionCase(3, 2, 512, 512, 7),
  ]
  return MicroSection(
    name: "Direct convolution on blocks", limit: "peak of one core",
    rows: cases.map { $0.row(kernels, limits) })
}

/// First layers, which read an image of three planes: EfficientNet-Lite0, VGG19, ResNet-50, ZFNet,
/// AlexNet.
func stemSection(_ kernels: KernelSet, _ limits: Limits) -> MicroSection {
  var cases = [
    ConvolutionCase(3, 2, 3, 32, 112), ConvolutionCase(3, 1, 3, 64, 224),
    ConvolutionCase(7, 2, 3, 64, 112), ConvolutionCase(7, 2, 3, 96, 109),
    ConvolutionCase(11, 4, 3, 96, 54),
  ]
  for index in cases.indices { cases[index].readsPlanes = true }
  return MicroSection(
    name: "First layers on planes", limit: "peak of one core",
    rows: cases.map { $0.row(kernels, limits) })
}

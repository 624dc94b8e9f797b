// SPDX-License-Identifier: Apache-2.0
import Espalier

// Prints, for each instruction set of this CPU, the measured peak and what the kernels reach on the
// layers of ResNet-50 v1 at batch 1, one thread, warm caches:
//   swift run -c release --package-path Benchmarks KernelBenchmark

/// One distinct convolution of ResNet-50 and how often it occurs (0: only for comparison).
struct Layer {
  let kernel: Int
  let stride: Int
  let inputChannels: Int
  let outputChannels: Int
  let outputSize: Int
  let occurrences: Int

  init(_ kernel: Int, _ stride: Int, _ from: Int, _ to: Int, _ size: Int, _ occurrences: Int) {
    self.kernel = kernel
    self.stride = stride
    inputChannels = from
    outputChannels = to
    outputSize = size
    self.occurrences = occurrences
  }

  var operations: Double {
    2 * Double(kernel * kernel * inputChannels * outputChannels * outputSize * outputSize)
  }
}

let layers = [
  Layer(1, 1, 64, 64, 56, 1), Layer(3, 1, 64, 64, 56, 3), Layer(1, 1, 64, 256, 56, 4),
  Layer(1, 1, 256, 64, 56, 2), Layer(1, 2, 256, 128, 28, 1), Layer(3, 1, 128, 128, 28, 4),
  Layer(1, 1, 128, 512, 28, 4), Layer(1, 2, 256, 512, 28, 1), Layer(1, 1, 512, 128, 28, 3),
  Layer(1, 2, 512, 256, 14, 1), Layer(3, 1, 256, 256, 14, 6), Layer(1, 1, 256, 1024, 14, 6),
  Layer(1, 2, 512, 1024, 14, 1), Layer(1, 1, 1024, 256, 14, 5), Layer(1, 2, 1024, 512, 7, 1),
  Layer(3, 1, 512, 512, 7, 3), Layer(1, 1, 512, 2048, 7, 3), Layer(1, 2, 1024, 2048, 7, 1),
  Layer(1, 1, 2048, 512, 7, 2), Layer(3, 2, 128, 128, 28, 0), Layer(3, 2, 512, 512, 7, 0),
]

/// The time of one layer with a fused ReLU, in nanoseconds.
func time(_ layer: Layer, _ kernels: KernelSet) -> Double {
  let lanes = kernels.laneCount
  let inputSize = (layer.outputSize - 1) * layer.stride + layer.kernel
  let inputBlocks = (layer.inputChannels + lanes - 1) / lanes
  let outputBlocks = (layer.outputChannels + lanes - 1) / lanes
  let pixels = layer.outputSize * layer.outputSize
  var convolution = BlockedConvolution(
    laneCount: lanes, inputChannels: layer.inputChannels, outputChannels: layer.outputChannels,
    kernelHeight: layer.kernel, kernelWidth: layer.kernel, inputRowStride: inputSize * lanes,
    inputBlockStride: inputSize * inputSize * lanes, outputRowStride: layer.outputSize * lanes,
    outputBlockStride: pixels * lanes)
  convolution.strideHeight = layer.stride
  convolution.strideWidth = layer.stride
  convolution.activation = .relu
  let isFlat = layer.kernel == 1 && layer.stride == 1
  let box = OutputBox(
    blocks: 0..<outputBlocks, rows: 0..<(isFlat ? 1 : layer.outputSize),
    columns: 0..<(isFlat ? pixels : layer.outputSize))

  let input = Floats(inputBlocks * convolution.inputBlockStride)
  let output = Floats(outputBlocks * convolution.outputBlockStride)
  let weights = Floats(
    layer.outputChannels * layer.inputChannels * layer.kernel * layer.kernel)
  let packed = Floats(kernels.packedWeightCount(convolution))
  let bias = Floats(outputBlocks * lanes)
  defer { for floats in [input, output, weights, packed, bias] { floats.free() } }
  kernels.packConvolution(weights.pointer, nil, packed.pointer, bias.pointer, convolution)
  var offsets = [Int32](repeating: 0, count: convolution.termCount)
  kernels.convolutionOffsets(&offsets, convolution)
  return shortest {
    kernels.convolveBlocked(
      input.pointer, offsets, packed.pointer, bias.pointer, nil, output.pointer, convolution, box)
  }
}

print("CPU: \(CPUFeatures.current.modelName)")
for kernels in KernelCatalog.sets
where CPUFeatures.current.supports(kernels.instructionSet) {
  let rounds = 2_000_000
  let peak =
    Double(24 * kernels.laneCount * rounds)
    / shortest { _ = kernels.multiplyAddRounds(rounds) }
  print("\n\(kernels.instructionSet): peak \(column(peak, width: 0)) GFLOP/s\n")
  print("| kernel | channels | output | µs | GFLOP/s | % of peak |")
  print("|---|---|---|---:|---:|---:|")
  var total = 0.0
  var ideal = 0.0
  for layer in layers {
    let time = time(layer, kernels)
    let speed = layer.operations / time
    total += time * Double(layer.occurrences)
    ideal += layer.operations / peak * Double(layer.occurrences)
    print(
      "| \(layer.kernel)x\(layer.kernel)/\(layer.stride)",
      "\(layer.inputChannels) to \(layer.outputChannels)",
      "\(layer.outputSize)x\(layer.outputSize)", column(time / 1000), column(speed),
      column(100 * speed / peak) + " |", separator: " | ")
  }
  print(
    "\nall convolutions of ResNet-50 v1 but the first:", column(total / 1e6, width: 0), "ms,",
    column(100 * ideal / total, width: 0) + " % of peak")
}

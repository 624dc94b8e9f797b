// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

/// A convolution by minimal filtering, with its images in plain order.
private struct Case: CustomStringConvertible {
  var batch = 1
  var inputChannels: Int
  var outputChannels: Int
  var input: (Int, Int)
  var pads = (1, 1, 1, 1)
  var hasBias = true
  var hasResidual = false
  var activation = UnaryFunction(.identity)

  var description: String {
    "\(batch) × \(inputChannels) to \(outputChannels), \(input), pads \(pads), residual "
      + "\(hasResidual), \(activation)"
  }

  func window(_ transform: WinogradTransform) -> WindowGeometry {
    let (taps, stride) = (transform.taps, transform.stride)
    return WindowGeometry(
      inputHeight: input.0, inputWidth: input.1,
      outputHeight: (input.0 + pads.0 + pads.2 - taps) / stride + 1,
      outputWidth: (input.1 + pads.1 + pads.3 - taps) / stride + 1, kernelHeight: taps,
      kernelWidth: taps, strideHeight: stride, strideWidth: stride, padTop: pads.0, padLeft: pads.1,
      padBottom: pads.2, padRight: pads.3)
  }
}

private let cases = [
  Case(inputChannels: 1, outputChannels: 1, input: (5, 5)),
  Case(inputChannels: 16, outputChannels: 32, input: (14, 14), activation: .relu),
  Case(inputChannels: 19, outputChannels: 37, input: (9, 23), hasBias: false),
  Case(
    batch: 2, inputChannels: 7, outputChannels: 20, input: (8, 7), hasResidual: true,
    activation: .relu6),
  Case(
    batch: 3, inputChannels: 33, outputChannels: 16, input: (6, 11), pads: (0, 2, 1, 0),
    hasResidual: true, activation: UnaryFunction(.silu)),
  Case(inputChannels: 24, outputChannels: 65, input: (13, 6), pads: (2, 2, 2, 2)),
]

/// Where channel `c` of pixel `(y, x)` of an image is in blocks.
private func place(_ c: Int, _ y: Int, _ x: Int, _ height: Int, _ width: Int, _ lanes: Int) -> Int {
  ((c / lanes * height + y) * width + x) * lanes + c % lanes
}

func checkWinograd(_ kernel: Kernel, _ transform: WinogradTransform) throws {
  var random = Random(seed: 31)
  for c in cases { try check(kernel, transform, c, &random) }
}

private func check(
  _ kernel: Kernel, _ transform: WinogradTransform, _ c: Case, _ random: inout Random
) throws {
  let kernels = kernel.kernels
  let lanes = kernels.laneCount
  let r = transform.taps
  var g = WinogradConvolution(
    transform, inputChannels: c.inputChannels, outputChannels: c.outputChannels,
    window: c.window(transform), activation: c.activation, panelTiles: 0, laneCount: lanes)
  let tiles = c.batch * g.tileRows * g.tileColumns
  g.panelTiles = tiles - tiles / 3
  let (height, width) = (g.inputHeight, g.inputWidth)
  // NaN in the lanes that fill the last block: they must not be used.
  var input = Array(repeating: Float.nan, count: c.batch * g.inputImageStride)
  for image in 0..<c.batch {
    for channel in 0..<c.inputChannels {
      for y in 0..<height {
        for x in 0..<width {
          input[image * g.inputImageStride + place(channel, y, x, height, width, lanes)] =
            .random(in: -1...1, using: &random)
        }
      }
    }
  }
  let weights = random.floats(c.outputChannels * c.inputChannels * r * r, in: -1...1)
  let bias = random.floats(c.outputChannels)
  let residual = random.floats(c.batch * g.outputImageStride)

  let label = "\(kernel) \(c)"
  let points = transform.points * transform.points
  let pointWeights = g.outputBlocks * c.inputChannels * lanes
  let weightPoints = transform.weightPoints
  let packed = try GuardedBuffer(
    count: weightPoints * weightPoints * pointWeights, .touchesEnd)
  let packedBias = try GuardedBuffer(count: g.outputBlocks * lanes, .touchesEnd)
  // Two parts, as threads would pack them.
  let middle = min(kernels.blocksPerTile, g.outputBlocks)
  for (first, end) in [(0, middle), (middle, g.outputBlocks)] {
    kernels.packWinograd(
      weights, c.hasBias ? bias : nil, packed.floats, packedBias.floats, g, first, end)
  }
  packed.expectIntact(label)
  packedBias.expectIntact(label)

  let inputs = try GuardedBuffer(input, .touchesEnd)
  let output = try GuardedBuffer(
    Array(repeating: 0, count: c.batch * g.outputImageStride), .touchesEnd)
  let zeros = Array(repeating: Float(0), count: g.outputBlocks * lanes)
  for range in [0..<tiles / 3, tiles / 3..<tiles] where !range.isEmpty {
    let inputStride = g.pointStride(blocks: g.inputBlocks)
    let outputStride = g.pointStride(blocks: g.outputBlocks)
    let values = try GuardedBuffer(count: points * inputStride, .touchesEnd)
    let products = try GuardedBuffer(count: points * outputStride, .touchesEnd)
    for block in 0..<g.inputBlocks {
      kernels.winogradInput(
        inputs.floats, values.floats, g, WinogradPart(tiles: range, blocks: block..<block + 1))
    }
    values.expectIntact(label)
    var offsets = [Int32](repeating: 0, count: c.inputChannels)
    kernels.convolutionOffsets(&offsets, g.product)
    for point in 0..<points {
      kernels.convolveBlocked(
        values.floats + point * inputStride, offsets,
        packed.floats + g.weightIndex(point) * pointWeights, zeros,
        nil,
        products.floats + point * outputStride, g.product,
        OutputBox(blocks: 0..<g.outputBlocks, rows: 0..<1, columns: 0..<range.count))
    }
    kernels.winogradOutput(
      products.floats, packedBias.floats, c.hasResidual ? residual : nil, output.floats, g,
      WinogradPart(tiles: range, blocks: 0..<g.outputBlocks))
    products.expectIntact(label)
  }
  output.expectIntact(label)
  withExtendedLifetime((inputs, packed, packedBias)) {}

  var expected: [Double] = []
  var actual: [Float] = []
  let results = output.values
  for image in 0..<c.batch {
    for o in 0..<c.outputChannels {
      for y in 0..<g.outputHeight {
        for x in 0..<g.outputWidth {
          let p =
            image * g.outputImageStride + place(o, y, x, g.outputHeight, g.outputWidth, lanes)
          var sum = (c.hasBias ? Double(bias[o]) : 0) + (c.hasResidual ? Double(residual[p]) : 0)
          for i in 0..<c.inputChannels {
            for tap in 0..<r * r {
              let (iy, ix) = (
                y * transform.stride + tap / r - g.padTop,
                x * transform.stride + tap % r - g.padLeft
              )
              guard (0..<height).contains(iy), (0..<width).contains(ix) else { continue }
              sum +=
                Double(weights[(o * c.inputChannels + i) * r * r + tap])
                * Double(
                  input[image * g.inputImageStride + place(i, iy, ix, height, width, lanes)])
            }
          }
          expected.append(reference(c.activation, sum))
          actual.append(results[p])
        }
      }
    }
  }
  // Sums of up to 800 products around 10 in size; the larger transforms lose three bits.
  expectClose(actual, expected, Tolerance(relative: 2e-5, absolute: 1e-4), label)
}

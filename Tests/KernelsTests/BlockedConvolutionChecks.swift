// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

/// A convolution in blocks, with its images in plain order.
private struct Case: CustomStringConvertible {
  var inputChannels = 16
  var outputChannels = 16
  var kernel = (1, 1)
  var stride = (1, 1)
  var dilation = (1, 1)
  var output = (1, 14)
  var inputLane = 0
  var outputLane = 0
  var preservesOtherLanes = false
  var hasResidual = false
  var accumulates = false
  var hasBias = true
  /// Whether the input is in planes.
  var readsPlanes = false
  var activation = UnaryFunction.identity

  var inputHeight: Int { (output.0 - 1) * stride.0 + (kernel.0 - 1) * dilation.0 + 1 }
  var inputWidth: Int { (output.1 - 1) * stride.1 + (kernel.1 - 1) * dilation.1 + 1 }

  var description: String {
    "\(inputChannels)@\(inputLane) to \(outputChannels)@\(outputLane), \(output) by \(kernel),"
      + " stride \(stride), dilation \(dilation), residual \(hasResidual), accumulates"
      + " \(accumulates), \(activation)"
  }

  func convolution(lanes: Int) -> BlockedConvolution {
    var g = BlockedConvolution(
      laneCount: lanes, inputChannels: inputChannels, outputChannels: outputChannels,
      kernelHeight: kernel.0,
      kernelWidth: kernel.1, inputRowStride: inputWidth * lanes,
      inputBlockStride: inputHeight * inputWidth * lanes, outputRowStride: output.1 * lanes,
      outputBlockStride: output.0 * output.1 * lanes)
    if readsPlanes {
      (g.inputBlockChannels, g.inputPixelStride) = (1, 1)
      g.inputRowStride = inputWidth
      g.inputBlockStride = inputHeight * inputWidth
    }
    g.inputLane = inputLane
    g.outputLane = outputLane
    g.preservesOtherLanes = preservesOtherLanes
    (g.strideHeight, g.strideWidth) = stride
    (g.dilationHeight, g.dilationWidth) = dilation
    g.accumulates = accumulates
    g.activation = activation
    return g
  }
}

private func cases() -> [Case] {
  var random = Random(seed: 18)
  var list: [Case] = []
  // Every tile: widths up to past the largest, one to three rows, one to three blocks.
  for width in 1...30 {
    list.append(
      Case(
        inputChannels: random.int(1...40), outputChannels: [16, 32, 48, 8, 24][width % 5],
        output: (1 + width % 3, width)))
    list.append(
      Case(
        inputChannels: random.int(1...24), outputChannels: random.int(1...50), kernel: (3, 3),
        stride: (2, 2), output: (1 + width % 3, width), activation: .relu))
  }
  for (kernel, stride, dilation) in [
    ((3, 3), (1, 1), (1, 1)), ((5, 5), (1, 1), (1, 1)), ((1, 7), (1, 1), (1, 1)),
    ((3, 3), (1, 1), (2, 2)), ((2, 3), (2, 1), (1, 2)), ((3, 3), (3, 3), (1, 1)),
    ((1, 1), (2, 2), (1, 1)), ((4, 4), (4, 4), (1, 1)),
  ] {
    for output in [(1, 1), (5, 7), (4, 15), (3, 9)] {
      list.append(
        Case(
          inputChannels: random.int(1...33), outputChannels: random.int(1...70), kernel: kernel,
          stride: stride, dilation: dilation, output: output, hasResidual: output.0 == 5,
          hasBias: output.0 != 4, activation: output.0 == 3 ? UnaryFunction(.silu) : .relu6))
    }
  }
  for activation in [UnaryFunction(.hardSwish), UnaryFunction(.leakyReLU, 0.1), .identity] {
    for lane in [0, 1, 4, 7] {
      list.append(
        Case(
          inputChannels: 19, outputChannels: 21, kernel: (1, 3), output: (3, 6), inputLane: lane,
          outputLane: (lane * 3) % 8, preservesOtherLanes: lane != 4,
          hasResidual: lane == 1, accumulates: lane == 7, activation: activation))
    }
  }
  for (stride, width) in [(1, 30), (2, 19), (4, 15), (3, 9)] {
    list.append(
      Case(
        inputChannels: 3, outputChannels: 40, kernel: (3, 5), stride: (stride, stride),
        output: (3, width), readsPlanes: true, activation: .relu))
  }
  list.append(Case(inputChannels: 300, outputChannels: 128, kernel: (3, 3), output: (2, 3)))
  return list
}

/// Where channel `c` of pixel `(y, x)` is in blocks.
private func place(_ c: Int, _ y: Int, _ x: Int, _ height: Int, _ width: Int, _ lanes: Int) -> Int {
  ((c / lanes * height + y) * width + x) * lanes + c % lanes
}

func checkConvolveBlocked(_ kernel: Kernel) throws {
  var random = Random(seed: 19)
  for c in cases() { try check(kernel, c, &random) }
}

private func check(_ kernel: Kernel, _ c: Case, _ random: inout Random) throws {
  let lanes = kernel.kernels.laneCount
  let g = c.convolution(lanes: lanes)
  let inputLanes = g.inputBlockChannels
  let inputBlocks = (c.inputLane + c.inputChannels + inputLanes - 1) / inputLanes
  let blocks = (c.outputLane + c.outputChannels + lanes - 1) / lanes
  let taps = c.kernel.0 * c.kernel.1
  // NaN in the lanes of others: they must not be read.
  var input = Array(repeating: Float.nan, count: inputBlocks * g.inputBlockStride)
  for channel in c.inputLane..<c.inputLane + c.inputChannels {
    for y in 0..<c.inputHeight {
      for x in 0..<c.inputWidth {
        input[place(channel, y, x, c.inputHeight, c.inputWidth, inputLanes)] =
          .random(in: -1...1, using: &random)
      }
    }
  }
  let weights = random.floats(c.outputChannels * c.inputChannels * taps, in: -1...1)
  let bias = random.floats(c.outputChannels)
  let residual = random.floats(blocks * g.outputBlockStride)
  let before = random.floats(blocks * g.outputBlockStride)

  var expected = before.map(Double.init)
  for o in 0..<c.outputChannels {
    for y in 0..<c.output.0 {
      for x in 0..<c.output.1 {
        let p = place(c.outputLane + o, y, x, c.output.0, c.output.1, lanes)
        var sum = c.hasBias ? Double(bias[o]) : 0
        if c.hasResidual { sum += Double(residual[p]) }
        if c.accumulates { sum += Double(before[p]) }
        for i in 0..<c.inputChannels {
          for tap in 0..<taps {
            let iy = y * c.stride.0 + tap / c.kernel.1 * c.dilation.0
            let ix = x * c.stride.1 + tap % c.kernel.1 * c.dilation.1
            let q = place(c.inputLane + i, iy, ix, c.inputHeight, c.inputWidth, inputLanes)
            sum += Double(weights[(o * c.inputChannels + i) * taps + tap]) * Double(input[q])
          }
        }
        expected[p] = reference(c.activation, sum)
      }
    }
  }

  let packed = try GuardedBuffer(count: kernel.kernels.packedWeightCount(g), .touchesEnd)
  let packedBias = try GuardedBuffer(count: blocks * lanes, .touchesEnd)
  kernel.kernels.packConvolution(
    weights, c.hasBias ? bias : nil, packed.floats, packedBias.floats, g)
  packed.expectIntact("\(kernel) packing \(c)")
  packedBias.expectIntact("\(kernel) packing \(c)")
  var offsets = [Int32](repeating: 0, count: g.termCount)
  kernel.kernels.convolutionOffsets(&offsets, g)
  let inputs = try GuardedBuffer(input, .touchesEnd)
  let output = try GuardedBuffer(before, .touchesEnd)
  for box in boxes(blocks, c.output, blocksPerTile: kernel.kernels.blocksPerTile) {
    kernel.kernels.convolveBlocked(
      inputs.floats, offsets, packed.floats, packedBias.floats, c.hasResidual ? residual : nil,
      output.floats, g, box)
  }
  withExtendedLifetime((inputs, packed, packedBias)) {}
  output.expectIntact("\(kernel) \(c)")
  var actual = output.values
  if !c.preservesOtherLanes {
    // These may hold anything.
    for p in actual.indices {
      let channel = p / g.outputBlockStride * lanes + p % lanes
      if !(c.outputLane..<c.outputLane + c.outputChannels).contains(channel) {
        actual[p] = before[p]
      }
    }
  }
  expectClose(actual, expected, Tolerance(relative: 3e-6, absolute: 6e-5), "\(kernel) \(c)")
}

/// The outputs in up to eight boxes, as threads would divide them.
private func boxes(_ blocks: Int, _ output: (Int, Int), blocksPerTile: Int) -> [OutputBox] {
  func halves(_ count: Int, multipleOf unit: Int) -> [Range<Int>] {
    let middle = count / 2 / unit * unit
    return [0..<middle, middle..<count].filter { !$0.isEmpty }
  }
  return halves(blocks, multipleOf: blocksPerTile).flatMap { b in
    halves(output.0, multipleOf: 1).flatMap { r in
      (output.1 > 20 ? halves(output.1, multipleOf: 1) : [0..<output.1]).map { columns in
        OutputBox(blocks: b, rows: r, columns: columns)
      }
    }
  }
}

func checkPadPlanes(_ kernel: Kernel) throws {
  var random = Random(seed: 20)
  let lanes = kernel.kernels.laneCount
  for g in windows(seed: 21) {
    let x = random.floats(2 * g.inputSize * lanes)
    let height = g.padTop + g.inputHeight + g.padBottom
    let width = g.padLeft + g.inputWidth + g.padRight
    var expected = Array(repeating: 0.0, count: 2 * height * width * lanes)
    for c in 0..<2 * lanes {
      for y in 0..<g.inputHeight {
        for column in 0..<g.inputWidth {
          expected[place(c, y + g.padTop, column + g.padLeft, height, width, lanes)] =
            Double(x[place(c, y, column, g.inputHeight, g.inputWidth, lanes)])
        }
      }
    }
    try check(
      inputs: [x], outputCount: expected.count, expected: expected, .exact, "\(kernel) \(g)"
    ) { p, y in kernel.kernels.padPlanes(p[0], y, 2, lanes, g) }
  }
}

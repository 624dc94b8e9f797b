// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

// Kernels on codes give exactly the bytes of plain loops, so that those of all instruction sets are
// equal too.

func checkCodes(_ kernels: IntegerKernels, _ operation: IntegerOperation) {
  switch operation {
  case .convolve: checkConvolution(kernels)
  case .depthwise: checkDepthwise(kernels)
  case .maxPool: checkPools(kernels, average: false)
  case .averagePool: checkPools(kernels, average: true)
  case .combine: checkCombine(kernels)
  case .scaleShift: checkScaleShift(kernels)
  case .lookUp: checkLookUp(kernels)
  case .quantize: checkQuantize(kernels)
  case .dequantize: checkDequantize(kernels)
  case .packChannels, .unpackChannels, .interleave: checkMoves(kernels, operation)
  }
}

private let lanes = IntegerConvolution.blockChannels

extension Random {
  /// Random bytes, extremes among them.
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      switch int(0...9) {
      case 0: 0
      case 1: 255
      default: UInt8(truncatingIfNeeded: next())
      }
    }
  }
}

/// A requantization as it is defined.
private func reference(
  _ sum: Int32, _ multiplier: Float, _ residual: UInt8?, _ r: Requantization
) -> UInt8 {
  func round(_ value: Float, _ low: Float, _ high: Float) -> Float {
    min(max(value, low), high).rounded(.toNearestOrEven)
  }
  var value = round(Float(sum) * multiplier, r.low, r.high)
  if r.hasSecondStage {
    value *= r.ownScale
    if let residual {
      let other = Float(Int(residual) - Int(r.residualZeroPoint)) * r.residualScale
      value += other
    }
    value = round(value, r.sumLow, r.sumHigh)
  }
  return UInt8(Int(value) + Int(r.zeroPoint))
}

private func randomRequantization(_ random: inout Random, secondStage: Bool) -> Requantization {
  let zero = random.bytes(1)[0]
  let own = random.bytes(1)[0]
  var r = Requantization(
    low: -Float(secondStage ? own : zero), high: 255 - Float(secondStage ? own : zero),
    zeroPoint: zero)
  r.ownZeroPoint = secondStage ? own : zero
  if random.int(0...2) == 0 { r.low = 0 }
  guard secondStage else { return r }
  r.hasSecondStage = true
  r.ownScale = random.floats(1, in: 0.1...1.5)[0]
  r.residualScale = random.floats(1, in: 0.1...1.5)[0]
  r.residualZeroPoint = random.bytes(1)[0]
  r.sumLow = random.int(0...1) == 0 ? 0 : -Float(zero)
  r.sumHigh = 255 - Float(zero)
  return r
}

/// A convolution with its images in plain order.
private struct Case: CustomStringConvertible {
  var firstChannel = 0
  var inputChannels = 16
  var outputChannels = 16
  var kernel = (1, 1)
  var stride = (1, 1)
  var dilation = (1, 1)
  var output = (1, 14)
  var secondStage = false
  var hasResidual = false
  var isInterleaved = false

  var inputHeight: Int { (output.0 - 1) * stride.0 + (kernel.0 - 1) * dilation.0 + 1 }
  var inputWidth: Int { (output.1 - 1) * stride.1 + (kernel.1 - 1) * dilation.1 + 1 }
  var pixel: Int { isInterleaved ? inputChannels : lanes }

  var description: String {
    "\(inputChannels)@\(firstChannel) to \(outputChannels), \(output) by \(kernel), stride"
      + " \(stride), dilation \(dilation), second stage \(secondStage), residual \(hasResidual)"
      + (isInterleaved ? ", interleaved" : "")
  }

  func convolution(_ requantization: Requantization) -> IntegerConvolution {
    var g = IntegerConvolution(
      inputChannels: inputChannels, outputChannels: outputChannels, kernelHeight: kernel.0,
      kernelWidth: kernel.1, inputRowStride: inputWidth * pixel,
      inputBlockStride: inputHeight * inputWidth * pixel, outputRowStride: output.1 * lanes,
      outputBlockStride: output.0 * output.1 * lanes, requantization: requantization)
    g.firstChannel = firstChannel
    g.isInterleaved = isInterleaved
    (g.strideHeight, g.strideWidth) = stride
    (g.dilationHeight, g.dilationWidth) = dilation
    return g
  }

  /// Where channel `c` of input pixel `(y, x)` is.
  func place(_ c: Int, _ y: Int, _ x: Int) -> Int {
    isInterleaved
      ? (y * inputWidth + x) * inputChannels + c
      : (((firstChannel + c) / lanes * inputHeight + y) * inputWidth + x) * lanes
        + (firstChannel + c) % lanes
  }
}

private func cases() -> [Case] {
  var random = Random(seed: 71)
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
        stride: (2, 2), output: (1 + width % 3, width), secondStage: width % 3 > 0,
        hasResidual: width % 3 == 1))
  }
  for (kernel, stride, dilation) in [
    ((3, 3), (1, 1), (1, 1)), ((5, 5), (1, 1), (1, 1)), ((1, 7), (1, 1), (1, 1)),
    ((3, 3), (1, 1), (2, 2)), ((2, 3), (2, 1), (1, 2)), ((3, 3), (3, 3), (1, 1)),
    ((1, 1), (2, 2), (1, 1)), ((4, 4), (4, 4), (1, 1)),
  ] {
    for output in [(1, 1), (5, 7), (4, 15), (3, 9)] {
      list.append(
        Case(
          firstChannel: 4 * random.int(0...6), inputChannels: random.int(1...33),
          outputChannels: random.int(1...70), kernel: kernel, stride: stride, dilation: dilation,
          output: output, secondStage: output.0 > 3, hasResidual: output.0 == 5))
    }
  }
  for channels in 1...3 {
    for (stride, width) in [(1, 30), (2, 19), (4, 15), (3, 9)] {
      list.append(
        Case(
          inputChannels: channels, outputChannels: 40, kernel: (3, 5), stride: (stride, stride),
          output: (3, width), isInterleaved: true))
    }
  }
  // Sums whose pairs of products do not fit 16 bits, and more weights than a cache holds.
  list.append(Case(inputChannels: 700, outputChannels: 128, kernel: (3, 3), output: (2, 3)))
  return list
}

private func checkConvolution(_ kernels: IntegerKernels) {
  var random = Random(seed: 72)
  for c in cases() {
    let requantization = randomRequantization(&random, secondStage: c.secondStage)
    let g = c.convolution(requantization)
    let taps = c.kernel.0 * c.kernel.1
    let blocks = g.outputBlocks
    let inputBlocks = (c.firstChannel + c.inputChannels + lanes - 1) / lanes
    let input = random.bytes(g.inputBlockStride * (c.isInterleaved ? 1 : inputBlocks) + 3)
    let weights = random.bytes(c.outputChannels * c.inputChannels * taps).map {
      Int8(bitPattern: $0)
    }
    let bias = (0..<blocks * lanes).map { _ in Int32(random.int(-9000...9000)) }
    let multipliers = random.floats(blocks * lanes, in: 0.0001...0.02)
    let residual = random.bytes(blocks * g.outputBlockStride)

    var offsets = [Int32](repeating: 0, count: g.termCount)
    kernels.convolutionOffsets(&offsets, g)
    var packed = [UInt8](repeating: 0x55, count: kernels.packedWeightBytes(g))
    kernels.packConvolution(weights, &packed, g)
    var output = [UInt8](repeating: 0, count: blocks * g.outputBlockStride)
    // In two boxes of rows, as threads do it.
    let middle = c.output.0 / 2
    for rows in [0..<middle, middle..<c.output.0] {
      let box = OutputBox(blocks: 0..<blocks, rows: rows, columns: 0..<c.output.1)
      kernels.convolve(
        input, offsets, packed, bias, multipliers, c.hasResidual ? residual : nil, &output, g, box)
    }

    var differing = 0
    for o in 0..<c.outputChannels {
      for y in 0..<c.output.0 {
        for x in 0..<c.output.1 {
          var sum = bias[o]
          for i in 0..<c.inputChannels {
            for tap in 0..<taps {
              let row = y * c.stride.0 + tap / c.kernel.1 * c.dilation.0
              let column = x * c.stride.1 + tap % c.kernel.1 * c.dilation.1
              sum &+=
                Int32(input[c.place(i, row, column)])
                &* Int32(weights[(o * c.inputChannels + i) * taps + tap])
            }
          }
          let place = ((o / lanes * c.output.0 + y) * c.output.1 + x) * lanes + o % lanes
          let expected = reference(
            sum, multipliers[o], c.hasResidual ? residual[place] : nil, requantization)
          if output[place] != expected { differing += 1 }
        }
      }
    }
    #expect(differing == 0, "\(c)")
  }
}

private func checkDepthwise(_ kernels: IntegerKernels) {
  var random = Random(seed: 73)
  for (kernel, stride, dilation) in [(3, 1, 1), (3, 2, 1), (5, 1, 1), (3, 1, 2), (1, 1, 1)] {
    for width in [1, 2, 7, 16] {
      for stage in 0..<3 {
        let c = Case(
          kernel: (kernel, kernel), stride: (stride, stride), dilation: (dilation, dilation),
          output: (3, width), secondStage: stage > 0, hasResidual: stage == 1)
        let requantization = randomRequantization(&random, secondStage: c.secondStage)
        let g = c.convolution(requantization)
        let input = random.bytes(g.inputBlockStride)
        let weights = random.bytes(kernel * kernel * lanes).map { Int32(Int8(bitPattern: $0)) }
        let bias = (0..<lanes).map { _ in Int32(random.int(-900...900)) }
        let multipliers = random.floats(lanes, in: 0.001...0.05)
        let residual = random.bytes(g.outputBlockStride)
        var output = [UInt8](repeating: 0, count: g.outputBlockStride)
        kernels.depthwise(
          input, weights.map { $0 & 0xffff }, bias, multipliers, c.hasResidual ? residual : nil,
          &output, g, 0..<3)
        var expected = output
        for y in 0..<3 {
          for x in 0..<width {
            for lane in 0..<lanes {
              var sum = bias[lane]
              for tap in 0..<kernel * kernel {
                let row = y * stride + tap / kernel * dilation
                let column = x * stride + tap % kernel * dilation
                sum += Int32(input[c.place(lane, row, column)]) * weights[tap * lanes + lane]
              }
              let place = (y * width + x) * lanes + lane
              expected[place] = reference(
                sum, multipliers[lane], c.hasResidual ? residual[place] : nil, requantization)
            }
          }
        }
        #expect(output == expected, "\(c)")
      }
    }
  }
}

private func checkPools(_ kernels: IntegerKernels, average: Bool) {
  var random = Random(seed: 74)
  for (kernel, stride, pad, dilation) in [
    (3, 2, 1, 1), (2, 2, 0, 1), (3, 1, 1, 2), (7, 7, 0, 1), (5, 3, 2, 1),
  ] {
    for countsPadding in [false, true] {
      let (height, width, planes) = (9, 11, 2)
      let extent = (kernel - 1) * dilation + 1
      var g = WindowGeometry(
        inputHeight: height, inputWidth: width,
        outputHeight: (height + 2 * pad - extent) / stride + 1,
        outputWidth: (width + 2 * pad - extent) / stride + 1, kernelHeight: kernel,
        kernelWidth: kernel, strideHeight: stride, strideWidth: stride, padTop: pad, padLeft: pad,
        padBottom: pad, padRight: pad)
      (g.dilationHeight, g.dilationWidth) = (dilation, dilation)
      g.countIncludePadding = countsPadding
      let x = random.bytes(planes * height * width * lanes)
      let parameters = IntegerAverage(
        inputZeroPoint: random.bytes(1)[0], inputScale: 0.3, scale: 0.23,
        zeroPoint: random.bytes(1)[0], countsPadding: countsPadding)
      let count = planes * g.outputHeight * g.outputWidth * lanes
      var y = [UInt8](repeating: 7, count: count)
      if average {
        kernels.averagePool(x, &y, planes, parameters, g)
      } else {
        kernels.maxPool(x, &y, planes, g)
      }
      let zero = Float(parameters.zeroPoint)
      let bounds = Requantization(
        low: -zero, high: 255 - zero, zeroPoint: parameters.zeroPoint)
      var expected: [UInt8] = []
      for index in 0..<count {
        let lane = index % lanes
        let column = index / lanes % g.outputWidth
        let row = index / lanes / g.outputWidth % g.outputHeight
        let plane = index / lanes / g.outputWidth / g.outputHeight
        var (best, sum, inside) = (UInt8(0), Float(0), 0)
        for tap in 0..<kernel * kernel {
          let r = row * stride - pad + tap / kernel * dilation
          let c = column * stride - pad + tap % kernel * dilation
          guard r >= 0, r < height, c >= 0, c < width else { continue }
          let code = x[((plane * height + r) * width + c) * lanes + lane]
          best = max(best, code)
          sum += Float(Int(code) - Int(parameters.inputZeroPoint)) * parameters.inputScale
          inside += 1
        }
        let counted = countsPadding ? kernel * kernel : inside
        let mean = counted == 0 ? 0 : sum / Float(counted) / parameters.scale
        let rounded = min(max(mean, bounds.low), bounds.high).rounded(.toNearestOrEven)
        expected.append(average ? UInt8(Int(rounded) + Int(bounds.zeroPoint)) : best)
      }
      #expect(y == expected, "kernel \(kernel), stride \(stride), pad \(pad)")
    }
  }
}

private func checkCombine(_ kernels: IntegerKernels) {
  var random = Random(seed: 75)
  for count in sizes {
    for hasResidual in [false, true] {
      var r = randomRequantization(&random, secondStage: true)
      (r.low, r.high) = (-255, 255)
      let zero = random.bytes(1)[0]
      let (x, residual) = (random.bytes(count), random.bytes(count))
      var y = [UInt8](repeating: 9, count: count + 1)
      kernels.combine(x, zero, hasResidual ? residual : nil, &y, count, r)
      let expected = x.indices.map {
        reference(Int32(x[$0]) - Int32(zero), 1, hasResidual ? residual[$0] : nil, r)
      }
      #expect(y == expected + [9], "\(count), residual \(hasResidual)")
    }
  }
}

private func checkScaleShift(_ kernels: IntegerKernels) {
  var random = Random(seed: 80)
  for pixels in [0, 1, 2, 7, 50] {
    let r = randomRequantization(&random, secondStage: false)
    let zero = random.bytes(1)[0]
    let (scales, shifts) = (random.floats(lanes), random.floats(lanes, in: -90...90))
    let x = random.bytes(pixels * lanes)
    var y = [UInt8](repeating: 9, count: pixels * lanes + 1)
    kernels.scaleShift(x, scales, shifts, &y, pixels, zero, r)
    let expected = x.enumerated().map { index, code in
      let product = Float(Int(code) - Int(zero)) * scales[index % lanes]
      let value = min(max(product + shifts[index % lanes], r.low), r.high)
      return UInt8(Int(value.rounded(.toNearestOrEven)) + Int(r.zeroPoint))
    }
    #expect(y == expected + [9], "\(pixels) pixels")
  }
}

private func checkLookUp(_ kernels: IntegerKernels) {
  var random = Random(seed: 76)
  let table = random.bytes(256)
  for count in sizes {
    let x = random.bytes(count)
    var y = [UInt8](repeating: 9, count: count + 1)
    kernels.lookUp(x, table, &y, count)
    #expect(y == x.map { table[Int($0)] } + [9])
  }
}

private func checkQuantize(_ kernels: IntegerKernels) {
  var random = Random(seed: 77)
  for count in sizes {
    // Ties, which go to the even code, among them.
    let x = random.floats(count, in: -40...40).map { random.int(0...2) > 0 ? $0 : $0.rounded() / 2 }
      .enumerated().map { $0 % 7 == 0 ? specials[$0 % specials.count] : $1 }
    for (scale, zero) in [(Float(0.25), UInt8(128)), (1, 0), (0.137, 255), (1e-30, 3)] {
      var y = [UInt8](repeating: 9, count: count + 1)
      kernels.quantize(x, &y, count, scale, zero)
      let expected = x.map { value -> UInt8 in
        let quotient = value / scale
        guard !quotient.isNaN else { return 0 }
        let low = -Float(zero)
        let bounded = min(max(quotient, low), low + 255).rounded(.toNearestOrEven)
        return UInt8(Int(bounded) + Int(zero))
      }
      #expect(y == expected + [9], "\(count) by \(scale)")
    }
  }
}

private func checkDequantize(_ kernels: IntegerKernels) {
  var random = Random(seed: 78)
  for count in sizes {
    let x = random.bytes(count)
    var y = [Float](repeating: 9, count: count + 1)
    kernels.dequantize(x, &y, count, 0.037, 77)
    #expect(y == x.map { Float(Int($0) - 77) * 0.037 } + [9])
  }
}

private func checkMoves(_ kernels: IntegerKernels, _ operation: IntegerOperation) {
  var random = Random(seed: 79)
  for channels in [1, 2, 3, 7, 15, 16] {
    for count in [0, 1, 5, 16, 33] {
      let planes = random.bytes(channels * count)
      let blocks = random.bytes(lanes * count)
      var y: [UInt8]
      var expected: [UInt8] = []
      switch operation {
      case .packChannels:
        y = [UInt8](repeating: 9, count: lanes * count)
        kernels.packChannels(planes, &y, channels, count)
        for pixel in 0..<count {
          for lane in 0..<lanes {
            expected.append(lane < channels ? planes[lane * count + pixel] : 0)
          }
        }
      case .unpackChannels:
        y = planes
        kernels.unpackChannels(blocks, &y, channels, count)
        for channel in 0..<channels {
          for pixel in 0..<count { expected.append(blocks[pixel * lanes + channel]) }
        }
      default:
        y = planes
        kernels.interleave(planes, &y, channels, count, count)
        for pixel in 0..<count {
          for channel in 0..<channels { expected.append(planes[channel * count + pixel]) }
        }
      }
      #expect(y == expected, "\(channels) channels of \(count)")
    }
  }
}

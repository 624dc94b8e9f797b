// SPDX-License-Identifier: Apache-2.0
import Glibc
import KernelTypes
import Testing

/// Planes `[channels][pixels]` in blocks; what fills the last block is NaN, which must not matter.
private func blocks(_ planes: [Float], channels: Int, lanes: Int) -> [Float] {
  let pixels = planes.count / channels
  let count = (channels + lanes - 1) / lanes
  var result = Array(repeating: Float.nan, count: count * pixels * lanes)
  for channel in 0..<channels {
    for pixel in 0..<pixels {
      result[(channel / lanes * pixels + pixel) * lanes + channel % lanes] =
        planes[channel * pixels + pixel]
    }
  }
  return result
}

/// The channels of blocks, in planes.
private func planes(_ blocks: [Float], channels: Int, pixels: Int, lanes: Int) -> [Float] {
  (0..<channels * pixels).map { index in
    let (channel, pixel) = (index / pixels, index % pixels)
    return blocks[(channel / lanes * pixels + pixel) * lanes + channel % lanes]
  }
}

/// Runs a kernel from blocks to blocks, with buffers between inaccessible pages, and compares what
/// it gives for `channels` channels.
private func checkBlocks(
  _ inputs: [[Float]], channels: Int, expected: [Double], lanes: Int, _ tolerance: Tolerance,
  _ what: String, before: [Float]? = nil,
  _ body: ([UnsafePointer<Float>], UnsafeMutablePointer<Float>) -> Void
) throws {
  let pixels = expected.count / channels
  let size = (channels + lanes - 1) / lanes * lanes * pixels
  for side in GuardedBuffer.Side.allCases {
    let buffers = try inputs.map { try GuardedBuffer($0, side) }
    let output = try GuardedBuffer(before ?? Array(repeating: 12345, count: size), side)
    body(buffers.map { UnsafePointer($0.floats) }, output.floats)
    withExtendedLifetime(buffers) {}
    output.expectIntact(what)
    expectClose(
      planes(output.values, channels: channels, pixels: pixels, lanes: lanes), expected, tolerance,
      what)
  }
}

func checkBlockedPool(_ kernel: Kernel, average: Bool) throws {
  var random = Random(seed: 40)
  let lanes = kernel.kernels.laneCount
  for g in windows(seed: 41) {
    let channels = lanes + 3
    var x = random.floats(channels * g.inputSize)
    if !average { for s in specials { x[random.int(0...x.count - 1)] = s } }
    var expected: [Double] = []
    for plane in 0..<channels {
      for output in 0..<g.outputSize {
        let values = (0..<g.taps).compactMap { g.element(output: output, tap: $0) }
          .map { Double(x[plane * g.inputSize + $0]) }
        if average {
          let count =
            g.countIncludePadding
            ? (0..<g.taps).count { g.isPadded(output: output, tap: $0) } : values.count
          expected.append(values.reduce(0, +) / Double(count))
        } else {
          expected.append(values.filter { !$0.isNaN }.max() ?? -.infinity)
        }
      }
    }
    try checkBlocks(
      [blocks(x, channels: channels, lanes: lanes)], channels: channels, expected: expected,
      lanes: lanes, average ? Tolerance(relative: 1e-6, absolute: 3e-6) : .exact, "\(kernel) \(g)"
    ) { p, y in
      average
        ? kernel.kernels.blockedAveragePool(p[0], y, 2, g)
        : kernel.kernels.blockedMaxPool(p[0], y, 2, g)
    }
  }
}

func checkBlockedDepthwise(_ kernel: Kernel) throws {
  var random = Random(seed: 42)
  let lanes = kernel.kernels.laneCount
  let functions = [
    UnaryFunction.identity, .relu6, .relu, UnaryFunction(.hardSwish), UnaryFunction(.silu),
  ]
  var geometries = windows(seed: 43)
  // The usual windows, on rows long enough for groups of outputs.
  for (size, stride) in [(3, 1), (3, 2), (5, 1), (5, 2), (7, 1)] {
    geometries.append(
      WindowGeometry(
        inputHeight: 9, inputWidth: 29, outputHeight: (9 - 1) / stride + 1,
        outputWidth: (29 - 1) / stride + 1, kernelHeight: size, kernelWidth: size,
        strideHeight: stride, strideWidth: stride, padTop: size / 2, padLeft: size / 2,
        padBottom: size / 2, padRight: size / 2))
  }
  for (index, g) in geometries.enumerated() {
    let f = functions[index % functions.count]
    let channels = lanes + 5
    let x = random.floats(channels * g.inputSize)
    let w = random.floats(channels * g.taps)
    let bias = random.floats(channels)
    let residual = index % 2 == 0 ? random.floats(channels * g.outputSize) : nil
    var expected: [Double] = []
    for channel in 0..<channels {
      for output in 0..<g.outputSize {
        var sum = Double(bias[channel])
        sum += residual.map { Double($0[channel * g.outputSize + output]) } ?? 0
        for tap in 0..<g.taps {
          guard let e = g.element(output: output, tap: tap) else { continue }
          sum += Double(w[channel * g.taps + tap]) * Double(x[channel * g.inputSize + e])
        }
        expected.append(reference(f, sum))
      }
    }
    let inputs = [
      blocks(x, channels: channels, lanes: lanes), blocks(w, channels: channels, lanes: lanes),
      blocks(bias, channels: channels, lanes: lanes),
      residual.map { blocks($0, channels: channels, lanes: lanes) } ?? [0],
    ]
    try checkBlocks(
      inputs, channels: channels, expected: expected, lanes: lanes,
      Tolerance(relative: 3e-6, absolute: 3e-5), "\(kernel) \(f) \(g)"
    ) { p, y in
      kernel.kernels.blockedDepthwise(
        p[0], p[1], p[2], residual == nil ? nil : p[3], y, 2, f, g)
    }
  }
}

func checkBlockedResponseNormalization(_ kernel: Kernel) throws {
  var random = Random(seed: 44)
  let lanes = kernel.kernels.laneCount
  for channels in [1, lanes, lanes + 3, 3 * lanes] {
    for size in [1, 2, 5, 2 * 8 + 1] {
      for beta in [Float(0.75), 0.6] {
        let p = ResponseNormalization(size: size, alpha: 0.3, beta: beta, bias: 1.5)
        let pixels = random.int(1...19)
        let x = random.floats(channels * pixels)
        var expected: [Double] = []
        for c in 0..<channels {
          for pixel in 0..<pixels {
            let first = max(0, c - (size - 1) / 2)
            let end = min(channels, c + size / 2 + 1)
            let sum = (first..<end).reduce(0.0) {
              let v = Double(x[$1 * pixels + pixel])
              return $0 + v * v
            }
            let base = Double(p.bias) + Double(p.alpha) / Double(size) * sum
            expected.append(Double(x[c * pixels + pixel]) / pow(base, Double(beta)))
          }
        }
        try checkBlocks(
          [blocks(x, channels: channels, lanes: lanes)], channels: channels, expected: expected,
          lanes: lanes, Tolerance(relative: 3e-6, absolute: 0), "\(kernel) \(channels) \(p)"
        ) { q, y in
          kernel.kernels.blockedResponseNormalization(
            q[0], y, channels, pixels * lanes, pixels, p)
        }
      }
    }
  }
}

func checkBlockedScaleShift(_ kernel: Kernel) throws {
  var random = Random(seed: 45)
  let lanes = kernel.kernels.laneCount
  for f in [UnaryFunction.identity, .relu, UnaryFunction(.silu)] {
    for pixels in [1, 2, 17] {
      let channels = 2 * lanes - 3
      let x = random.floats(channels * pixels)
      let (scale, shift) = (random.floats(channels), random.floats(channels))
      let expected = x.indices.map { index in
        let c = index / pixels
        return reference(f, Double(x[index]) * Double(scale[c]) + Double(shift[c]))
      }
      let inputs = [x, scale, shift].map { blocks($0, channels: channels, lanes: lanes) }
      try checkBlocks(
        inputs, channels: channels, expected: expected, lanes: lanes,
        Tolerance(relative: 2e-6, absolute: 2e-6), "\(kernel) \(f) \(pixels)"
      ) { p, y in
        kernel.kernels.blockedScaleShift(
          p[0], p[1], p[2], y, f, RowsGeometry(rows: 2, columns: pixels * lanes))
      }
    }
  }
}

func checkMoveChannels(_ kernel: Kernel) throws {
  var random = Random(seed: 46)
  let lanes = kernel.kernels.laneCount
  for _ in 0..<60 {
    let (inputs, outputs) = (random.int(1...40), random.int(1...40))
    let count = random.int(1...min(inputs, outputs))
    let (from, to) = (random.int(0...inputs - count), random.int(0...outputs - count))
    let pixels = random.int(1...9)
    let x = random.floats(inputs * pixels)
    let before = random.floats(outputs * pixels)
    var expected = before.map(Double.init)
    for index in 0..<count * pixels {
      expected[to * pixels + index] = Double(x[from * pixels + index])
    }
    let move = ChannelMove(
      channels: count, inputLane: from, outputLane: to, pixels: pixels,
      inputBlockStride: pixels * lanes, outputBlockStride: pixels * lanes)
    try checkBlocks(
      [blocks(x, channels: inputs, lanes: lanes)], channels: outputs, expected: expected,
      lanes: lanes, .exact, "\(kernel) \(move)",
      before: blocks(before, channels: outputs, lanes: lanes)
    ) { p, y in kernel.kernels.moveChannels(p[0], y, move) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import KernelTypes
import Testing

func checkTranspose(_ kernel: Kernel) throws {
  var random = Random(seed: 16)
  for rows in sizes {
    for columns in [0, 1, 7, 8, 9, 16, 29] {
      let inputStride = columns + 3
      let outputStride = rows + rows % 3
      // The last row is as long as its elements, so that reading on is a fault.
      let x = random.floats(rows == 0 ? 0 : (rows - 1) * inputStride + columns)
      let count = columns == 0 || rows == 0 ? 0 : (columns - 1) * outputStride + rows
      var expected = Array(repeating: 12345.0, count: count)
      for r in 0..<rows {
        for c in 0..<columns { expected[c * outputStride + r] = Double(x[r * inputStride + c]) }
      }
      try check(
        inputs: [x], outputCount: count, expected: expected, .exact, "\(kernel) \(rows)x\(columns)"
      ) { p, y in kernel.kernels.transpose(p[0], y, rows, columns, inputStride, outputStride) }
    }
  }
}

/// An image in NCHW and in blocks of channels, the last of which is filled with zeros.
private func image(
  _ channels: Int, _ count: Int, lanes: Int, _ random: inout Random
) -> (plain: [Float], blocked: [Float]) {
  let plain = random.floats(channels * count)
  let blocks = (channels + lanes - 1) / lanes
  var blocked = Array(repeating: Float(0), count: blocks * lanes * count)
  for c in 0..<channels {
    for i in 0..<count {
      blocked[(c / lanes * count + i) * lanes + c % lanes] = plain[c * count + i]
    }
  }
  return (plain, blocked)
}

func checkChannelBlocks(_ kernel: Kernel, packs: Bool) throws {
  var random = Random(seed: 17)
  for channels in [1, 3, 7, 8, 9, 16, 17, 24, 40] {
    for count in sizes {
      let (plain, blocked) = image(channels, count, lanes: kernel.kernels.laneCount, &random)
      let (from, to) = packs ? (plain, blocked) : (blocked, plain)
      try check(
        inputs: [from], outputCount: to.count, expected: to.map(Double.init), .exact,
        "\(kernel) \(channels)x\(count)"
      ) { p, y in
        let run = packs ? kernel.kernels.packChannels : kernel.kernels.unpackChannels
        run(p[0], y, channels, count)
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Where the elements of each channel stand in a tensor `[N, C, D1, …]`, or `[N]` of one channel.
struct ChannelPlanes {
  let samples: Int
  let channels: Int
  /// Elements of one channel of one sample, side by side.
  let size: Int

  /// - Throws: `limitExceeded` when a product overflows.
  init(_ shape: [Int]) throws(GraphError) {
    samples = shape.first ?? 1
    channels = shape.count < 2 ? 1 : shape[1]
    size = try checkedProduct(shape.dropFirst(2))
  }

  /// Element numbers of a channel, one range a sample.
  func ranges(channel: Int) -> [Range<Int>] {
    (0..<samples).map { sample in
      let start = (sample * channels + channel) * size
      return start..<start + size
    }
  }

  /// All elements of a channel.
  func values(_ elements: [Double], channel: Int) -> [Double] {
    ranges(channel: channel).flatMap { elements[$0] }
  }
}

/// Mean and population variance, in two passes.
func moments(_ values: some Collection<Double>) -> (mean: Double, variance: Double) {
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, squares / Double(values.count))
}

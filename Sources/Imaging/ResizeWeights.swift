// SPDX-License-Identifier: Apache-2.0

/// What each pixel of a resized row or column, or of a part of one, is made of.
struct ResizeWeights {
  /// Fraction bits of a weight: 32 less 8 for the samples and 2 for weights beyond 1 and the sign.
  static let fractionBits: Int32 = 22

  /// The first source pixel of each new pixel; never decreases.
  private(set) var starts: [Int] = []
  /// The number of source pixels of each new pixel.
  private(set) var counts: [Int] = []
  /// The distance in `weights` from one new pixel to the next.
  let stride: Int
  /// The weights in fixed point; of each new pixel they add up to 1, but for rounding.
  private(set) var weights: [Int32]

  /// Computes the weights of the new pixels `part` out of `target`, made from `source` pixels.
  init(source: Int, target: Int, part: Range<Int>, filter: ResizeFilter) {
    let scale = Double(source) / Double(target)
    let filterScale = max(scale, 1)
    let support = filter.support * filterScale
    stride = Int(support.rounded(.up)) * 2 + 1
    weights = [Int32](repeating: 0, count: part.count * stride)
    for (row, index) in part.enumerated() {
      let center = (Double(index) + 0.5) * scale
      let start = max(0, Int(center - support + 0.5))
      let end = min(source, Int(center + support + 0.5))
      let exact = (start..<end).map {
        filter.weight(at: (Double($0) - center + 0.5) * (1 / filterScale))
      }
      let sum = exact.reduce(0, +)
      starts.append(start)
      counts.append(end - start)
      for (offset, weight) in exact.enumerated() {
        let scaled = (sum == 0 ? weight : weight / sum) * Double(1 << Self.fractionBits)
        weights[row * stride + offset] = Int32(scaled.rounded(.toNearestOrAwayFromZero))
      }
    }
  }

  /// The source pixels that the new pixels are made of.
  var reach: Range<Int> { starts[0]..<starts[starts.count - 1] + counts[counts.count - 1] }
}

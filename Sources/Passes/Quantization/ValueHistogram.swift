// SPDX-License-Identifier: Apache-2.0

/// How often numbers of each size came, in a fixed number of bins, whatever comes later.
///
/// The bins of either sign have one width, a power of two. A number beyond the last bin doubles the
/// width as often as needed, and neighbours merge: no number is ever put into a wrong bin, so that
/// the result does not depend on the order of the numbers. At least half of the bins of one sign lie
/// below the largest magnitude. Zeros, which every format holds exactly, are counted apart, and so
/// are numbers that are not finite.
///
/// - Complexity: memory O(bins), however many numbers come.
public struct ValueHistogram: Hashable, Sendable {
  /// Bins of either sign.
  public let binCount: Int
  /// Width of a bin, a power of two; 0 until a number other than zero has come.
  public private(set) var binWidth: Double = 0
  /// Counts of positive numbers: bin `i` holds those from `i` to below `i + 1` widths.
  public private(set) var positive: [Int] = []
  /// Counts of negative numbers, by magnitude.
  public private(set) var negative: [Int] = []
  /// Number of zeros.
  public private(set) var zeroCount = 0
  /// Number of infinities and NaN.
  public private(set) var nonFiniteCount = 0
  /// Number of finite numbers.
  public private(set) var count = 0

  /// An empty histogram.
  ///
  /// - Parameter binCount: An even number of at least 2. Default 4096, so that at least 2048 bins
  ///   lie below the largest magnitude.
  public init(binCount: Int = 4096) {
    precondition(binCount >= 2 && binCount % 2 == 0)
    self.binCount = binCount
  }

  /// Counts `values`.
  ///
  /// - Complexity: O(`values` + bins).
  public mutating func add(_ values: [Float]) {
    values.withUnsafeBufferPointer { add($0) }
  }

  /// Counts `values`.
  mutating func add(_ values: UnsafeBufferPointer<Float>) {
    var largest: Float = 0
    for value in values where value.isFinite { largest = max(largest, value.magnitude) }
    if largest > 0 { cover(Double(largest)) }
    let perWidth = binWidth > 0 ? 1 / binWidth : 0
    var (zeros, strays) = (0, 0)
    for value in values {
      if value > 0, value <= largest {
        positive[Int(Double(value) * perWidth)] += 1
      } else if value < 0, value >= -largest {
        negative[Int(Double(-value) * perWidth)] += 1
      } else if value == 0 {
        zeros += 1
      } else {
        strays += 1
      }
    }
    zeroCount += zeros
    nonFiniteCount += strays
    count += values.count - strays
  }

  /// Widens the bins until `magnitude` lies below the end of the last one.
  private mutating func cover(_ magnitude: Double) {
    if binWidth == 0 {
      // The smallest power of two above the magnitude becomes the end of the last bin.
      let end = Double(sign: .plus, exponent: magnitude.exponent + 1, significand: 1)
      binWidth = end / Double(Self.powerOfTwo(below: binCount))
      positive = [Int](repeating: 0, count: binCount)
      negative = positive
    }
    while magnitude >= binWidth * Double(binCount) {
      Self.mergeNeighbours(&positive)
      Self.mergeNeighbours(&negative)
      binWidth *= 2
    }
  }

  private static func powerOfTwo(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
  }

  private static func mergeNeighbours(_ bins: inout [Int]) {
    let half = bins.count / 2
    for index in 0..<half { bins[index] = bins[2 * index] + bins[2 * index + 1] }
    for index in half..<bins.count { bins[index] = 0 }
  }
}

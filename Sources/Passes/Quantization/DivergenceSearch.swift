// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Finds the range whose codes keep most of the information of a distribution: the least
/// Kullback-Leibler divergence of what codes can tell from what was there.
///
/// For each threshold, the distribution of reference is the histogram below it with everything
/// beyond added to its outermost bins: that is what clipping does. The other one spreads the counts
/// that share a code evenly over those of its bins which are not empty; it does not know what was
/// clipped, so that clipping costs. Zeros have a code of their own in any case and count in neither.
///
/// - Source: Migacz, "8-bit inference with TensorRT", GTC 2017, in the form for any number of codes
///   and for both signs.
package struct DivergenceSearch {
  /// Thresholds that are tried at most.
  private static let candidates = 256
  /// Probability that takes the place of zero where the reference has mass; without it one empty bin
  /// would decide alone.
  private static let smallest = 1e-4

  /// Counts from the most negative bin to the most positive one.
  private let bins: [Double]
  /// Bins of either sign up to the largest magnitude.
  private let negativeReach: Int
  private let positiveReach: Int
  private let binWidth: Double
  private let levels: Int

  init(_ histogram: ValueHistogram, format: QuantizationFormat) {
    func reach(_ counts: [Int]) -> Int { (counts.lastIndex { $0 > 0 } ?? -1) + 1 }
    binWidth = histogram.binWidth
    negativeReach = reach(histogram.negative)
    positiveReach = reach(histogram.positive)
    bins =
      histogram.negative.prefix(negativeReach).reversed().map(Double.init)
      + histogram.positive.prefix(positiveReach).map(Double.init)
    let codes = Int(format.codes.upperBound - format.codes.lowerBound) + 1
    // Half of the symmetric codes are idle where only one sign occurs.
    let isOneSided = negativeReach == 0 || positiveReach == 0
    levels = format.isSymmetric && isOneSided ? codes / 2 : codes
  }

  /// The best range, which lies within the extremes.
  func range(within extremes: (low: Float, high: Float)) -> (low: Float, high: Float) {
    let reach = max(negativeReach, positiveReach)
    var best = (threshold: reach, divergence: Double.infinity)
    let stride = max(1, reach / Self.candidates)
    // From the largest down: of equals, the one that clips least.
    for threshold in Swift.stride(from: reach, to: 0, by: -stride) {
      let slice = kept(threshold)
      guard slice.count >= levels else { break }
      let divergence = divergence(keeping: slice)
      if divergence < best.divergence { best = (threshold, divergence) }
    }
    let end = Float(Double(best.threshold) * binWidth)
    return (max(extremes.low, -end), min(extremes.high, end))
  }

  /// The bins within a threshold of so many bins.
  private func kept(_ threshold: Int) -> Range<Int> {
    negativeReach - min(threshold, negativeReach)..<negativeReach + min(threshold, positiveReach)
  }

  private func divergence(keeping slice: Range<Int>) -> Double {
    var reference = Array(bins[slice])
    let coarse = Self.spread(reference, levels: levels)
    reference[0] += bins[..<slice.lowerBound].reduce(0, +)
    reference[reference.count - 1] += bins[slice.upperBound...].reduce(0, +)
    return Self.divergence(of: reference, from: Self.smoothed(coarse, where: reference))
  }

  /// `counts` as so many codes tell them: those of one code evenly over its bins that are not empty.
  static func spread(_ counts: [Double], levels: Int) -> [Double] {
    var result = [Double](repeating: 0, count: counts.count)
    for level in 0..<levels {
      let range = level * counts.count / levels..<(level + 1) * counts.count / levels
      var (sum, filled) = (0.0, 0)
      for index in range where counts[index] > 0 {
        sum += counts[index]
        filled += 1
      }
      for index in range where counts[index] > 0 { result[index] = sum / Double(filled) }
    }
    return result
  }

  /// `counts` as probabilities, with a little of the rest moved to where only `reference` has mass.
  private static func smoothed(_ counts: [Double], where reference: [Double]) -> [Double] {
    let sum = counts.reduce(0, +)
    guard sum > 0 else { return counts }
    let empty = zip(counts, reference).count { $0 == 0 && $1 > 0 }
    let rest = 1 - Double(empty) * smallest
    return zip(counts, reference).map { count, reference in
      count > 0 ? count / sum * rest : reference > 0 ? smallest : 0
    }
  }

  /// The Kullback-Leibler divergence of one distribution from another, in nats; both are scaled to
  /// the sum 1.
  ///
  /// - Returns: 0 when they are equal, infinity when `other` is zero where `distribution` is not.
  package static func divergence(of distribution: [Double], from other: [Double]) -> Double {
    let (sum, otherSum) = (distribution.reduce(0, +), other.reduce(0, +))
    guard sum > 0 else { return 0 }
    guard otherSum > 0 else { return .infinity }
    var divergence = 0.0
    for (count, otherCount) in zip(distribution, other) where count > 0 {
      guard otherCount > 0 else { return .infinity }
      divergence += count / sum * log(count / sum / (otherCount / otherSum))
    }
    return max(0, divergence)
  }
}

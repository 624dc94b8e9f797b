// SPDX-License-Identifier: Apache-2.0

/// Finds the range of least mean squared error.
///
/// Clipping and rounding pull in opposite directions: a narrower range has smaller steps and cuts
/// more off. Both ends are searched in turn over fractions of the extremes.
struct SquaredErrorSearch {
  private struct Bin {
    let center: Double
    let count: Double
  }

  private static let candidates = 100
  private static let rounds = 2
  private let bins: [Bin]
  private let binWidth: Double
  private let format: QuantizationFormat

  init(_ histogram: ValueHistogram, format: QuantizationFormat) {
    (binWidth, self.format) = (histogram.binWidth, format)
    var bins: [Bin] = []
    for (sign, counts) in [(-1.0, histogram.negative), (1.0, histogram.positive)] {
      for (index, count) in counts.enumerated() where count > 0 {
        bins.append(Bin(center: sign * (Double(index) + 0.5) * binWidth, count: Double(count)))
      }
    }
    self.bins = bins
  }

  /// The best range, which lies within the extremes.
  func range(within extremes: (low: Float, high: Float)) -> (low: Float, high: Float) {
    var best = (low: Double(extremes.low), high: Double(extremes.high))
    if format.isSymmetric {
      let reach = max(-best.low, best.high)
      let end = search(reach) { error(low: -$0, high: $0) }
      return (max(extremes.low, Float(-end)), min(extremes.high, Float(end)))
    }
    for _ in 0..<Self.rounds {
      let low = best.low
      best.high = search(Double(extremes.high)) { error(low: low, high: $0) }
      guard extremes.low < 0 else { break }
      let high = best.high
      best.low = search(Double(extremes.low)) { error(low: $0, high: high) }
      guard extremes.high > 0 else { break }
    }
    return (Float(best.low), Float(best.high))
  }

  /// The fraction of `whole` with the least error; of equals, the largest.
  private func search(_ whole: Double, _ error: (Double) -> Double) -> Double {
    guard whole != 0 else { return 0 }
    var best = (end: whole, error: error(whole))
    for candidate in (1..<Self.candidates).reversed() {
      let end = whole * Double(candidate) / Double(Self.candidates)
      let error = error(end)
      if error < best.error { best = (end, error) }
    }
    return best.end
  }

  /// The summed squared error of codes that cover `low` to `high`.
  private func error(low: Double, high: Double) -> Double {
    let step = (high - low) / Double(format.codes.upperBound - format.codes.lowerBound)
    guard step > 0 else { return .infinity }
    var sum = 0.0
    for bin in bins {
      let error: Double
      if bin.center < low {
        error = (bin.center - low) * (bin.center - low)
      } else if bin.center > high {
        error = (bin.center - high) * (bin.center - high)
      } else if step < 2 * binWidth {
        // Steps that the bins do not resolve: numbers lie anywhere between two codes.
        error = step * step / 12
      } else {
        let rest = (bin.center - low).remainder(dividingBy: step)
        error = rest * rest
      }
      sum += error * bin.count
    }
    return sum
  }
}

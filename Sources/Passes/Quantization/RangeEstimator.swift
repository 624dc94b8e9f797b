// SPDX-License-Identifier: Apache-2.0

/// What decides which numbers get codes of their own and which are clipped.
public enum RangeEstimator: Hashable, Sendable {
  /// All numbers that were seen.
  case minMax
  /// The moving average of the batches' extremes: `momentum` of the old one, the rest of the new.
  ///
  /// - Source: Jacob et al., CVPR 2018, section 3.1, arXiv:1712.05877.
  case movingAverage(momentum: Double)
  /// All but a share of the numbers: a percentage of 50 to 100 is kept. Where both signs occur, half
  /// of what is cut off lies at either end.
  case percentile(Double)
  /// The range with the least mean squared error of rounding and clipping together.
  case meanSquaredError
  /// The range whose codes lose the least information: see ``DivergenceSearch``.
  ///
  /// - Source: Migacz, "8-bit inference with TensorRT", GTC 2017.
  case divergence

  /// Whether more than extremes must be remembered.
  var needsHistogram: Bool {
    switch self {
    case .minMax, .movingAverage: false
    case .percentile, .meanSquaredError, .divergence: true
    }
  }

  /// The range of numbers that codes should cover.
  ///
  /// - Parameter format: The codes' format, of which the number of codes counts.
  /// - Returns: `low` at most 0, `high` at least 0.
  public func range(
    of statistics: ActivationStatistics, format: QuantizationFormat
  ) -> (low: Float, high: Float) {
    let extremes = (low: statistics.minimum, high: statistics.maximum)
    switch self {
    case .minMax: return extremes
    case .movingAverage:
      guard let average = statistics.average else { return extremes }
      return (Float(average.low), Float(average.high))
    case .percentile(let percentage):
      return statistics.histogram?.range(keeping: percentage / 100, of: extremes) ?? extremes
    case .meanSquaredError:
      return statistics.histogram.map {
        SquaredErrorSearch($0, format: format).range(within: extremes)
      } ?? extremes
    case .divergence:
      return statistics.histogram.map {
        DivergenceSearch($0, format: format).range(within: extremes)
      } ?? extremes
    }
  }
}

extension ValueHistogram {
  /// The range that holds a share of the numbers, zeros among them.
  ///
  /// - Parameters:
  ///   - share: 0.5 to 1.
  ///   - extremes: The smallest and largest number.
  func range(
    keeping share: Double, of extremes: (low: Float, high: Float)
  ) -> (low: Float, high: Float) {
    guard binWidth > 0 else { return extremes }
    let isTwoSided = extremes.low < 0 && extremes.high > 0
    let cut = max(0, 1 - share) * Double(count) / (isTwoSided ? 2 : 1)
    return (
      max(extremes.low, Float(-magnitude(cutting: cut, from: negative))),
      min(extremes.high, Float(magnitude(cutting: cut, from: positive)))
    )
  }

  /// The magnitude above which `cut` numbers lie, those of one bin being spread evenly.
  private func magnitude(cutting cut: Double, from bins: [Int]) -> Double {
    var rest = cut
    for index in bins.indices.reversed() where bins[index] > 0 {
      let count = Double(bins[index])
      if rest < count { return (Double(index) + 1 - rest / count) * binWidth }
      rest -= count
    }
    return 0
  }
}

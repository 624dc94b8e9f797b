// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct RangeEstimatorTests {
  private static let histogramEstimators: [RangeEstimator] = [
    .percentile(99.9), .meanSquaredError, .divergence,
  ]

  private func range(
    _ estimator: RangeEstimator, _ batches: [[Float]], _ format: QuantizationFormat = .uint8
  ) -> (low: Float, high: Float) {
    var statistics = ActivationStatistics(for: estimator)
    for batch in batches { statistics.add(batch) }
    return estimator.range(of: statistics, format: format)
  }

  /// Rectified normal numbers with a few that are far larger.
  private func planted(seed: UInt64, outlier: Float = 60) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    var values = generator.normalTensor([20_000]).array(of: Float.self).map { max($0, 0) }
    values[17] = outlier
    values[4711] = outlier * 0.9
    return values
  }

  @Test func `a distribution does not diverge from itself`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<10 {
      let counts = (0..<100).map { _ in (generator.nextUniform() * 50).rounded() }
      #expect(DivergenceSearch.divergence(of: counts, from: counts) == 0)
      #expect(abs(DivergenceSearch.divergence(of: counts, from: counts.map { $0 * 3 })) < 1e-12)
    }
    // ln 2 / 2 + ln(2/3) / 2, by hand.
    let divergence = DivergenceSearch.divergence(of: [1, 1], from: [1, 3])
    #expect(abs(divergence - 0.143841036) < 1e-8)
    #expect(DivergenceSearch.divergence(of: [1, 1], from: [1, 0]) == .infinity)
  }

  // The squared error of a clipped outlier outweighs the finer steps of everything else.
  @Test(arguments: [RangeEstimator.percentile(99.9), .divergence], 0..<5 as Range<UInt64>)
  func `outliers are clipped`(estimator: RangeEstimator, seed: UInt64) {
    let range = range(estimator, [planted(seed: seed)])
    #expect(range.low == 0 && range.high < 30 && range.high > 1)
    // With both signs, both ends are found.
    let mirrored = planted(seed: seed) + planted(seed: seed + 100).map { -$0 }
    let both = self.range(estimator, [mirrored])
    #expect(both.low > -30 && both.low < -1 && both.high < 30 && both.high > 1)
  }

  @Test(arguments: histogramEstimators) func `numbers without outliers keep their range`(
    estimator: RangeEstimator
  ) {
    let even = (0..<4000).map { Float($0) / 1000 }
    let range = range(estimator, [even])
    #expect(range.low == 0 && range.high > 3.7 && range.high <= 3.999)
  }

  @Test(arguments: histogramEstimators + [.minMax, .movingAverage(momentum: 0.9)])
  func `nothing but zeros gives an empty range, nothing but positive numbers no negative ones`(
    estimator: RangeEstimator
  ) {
    #expect(range(estimator, [[0, 0]]) == (0, 0))
    let positive = range(estimator, [[2, 3, 4]])
    #expect(positive.low == 0 && positive.high > 2)
    let negative = range(estimator, [[-2, -3, -4]])
    #expect(negative.low < -2 && negative.high == 0)
  }

  @Test func `the mean squared error is that of the best range on a grid`() throws {
    var generator = SeededGenerator(seed: 9)
    // A few numbers in the tails of a normal distribution; 4 bits make clipping pay.
    let values = generator.normalTensor([5000]).array(of: Float.self)
    let format = try QuantizationFormat(bits: 4, isSigned: true, isSymmetric: true)
    func error(_ reach: Float) -> Double {
      let (scale, zeroPoint) = format.parameters(low: -reach, high: reach)
      return values.reduce(0) { sum, value in
        let code = LinearQuantization.quantize(
          value, scale: scale, zeroPoint: zeroPoint, in: format.codes)
        let back = LinearQuantization.dequantize(code, scale: scale, zeroPoint: zeroPoint)
        return sum + Double(back - value) * Double(back - value)
      }
    }
    let found = range(.meanSquaredError, [values], format)
    let best = stride(from: Float(1), to: 4.5, by: 0.02).map(error).min()!
    #expect(error(max(-found.low, found.high)) < 1.02 * best)
    #expect(error(max(-found.low, found.high)) < 0.9 * error(values.map(\.magnitude).max()!))
  }

  @Test func `the moving average follows the batches`() {
    let range = range(.movingAverage(momentum: 0.75), [[-1, 8], [-1, 4], [-3, 4]])
    // 8, then 7, then 6.25; -1, -1, -1.5.
    #expect(range == (-1.5, 6.25))
  }

  @Test func `percentiles count zeros and interpolate`() {
    let values = (0..<1000).map { Float($0) / 1000 }
    let range = range(.percentile(90), [values])
    #expect(abs(range.high - 0.9) < 2e-3 && range.low == 0)
    let half = self.range(.percentile(90), [values + [Float](repeating: 0, count: 1000)])
    #expect(abs(half.high - 0.8) < 2e-3)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// What is remembered of the numbers that a value held: as much as a range estimator needs.
///
/// - Complexity: memory O(bins) or O(1), however many batches come.
public struct ActivationStatistics: Hashable, Sendable {
  /// The smallest finite number, at most 0.
  public private(set) var minimum: Float = 0
  /// The largest finite number, at least 0.
  public private(set) var maximum: Float = 0
  /// Moving averages of the batches' smallest and largest numbers, nil before the first batch.
  public private(set) var average: (low: Double, high: Double)? {
    get { averageLow.map { ($0, averageHigh) } }
    set { (averageLow, averageHigh) = (newValue?.low, newValue?.high ?? 0) }
  }
  /// The numbers' histogram; nil when the estimator needs none.
  public private(set) var histogram: ValueHistogram?
  /// Number of infinities and NaN, which count nowhere else.
  public private(set) var nonFiniteCount = 0

  private var averageLow: Double?
  private var averageHigh = 0.0
  private let momentum: Double

  /// Statistics of nothing yet, for `estimator`.
  public init(for estimator: RangeEstimator) {
    histogram = estimator.needsHistogram ? ValueHistogram() : nil
    if case .movingAverage(let momentum) = estimator {
      self.momentum = momentum
    } else {
      momentum = 0
    }
  }

  /// Adds one batch.
  public mutating func add(_ values: [Float]) {
    values.withUnsafeBufferPointer { add($0) }
  }

  mutating func add(_ values: UnsafeBufferPointer<Float>) {
    var (low, high): (Float, Float) = (0, 0)
    var strays = 0
    for value in values {
      guard value.isFinite else {
        strays += 1
        continue
      }
      low = min(low, value)
      high = max(high, value)
    }
    nonFiniteCount += strays
    (minimum, maximum) = (min(minimum, low), max(maximum, high))
    let (lowNow, highNow) = (Double(low), Double(high))
    average =
      average.map {
        (
          momentum * $0.low + (1 - momentum) * lowNow,
          momentum * $0.high + (1 - momentum) * highNow
        )
      } ?? (lowNow, highNow)
    histogram?.add(values)
  }
}

/// Collects statistics of every value that it is shown.
struct StatisticsCollector: ActivationObserver {
  /// What decides how much is remembered.
  let estimator: RangeEstimator
  /// The statistics of each value.
  private(set) var statistics: [ValueID: ActivationStatistics] = [:]
  /// Number of batches seen.
  private(set) var batchCount = 0

  init(for estimator: RangeEstimator) { self.estimator = estimator }

  mutating func observe(_ tensor: Tensor, of value: ValueID, batch: Int) throws(GraphError) {
    batchCount = max(batchCount, batch + 1)
    // Taken out of the dictionary, so that the bins are not copied.
    var entry = statistics.removeValue(forKey: value) ?? ActivationStatistics(for: estimator)
    if tensor.dtype == .float32 {
      tensor.withElements(of: Float.self) { entry.add($0) }
    } else {
      tensor.floats().withUnsafeBufferPointer { entry.add($0) }
    }
    statistics[value] = entry
  }
}

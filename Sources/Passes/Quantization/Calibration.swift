// SPDX-License-Identifier: Apache-2.0
public import IR

/// The ranges that the values of one graph had while it ran on calibration data.
public struct Calibration: Hashable, Sendable {
  /// The range of numbers to be covered by codes: `low` at most 0, `high` at least 0.
  public struct Range: Hashable, Sendable {
    /// The lower end.
    public var low: Float
    /// The upper end.
    public var high: Float

    /// A range.
    public init(low: Float, high: Float) { (self.low, self.high) = (low, high) }

    /// The smallest range that holds both.
    func union(_ other: Range) -> Range {
      Range(low: min(low, other.low), high: max(high, other.high))
    }
  }

  /// The range of each value.
  public var ranges: [ValueID: Range]
  /// Batches that were run.
  public var batchCount: Int
  /// What was strange about the data.
  public var notes: [String]

  /// A calibration.
  public init(ranges: [ValueID: Range], batchCount: Int, notes: [String] = []) {
    (self.ranges, self.batchCount, self.notes) = (ranges, batchCount, notes)
  }

  /// Runs `graph` and estimates the range of each of `values`.
  ///
  /// - Throws: what the source throws; `invalidGraph` when it has no data.
  init(
    _ values: [ValueID], of graph: Graph, from source: any ActivationSource,
    estimator: RangeEstimator, format: QuantizationFormat
  ) throws(GraphError) {
    var collector = StatisticsCollector(for: estimator)
    try source.observe(values, of: graph, with: &collector)
    var ranges: [ValueID: Range] = [:]
    var notes: [String] = []
    for value in values {
      guard let statistics = collector.statistics[value] else {
        throw GraphError(
          .missingInput,
          "calibration needs at least 1 batch of data, value \"\(graph.name(of: value))\" had none")
      }
      let range = estimator.range(of: statistics, format: format)
      ranges[value] = Range(low: range.low, high: range.high)
      if statistics.nonFiniteCount > 0 {
        notes.append(
          "value \"\(graph.name(of: value))\" held \(statistics.nonFiniteCount) numbers that are "
            + "not finite; they were left out of its range")
      }
    }
    self.init(ranges: ranges, batchCount: collector.batchCount, notes: notes)
  }
}

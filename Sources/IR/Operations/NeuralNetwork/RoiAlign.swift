// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Pools samples, interpolated between positions, of each cell of a grid laid over regions of
/// interest.
///
/// - Inputs: `x` `[N, C, H, W]`, floating point; regions `[R, 4]` of the same type, corners
///   x1, y1, x2, y2; the number of the sample of each region, `int64` `[R]`.
/// - Outputs: `[R, C, outputHeight, outputWidth]`.
/// - Source: ONNX `RoiAlign`, opset 22; He et al., arXiv:1703.06870. As there, the maximum is that
///   of the single weighted neighbours of the samples.
public struct RoiAlign: Operation {
  public static let opType = "RoiAlign"

  /// How samples become one number.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The mean.
    case average = "avg"
    /// The maximum.
    case max
  }

  /// How samples become one number; default the mean.
  public var mode: Mode
  /// Whether coordinates are moved by half a position, and regions may be thinner than one;
  /// default yes.
  public var shiftsHalfPixel: Bool
  /// Cells over the height of a region, 1 or more; default 1.
  public var outputHeight: Int
  /// Cells over the width of a region, 1 or more; default 1.
  public var outputWidth: Int
  /// Samples along each side of a cell, or 0 for about one a position; default 0.
  public var samplingRatio: Int
  /// What coordinates are multiplied by; default 1.
  public var spatialScale: Float

  /// The operator.
  public init(
    mode: Mode = .average, shiftsHalfPixel: Bool = true, outputHeight: Int = 1,
    outputWidth: Int = 1, samplingRatio: Int = 0, spatialScale: Float = 1
  ) {
    (self.mode, self.shiftsHalfPixel) = (mode, shiftsHalfPixel)
    (self.outputHeight, self.outputWidth) = (outputHeight, outputWidth)
    (self.samplingRatio, self.spatialScale) = (samplingRatio, spatialScale)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let regions = try inputs.tensor(1, in: ElementTypes.floats)
    let samples = try inputs.tensor(2, in: [.int64])
    try regions.expectType(of: x, "the regions")
    try x.expectRank(4...4, "the input")
    try regions.expectRank(2...2, "the regions")
    try SlidingWindow.check(kernel: [outputHeight, outputWidth])
    guard samplingRatio >= 0 else {
      throw GraphError(.invalidAttribute, "sampling_ratio is \(samplingRatio), expected 0 or more")
    }
    if let columns = regions.dimensions?[1], !columns.isCompatible(with: .fixed(4)) {
      throw GraphError(.shapeMismatch, "the regions are \(regions), expected four columns")
    }
    let count = regions.dimensions?[0] ?? .unknown
    try samples.expectVector(count, "batch_indices")
    return [
      .tensor(
        x.dtype,
        dimensions: [
          count, x.dimensions?[1] ?? .unknown, .fixed(outputHeight), .fixed(outputWidth),
        ])
    ]
  }

  /// A sample's four neighbours; none when it is outside.
  private typealias Sample = [(offset: Int, weight: Double)]

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, regions) = (try inputs.tensor(0), try inputs.tensor(1))
    let batch = try inputs.tensor(2).int64s()
    let (values, corners) = (x.doubles(), regions.doubles())
    let (channels, plane) = (x.shape[1], x.shape[2] * x.shape[3])
    let shape = [regions.shape[0], channels, outputHeight, outputWidth]
    let cellCount = outputHeight * outputWidth
    var result = [Double](repeating: 0, count: try checkedProduct(shape))
    for (region, sample) in batch.enumerated() {
      guard sample >= 0, sample < x.shape[0] else {
        throw GraphError(
          .indexOutOfRange, "region \(region) is in sample \(sample) of \(x.shape[0])")
      }
      let rows = try lines(corners[region * 4 + 1], corners[region * 4 + 3], outputHeight)
      let columns = try lines(corners[region * 4], corners[region * 4 + 2], outputWidth)
      for (row, ys) in rows.enumerated() {
        for (column, xs) in columns.enumerated() {
          try context.checkDeadline()
          let places = try grid(ys, xs, height: x.shape[2], width: x.shape[3])
          for channel in 0..<channels {
            let start = (Int(sample) * channels + channel) * plane
            let cell = row * outputWidth + column
            result[(region * channels + channel) * cellCount + cell] = pool(places, values, start)
          }
        }
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  /// Coordinates of the samples of each cell along one axis.
  private func lines(_ first: Double, _ last: Double, _ cells: Int) throws(GraphError) -> [[Double]]
  {
    let shift = shiftsHalfPixel ? 0.5 : 0
    let start = first * Double(spatialScale) - shift
    var size = last * Double(spatialScale) - shift - start
    if !shiftsHalfPixel { size = max(size, 1) }
    let cell = size / Double(cells)
    let wanted = samplingRatio > 0 ? Double(samplingRatio) : max(0, cell.rounded(.up))
    guard start.isFinite, size.isFinite, wanted * Double(cells) <= 0x1p24 else {
      throw GraphError(
        .limitExceeded, "a region from \(first) to \(last) takes more than 2^24 samples")
    }
    return (0..<cells).map { index in
      (0..<Int(wanted)).map { sample in
        let fraction = (Double(sample) + 0.5) / wanted
        return start + (Double(index) + fraction) * cell
      }
    }
  }

  private func grid(
    _ ys: [Double], _ xs: [Double], height: Int, width: Int
  ) throws(GraphError) -> [Sample] {
    guard ys.count * xs.count <= 1 << 24 else {
      throw GraphError(.limitExceeded, "a cell takes \(ys.count) × \(xs.count) samples")
    }
    return ys.flatMap { y in
      xs.map { x in
        guard let rows = neighbours(y, height), let columns = neighbours(x, width) else {
          return []
        }
        return rows.flatMap { row in
          columns.map { (row.index * width + $0.index, row.weight * $0.weight) }
        }
      }
    }
  }

  /// The two positions around a coordinate; nil more than one position outside.
  private func neighbours(_ coordinate: Double, _ extent: Int) -> [(index: Int, weight: Double)]? {
    guard extent > 0, coordinate >= -1, coordinate <= Double(extent) else { return nil }
    let place = min(max(coordinate, 0), Double(extent - 1))
    let low = Int(place)
    let fraction = place - Double(low)
    return [(low, 1 - fraction), (min(low + 1, extent - 1), fraction)]
  }

  private func pool(_ places: [Sample], _ values: [Double], _ start: Int) -> Double {
    guard !places.isEmpty else { return 0 }
    switch mode {
    case .average:
      let sum = places.joined().reduce(0) { $0 + values[start + $1.offset] * $1.weight }
      return sum / Double(places.count)
    case .max:
      // A sample outside counts as zero.
      return places.reduce(-.infinity) { best, sample in
        let own = sample.map { values[start + $0.offset] * $0.weight }.max() ?? 0
        return Swift.max(best, own)
      }
    }
  }
}

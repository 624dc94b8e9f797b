// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The largest value of each cell of a grid laid over regions of interest.
///
/// - Inputs: `x` `[N, C, H, W]`, floating point; regions `[R, 5]` of the same type, each the number
///   of a sample and the inclusive corners x1, y1, x2, y2.
/// - Outputs: `[R, C, height, width]`. A cell outside the input gives 0.
/// - Source: ONNX `MaxRoiPool`, opset 22; Girshick, arXiv:1504.08083.
public struct MaxRoiPool: Operation {
  public static let opType = "MaxRoiPool"

  /// Cells over the height and the width of a region, each 1 or more.
  public var pooledShape: [Int]
  /// What coordinates are multiplied by; default 1.
  public var spatialScale: Float

  /// The operator.
  public init(pooledShape: [Int], spatialScale: Float = 1) {
    (self.pooledShape, self.spatialScale) = (pooledShape, spatialScale)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let regions = try inputs.tensor(1, in: ElementTypes.floats)
    try regions.expectType(of: x, "the regions")
    try x.expectRank(4...4, "the input")
    try regions.expectRank(2...2, "the regions")
    try SlidingWindow.check(kernel: pooledShape)
    guard pooledShape.count == 2 else {
      throw GraphError(.invalidAttribute, "pooled_shape is \(pooledShape), expected two extents")
    }
    if let columns = regions.dimensions?[1], !columns.isCompatible(with: .fixed(5)) {
      throw GraphError(.shapeMismatch, "the regions are \(regions), expected five columns")
    }
    return [
      .tensor(
        x.dtype,
        dimensions: [regions.dimensions?[0] ?? .unknown, x.dimensions?[1] ?? .unknown]
          + pooledShape.map(Dimension.fixed))
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, regions) = (try inputs.tensor(0), try inputs.tensor(1))
    let (channels, height, width) = (x.shape[1], x.shape[2], x.shape[3])
    let (samples, corners) = (x.doubles(), regions.doubles())
    var result: [Double] = []
    for region in 0..<regions.shape[0] {
      try context.checkDeadline()
      let sample = corners[region * 5]
      guard sample >= 0, sample < Double(x.shape[0]) else {
        throw GraphError(
          .indexOutOfRange, "region \(region) is in sample \(sample) of \(x.shape[0])")
      }
      var sides: [Int] = []
      for corner in corners[region * 5 + 1..<region * 5 + 5] {
        // In single precision, in which other engines see ties.
        let place = (Float(corner) * spatialScale).rounded(.toNearestOrAwayFromZero)
        guard abs(place) < 0x1p30 else {
          throw GraphError(.indexOutOfRange, "region \(region) has a corner at \(place)")
        }
        sides.append(Int(place))
      }
      let rows = cells(from: sides[1], to: sides[3], pooledShape[0], limit: height)
      let columns = cells(from: sides[0], to: sides[2], pooledShape[1], limit: width)
      for channel in 0..<channels {
        let plane = (Int(sample) * channels + channel) * height * width
        for rowRange in rows {
          for columnRange in columns {
            var best: Double?
            for row in rowRange {
              for column in columnRange {
                best = max(best ?? -.infinity, samples[plane + row * width + column])
              }
            }
            result.append(best ?? 0)
          }
        }
      }
    }
    let shape = [regions.shape[0], channels] + pooledShape
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  /// The positions of each cell over the inclusive range of a region.
  private func cells(from first: Int, to last: Int, _ count: Int, limit: Int) -> [Range<Int>] {
    let size = Double(max(last - first + 1, 1)) / Double(count)
    return (0..<count).map { cell in
      let start = Int((Double(cell) * size).rounded(.down)) + first
      let end = Int((Double(cell + 1) * size).rounded(.up)) + first
      let low = min(max(start, 0), limit)
      return low..<max(low, min(max(end, 0), limit))
    }
  }
}

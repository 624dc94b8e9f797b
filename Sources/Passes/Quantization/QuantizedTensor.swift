// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// Codes of a tensor with the scales and zero points that say what they stand for.
public struct QuantizedTensor: Hashable, Sendable {
  /// The format of the codes.
  public let format: QuantizationFormat
  /// The codes, of the format's type and the tensor's shape.
  public internal(set) var codes: Tensor
  /// A scale for each group, `float32`: a scalar, a vector along the axis, or for blocks the shape of
  /// the tensor with ⌈D / size⌉ in place of the axis' extent D.
  public let scales: Tensor
  /// A zero point for each group, of the type of the codes and the shape of the scales.
  public let zeroPoints: Tensor

  /// Quantizes `tensor`, rounding to the nearest code.
  ///
  /// - Parameters:
  ///   - tensor: Floating-point numbers.
  ///   - estimator: What chooses the range of each group.
  ///   - leastScale: A scale below which none may be, for each group; empty: none.
  /// - Throws: `indexOutOfRange` for an axis that the tensor lacks, `invalidAttribute` for numbers
  ///   that are not finite.
  /// - Complexity: O(elements).
  public init(
    _ tensor: Tensor, format: QuantizationFormat, estimator: RangeEstimator = .minMax,
    leastScale: [Float] = []
  ) throws(GraphError) {
    let groups = try QuantizationGroups(format.granularity, shape: tensor.shape)
    let values = tensor.floats()
    guard values.allSatisfy(\.isFinite) else {
      throw GraphError(.invalidAttribute, "cannot quantize weights that are not finite")
    }
    var (scales, points) = ([Float](), [Int64]())
    for (group, range) in groups.ranges(values, format, estimator).enumerated() {
      var (scale, point) = format.parameters(low: range.low, high: range.high)
      if group < leastScale.count { scale = max(scale, leastScale[group]) }
      scales.append(scale)
      points.append(point)
    }
    self.init(values, shape: tensor.shape, format: format, groups, scales, points)
  }

  private init(
    _ values: [Float], shape: [Int], format: QuantizationFormat, _ groups: QuantizationGroups,
    _ scales: [Float], _ points: [Int64]
  ) {
    self.format = format
    let range = format.codes
    func code(_ index: Int, _ group: Int) -> Int64 {
      LinearQuantization.quantize(
        values[index], scale: scales[group], zeroPoint: points[group], in: range)
    }
    if format.codeType.bitWidth == 8 {
      // Weights may be large: no more than a byte for each in between.
      var bytes = [UInt8](repeating: 0, count: values.count)
      groups.forEachElement { bytes[$0] = UInt8(truncatingIfNeeded: code($0, $1)) }
      codes = Tensor(dtype: format.codeType, shape: shape, bytes: bytes)
    } else {
      var integers = [Int64](repeating: 0, count: values.count)
      groups.forEachElement { integers[$0] = code($0, $1) }
      codes = Tensor(int64s: integers, dtype: format.codeType, shape: shape)
    }
    self.scales = Tensor(scales, shape: groups.scaleShape)
    zeroPoints = Tensor(int64s: points, dtype: format.codeType, shape: groups.scaleShape)
  }

  /// The numbers for which the codes stand, `float32`.
  public func dequantized() -> Tensor {
    let (codes, scales) = (codes.int64s(), scales.array(of: Float.self))
    let points = zeroPoints.int64s()
    var values = [Float](repeating: 0, count: codes.count)
    groups.forEachElement { index, group in
      values[index] = LinearQuantization.dequantize(
        codes[index], scale: scales[group], zeroPoint: points[group])
    }
    return Tensor(values, shape: self.codes.shape)
  }

  /// Which scale belongs to which element.
  var groups: QuantizationGroups {
    QuantizationGroups(checked: format.granularity, shape: codes.shape)
  }
}

/// How the elements of a tensor fall into groups that share a scale.
struct QuantizationGroups {
  private let outer: Int
  private let extent: Int
  private let inner: Int
  /// Indices of the axis that share a scale.
  private let blockSize: Int
  /// Whether each position behind the axis has scales of its own.
  private let isBlocked: Bool
  /// The shape of the scales.
  let scaleShape: [Int]

  /// Number of groups.
  var count: Int { scaleShape.reduce(1, *) }

  /// - Throws: `indexOutOfRange` for an axis that the shape lacks.
  init(_ granularity: QuantizationFormat.Granularity, shape: [Int]) throws(GraphError) {
    switch granularity {
    case .tensor: break
    case .channel(let axis), .block(let axis, _):
      guard axis >= -shape.count, axis < shape.count else {
        throw GraphError(
          .indexOutOfRange, "scales lie along axis \(axis), the tensor has \(shape.count) axes")
      }
    }
    self.init(checked: granularity, shape: shape)
  }

  /// - Precondition: the shape has the axis.
  init(checked granularity: QuantizationFormat.Granularity, shape: [Int]) {
    let position: Int
    switch granularity {
    case .tensor:
      (outer, extent, inner) = (1, 1, shape.reduce(1, *))
      (blockSize, isBlocked, scaleShape) = (1, false, [])
      return
    case .channel(let axis):
      position = axis < 0 ? axis + shape.count : axis
      (blockSize, isBlocked, scaleShape) = (1, false, [shape[position]])
    case .block(let axis, let size):
      position = axis < 0 ? axis + shape.count : axis
      var scales = shape
      scales[position] = (shape[position] + size - 1) / size
      (blockSize, isBlocked, scaleShape) = (size, true, scales)
    }
    outer = shape[..<position].reduce(1, *)
    extent = shape[position]
    inner = shape[(position + 1)...].reduce(1, *)
  }

  /// Calls `body` with each element's index, in order, and its group's.
  func forEachElement(_ body: (_ index: Int, _ group: Int) -> Void) {
    let blocks = (extent + blockSize - 1) / blockSize
    var index = 0
    for outer in 0..<outer {
      for position in 0..<extent {
        let group =
          isBlocked
          ? (outer * blocks + position / blockSize) * inner : position
        let step = isBlocked ? 1 : 0
        for offset in 0..<inner {
          body(index, group + offset * step)
          index += 1
        }
      }
    }
  }

  /// The range of each group.
  func ranges(
    _ values: [Float], _ format: QuantizationFormat, _ estimator: RangeEstimator
  ) -> [(low: Float, high: Float)] {
    guard estimator.needsHistogram else {
      var ranges = [(low: Float, high: Float)](repeating: (0, 0), count: count)
      forEachElement { index, group in
        let value = values[index]
        if value < ranges[group].low { ranges[group].low = value }
        if value > ranges[group].high { ranges[group].high = value }
      }
      return ranges
    }
    var members = [[Float]](repeating: [], count: count)
    forEachElement { index, group in members[group].append(values[index]) }
    return members.map { values in
      var statistics = ActivationStatistics(for: estimator)
      values.withUnsafeBufferPointer { statistics.add($0) }
      return estimator.range(of: statistics, format: format)
    }
  }
}

extension Tensor {
  /// The elements in single precision.
  ///
  /// - Precondition: the type is numeric.
  func floats() -> [Float] {
    dtype == .float32 ? array() : doubles().map { Float($0) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Convolution whose taps are moved by given offsets; between positions the input is interpolated
/// linearly, outside it is zero.
///
/// - Inputs: `x` `[N, C, D1, …]`, floating point, at most 6 spatial axes; weights
///   `[M, C / groups, K1, …]`; offsets `[N, offsetGroups * K1 * … * axes, E1, …]`; optional bias
///   `[M]`; optional mask `[N, offsetGroups * K1 * …, E1, …]`, which scales each tap. One type.
/// - Outputs: `[N, M, E1, …]`, extents by ``SlidingWindow``.
/// - Source: ONNX `DeformConv`, opset 22; Dai et al., arXiv:1703.06211; Zhu et al.,
///   arXiv:1811.11168.
public struct DeformConv: Operation {
  public static let opType = "DeformConv"

  /// How the kernel moves; explicit padding only.
  public var window: SlidingWindow
  /// Groups of channels that are convolved apart, 1 or more; default 1.
  public var groups: Int
  /// Groups of input channels with offsets of their own, 1 or more; default 1.
  public var offsetGroups: Int

  /// A deformable convolution.
  public init(window: SlidingWindow = SlidingWindow(), groups: Int = 1, offsetGroups: Int = 1) {
    (self.window, self.groups, self.offsetGroups) = (window, groups, offsetGroups)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...5)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    try x.expectRank(3...8, "the input")
    let plain = OperandTypes([inputs[0], inputs[1], inputs[3]])
    let output = try Conv(window: window, groups: groups).outputTypes(plain)
    let offsets = try inputs.tensor(2, in: ElementTypes.floats)
    let mask = try inputs.optionalTensor(4, in: ElementTypes.floats)
    try offsets.expectType(of: x, "the offset")
    try mask?.expectType(of: x, "the mask")
    guard offsetGroups >= 1 else {
      throw GraphError(.invalidAttribute, "offset_group is \(offsetGroups), expected 1 or more")
    }
    if let channels = x.dimensions?[1].value, channels % offsetGroups != 0 {
      throw GraphError(
        .shapeMismatch, "\(channels) channels do not divide into \(offsetGroups) offset groups")
    }
    guard let dimensions = output.first?.tensorType?.dimensions else { return output }
    var taps: Int?
    if let kernel = inputs[1]?.tensorType?.shape?.dropFirst(2) {
      taps = try checkedProduct(kernel + [offsetGroups])
    }
    for (type, factor, name) in [
      (offsets, dimensions.count - 2, "the offset"), (mask, 1, "the mask"),
    ] {
      guard let given = type?.dimensions else { continue }
      var expected = dimensions
      expected[1] = .unknown
      if let taps { expected[1] = .fixed(try checkedProduct([taps, factor])) }
      guard given.count == expected.count,
        zip(given, expected).allSatisfy({ $0.isCompatible(with: $1) })
      else {
        throw GraphError(
          .shapeMismatch,
          "\(name) is \(given), expected \(TensorType(x.dtype, dimensions: expected))")
      }
    }
    return output
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(1))
    let geometry = try window.geometry(
      input: Array(x.shape.dropFirst(2)), kernel: Array(weights.shape.dropFirst(2)))
    let shape = [x.shape[0], weights.shape[0]] + geometry.output
    let (samples, filters) = (x.doubles(), weights.doubles())
    let offsets = try inputs.tensor(2).doubles()
    let bias = try inputs.optionalTensor(3)?.doubles()
    let mask = try inputs.optionalTensor(4)?.doubles()
    let (channels, axes) = (x.shape[1], geometry.axes.count)
    let outputPlane = try checkedProduct(geometry.output)
    let inputPlane = try checkedProduct(geometry.input)
    let tapPositions = positions(of: geometry.kernel)
    let tapCount = tapPositions.count
    let channelsPerOffset = max(1, channels / offsetGroups)
    let patchSize = weights.shape[1] * tapCount
    let filtersPerGroup = weights.shape[0] / groups
    var result = [Double](repeating: 0, count: try checkedProduct(shape))
    try geometry.forEachWindow { number, position, _ throws(GraphError) in
      try context.checkDeadline()
      var patch = [Double](repeating: 0, count: channels * tapCount)
      for sample in 0..<x.shape[0] {
        for group in 0..<offsetGroups {
          for (tap, tapPosition) in tapPositions.enumerated() {
            let row = (sample * offsetGroups + group) * tapCount + tap
            let place = (0..<axes).map { axis in
              Double(geometry.axes[axis].inputPosition(position[axis], tap: tapPosition[axis]))
                + offsets[(row * axes + axis) * outputPlane + number]
            }
            let corners = linearCorners(place, geometry.input)
            let scale = mask?[row * outputPlane + number] ?? 1
            for channel in group * channelsPerOffset..<(group + 1) * channelsPerOffset
            where channel < channels {
              let plane = (sample * channels + channel) * inputPlane
              let value = corners.reduce(0) { $0 + samples[plane + $1.offset] * $1.weight }
              patch[channel * tapCount + tap] = value * scale
            }
          }
        }
        for filter in 0..<weights.shape[0] {
          var sum = bias?[filter] ?? 0
          let start = filter / filtersPerGroup * patchSize
          for index in 0..<patchSize {
            sum += patch[start + index] * filters[filter * patchSize + index]
          }
          result[(sample * shape[1] + filter) * outputPlane + number] = sum
        }
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  /// All positions of a block, row-major.
  private func positions(of extents: [Int]) -> [[Int]] {
    extents.reduce([[]]) { outer, extent in
      outer.flatMap { start in (0..<extent).map { start + [$0] } }
    }
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    Conv(window: window, groups: groups).cost(OperandTypes([inputs[0], inputs[1]]))
  }
}

/// The elements around a place between positions, with the weights of linear interpolation;
/// elements outside `extents` are zero and left out.
func linearCorners(_ place: [Double], _ extents: [Int]) -> [(offset: Int, weight: Double)] {
  var result = [(offset: 0, weight: 1.0)]
  for (coordinate, extent) in zip(place, extents) {
    // Also keeps NaN and what does not fit an integer out.
    guard coordinate > -1, coordinate < Double(extent) else { return [] }
    let low = coordinate.rounded(.down)
    let fraction = coordinate - low
    let sides = [(Int(low), 1 - fraction), (Int(low) + 1, fraction)].filter {
      $0.0 >= 0 && $0.0 < extent && $0.1 > 0
    }
    result = result.flatMap { corner in
      sides.map { (corner.offset * extent + $0.0, corner.weight * $0.1) }
    }
  }
  return result
}

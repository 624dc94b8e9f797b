// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Types and arithmetic of a convolution of codes whose zero points are taken off first, so that the
/// padding is zero.
struct IntegerConvolution {
  /// How the kernel moves.
  let window: SlidingWindow
  /// Groups of channels.
  let groups: Int

  /// The dimensions of the output, nil when no rank is known.
  ///
  /// - Throws: `shapeMismatch`, `invalidAttribute`.
  func dimensions(_ x: TensorType, _ weights: TensorType) throws(GraphError) -> [Dimension]? {
    guard !window.roundsUp else {
      throw GraphError(.invalidAttribute, "a convolution has no ceil_mode")
    }
    guard let operands = try ConvolutionOperands(x: x, weights: weights, groups: groups) else {
      return nil
    }
    try operands.expectWeights(inputChannels: operands.weights[1], timesGroups: true)
    if let outputs = operands.weights[0].value, outputs % groups != 0 {
      throw GraphError(
        .shapeMismatch, "\(outputs) output channels do not divide into \(groups) groups")
    }
    let spatial = try window.outputDimensions(input: operands.spatial, kernel: operands.kernel)
    return [operands.x[0], operands.weights[0]] + spatial
  }

  /// Checks that `parameter` is a scalar or, when `weights` are given, a vector with a value for
  /// each output channel.
  ///
  /// - Throws: `shapeMismatch`.
  static func check(
    _ parameter: TensorType?, _ name: String, weights: TensorType? = nil
  ) throws(GraphError) {
    guard let parameter, let dimensions = parameter.dimensions else { return }
    if QuantizationGranularity.isSingle(dimensions) || parameter.shape == nil { return }
    if let channels = weights?.dimensions?.first, dimensions.count == 1,
      dimensions[0].isCompatible(with: channels)
    {
      return
    }
    throw GraphError(
      .shapeMismatch,
      "expects \(weights == nil ? "a scalar" : "a scalar or one value for each output channel") "
        + "as \(name), got \(parameter)")
  }

  /// Codes less their zero point: one for all, or one for each block of the first axis.
  static func centered(_ codes: Tensor, zeroPoint: Tensor?) -> [Int32] {
    let points = zeroPoint?.int64s() ?? [0]
    let block = points.count > 1 ? codes.count / points.count : max(codes.count, 1)
    return codes.int64s().enumerated().map { index, code in
      Int32(truncatingIfNeeded: code &- points[index / block])
    }
  }

  /// The sums, in 32 bits that wrap around, and their shape `[N, M, E1, …]`.
  ///
  /// - Parameters:
  ///   - bias: A start value for each output channel, or nil.
  /// - Throws: `limitExceeded` after the deadline.
  func sums(
    _ x: (values: [Int32], shape: [Int]), _ weights: (values: [Int32], shape: [Int]),
    bias: [Int32]?, in context: EvaluationContext
  ) throws(GraphError) -> (values: [Int32], shape: [Int]) {
    let geometry = try window.geometry(
      input: Array(x.shape.dropFirst(2)), kernel: Array(weights.shape.dropFirst(2)))
    let shape = [x.shape[0], weights.shape[0]] + geometry.output
    let channels = weights.shape[1]
    let filtersPerGroup = weights.shape[0] / groups
    let inputPlane = try checkedProduct(geometry.input)
    let outputPlane = try checkedProduct(geometry.output)
    let tapCount = try checkedProduct(geometry.kernel)
    let patchSize = channels * tapCount
    var result = [Int32](repeating: 0, count: try checkedProduct(shape))
    try geometry.forEachWindow { number, _, taps throws(GraphError) in
      try context.checkDeadline()
      var patch = [Int32](repeating: 0, count: patchSize)
      for sample in 0..<x.shape[0] {
        for group in 0..<groups {
          for channel in 0..<channels {
            let plane = ((sample * groups + group) * channels + channel) * inputPlane
            for tap in taps {
              patch[channel * tapCount + tap.index] = x.values[plane + tap.offset]
            }
          }
          for filter in group * filtersPerGroup..<(group + 1) * filtersPerGroup {
            var sum = bias?[filter] ?? 0
            for index in 0..<patchSize {
              sum &+= patch[index] &* weights.values[filter * patchSize + index]
            }
            result[(sample * shape[1] + filter) * outputPlane + number] = sum
          }
        }
      }
    }
    return (result, shape)
  }

  /// Multiply-adds.
  static func cost(_ weights: TensorType?, _ output: TensorType?) -> Cost {
    guard let output = output?.shape, let weights = weights?.shape else { return Cost() }
    return Cost(multiplyAdds: ShapeMath.elementCount(output + weights.dropFirst()) ?? .max)
  }
}

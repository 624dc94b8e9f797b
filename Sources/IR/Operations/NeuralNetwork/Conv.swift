// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Convolution (cross-correlation) over one or more spatial axes, in groups of channels.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point; weights `w` `[M, C / groups, K1, K2, …]`;
///   optional bias `[M]`. All of one type.
/// - Outputs: `[N, M, E1, E2, …]`, extents by ``SlidingWindow``.
/// - Source: ONNX `Conv`, opset 22.
public struct Conv: Operation {
  public static let opType = "Conv"

  /// How the kernel moves. Its extents are those of the weights; `roundsUp` must be false.
  public var window: SlidingWindow
  /// Groups of channels that are convolved apart, 1 or more; default 1.
  public var groups: Int

  /// A convolution.
  public init(window: SlidingWindow = SlidingWindow(), groups: Int = 1) {
    (self.window, self.groups) = (window, groups)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let weights = try inputs.tensor(1, in: ElementTypes.floats)
    try weights.expectType(of: x, "the weight")
    let bias = try inputs.optionalTensor(2, in: ElementTypes.floats)
    try bias?.expectType(of: x, "the bias")
    guard !window.roundsUp else {
      throw GraphError(.invalidAttribute, "a convolution has no ceil_mode")
    }
    guard let operands = try ConvolutionOperands(x: x, weights: weights, groups: groups) else {
      return [.tensor(x.dtype, dimensions: nil)]
    }
    try operands.expectWeights(inputChannels: operands.weights[1], timesGroups: true)
    if let outputs = operands.weights[0].value, outputs % groups != 0 {
      throw GraphError(
        .shapeMismatch, "\(outputs) output channels do not divide into \(groups) groups")
    }
    try bias?.expectVector(operands.weights[0], "the bias")
    let spatial = try window.outputDimensions(input: operands.spatial, kernel: operands.kernel)
    return [.tensor(x.dtype, dimensions: [operands.x[0], operands.weights[0]] + spatial)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(1))
    let geometry = try window.geometry(
      input: Array(x.shape.dropFirst(2)), kernel: Array(weights.shape.dropFirst(2)))
    let shape = [x.shape[0], weights.shape[0]] + geometry.output
    let bias = try inputs.optionalTensor(2)?.doubles()
    let (samples, filters) = (x.doubles(), weights.doubles())
    let channels = weights.shape[1]
    let filtersPerGroup = weights.shape[0] / groups
    let inputPlane = try checkedProduct(geometry.input)
    let outputPlane = try checkedProduct(geometry.output)
    let tapCount = try checkedProduct(geometry.kernel)
    let patchSize = channels * tapCount
    var result = [Double](repeating: 0, count: try checkedProduct(shape))
    try geometry.forEachWindow { number, _, taps throws(GraphError) in
      try context.checkDeadline()
      var patch = [Double](repeating: 0, count: patchSize)
      for sample in 0..<x.shape[0] {
        for group in 0..<groups {
          for channel in 0..<channels {
            let plane = ((sample * groups + group) * channels + channel) * inputPlane
            for tap in taps {
              patch[channel * tapCount + tap.index] = samples[plane + tap.offset]
            }
          }
          for filter in group * filtersPerGroup..<(group + 1) * filtersPerGroup {
            var sum = bias?[filter] ?? 0
            for index in 0..<patchSize { sum += patch[index] * filters[filter * patchSize + index] }
            result[(sample * shape[1] + filter) * outputPlane + number] = sum
          }
        }
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let output = (try? outputTypes(inputs))?.first?.tensorType?.shape
    guard let output, let weights = inputs[1]?.tensorType?.shape else { return Cost() }
    return Cost(multiplyAdds: ShapeMath.elementCount(output + weights.dropFirst()) ?? .max)
  }
}

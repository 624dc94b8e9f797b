// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Transposed convolution: what the gradient of a convolution does to its input.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point; weights `w` `[C, M / groups, K1, K2, …]`;
///   optional bias `[M]`. All of one type.
/// - Outputs: `[N, M, E1, E2, …]`. Each extent is
///   `stride * (D - 1) + outputPadding + dilation * (K - 1) + 1 - pads`, or that of `outputShape`.
/// - Source: ONNX `ConvTranspose`, opset 22.
public struct ConvTranspose: Operation {
  public static let opType = "ConvTranspose"

  /// Strides, dilations and the padding that is cut from the output; `roundsUp` must be false.
  /// Automatic padding makes each output `D * stride` long.
  public var window: SlidingWindow
  /// Groups of channels that are convolved apart, 1 or more; default 1.
  public var groups: Int
  /// Positions added behind each axis of the output, 0 or more; empty: none.
  public var outputPadding: [Int]
  /// Spatial extents of the output, from which the padding follows; nil: the other way round.
  public var outputShape: [Int]?

  /// A transposed convolution.
  public init(
    window: SlidingWindow = SlidingWindow(), groups: Int = 1, outputPadding: [Int] = [],
    outputShape: [Int]? = nil
  ) {
    (self.window, self.groups) = (window, groups)
    (self.outputPadding, self.outputShape) = (outputPadding, outputShape)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let weights = try inputs.tensor(1, in: ElementTypes.floats)
    try weights.expectType(of: x, "the weight")
    let bias = try inputs.optionalTensor(2, in: ElementTypes.floats)
    try bias?.expectType(of: x, "the bias")
    guard let operands = try ConvolutionOperands(x: x, weights: weights, groups: groups) else {
      return [.tensor(x.dtype, dimensions: nil)]
    }
    try operands.expectWeights(inputChannels: operands.weights[0], timesGroups: false)
    var filters = Dimension.unknown
    if let perGroup = operands.weights[1].value {
      filters = .fixed(try checkedProduct([perGroup, groups]))
    }
    try bias?.expectVector(filters, "the bias")
    try check(spatialRank: operands.spatial.count)
    var spatial: [Dimension] = []
    for (axis, sides) in zip(operands.spatial, operands.kernel).enumerated() {
      if let input = sides.0.value, let kernel = sides.1.value {
        spatial.append(.fixed(try geometry(axis, input: input, kernel: kernel).input))
      } else {
        spatial.append(outputShape.map { .fixed($0[axis]) } ?? .unknown)
      }
    }
    return [.tensor(x.dtype, dimensions: [operands.x[0], filters] + spatial)]
  }

  private func check(spatialRank: Int) throws(GraphError) {
    guard !window.roundsUp else {
      throw GraphError(.invalidAttribute, "a transposed convolution has no ceil_mode")
    }
    try window.check(spatialRank: spatialRank)
    try SlidingWindow.check(outputPadding, "output_padding", spatialRank, from: 0)
    if let outputShape {
      guard outputShape.count == spatialRank else {
        throw GraphError(
          .invalidAttribute,
          "output_shape has \(outputShape.count) entries, expected \(spatialRank)")
      }
      try SlidingWindow.check(outputShape, "output_shape", spatialRank, from: 1)
    }
  }

  /// The geometry of the convolution whose transpose this is: its windows stand on the output of
  /// this operator, one for each position of the input.
  ///
  /// - Parameters:
  ///   - input: Spatial extents of `x`.
  ///   - kernel: Spatial extents of the weights, as many.
  /// - Throws: `invalidAttribute` for attributes out of range, `shapeMismatch` when nothing is left
  ///   of the output.
  public func geometry(input: [Int], kernel: [Int]) throws(GraphError) -> WindowGeometry {
    guard input.count == kernel.count else {
      throw GraphError(
        .shapeMismatch,
        "the kernel \(kernel) has \(kernel.count) axes, the input \(input.count) spatial axes")
    }
    try check(spatialRank: input.count)
    var axes: [WindowGeometry.Axis] = []
    for axis in input.indices {
      axes.append(try geometry(axis, input: input[axis], kernel: kernel[axis]))
    }
    return WindowGeometry(axes: axes)
  }

  private func geometry(
    _ axis: Int, input: Int, kernel: Int
  ) throws(GraphError) -> WindowGeometry.Axis {
    try SlidingWindow.check(kernel: [kernel])
    let (stride, dilation) = (window.stride(axis), window.dilation(axis))
    guard input >= 0, input <= SlidingWindow.largestAttribute else {
      throw GraphError(.limitExceeded, "a spatial extent is \(input), at most 2^30 is supported")
    }
    let extent = (kernel - 1) * dilation + 1
    let added = outputPadding.isEmpty ? 0 : outputPadding[axis]
    let natural = stride * (input - 1) + added + extent
    var (begin, end) = window.pads(axis)
    var output = natural - begin - end
    let isSame = window.padding == .sameUpper || window.padding == .sameLower
    if outputShape != nil || isSame {
      output = outputShape?[axis] ?? input * stride
      let total = max(0, natural - output)
      begin = window.padding == .sameUpper ? total / 2 : total - total / 2
      end = total - begin
    }
    guard output >= 1, output <= SlidingWindow.largestExtent else {
      throw GraphError(
        .shapeMismatch,
        "spatial axis \(axis) of the output would be \(output) long, expected "
          + "1 to 2^40 (input \(input), kernel \(kernel), stride \(stride), pads \(begin), \(end))")
    }
    return WindowGeometry.Axis(
      input: output, kernel: kernel, stride: stride, dilation: dilation, padBegin: begin,
      padEnd: end, output: input)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(1))
    let geometry = try geometry(
      input: Array(x.shape.dropFirst(2)), kernel: Array(weights.shape.dropFirst(2)))
    let perGroup = weights.shape[1]
    let filters = perGroup * groups
    let shape = [x.shape[0], filters] + geometry.input
    let (samples, taps) = (x.doubles(), weights.doubles())
    let channelCount = x.shape[1] / groups
    let outputPlane = try checkedProduct(geometry.input)
    let inputPlane = try checkedProduct(geometry.output)
    let tapCount = try checkedProduct(geometry.kernel)
    var result = [Double](repeating: 0, count: try checkedProduct(shape))
    if let bias = try inputs.optionalTensor(2)?.doubles() {
      for index in result.indices { result[index] = bias[index / outputPlane % filters] }
    }
    try geometry.forEachWindow { number, _, window throws(GraphError) in
      try context.checkDeadline()
      for sample in 0..<x.shape[0] {
        for filter in 0..<filters {
          let first = filter / perGroup * channelCount
          let target = (sample * filters + filter) * outputPlane
          for channel in first..<first + channelCount {
            let value = samples[(sample * x.shape[1] + channel) * inputPlane + number]
            let source = (channel * perGroup + filter % perGroup) * tapCount
            for tap in window { result[target + tap.offset] += value * taps[source + tap.index] }
          }
        }
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    guard let x = inputs[0]?.tensorType?.shape, let weights = inputs[1]?.tensorType?.shape else {
      return Cost()
    }
    return Cost(multiplyAdds: ShapeMath.elementCount(x + weights.dropFirst()) ?? .max)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Normalizes each channel of each sample to mean 0 and variance 1, then scales and shifts it.
///
/// - Inputs: `x` `[N, C, D1, …]`, floating point; `scale` and `bias` `[C]` of the same type.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `InstanceNormalization`, opset 22; Ulyanov et al., arXiv:1607.08022.
public struct InstanceNormalization: Operation {
  public static let opType = "InstanceNormalization"

  /// Added to the variance; default 1e-5.
  public var epsilon: Float

  /// The operator.
  public init(epsilon: Float = 1e-5) { self.epsilon = epsilon }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    return [.tensor(try channelwiseType(inputs))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    return [
      .tensor(try normalizeGroups(inputs, groups: x.shape[1], epsilon: Double(epsilon)))
    ]
  }
}

/// The type of `x` `[N, C, …]`, checked with a scale and a bias for each channel.
func channelwiseType(_ inputs: OperandTypes) throws(GraphError) -> TensorType {
  let x = try inputs.tensor(0, in: ElementTypes.floats)
  try x.expectRank(2...64, "the input")
  for (index, name) in [(1, "the scale"), (2, "the bias")] {
    let parameter = try inputs.tensor(index, in: ElementTypes.floats)
    try parameter.expectType(of: x, name)
    try parameter.expectVector(x.dimensions?[1] ?? .unknown, name)
  }
  return x
}

/// Normalizes each group of channels of each sample, then scales and shifts each channel.
///
/// - Precondition: `groups` divides the channels.
func normalizeGroups(
  _ inputs: Operands, groups: Int, epsilon: Double
) throws(GraphError) -> Tensor {
  let x = try inputs.tensor(0)
  let (scale, bias) = (try inputs.tensor(1).doubles(), try inputs.tensor(2).doubles())
  let channels = x.shape[1]
  let plane = try checkedProduct(x.shape.dropFirst(2))
  var values = x.doubles()
  guard !values.isEmpty else { return x }
  let size = channels / groups * plane
  for start in stride(from: 0, to: values.count, by: size) {
    let (mean, variance) = moments(values[start..<start + size])
    let deviation = (variance + epsilon).squareRoot()
    for index in start..<start + size {
      let channel = index / plane % channels
      values[index] = (values[index] - mean) / deviation * scale[channel] + bias[channel]
    }
  }
  return Tensor(doubles: values, dtype: x.dtype, shape: x.shape)
}

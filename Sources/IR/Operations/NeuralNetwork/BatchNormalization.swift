// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Scales and shifts each channel: `y = (x - mean) / sqrt(variance + epsilon) * scale + bias`.
///
/// - Inputs: `x` `[N, C, D1, …]` (or `[N]`, one channel), `scale`, `bias`, `mean` and `variance`
///   `[C]`; floating point, whose types may differ between `x`, the two parameters and the two
///   statistics.
/// - Outputs: `y`, the type of `x`. When training also the running mean and variance,
///   `old * momentum + current * (1 - momentum)`, where current are those of `x` itself (of the
///   population), which then normalize it too. Otherwise those outputs are the given ones.
/// - Source: ONNX `BatchNormalization`, opset 15; Ioffe and Szegedy, ICML 2015, arXiv:1502.03167.
public struct BatchNormalization: Operation {
  public static let opType = "BatchNormalization"

  /// Added to the variance; default 1e-5.
  public var epsilon: Float
  /// Weight of the old statistics when training; default 0.9.
  public var momentum: Float
  /// Whether `x` is normalized by its own statistics; default no.
  public var isTraining: Bool

  /// The operator.
  public init(epsilon: Float = 1e-5, momentum: Float = 0.9, isTraining: Bool = false) {
    (self.epsilon, self.momentum, self.isTraining) = (epsilon, momentum, isTraining)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 5...5)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    try x.expectRank(1...64, "the input")
    let channels = x.rank == 1 ? .fixed(1) : x.dimensions?[1] ?? .unknown
    for (index, name) in ["scale", "bias", "mean", "variance"].enumerated() {
      try inputs.tensor(index + 1, in: ElementTypes.floats).expectVector(channels, "the \(name)")
    }
    return [.tensor(x), .tensor(try inputs.tensor(3)), .tensor(try inputs.tensor(4))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let (scale, bias) = (try inputs.tensor(1).doubles(), try inputs.tensor(2).doubles())
    let (mean, variance) = (try inputs.tensor(3), try inputs.tensor(4))
    let samples = x.doubles()
    let planes = try ChannelPlanes(x.shape)
    var statistics = zip(mean.doubles(), variance.doubles()).map { (mean: $0, variance: $1) }
    if isTraining {
      statistics = (0..<planes.channels).map { moments(planes.values(samples, channel: $0)) }
    }
    var result = [Double](repeating: 0, count: samples.count)
    for channel in 0..<planes.channels {
      let (mean, variance) = statistics[channel]
      let deviation = (variance + Double(epsilon)).squareRoot()
      for range in planes.ranges(channel: channel) {
        for index in range {
          result[index] = (samples[index] - mean) / deviation * scale[channel] + bias[channel]
        }
      }
    }
    let y = Tensor(doubles: result, dtype: x.dtype, shape: x.shape)
    guard isTraining else { return [.tensor(y), .tensor(mean), .tensor(variance)] }
    let running = (
      blend(mean, statistics.map(\.mean)), blend(variance, statistics.map(\.variance))
    )
    return [.tensor(y), .tensor(running.0), .tensor(running.1)]
  }

  private func blend(_ old: Tensor, _ current: [Double]) -> Tensor {
    let momentum = Double(momentum)
    let values = zip(old.doubles(), current).map { $0 * momentum + $1 * (1 - momentum) }
    return Tensor(doubles: values, dtype: old.dtype, shape: old.shape)
  }
}

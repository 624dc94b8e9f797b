// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Normalizes groups of channels of each sample to mean 0 and variance 1, then scales and shifts
/// each channel.
///
/// - Inputs: `x` `[N, C, D1, …]`, floating point; `scale` and `bias` `[C]` of the same type.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `GroupNormalization`, opset 21; Wu and He, arXiv:1803.08494.
public struct GroupNormalization: Operation {
  public static let opType = "GroupNormalization"

  /// Number of groups, a divisor of the channels.
  public var groups: Int
  /// Added to the variance; default 1e-5.
  public var epsilon: Float

  /// The operator.
  public init(groups: Int, epsilon: Float = 1e-5) {
    (self.groups, self.epsilon) = (groups, epsilon)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let x = try channelwiseType(inputs)
    guard groups >= 1 else {
      throw GraphError(.invalidAttribute, "num_groups is \(groups), expected 1 or more")
    }
    if let channels = x.dimensions?[1].value, channels % groups != 0 {
      throw GraphError(
        .shapeMismatch, "\(channels) channels do not divide into \(groups) groups")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try normalizeGroups(inputs, groups: groups, epsilon: Double(epsilon)))]
  }
}

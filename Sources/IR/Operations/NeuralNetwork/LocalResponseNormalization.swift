// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// Divides by a power of the sum of squares over neighbouring channels:
/// `y = x / (bias + alpha / size * Σ x²)^beta`.
///
/// The sum runs over channels `c - (size - 1) / 2` (rounded down) to `c + (size - 1) / 2`
/// (rounded up), as far as they exist.
///
/// - Inputs: `x` `[N, C, D1, …]`, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `LRN`, opset 13; Krizhevsky et al., NeurIPS 2012, section 3.3.
public struct LocalResponseNormalization: Operation {
  public static let opType = "LRN"

  /// Number of channels in the sum, 1 or more.
  public var size: Int
  /// Scale of the sum; default 1e-4.
  public var alpha: Float
  /// Exponent; default 0.75.
  public var beta: Float
  /// Added to the sum; default 1.
  public var bias: Float

  /// The operator.
  public init(size: Int, alpha: Float = 1e-4, beta: Float = 0.75, bias: Float = 1) {
    (self.size, self.alpha, self.beta, self.bias) = (size, alpha, beta, bias)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    try x.expectRank(2...64, "the input")
    guard size >= 1 else {
      throw GraphError(.invalidAttribute, "size is \(size), expected 1 or more")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let samples = x.doubles()
    let planes = try ChannelPlanes(x.shape)
    // More channels than there are change nothing, and keep the sums below from overflowing.
    let reach = min(size - 1, 2 * planes.channels)
    var result = [Double](repeating: 0, count: samples.count)
    for sample in 0..<planes.samples {
      try context.checkDeadline()
      for channel in 0..<planes.channels {
        let first = max(0, channel - reach / 2)
        let last = min(planes.channels - 1, channel + (reach + 1) / 2)
        for place in 0..<planes.size {
          var sum = 0.0
          for neighbour in first...last {
            let value = samples[(sample * planes.channels + neighbour) * planes.size + place]
            sum += value * value
          }
          let index = (sample * planes.channels + channel) * planes.size + place
          let base = Double(bias) + Double(alpha) / Double(size) * sum
          result[index] = samples[index] / pow(base, Double(beta))
        }
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: x.shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let shape = inputs[0]?.tensorType?.shape
    return Cost(
      elementOperations: shape.flatMap { ShapeMath.elementCount($0 + [size]) ?? .max } ?? 0)
  }
}

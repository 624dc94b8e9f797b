// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One step of Adam.
///
/// With parameter x, gradient g, mean v and mean square h: `g' = λ x + g`,
/// `v' = α v + (1 - α) g'`, `h' = β h + (1 - β) g'²`,
/// `x' = (1 - λ') (x - R · √(1 - βᵀ) / (1 - αᵀ) · v' / (√h' + ε))`, where the factor of R is 1 in
/// step T = 0.
///
/// - Inputs: R, a `float32` or `float64` scalar; T, an `int64` scalar; n parameters, their
///   gradients, mean gradients and mean squares, any shapes, `float32` or `float64`.
/// - Outputs: n new parameters, mean gradients and mean squares.
/// - Source: ONNX `ai.onnx.preview.training.Adam`, version 1; Kingma and Ba, arXiv:1412.6980.
public struct Adam: OptimizerOperation {
  public static let opType = "Adam"
  public static let stateCount = 2

  /// Share of the old mean, α. Default 0.9.
  public var alpha: Float
  /// Share of the old mean square, β. Default 0.999.
  public var beta: Float
  /// Bound on the divisor, ε. Default 1e-6.
  public var epsilon: Float
  /// Weight decay in the gradient, λ. Default 0.
  public var weightDecay: Float
  /// Weight decay behind the step, λ'. Default 0.
  public var weightDecayAfter: Float

  /// The operator; the defaults are ONNX's.
  public init(
    alpha: Float = 0.9, beta: Float = 0.999, epsilon: Float = 1e-6, weightDecay: Float = 0,
    weightDecayAfter: Float = 0
  ) {
    (self.alpha, self.beta, self.epsilon) = (alpha, beta, epsilon)
    (self.weightDecay, self.weightDecayAfter) = (weightDecay, weightDecayAfter)
  }

  public func update(_ values: [Double], rate: Double, count: Double) -> [Double] {
    let (alpha, beta) = (Double(alpha), Double(beta))
    let gradient = Double(weightDecay) * values[0] + values[1]
    let mean = alpha * values[2] + (1 - alpha) * gradient
    let square = beta * values[3] + (1 - beta) * gradient * gradient
    let correction = count > 0 ? (1 - pow(beta, count)).squareRoot() / (1 - pow(alpha, count)) : 1
    let new = values[0] - rate * correction * mean / (square.squareRoot() + Double(epsilon))
    return [(1 - Double(weightDecayAfter)) * new, mean, square]
  }
}

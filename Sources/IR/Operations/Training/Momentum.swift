// SPDX-License-Identifier: Apache-2.0

/// One step of gradient descent with momentum.
///
/// With parameter x, gradient g and momentum v: `g' = λ x + g`, `v' = α v + β g'` (β is 1 in step
/// T = 0), `x' = x - R v'`, or `x' = x - R (g' + α v')` by Nesterov's rule.
///
/// - Inputs: R, a `float32` or `float64` scalar; T, an `int64` scalar; n parameters, their
///   gradients and momenta, any shapes, `float32` or `float64`.
/// - Outputs: n new parameters and momenta.
/// - Source: ONNX `ai.onnx.preview.training.Momentum`, version 1.
public struct Momentum: OptimizerOperation {
  public static let opType = "Momentum"
  public static let stateCount = 1

  /// The rule.
  public enum Mode: String, CaseIterable, Sendable {
    /// The step is the momentum.
    case standard
    /// The step looks ahead.
    case nesterov
  }

  /// Share of the old momentum, α.
  public var alpha: Float
  /// Share of the gradient, β.
  public var beta: Float
  /// The rule.
  public var mode: Mode
  /// Weight decay, λ.
  public var weightDecay: Float

  /// The operator.
  public init(alpha: Float, beta: Float, mode: Mode, weightDecay: Float) {
    (self.alpha, self.beta, self.mode, self.weightDecay) = (alpha, beta, mode, weightDecay)
  }

  public func update(_ values: [Double], rate: Double, count: Double) -> [Double] {
    let gradient = Double(weightDecay) * values[0] + values[1]
    let momentum = Double(alpha) * values[2] + (count > 0 ? Double(beta) : 1) * gradient
    let step = mode == .nesterov ? gradient + Double(alpha) * momentum : momentum
    return [values[0] - rate * step, momentum]
  }
}

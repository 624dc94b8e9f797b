// SPDX-License-Identifier: Apache-2.0

/// One step of Adagrad.
///
/// With parameter x, gradient g and accumulated square h: `g' = λ x + g`, `h' = h + g'²`,
/// `x' = x - R / (1 + T δ) · g' / (√h' + ε)`.
///
/// - Inputs: R, a `float32` or `float64` scalar; T, an `int64` scalar; n parameters, their
///   gradients and their accumulated squares, any shapes, `float32` or `float64`.
/// - Outputs: n new parameters and accumulated squares.
/// - Source: ONNX `ai.onnx.preview.training.Adagrad`, version 1; Duchi, Hazan and Singer, JMLR 12,
///   2011.
public struct Adagrad: OptimizerOperation {
  public static let opType = "Adagrad"
  public static let stateCount = 1

  /// Decay of the learning rate, δ. Default 0.
  public var decay: Float
  /// Bound on the divisor, ε. Default 1e-6.
  public var epsilon: Float
  /// Weight decay, λ. Default 0.
  public var weightDecay: Float

  /// The operator; the defaults are ONNX's.
  public init(decay: Float = 0, epsilon: Float = 1e-6, weightDecay: Float = 0) {
    (self.decay, self.epsilon, self.weightDecay) = (decay, epsilon, weightDecay)
  }

  public func update(_ values: [Double], rate: Double, count: Double) -> [Double] {
    let gradient = Double(weightDecay) * values[0] + values[1]
    let square = values[2] + gradient * gradient
    let step = rate / (1 + count * Double(decay))
    return [values[0] - step * gradient / (square.squareRoot() + Double(epsilon)), square]
  }
}

// SPDX-License-Identifier: Apache-2.0
/// Piecewise linear sigmoid: `y = max(0, min(1, alpha * x + beta))`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `HardSigmoid`, opset 22.
public struct HardSigmoid: UnaryFloatOperation {
  public static let opType = "HardSigmoid"
  /// Slope. Default 0.2.
  public var alpha: Float
  /// Value at 0. Default 0.5.
  public var beta: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 0.2, beta: Float = 0.5) {
    self.alpha = alpha
    self.beta = beta
  }

  public func apply(_ x: Double) -> Double {
    maximum(0, minimum(1, Double(alpha) * x + Double(beta)))
  }
}

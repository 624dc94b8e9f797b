// SPDX-License-Identifier: Apache-2.0
/// Leaky rectified linear unit: `y = x` from 0 on, `alpha * x` below, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `LeakyRelu`, opset 16.
public struct LeakyReLU: UnaryFloatOperation {
  public static let opType = "LeakyRelu"
  /// Slope below 0. Default 0.01.
  public var alpha: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 0.01) {
    self.alpha = alpha
  }

  public func apply(_ x: Double) -> Double { x < 0 ? Double(alpha) * x : x }
}

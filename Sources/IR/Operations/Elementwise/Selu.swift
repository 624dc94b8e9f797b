// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Scaled exponential linear unit, elementwise: `y = gamma * x` above 0,
/// `gamma * alpha * (eˣ - 1)` elsewhere.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Selu`, opset 22; Klambauer et al., NeurIPS 2017, arXiv:1706.02515.
public struct Selu: UnaryFloatOperation {
  public static let opType = "Selu"
  /// Default 1.6732632.
  public var alpha: Float
  /// Default 1.050701.
  public var gamma: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 1.673_263_2, gamma: Float = 1.050_701) {
    self.alpha = alpha
    self.gamma = gamma
  }

  public func apply(_ x: Double) -> Double {
    Double(gamma) * (x <= 0 ? Double(alpha) * expm1(x) : x)
  }
}

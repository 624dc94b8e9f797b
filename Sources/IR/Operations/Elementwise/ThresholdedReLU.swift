// SPDX-License-Identifier: Apache-2.0
/// Thresholded rectified linear unit: `y = x` where `x > alpha`, else 0.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `ThresholdedRelu`, opset 22.
public struct ThresholdedReLU: UnaryFloatOperation {
  public static let opType = "ThresholdedRelu"
  /// Threshold. Default 1.
  public var alpha: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 1) {
    self.alpha = alpha
  }

  public func apply(_ x: Double) -> Double { x > Double(alpha) ? x : x.isNaN ? x : 0 }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Swish: `y = x / (1 + exp(-alpha * x))`, elementwise; with `alpha` 1 also called SiLU, with 1.702
/// `QuickGelu`.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Swish`, opset 24; `QuickGelu` of the domain com.microsoft.
public struct Swish: UnaryFloatOperation {
  public static let opType = "Swish"
  /// Steepness. Default 1.
  public var alpha: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 1) {
    self.alpha = alpha
  }

  public func apply(_ x: Double) -> Double { x / (1 + Foundation.exp(-Double(alpha) * x)) }
}

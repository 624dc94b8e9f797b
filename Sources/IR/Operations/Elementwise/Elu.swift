// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Exponential linear unit: `y = x` from 0 on, `alpha * (eˣ - 1)` below, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Elu`, opset 22; Clevert et al., ICLR 2016, arXiv:1511.07289.
public struct Elu: UnaryFloatOperation {
  public static let opType = "Elu"
  /// Value towards -∞, negated. Default 1.
  public var alpha: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 1) {
    self.alpha = alpha
  }

  public func apply(_ x: Double) -> Double { x < 0 ? Double(alpha) * expm1(x) : x }
}

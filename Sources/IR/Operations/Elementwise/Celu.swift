// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Continuously differentiable exponential linear unit, elementwise:
/// `y = max(0, x) + min(0, alpha * (exp(x / alpha) - 1))`.
///
/// - Inputs: `x`, any shape, `float32`.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Celu`, opset 12; Barron, arXiv:1704.07483.
public struct Celu: UnaryFloatOperation {
  public static let opType = "Celu"
  public static let elementTypes = Set<ElementType>([.float32])
  /// Scale, not 0. Default 1.
  public var alpha: Float

  /// The operator with the given attributes.
  public init(alpha: Float = 1) {
    self.alpha = alpha
  }

  public func apply(_ x: Double) -> Double {
    let alpha = Double(alpha)
    return maximum(0, x) + minimum(0, alpha * expm1(x / alpha))
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Gaussian error linear unit: `y = x * Φ(x)`, elementwise, with `Φ` the standard normal
/// distribution function.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Gelu`, opset 20; Hendrycks and Gimpel, arXiv:1606.08415.
public struct Gelu: UnaryFloatOperation {
  public static let opType = "Gelu"
  /// Whether `Φ` is approximated through `tanh`. Default false.
  public var isApproximate: Bool

  /// The operator with the given attributes.
  public init(isApproximate: Bool = false) {
    self.isApproximate = isApproximate
  }

  public func apply(_ x: Double) -> Double {
    guard isApproximate else { return 0.5 * x * (1 + Foundation.erf(x / 2.0.squareRoot())) }
    let inner = (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
    return 0.5 * x * (1 + Foundation.tanh(inner))
  }
}

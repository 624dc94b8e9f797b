// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Inverse hyperbolic cosine; NaN below 1.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Acosh`, opset 22.
public struct Acosh: UnaryFloatOperation {
  public static let opType = "Acosh"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.acosh(x) }
}

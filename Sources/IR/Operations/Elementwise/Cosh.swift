// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Hyperbolic cosine.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Cosh`, opset 22.
public struct Cosh: UnaryFloatOperation {
  public static let opType = "Cosh"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.cosh(x) }
}

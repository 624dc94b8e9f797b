// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Exponential: `y = eˣ`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Exp`, opset 13.
public struct Exp: UnaryFloatOperation {
  public static let opType = "Exp"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.exp(x) }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Hyperbolic tangent.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Tanh`, opset 13.
public struct Tanh: UnaryFloatOperation {
  public static let opType = "Tanh"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.tanh(x) }
}

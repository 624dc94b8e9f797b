// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Inverse hyperbolic sine.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Asinh`, opset 22.
public struct Asinh: UnaryFloatOperation {
  public static let opType = "Asinh"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.asinh(x) }
}

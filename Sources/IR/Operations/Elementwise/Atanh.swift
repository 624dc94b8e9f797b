// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Inverse hyperbolic tangent; NaN outside -1 ... 1.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Atanh`, opset 22.
public struct Atanh: UnaryFloatOperation {
  public static let opType = "Atanh"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.atanh(x) }
}

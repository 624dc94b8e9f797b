// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Tangent of an angle in radians.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Tan`, opset 22.
public struct Tan: UnaryFloatOperation {
  public static let opType = "Tan"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.tan(x) }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Sine of an angle in radians.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Sin`, opset 22.
public struct Sin: UnaryFloatOperation {
  public static let opType = "Sin"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.sin(x) }
}

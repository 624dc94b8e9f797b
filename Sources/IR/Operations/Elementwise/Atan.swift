// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Arc tangent in radians, in -π/2 ... π/2.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Atan`, opset 22.
public struct Atan: UnaryFloatOperation {
  public static let opType = "Atan"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.atan(x) }
}

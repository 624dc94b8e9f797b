// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Cosine of an angle in radians.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Cos`, opset 22.
public struct Cos: UnaryFloatOperation {
  public static let opType = "Cos"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.cos(x) }
}

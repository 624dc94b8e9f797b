// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Hyperbolic sine.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Sinh`, opset 22.
public struct Sinh: UnaryFloatOperation {
  public static let opType = "Sinh"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.sinh(x) }
}

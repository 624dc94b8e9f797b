// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Arc sine in radians; NaN outside -1 ... 1.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Asin`, opset 22.
public struct Asin: UnaryFloatOperation {
  public static let opType = "Asin"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.asin(x) }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Arc cosine in radians; NaN outside -1 ... 1.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Acos`, opset 22.
public struct Acos: UnaryFloatOperation {
  public static let opType = "Acos"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.acos(x) }
}

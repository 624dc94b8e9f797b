// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Natural logarithm; -∞ for 0, NaN for negative numbers.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Log`, opset 13.
public struct Log: UnaryFloatOperation {
  public static let opType = "Log"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.log(x) }
}

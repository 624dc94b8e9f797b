// SPDX-License-Identifier: Apache-2.0
/// Reciprocal: `y = 1 / x`, elementwise; infinite for 0.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Reciprocal`, opset 13.
public struct Reciprocal: UnaryFloatOperation {
  public static let opType = "Reciprocal"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { 1 / x }
}

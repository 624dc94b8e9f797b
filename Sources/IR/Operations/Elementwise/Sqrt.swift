// SPDX-License-Identifier: Apache-2.0
/// Square root; NaN for negative numbers, -0 for -0.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Sqrt`, opset 13.
public struct Sqrt: UnaryFloatOperation {
  public static let opType = "Sqrt"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x.squareRoot() }
}

// SPDX-License-Identifier: Apache-2.0
/// Smallest integer that is not below `x`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Ceil`, opset 13.
public struct Ceil: UnaryFloatOperation {
  public static let opType = "Ceil"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x.rounded(.up) }
}

// SPDX-License-Identifier: Apache-2.0
/// Largest integer that is not above `x`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Floor`, opset 13.
public struct Floor: UnaryFloatOperation {
  public static let opType = "Floor"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x.rounded(.down) }
}

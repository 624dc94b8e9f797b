// SPDX-License-Identifier: Apache-2.0
/// Nearest integer, elementwise; halves go to the even one.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Round`, opset 22.
public struct Round: UnaryFloatOperation {
  public static let opType = "Round"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x.rounded(.toNearestOrEven) }
}

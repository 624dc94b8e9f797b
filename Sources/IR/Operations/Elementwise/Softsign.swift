// SPDX-License-Identifier: Apache-2.0
/// Softsign: `y = x / (1 + |x|)`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Softsign`, opset 22.
public struct Softsign: UnaryFloatOperation {
  public static let opType = "Softsign"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x / (1 + abs(x)) }
}

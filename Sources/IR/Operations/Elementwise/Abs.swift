// SPDX-License-Identifier: Apache-2.0
/// Absolute value, elementwise. The smallest signed integer stays itself.
///
/// - Inputs: `x`, any shape, floating point or integer of 8 to 64 bits.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Abs`, opset 13.
public struct Abs: UnaryNumericOperation {
  public static let opType = "Abs"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { abs(x) }

  public func apply<Integer: FixedWidthInteger>(_ x: Integer) -> Integer { x < 0 ? 0 &- x : x }
}

// SPDX-License-Identifier: Apache-2.0
/// Difference `a - b`, elementwise with broadcasting. Integers wrap around.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: floating point or integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, the same element type.
/// - Source: ONNX `Sub`, opset 14.
public struct Sub: BinaryArithmeticOperation {
  public static let opType = "Sub"

  /// The operator.
  public init() {}

  public func apply(_ a: Double, _ b: Double) -> Double { a - b }

  public func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) -> Integer { a &- b }
}

// SPDX-License-Identifier: Apache-2.0
/// Product, elementwise with broadcasting. Integers wrap around.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: floating point or integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, the same element type.
/// - Source: ONNX `Mul`, opset 14.
public struct Mul: BinaryArithmeticOperation {
  public static let opType = "Mul"

  /// The operator.
  public init() {}

  public func apply(_ a: Double, _ b: Double) -> Double { a * b }

  public func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) -> Integer { a &* b }
}

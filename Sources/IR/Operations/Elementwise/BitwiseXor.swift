// SPDX-License-Identifier: Apache-2.0
/// Bitwise exclusive disjunction, elementwise with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, the same element type.
/// - Source: ONNX `BitwiseXor`, opset 18.
public struct BitwiseXor: BinaryIntegerOperation {
  public static let opType = "BitwiseXor"

  /// The operator.
  public init() {}

  public func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) -> Integer { a ^ b }
}

// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Negative, elementwise. The smallest signed integer stays itself.
///
/// - Inputs: `x`, any shape, floating point or signed integer of 8 to 64 bits.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Neg`, opset 13.
public struct Neg: UnaryNumericOperation {
  public static let opType = "Neg"
  public static let elementTypes = ElementTypes.floats.union([.int64, .int32, .int16, .int8])

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { -x }

  public func apply<Integer: FixedWidthInteger>(_ x: Integer) -> Integer { 0 &- x }
}

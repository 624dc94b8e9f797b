// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Shifts the bits of `a` by `b` places, elementwise with broadcasting. Zeros come in; shifts by the
/// width of the type or more give zero.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: unsigned integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, the same element type.
/// - Source: ONNX `BitShift`, opset 11.
public struct BitShift: BinaryIntegerOperation {
  public static let opType = "BitShift"
  public static let elementTypes = ElementTypes.unsignedIntegers.subtracting([.uint4])

  /// Directions by their ONNX names.
  public enum Direction: String, CaseIterable, Sendable {
    /// Towards the high bits: multiplies by powers of 2.
    case left = "LEFT"
    /// Towards the low bits: divides by powers of 2.
    case right = "RIGHT"
  }

  /// Towards which end the bits move.
  public var direction: Direction

  /// The operator with the given attributes.
  public init(direction: Direction) {
    self.direction = direction
  }

  public func apply<Integer: FixedWidthInteger>(_ a: Integer, _ b: Integer) -> Integer {
    direction == .left ? a << b : a >> b
  }
}

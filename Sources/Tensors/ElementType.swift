// SPDX-License-Identifier: Apache-2.0

/// The type of one element of a tensor.
///
/// - Source: the element types of ONNX `TensorProto`, IR version 12.
public enum ElementType: String, Sendable, Hashable, CaseIterable {
  case float64, float32, float16, bfloat16
  case float8E4M3FN, float8E4M3FNUZ, float8E5M2, float8E5M2FNUZ
  case int64, int32, int16, int8, int4
  case uint64, uint32, uint16, uint8, uint4
  case bool, string

  /// Bits that one element takes in memory; 4-bit types are packed two to a byte, the first one in
  /// the low nibble. Zero for `string`, whose elements live outside the byte buffer.
  public var bitWidth: Int {
    switch self {
    case .float64, .int64, .uint64: 64
    case .float32, .int32, .uint32: 32
    case .float16, .bfloat16, .int16, .uint16: 16
    case .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ, .int8, .uint8, .bool: 8
    case .int4, .uint4: 4
    case .string: 0
    }
  }

  /// Whether values are floating-point numbers of any width.
  public var isFloatingPoint: Bool { ElementTypes.allFloats.contains(self) }

  /// Whether values are integers of any width; `bool` is not one.
  public var isInteger: Bool { ElementTypes.integers.contains(self) }

  /// Whether values are unsigned integers of any width.
  public var isUnsignedInteger: Bool { ElementTypes.unsignedIntegers.contains(self) }

  /// Smallest and largest value of an integer type, or nil for any other type.
  ///
  /// The upper bound of `uint64` does not fit `Int64`; it is given as `Int64.max`.
  public var integerRange: ClosedRange<Int64>? {
    switch self {
    case .int64: Int64.min...Int64.max
    case .int32: Int64(Int32.min)...Int64(Int32.max)
    case .int16: -32768...32767
    case .int8: -128...127
    case .int4: -8...7
    case .uint64: 0...Int64.max
    case .uint32: 0...Int64(UInt32.max)
    case .uint16: 0...65535
    case .uint8: 0...255
    case .uint4: 0...15
    default: nil
    }
  }
}

/// Sets of element types, as operators constrain their inputs.
public enum ElementTypes {
  /// The four standard floating-point types.
  public static let floats: Set<ElementType> = [.float64, .float32, .float16, .bfloat16]
  /// The 8-bit floating-point types.
  public static let float8s: Set<ElementType> = [
    .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ,
  ]
  /// All floating-point types.
  public static let allFloats = floats.union(float8s)
  /// Signed integers of 4 to 64 bits.
  public static let signedIntegers: Set<ElementType> = [.int64, .int32, .int16, .int8, .int4]
  /// Unsigned integers of 4 to 64 bits.
  public static let unsignedIntegers: Set<ElementType> = [
    .uint64, .uint32, .uint16, .uint8, .uint4,
  ]
  /// All integers.
  public static let integers = signedIntegers.union(unsignedIntegers)
  /// Standard floating-point types and all integers.
  public static let numeric = floats.union(integers)
  /// Types allowed for shapes, axes and indices.
  public static let indices: Set<ElementType> = [.int64, .int32]
  /// Just `bool`.
  public static let bool: Set<ElementType> = [.bool]
  /// Everything.
  public static let all = Set(ElementType.allCases)
}

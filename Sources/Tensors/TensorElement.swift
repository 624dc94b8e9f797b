// SPDX-License-Identifier: Apache-2.0

/// A Swift type that stands for one element of a tensor, bit for bit.
public protocol TensorElement: Sendable, Hashable, BitwiseCopyable {
  /// The element type that this Swift type stands for.
  static var elementType: ElementType { get }
}

extension Double: TensorElement { public static let elementType = ElementType.float64 }
extension Float: TensorElement { public static let elementType = ElementType.float32 }
extension Float16: TensorElement { public static let elementType = ElementType.float16 }
extension BFloat16: TensorElement { public static let elementType = ElementType.bfloat16 }
extension Int64: TensorElement { public static let elementType = ElementType.int64 }
extension Int32: TensorElement { public static let elementType = ElementType.int32 }
extension Int16: TensorElement { public static let elementType = ElementType.int16 }
extension Int8: TensorElement { public static let elementType = ElementType.int8 }
extension UInt64: TensorElement { public static let elementType = ElementType.uint64 }
extension UInt32: TensorElement { public static let elementType = ElementType.uint32 }
extension UInt16: TensorElement { public static let elementType = ElementType.uint16 }
extension UInt8: TensorElement { public static let elementType = ElementType.uint8 }
extension Bool: TensorElement { public static let elementType = ElementType.bool }

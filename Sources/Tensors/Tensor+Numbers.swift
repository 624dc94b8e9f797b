// SPDX-License-Identifier: Apache-2.0

/// Element access through the two widest number types, for code that is written once for all
/// element types: reference evaluation, constant folding, printing.
///
/// Not for hot loops; those bind the memory to its type.
extension Tensor {
  /// Element `index` of the packed bytes, as a floating-point number.
  ///
  /// - Precondition: the type is numeric or `bool`.
  public func double(at index: Int) -> Double {
    withUnsafeBytes { Self.double($0, dtype, index) }
  }

  /// Element `index` as an integer: floats are truncated towards zero, `uint64` keeps its bits.
  ///
  /// - Precondition: the type is numeric or `bool`, and a float is finite and fits.
  public func integer(at index: Int) -> Int64 {
    withUnsafeBytes { Self.integer($0, dtype, index) }
  }

  /// All elements as floating-point numbers.
  ///
  /// - Precondition: the type is numeric or `bool`.
  public func doubles() -> [Double] {
    if dtype == .float32 {
      return withElements(of: Float.self) { $0.map(Double.init) }
    }
    return withUnsafeBytes { bytes in (0..<count).map { Self.double(bytes, dtype, $0) } }
  }

  /// All elements as integers; see ``integer(at:)``.
  public func int64s() -> [Int64] {
    if dtype == .int64 { return array() }
    return withUnsafeBytes { bytes in (0..<count).map { Self.integer(bytes, dtype, $0) } }
  }

  /// A tensor with each number rounded to the nearest value of `dtype`, ties to even.
  ///
  /// Integers clamp to their range and NaN becomes 0; `bool` is `value != 0`.
  ///
  /// - Precondition: `dtype` is not `string`; `values.count` is the product of `shape`.
  public init(doubles values: [Double], dtype: ElementType, shape: [Int]) {
    self.init(uninitialized: dtype, shape: shape) { bytes in
      if dtype.bitWidth == 4 { bytes.initializeMemory(as: UInt8.self, repeating: 0) }
      for (index, value) in values.enumerated() { Self.store(value, bytes, dtype, index) }
    }
    precondition(values.count == count, "\(values.count) values for shape \(shape)")
  }

  /// A tensor with the low bits of each integer (floats: the nearest value; `bool`: `!= 0`).
  ///
  /// - Precondition: `dtype` is not `string`; `values.count` is the product of `shape`.
  public init(int64s values: [Int64], dtype: ElementType, shape: [Int]) {
    self.init(uninitialized: dtype, shape: shape) { bytes in
      if dtype.bitWidth == 4 { bytes.initializeMemory(as: UInt8.self, repeating: 0) }
      for (index, value) in values.enumerated() { Self.store(value, bytes, dtype, index) }
    }
    precondition(values.count == count, "\(values.count) values for shape \(shape)")
  }

  /// The elements at `indices`, in that order; where an index is negative, `fill` (else zero).
  ///
  /// The reference form of every operator that only moves elements.
  ///
  /// - Precondition: each index is below `count`; `indices.count` is the product of `shape`;
  ///   `fill`, if given, has one element of the same type.
  public func picking(_ indices: [Int], shape: [Int], fill: Tensor? = nil) -> Tensor {
    if dtype == .string {
      let filler = fill?.strings.first ?? ""
      return Tensor(strings: indices.map { $0 < 0 ? filler : strings[$0] }, shape: shape)
    }
    if dtype.bitWidth == 4 {
      let values = int64s()
      let filler = fill?.integer(at: 0) ?? 0
      let picked = indices.map { $0 < 0 ? filler : values[$0] }
      return Tensor(int64s: picked, dtype: dtype, shape: shape)
    }
    let width = dtype.bitWidth / 8
    let filler = [UInt8](unsafeUninitializedCapacity: width) { target, initialized in
      target.initialize(repeating: 0)
      fill?.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(target).copyBytes(from: $0.prefix(width))
      }
      initialized = width
    }
    return Tensor(uninitialized: dtype, shape: shape) { target in
      precondition(target.count == indices.count * width)
      withUnsafeBytes { source in
        for (position, index) in indices.enumerated() {
          precondition(index < count)
          let slot = UnsafeMutableRawBufferPointer(
            rebasing: target[position * width..<(position + 1) * width])
          if index < 0 {
            slot.copyBytes(from: filler)
          } else {
            slot.copyMemory(
              from: UnsafeRawBufferPointer(rebasing: source[index * width..<(index + 1) * width]))
          }
        }
      }
    }
  }
}

extension Tensor {
  private static func load<T: BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, as type: T.Type
  ) -> T {
    bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<T>.size, as: type)
  }

  private static func nibble(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt8 {
    (bytes[index >> 1] >> UInt8((index & 1) * 4)) & 0xF
  }

  private static func double(
    _ bytes: UnsafeRawBufferPointer, _ dtype: ElementType, _ index: Int
  ) -> Double {
    switch dtype {
    case .float64: load(bytes, index, as: Double.self)
    case .float32: Double(load(bytes, index, as: Float.self))
    case .float16: Double(load(bytes, index, as: Float16.self))
    case .bfloat16: Double(load(bytes, index, as: BFloat16.self).float)
    case .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ:
      Double(Float8Format(dtype)!.decode(bytes[index]))
    case .uint64: Double(load(bytes, index, as: UInt64.self))
    case .string: preconditionFailure("a string is not a number")
    default: Double(integer(bytes, dtype, index))
    }
  }

  private static func integer(
    _ bytes: UnsafeRawBufferPointer, _ dtype: ElementType, _ index: Int
  ) -> Int64 {
    switch dtype {
    case .int64: load(bytes, index, as: Int64.self)
    case .int32: Int64(load(bytes, index, as: Int32.self))
    case .int16: Int64(load(bytes, index, as: Int16.self))
    case .int8: Int64(load(bytes, index, as: Int8.self))
    case .uint64: Int64(bitPattern: load(bytes, index, as: UInt64.self))
    case .uint32: Int64(load(bytes, index, as: UInt32.self))
    case .uint16: Int64(load(bytes, index, as: UInt16.self))
    case .uint8: Int64(bytes[index])
    case .bool: bytes[index] == 0 ? 0 : 1
    case .uint4: Int64(nibble(bytes, index))
    case .int4: Int64(Int8(bitPattern: nibble(bytes, index) << 4) >> 4)
    case .string: preconditionFailure("a string is not a number")
    default: Int64(double(bytes, dtype, index))
    }
  }

  private static func store<T: BitwiseCopyable>(
    _ bytes: UnsafeMutableRawBufferPointer, _ index: Int, raw: T
  ) {
    bytes.storeBytes(of: raw, toByteOffset: index * MemoryLayout<T>.size, as: T.self)
  }

  private static func store(
    _ value: Double, _ bytes: UnsafeMutableRawBufferPointer, _ dtype: ElementType, _ index: Int
  ) {
    switch dtype {
    case .float64: store(bytes, index, raw: value)
    case .float32: store(bytes, index, raw: Float(value))
    case .float16: store(bytes, index, raw: Float16(value))
    case .bfloat16: store(bytes, index, raw: BFloat16(Float(value)))
    case .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ:
      bytes[index] = Float8Format(dtype)!.encode(Float(value))
    case .bool: bytes[index] = value != 0 ? 1 : 0
    case .uint64:
      store(
        bytes, index,
        raw: UInt64(exactly: value.rounded(.toNearestOrEven))
          ?? (value > 0 ? UInt64.max : 0))
    case .string: preconditionFailure("a number is not a string")
    default:
      let range = dtype.integerRange!
      let rounded = value.rounded(.toNearestOrEven)
      let integer =
        Int64(exactly: rounded)
        ?? (rounded > 0 ? range.upperBound : rounded < 0 ? range.lowerBound : 0)
      store(min(max(integer, range.lowerBound), range.upperBound), bytes, dtype, index)
    }
  }

  private static func store(
    _ value: Int64, _ bytes: UnsafeMutableRawBufferPointer, _ dtype: ElementType, _ index: Int
  ) {
    switch dtype {
    case .int64, .uint64: store(bytes, index, raw: value)
    case .int32, .uint32: store(bytes, index, raw: Int32(truncatingIfNeeded: value))
    case .int16, .uint16: store(bytes, index, raw: Int16(truncatingIfNeeded: value))
    case .int8, .uint8: bytes[index] = UInt8(truncatingIfNeeded: value)
    case .bool: bytes[index] = value != 0 ? 1 : 0
    case .int4, .uint4:
      let shift = UInt8((index & 1) * 4)
      let bits = UInt8(truncatingIfNeeded: value & 0xF) << shift
      bytes[index >> 1] = bytes[index >> 1] & ~(0xF << shift) | bits
    case .string: preconditionFailure("a number is not a string")
    default: store(Double(value), bytes, dtype, index)
    }
  }
}

extension Tensor {
  /// Number of elements that are not zero; strings count as not zero, -0 as zero.
  public var nonZeroCount: Int {
    if dtype == .string { return count }
    if dtype == .float32 {
      return withElements(of: Float.self) { $0.reduce(0) { $0 + ($1 == 0 ? 0 : 1) } }
    }
    return withUnsafeBytes { bytes in
      (0..<count).reduce(0) { $0 + (Self.double(bytes, dtype, $1) == 0 ? 0 : 1) }
    }
  }
}

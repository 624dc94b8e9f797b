// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension Cast: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    castStep(context, to: target)
  }
}

extension CastLike: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    castStep(context, to: context.type(1).dtype)
  }
}

/// The step that converts input 0; nil for 8-bit floating-point and 4-bit types.
private func castStep(_ context: LoweringContext, to target: ElementType) -> LoweredStep? {
  let source = context.type(0).dtype
  let count = context.shape(0).reduce(1, *)
  let (x, y) = (context.input(0), context.output)
  if source == target {
    guard let width = context.elementWidth(0) else { return nil }
    return LoweredStep(algorithm: "copy") { run in
      run.bytes(y).copyMemory(from: run.bytes(x), byteCount: count * width)
    }
  }
  // Integers keep their low bits, so they go by way of integers; all else by way of doubles.
  if !source.isFloatingPoint, target.isInteger {
    guard let reader = IntegerReader(source), let writer = IntegerWriter(target) else {
      return nil
    }
    return LoweredStep(algorithm: "integers") { run in
      let (from, to) = (run.bytes(x), run.bytes(y))
      inChunks(run, count, of: Int64.self) { chunk, first in
        reader.read(from, first, chunk)
        writer.write(chunk, to, first)
      }
    }
  }
  if source == .float32, target == .float16 {
    return LoweredStep(algorithm: "halves") { run in
      let (from, to) = (run.bytes(x), run.bytes(y))
      run.parallel(count, grain: 4096) { range, _ in
        for index in range { store(Half.bits(of: load(from, index, UInt32.self)), to, index) }
      }
    }
  }
  if source == .float16, target == .float32 {
    return LoweredStep(algorithm: "halves") { run in
      let (from, to) = (run.bytes(x), run.bytes(y))
      run.parallel(count, grain: 4096) { range, _ in
        for index in range { store(Half.float(load(from, index, UInt16.self)), to, index) }
      }
    }
  }
  guard let reader = DoubleReader(source), let writer = DoubleWriter(target) else { return nil }
  return LoweredStep(algorithm: "doubles") { run in
    let (from, to) = (run.bytes(x), run.bytes(y))
    inChunks(run, count, of: Double.self) { chunk, first in
      reader.read(from, first, chunk)
      writer.write(chunk, to, first)
    }
  }
}

/// Calls `body` with a buffer for each piece of `count` elements and the piece's first element.
///
/// A buffer is 1 KB, the most that is certain to be on the stack.
private func inChunks<Element: BitwiseCopyable>(
  _ run: RunContext, _ count: Int, of type: Element.Type,
  _ body: (UnsafeMutableBufferPointer<Element>, Int) -> Void
) {
  run.parallel(count, grain: 4096) { range, _ in
    withUnsafeTemporaryAllocation(of: type, capacity: 128) { buffer in
      for first in stride(from: range.lowerBound, to: range.upperBound, by: 128) {
        let size = min(128, range.upperBound - first)
        body(UnsafeMutableBufferPointer(rebasing: buffer[..<size]), first)
      }
    }
  }
}

@inline(__always)
private func load<Element: BitwiseCopyable>(
  _ bytes: UnsafeRawPointer, _ index: Int, _ type: Element.Type
) -> Element {
  bytes.loadUnaligned(fromByteOffset: index &* MemoryLayout<Element>.size, as: type)
}

@inline(__always)
private func store<Element: BitwiseCopyable>(
  _ value: Element, _ bytes: UnsafeMutableRawPointer, _ index: Int
) {
  bytes.storeBytes(of: value, toByteOffset: index &* MemoryLayout<Element>.size, as: Element.self)
}

/// Reads integers and truth values as `Int64`; `uint64` keeps its bits.
private struct IntegerReader: Sendable {
  private let dtype: ElementType

  init?(_ dtype: ElementType) {
    guard dtype.bitWidth >= 8, dtype.isInteger || dtype == .bool else { return nil }
    self.dtype = dtype
  }

  func read(
    _ bytes: UnsafeRawPointer, _ first: Int, _ chunk: UnsafeMutableBufferPointer<Int64>
  ) {
    switch dtype {
    case .int64, .uint64: for i in chunk.indices { chunk[i] = load(bytes, first &+ i, Int64.self) }
    case .int32: for i in chunk.indices { chunk[i] = Int64(load(bytes, first &+ i, Int32.self)) }
    case .int16: for i in chunk.indices { chunk[i] = Int64(load(bytes, first &+ i, Int16.self)) }
    case .int8: for i in chunk.indices { chunk[i] = Int64(load(bytes, first &+ i, Int8.self)) }
    case .uint32: for i in chunk.indices { chunk[i] = Int64(load(bytes, first &+ i, UInt32.self)) }
    case .uint16: for i in chunk.indices { chunk[i] = Int64(load(bytes, first &+ i, UInt16.self)) }
    case .uint8: for i in chunk.indices { chunk[i] = Int64(load(bytes, first &+ i, UInt8.self)) }
    default:
      for i in chunk.indices { chunk[i] = load(bytes, first &+ i, UInt8.self) == 0 ? 0 : 1 }
    }
  }
}

/// Writes the low bits of integers.
private struct IntegerWriter: Sendable {
  private let width: Int

  init?(_ dtype: ElementType) {
    guard dtype.bitWidth >= 8 else { return nil }
    width = dtype.bitWidth / 8
  }

  func write(
    _ chunk: UnsafeMutableBufferPointer<Int64>, _ bytes: UnsafeMutableRawPointer, _ first: Int
  ) {
    switch width {
    case 8: for i in chunk.indices { store(chunk[i], bytes, first &+ i) }
    case 4: for i in chunk.indices { store(Int32(truncatingIfNeeded: chunk[i]), bytes, first &+ i) }
    case 2: for i in chunk.indices { store(Int16(truncatingIfNeeded: chunk[i]), bytes, first &+ i) }
    default: for i in chunk.indices { store(Int8(truncatingIfNeeded: chunk[i]), bytes, first &+ i) }
    }
  }
}

/// Reads numbers as `Double`.
private struct DoubleReader: Sendable {
  private let dtype: ElementType
  private let integers: IntegerReader?

  init?(_ dtype: ElementType) {
    self.dtype = dtype
    integers = IntegerReader(dtype)
    guard integers != nil || ElementTypes.floats.contains(dtype) else { return nil }
  }

  func read(
    _ bytes: UnsafeRawPointer, _ first: Int, _ chunk: UnsafeMutableBufferPointer<Double>
  ) {
    switch dtype {
    case .float64: for i in chunk.indices { chunk[i] = load(bytes, first &+ i, Double.self) }
    case .float32: for i in chunk.indices { chunk[i] = Double(load(bytes, first &+ i, Float.self)) }
    case .float16:
      for i in chunk.indices { chunk[i] = Double(load(bytes, first &+ i, Float16.self)) }
    case .bfloat16:
      for i in chunk.indices { chunk[i] = Double(load(bytes, first &+ i, BFloat16.self).float) }
    case .uint64: for i in chunk.indices { chunk[i] = Double(load(bytes, first &+ i, UInt64.self)) }
    default:
      // In place: an integer is read before the double of the same width takes its room.
      chunk.withMemoryRebound(to: Int64.self) { integers?.read(bytes, first, $0) }
      for i in chunk.indices { chunk[i] = Double(Int64(bitPattern: chunk[i].bitPattern)) }
    }
  }
}

/// Writes doubles: rounded to floating-point types, truncated and limited for integers with 0 for
/// NaN, true unless 0.
private struct DoubleWriter: Sendable {
  private let dtype: ElementType

  init?(_ dtype: ElementType) {
    guard
      dtype == .bool || dtype.isInteger && dtype.bitWidth >= 8
        || ElementTypes.floats.contains(dtype)
    else { return nil }
    self.dtype = dtype
  }

  func write(
    _ chunk: UnsafeMutableBufferPointer<Double>, _ bytes: UnsafeMutableRawPointer, _ first: Int
  ) {
    switch dtype {
    case .float64: for i in chunk.indices { store(chunk[i], bytes, first &+ i) }
    case .float32: for i in chunk.indices { store(Float(chunk[i]), bytes, first &+ i) }
    case .float16: for i in chunk.indices { store(Float16(chunk[i]), bytes, first &+ i) }
    case .bfloat16: for i in chunk.indices { store(BFloat16(Float(chunk[i])), bytes, first &+ i) }
    case .int64: truncate(chunk, bytes, first, Int64.self)
    case .int32: truncate(chunk, bytes, first, Int32.self)
    case .int16: truncate(chunk, bytes, first, Int16.self)
    case .int8: truncate(chunk, bytes, first, Int8.self)
    case .uint64:
      for i in chunk.indices { store(Self.unsigned(chunk[i]), bytes, first &+ i) }
    case .uint32: truncate(chunk, bytes, first, UInt32.self)
    case .uint16: truncate(chunk, bytes, first, UInt16.self)
    case .uint8: truncate(chunk, bytes, first, UInt8.self)
    default: for i in chunk.indices { store(UInt8(chunk[i] != 0 ? 1 : 0), bytes, first &+ i) }
    }
  }

  private static func unsigned(_ value: Double) -> UInt64 {
    value >= 0x1p64 ? .max : value > 0 ? UInt64(value) : 0
  }

  @inline(__always)
  private func truncate<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ chunk: UnsafeMutableBufferPointer<Double>, _ bytes: UnsafeMutableRawPointer, _ first: Int,
    _ type: Integer.Type
  ) {
    // The largest number of 64 bits is no double; the next one above it is, and is out of range.
    // By way of the widest type, because the generic conversion is slow.
    let (low, high) = (Double(Integer.min), Double(Integer.max))
    for i in chunk.indices {
      let value = chunk[i]
      let inside = value > low && value < high
      let limit: Integer = value >= high ? .max : value <= low ? .min : 0
      let wide = Integer(truncatingIfNeeded: Int64(inside ? value : 0))
      store(inside ? wide : limit, bytes, first &+ i)
    }
  }
}

/// Conversions between `Float16` and `Float` in integer arithmetic without branches, which the
/// compiler vectorizes for any CPU; its own call a function for each number.
enum Half {
  /// The bits of the nearest half-precision number, ties to even.
  ///
  /// - Parameter bits: Those of a `Float`.
  @inline(__always)
  static func bits(of bits: UInt32) -> UInt16 {
    let sign = (bits >> 16) & 0x8000
    let magnitude = bits & 0x7fff_ffff
    // From 2⁻¹⁴ on: round off 13 bits, and shift the bias of the exponent from 127 to 15.
    let odd = (magnitude >> 13) & 1
    let normal = (magnitude &+ 0xfff &+ odd &- (112 << 23)) >> 13
    // Below: the sum with 1/2 ends at 2⁻²⁴, the unit of subnormal halves.
    let tiny = (Float(bitPattern: magnitude) + 0.5).bitPattern &- Float(0.5).bitPattern
    let finite = magnitude < 113 << 23 ? tiny : normal
    // 65520 and more are rounded to infinity.
    let large: UInt32 = magnitude > 0x7f80_0000 ? 0x7e00 : 0x7c00
    return UInt16(truncatingIfNeeded: sign | (magnitude >= 0x477f_f000 ? large : finite))
  }

  /// The value of a half-precision number.
  @inline(__always)
  static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7fff)
    let normal = (magnitude << 13) &+ (magnitude >= 0x7c00 ? 224 << 23 : 112 << 23)
    // Not by a subnormal `Float`, which is taken for 0 while a model runs.
    let tiny = (Float(Int32(bitPattern: magnitude)) * 0x1p-24).bitPattern
    return Float(bitPattern: sign | (magnitude < 0x400 ? tiny : normal))
  }
}

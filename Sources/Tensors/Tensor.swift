// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A dense, row-major, n-dimensional array of one element type.
///
/// A value: copies share memory until one of them is changed. A tensor read from a file may point
/// into the file's mapping.
public struct Tensor: Sendable {
  /// Element type.
  public let dtype: ElementType
  /// Extent of each axis; empty for a scalar.
  public let shape: [Int]
  /// Number of elements.
  public let count: Int

  private var storage: TensorStorage
  private let byteOffset: Int
  private let stringElements: [String]

  /// Number of bytes of the elements, 0 for strings.
  public var byteCount: Int { dtype == .string ? 0 : (count * dtype.bitWidth + 7) / 8 }

  /// The elements of a `string` tensor; empty for every other type.
  public var strings: [String] { stringElements }

  /// Number of axes.
  public var rank: Int { shape.count }

  private static let noStorage = TensorStorage(zeroed: 0)

  private static func checkedCount(_ shape: [Int]) -> Int {
    guard let count = ShapeMath.elementCount(shape) else {
      preconditionFailure("shape \(shape) is negative or overflows")
    }
    return count
  }

  /// A tensor over part of a block of bytes, without copying.
  ///
  /// - Precondition: the bytes lie within the block, `dtype` is not `string`, and the element count
  ///   of `shape` does not overflow. Data from a file is checked before it comes here.
  public init(dtype: ElementType, shape: [Int], storage: TensorStorage, byteOffset: Int = 0) {
    (self.dtype, self.shape, self.storage) = (dtype, shape, storage)
    (self.byteOffset, stringElements) = (byteOffset, [])
    count = Self.checkedCount(shape)
    precondition(dtype != .string && byteOffset >= 0)
    precondition(byteOffset + (count * dtype.bitWidth + 7) / 8 <= storage.byteCount)
  }

  /// A tensor of zeros (`false`, `""`).
  ///
  /// - Precondition: the byte count of `shape` does not overflow.
  public init(zeros dtype: ElementType, shape: [Int]) {
    let count = Self.checkedCount(shape)
    if dtype == .string {
      self.init(strings: [String](repeating: "", count: count), shape: shape)
    } else {
      let storage = TensorStorage(zeroed: (count * dtype.bitWidth + 7) / 8)
      self.init(dtype: dtype, shape: shape, storage: storage)
    }
  }

  /// A tensor with the given elements in row-major order.
  ///
  /// - Precondition: `values.count` is the product of `shape`.
  public init<Element: TensorElement>(_ values: [Element], shape: [Int]) {
    self.init(uninitialized: Element.elementType, shape: shape) { bytes in
      values.withUnsafeBytes { source in
        precondition(source.count == bytes.count, "\(values.count) values for shape \(shape)")
        bytes.copyMemory(from: source)
      }
    }
  }

  /// A vector.
  public init<Element: TensorElement>(_ values: [Element]) {
    self.init(values, shape: [values.count])
  }

  /// A tensor of rank 0.
  public init<Element: TensorElement>(scalar: Element) { self.init([scalar], shape: []) }

  /// A tensor of strings in row-major order.
  ///
  /// - Precondition: `strings.count` is the product of `shape`.
  public init(strings: [String], shape: [Int]) {
    (dtype, self.shape, storage, byteOffset) = (.string, shape, Self.noStorage, 0)
    stringElements = strings
    count = strings.count
    precondition(Self.checkedCount(shape) == count, "\(count) strings for shape \(shape)")
  }

  /// A tensor whose packed bytes are copied from `bytes`.
  ///
  /// - Precondition: `bytes.count` is the byte count of `shape`, and `dtype` is not `string`.
  public init(dtype: ElementType, shape: [Int], bytes: [UInt8]) {
    self.init(uninitialized: dtype, shape: shape) { target in
      precondition(bytes.count == target.count, "\(bytes.count) bytes for \(dtype) \(shape)")
      target.copyBytes(from: bytes)
    }
  }

  /// A tensor whose packed bytes `body` fills; it must write all of them.
  public init<Failure: Error>(
    uninitialized dtype: ElementType, shape: [Int],
    fill body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let byteCount = (Self.checkedCount(shape) * dtype.bitWidth + 7) / 8
    let storage = TensorStorage(uninitialized: byteCount)
    try body(UnsafeMutableRawBufferPointer(start: storage.baseAddress, count: byteCount))
    self.init(dtype: dtype, shape: shape, storage: storage)
  }

  /// Calls `body` with the packed bytes; empty for strings.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let resident = storage.resident
    let bytes = UnsafeRawBufferPointer(start: resident.baseAddress + byteOffset, count: byteCount)
    defer { withExtendedLifetime(resident) {} }
    return try body(bytes)
  }

  /// Calls `body` with the packed bytes of this tensor alone: shared memory is copied first.
  public mutating func withUnsafeMutableBytes<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if storage.isReadOnly || byteOffset != 0 || !isKnownUniquelyReferenced(&storage) {
      self = withUnsafeBytes { source in
        Tensor(uninitialized: dtype, shape: shape) { $0.copyMemory(from: source) }
      }
    }
    return try body(UnsafeMutableRawBufferPointer(start: storage.baseAddress, count: byteCount))
  }

  /// The start of the packed bytes if they are this tensor's alone and may be written, else nil.
  ///
  /// It holds as long as the tensor does and is not copied; what is written there is the tensor's.
  package mutating func exclusiveAddress() -> UnsafeMutableRawPointer? {
    guard dtype != .string, !storage.isReadOnly, byteOffset == 0,
      isKnownUniquelyReferenced(&storage)
    else { return nil }
    return storage.baseAddress
  }

  /// Calls `body` with the elements.
  ///
  /// - Precondition: `Element` stands for `dtype`.
  public func withElements<Element: TensorElement, Result, Failure: Error>(
    of type: Element.Type, _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(Element.elementType == dtype, "\(Element.self) does not stand for \(dtype)")
    return try withUnsafeBytes { bytes throws(Failure) in
      // A mapped file promises no alignment; such tensors are realigned by a copy.
      if Int(bitPattern: bytes.baseAddress) % MemoryLayout<Element>.alignment != 0 {
        let copy = [Element](unsafeUninitializedCapacity: count) { target, initialized in
          UnsafeMutableRawBufferPointer(target).copyMemory(from: bytes)
          initialized = count
        }
        return try copy.withUnsafeBufferPointer { elements throws(Failure) in
          try body(elements)
        }
      }
      return try body(bytes.assumingMemoryBound(to: Element.self))
    }
  }

  /// The elements as an array.
  ///
  /// - Precondition: `Element` stands for `dtype`.
  public func array<Element: TensorElement>(of type: Element.Type = Element.self) -> [Element] {
    precondition(Element.elementType == dtype, "\(Element.self) does not stand for \(dtype)")
    return [Element](unsafeUninitializedCapacity: count) { target, initialized in
      withUnsafeBytes { UnsafeMutableRawBufferPointer(target).copyMemory(from: $0) }
      initialized = count
    }
  }

  /// A tensor whose packed bytes `fill` computes when they are read; see
  /// ``TensorStorage/init(byteCount:computedBy:)``.
  ///
  /// - Precondition: the byte count of `shape` does not overflow, and `dtype` is not `string`.
  package init(
    dtype: ElementType, shape: [Int],
    computedBy fill: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void
  ) {
    let byteCount = (Self.checkedCount(shape) * dtype.bitWidth + 7) / 8
    let storage = TensorStorage(byteCount: byteCount) {
      fill(UnsafeMutableRawBufferPointer(start: $0, count: byteCount))
    }
    self.init(dtype: dtype, shape: shape, storage: storage)
  }

  /// The same tensor with memory that stays where it is as long as the tensor is there.
  package var resident: Tensor {
    if dtype == .string { return self }
    return Tensor(dtype: dtype, shape: shape, storage: storage.resident, byteOffset: byteOffset)
  }

  /// Lets the system take back the memory of a tensor that can be read again: it lies in a mapped
  /// file, or is computed; see ``TensorStorage/releasePages(_:)``.
  public func releasePages() {
    storage.releasePages(byteOffset..<byteOffset + byteCount)
  }

  /// Copies the elements' bytes, giving up the memory of a mapped file piece by piece, so that there
  /// are never two copies of a large tensor.
  package func moveBytes(to target: UnsafeMutableRawPointer) {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var done = 0
      while done < bytes.count {
        let count = min(16 << 20, bytes.count - done)
        (target + done).copyMemory(from: base + done, byteCount: count)
        storage.releasePages(byteOffset + done..<byteOffset + done + count)
        done += count
      }
    }
    releasePages()
  }

  /// Whether the elements lie in a mapped file, or are computed when they are read.
  package var isReloadable: Bool { storage.isReloadable }

  /// The same elements under another shape.
  ///
  /// - Precondition: both shapes have the same number of elements.
  public func reshaped(to newShape: [Int]) -> Tensor {
    precondition(Self.checkedCount(newShape) == count, "cannot reshape \(shape) to \(newShape)")
    if dtype == .string { return Tensor(strings: stringElements, shape: newShape) }
    return Tensor(dtype: dtype, shape: newShape, storage: storage, byteOffset: byteOffset)
  }
}

extension Tensor: Hashable {
  /// Whether type, shape and every bit of the elements are equal (so NaN equals the same NaN).
  public static func == (left: Tensor, right: Tensor) -> Bool {
    guard left.dtype == right.dtype, left.shape == right.shape else { return false }
    if left.dtype == .string { return left.strings == right.strings }
    return left.withUnsafeBytes { a in
      right.withUnsafeBytes { b in
        a.count == 0 || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0
      }
    }
  }

  /// Hashes type, shape and at most the first 256 bytes, so that large weights stay cheap.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(dtype)
    hasher.combine(shape)
    hasher.combine(stringElements)
    withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0.prefix(256))) }
  }
}

extension Tensor: CustomStringConvertible {
  /// Type, shape and the first elements.
  public var description: String {
    let head: String
    if dtype == .string {
      head = strings.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
    } else if dtype.isFloatingPoint {
      head = (0..<min(count, 8)).map { "\(double(at: $0))" }.joined(separator: ", ")
    } else {
      head = (0..<min(count, 8)).map { "\(integer(at: $0))" }.joined(separator: ", ")
    }
    return "\(dtype)\(shape) [\(head)\(count > 8 ? ", …" : "")]"
  }
}

extension Tensor {
  /// Whether both are the same memory seen in the same way; never reads elements.
  public func isIdentical(to other: Tensor) -> Bool {
    dtype == other.dtype && shape == other.shape && dtype != .string
      && storage.isSame(as: other.storage, at: byteOffset, other.byteOffset)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Reads integers out of bytes from outside; past the end there is nil, never a trap.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private let isBigEndian: Bool

  init(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) {
    self.bytes = bytes
    self.isBigEndian = bigEndian
  }

  /// The 16-bit integer at an offset from the first byte.
  func uint16(at offset: Int) -> Int? { integer(at: offset, size: 2) }

  /// The 32-bit integer at an offset from the first byte.
  func uint32(at offset: Int) -> Int? { integer(at: offset, size: 4) }

  private func integer(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    let start = bytes.startIndex + offset
    return (0..<size).reduce(0) { value, index in
      value << 8 | Int(bytes[isBigEndian ? start + index : start + size - 1 - index])
    }
  }
}

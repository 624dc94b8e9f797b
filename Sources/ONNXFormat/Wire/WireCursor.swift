// SPDX-License-Identifier: Apache-2.0

/// Why the bytes are refused, and at which one; `WireWalker` adds the path.
struct WireFault: Error {
  let code: ONNXError.Code
  let offset: Int
  let message: String
}

/// How a field's value is laid out, from the low three bits of its tag.
enum WireType: UInt64 {
  case varint = 0
  case fixed64 = 1
  case lengthDelimited = 2
  case startGroup = 3
  case endGroup = 4
  case fixed32 = 5
}

/// A position in protobuf bytes and the reads that move it, each checked against the end of the
/// message that is being read.
struct WireCursor {
  /// Offset of the next byte.
  var position = 0

  /// Bytes that the canonical encoding of `value` takes, 1 to 10.
  static func varintSize(_ value: UInt64) -> Int {
    max(1, (64 - value.leadingZeroBitCount + 6) / 7)
  }

  /// Appends the canonical encoding of `value`.
  static func appendVarint(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func readVarint(_ bytes: Span<UInt8>, end: Int) throws(WireFault) -> UInt64 {
    let start = position
    var value: UInt64 = 0
    for index in 0..<10 {
      guard position < end else {
        throw fault(at: start, needs: "a varint ends", end: end, bytes.count)
      }
      let byte = bytes[position]
      position += 1
      if index == 9, byte > 1 { break }
      value |= UInt64(byte & 0x7f) << UInt64(7 * index)
      if byte < 0x80 { return value }
    }
    throw WireFault(code: .malformed, offset: start, message: "varint of more than 64 bits")
  }

  mutating func readTag(
    _ bytes: Span<UInt8>, end: Int
  ) throws(WireFault) -> (number: Int, type: WireType) {
    let start = position
    let tag = try readVarint(bytes, end: end)
    guard tag <= UInt64(UInt32.max), tag >> 3 != 0 else {
      throw WireFault(
        code: .malformed, offset: start, message: "field number \(tag >> 3), expects 1 to 2^29 - 1")
    }
    guard let type = WireType(rawValue: tag & 7) else {
      throw WireFault(
        code: .malformed, offset: start, message: "wire type \(tag & 7), expects 0 to 5")
    }
    return (Int(tag >> 3), type)
  }

  /// Reads a length and returns the range of the bytes that it announces; the position is then at
  /// their start.
  mutating func readLength(_ bytes: Span<UInt8>, end: Int) throws(WireFault) -> Range<Int> {
    let start = position
    let length = try readVarint(bytes, end: end)
    guard length <= UInt64(end - position) else {
      let isTruncated = end == bytes.count || length > UInt64(bytes.count - position)
      throw WireFault(
        code: isTruncated ? .truncated : .malformed, offset: start,
        message: "length \(length), \(end - position) bytes left in the "
          + (end == bytes.count ? "file" : "enclosing message"))
    }
    return position..<position + Int(length)
  }

  mutating func skip(_ count: Int, _ bytes: Span<UInt8>, end: Int) throws(WireFault) {
    guard count <= end - position else {
      throw fault(at: position, needs: "a \(count)-byte number ends", end: end, bytes.count)
    }
    position += count
  }

  /// Skips the value of a field, groups with all that is in them.
  ///
  /// - Parameter depth: How many groups may be nested.
  mutating func skipValue(
    number: Int, type: WireType, _ bytes: Span<UInt8>, end: Int, depth: Int
  ) throws(WireFault) {
    var groups: [Int] = []
    var (number, type) = (number, type)
    let start = position
    while true {
      switch type {
      case .varint: _ = try readVarint(bytes, end: end)
      case .fixed64: try skip(8, bytes, end: end)
      case .fixed32: try skip(4, bytes, end: end)
      case .lengthDelimited: position = try readLength(bytes, end: end).upperBound
      case .startGroup:
        guard groups.count < depth else {
          throw WireFault(
            code: .limitExceeded, offset: position, message: "groups nested too deeply")
        }
        groups.append(number)
      case .endGroup:
        guard groups.popLast() == number else {
          throw WireFault(
            code: .malformed, offset: start, message: "end of group \(number), which is not open")
        }
      }
      if groups.isEmpty { return }
      (number, type) = try readTag(bytes, end: end)
    }
  }

  /// Skips packed varints in `range`, which must hold whole ones.
  mutating func skipVarints(_ bytes: Span<UInt8>, in range: Range<Int>) throws(WireFault) {
    position = range.lowerBound
    while position < range.upperBound { _ = try readVarint(bytes, end: range.upperBound) }
  }

  private func fault(at offset: Int, needs what: String, end: Int, _ count: Int) -> WireFault {
    end == count
      ? WireFault(code: .truncated, offset: offset, message: "the file ends before \(what)")
      : WireFault(code: .malformed, offset: offset, message: "the message ends before \(what)")
  }
}

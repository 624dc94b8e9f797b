// SPDX-License-Identifier: Apache-2.0

/// The list of a zip archive's members, which are read later.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10: end of central directory (4.3.16), its zip64 forms (4.3.14,
///   4.3.15, 4.5.3), central headers (4.3.12), local headers (4.3.7).
struct ZipArchive: Sendable {
  /// A file within the archive.
  struct Member: Sendable {
    /// How the bytes are stored.
    enum Method: Sendable { case stored, deflated }

    let name: String
    let method: Method
    /// Where the stored bytes are in the archive.
    let range: Range<Int>
    /// Bytes of the file when it is unpacked.
    let size: Int
    let checksum: UInt
  }

  /// The most bytes that the list may take.
  private static let maximumDirectoryBytes = 1 << 24
  private static let endRecordBytes = 22
  /// DEFLATE cannot make less than this part of its input: 258 bytes take 2 bits at the least.
  private static let largestRatio = 1032
  private static let maximumCommentBytes = 65_535

  let file: DataFile
  /// The headers of the members by name.
  private let headers: [String: Header]
  /// The names of the members in the order of the archive.
  let names: [String]

  private struct Header {
    var flags = 0
    var method = 0
    var checksum = 0
    var packedSize = 0
    var size = 0
    var offset = 0
  }

  /// Reads the list.
  ///
  /// - Throws: `noSuchFile`, `io`, `malformed`, `limitExceeded`.
  init(_ path: String) throws(DataError) {
    file = try DataFile(path)
    let end = try Self.directory(of: file)
    let bytes = LittleEndianBytes(try file.read(at: end.lowerBound, count: end.count))
    var headers: [String: Header] = [:]
    var names: [String] = []
    var position = 0
    while position < bytes.count {
      let place = "\(path), offset \(end.lowerBound + position)"
      guard bytes.uint32(position) == 0x0201_4B50, let nameSize = bytes.uint16(position + 28),
        let extraSize = bytes.uint16(position + 30), let commentSize = bytes.uint16(position + 32),
        let flags = bytes.uint16(position + 8), let method = bytes.uint16(position + 10),
        let checksum = bytes.uint32(position + 16), let packed = bytes.uint32(position + 20),
        let size = bytes.uint32(position + 24), let offset = bytes.uint32(position + 42),
        let name = bytes.slice(position + 46, nameSize),
        let extra = bytes.slice(position + 46 + nameSize, extraSize)
      else { throw DataError(.malformed, at: place, "expected the header of a zip member") }
      var header = Header(
        flags: flags, method: method, checksum: checksum, packedSize: packed, size: size,
        offset: offset)
      try Self.applyZip64(LittleEndianBytes(Array(extra)), to: &header, place)
      let text = String(decoding: name, as: UTF8.self)
      guard headers.updateValue(header, forKey: text) == nil else {
        throw DataError(.malformed, at: place, "has two members of the name '\(text)'")
      }
      names.append(text)
      position += 46 + nameSize + extraSize + commentSize
    }
    (self.headers, self.names) = (headers, names)
  }

  /// Finds a member and where its bytes begin, nil when there is none of the name.
  ///
  /// - Throws: `malformed`; `unsupported` for encryption and other methods than DEFLATE.
  func member(_ name: String) throws(DataError) -> Member? {
    guard let header = headers[name] else { return nil }
    let place = "\(file.path), '\(name)'"
    guard header.flags & 1 == 0 else {
      throw DataError(.unsupported, at: place, "is encrypted")
    }
    guard header.method == 0 || header.method == 8 else {
      throw DataError(
        .unsupported, at: place,
        "is compressed by method \(header.method), expected 0 (stored) or 8 (deflated); write it "
          + "with numpy.savez or numpy.savez_compressed")
    }
    let local = LittleEndianBytes(try file.read(at: header.offset, count: 30))
    guard local.uint32(0) == 0x0403_4B50, let nameSize = local.uint16(26),
      let extraSize = local.uint16(28)
    else {
      throw DataError(
        .malformed, at: place, "expected the header of a zip member at offset \(header.offset)")
    }
    let start = header.offset + 30 + nameSize + extraSize
    guard start <= file.size, header.packedSize <= file.size - start,
      header.method == 0
        ? header.packedSize == header.size
        : header.size / Self.largestRatio <= header.packedSize
    else {
      throw DataError(
        .malformed, at: place,
        "takes \(header.packedSize) bytes at offset \(start) for \(header.size), the file has "
          + "\(file.size)")
    }
    return Member(
      name: name, method: header.method == 0 ? .stored : .deflated,
      range: start..<start + header.packedSize, size: header.size, checksum: UInt(header.checksum))
  }

  /// Where the central directory is.
  private static func directory(of file: DataFile) throws(DataError) -> Range<Int> {
    let tailSize = min(file.size, endRecordBytes + maximumCommentBytes)
    let tailStart = file.size - tailSize
    let tail = LittleEndianBytes(try file.read(at: tailStart, count: tailSize))
    var found: Int?
    var position = tailSize - endRecordBytes
    while position >= 0, found == nil {
      if tail.uint32(position) == 0x0605_4B50 { found = position }
      position -= 1
    }
    guard let found, var size = tail.uint32(found + 12), var offset = tail.uint32(found + 16) else {
      throw DataError(.malformed, at: file.path, "is not a zip archive, as .npz files are")
    }
    if size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      let locator = tailStart + found - 20
      let link = LittleEndianBytes(try file.read(at: locator, count: 20))
      guard link.uint32(0) == 0x0706_4B50, let recordOffset = link.uint64(8) else {
        throw DataError(.malformed, at: file.path, "expected a zip64 locator at \(locator)")
      }
      let record = LittleEndianBytes(try file.read(at: recordOffset, count: 56))
      guard record.uint32(0) == 0x0606_4B50, let longSize = record.uint64(40),
        let longOffset = record.uint64(48)
      else {
        throw DataError(.malformed, at: file.path, "expected a zip64 record at \(recordOffset)")
      }
      (size, offset) = (longSize, longOffset)
    }
    guard size <= maximumDirectoryBytes else {
      throw DataError(
        .limitExceeded, at: file.path,
        "the list of members takes \(size) bytes, the limit is \(maximumDirectoryBytes)")
    }
    guard offset <= file.size, size <= file.size - offset else {
      throw DataError(
        .malformed, at: file.path,
        "the list of members takes \(size) bytes at offset \(offset), the file has \(file.size)")
    }
    return offset..<offset + size
  }

  /// Replaces sizes that do not fit 32 bits by those of the extra field, which are there in the order
  /// size, packed size, offset.
  private static func applyZip64(
    _ extra: LittleEndianBytes, to header: inout Header, _ place: String
  ) throws(DataError) {
    let placeholder = 0xFFFF_FFFF
    let isNeeded = [header.size, header.packedSize, header.offset].contains(placeholder)
    guard isNeeded else { return }
    var position = 0
    while let kind = extra.uint16(position), let size = extra.uint16(position + 2) {
      if kind == 1 {
        var field = position + 4
        let end = field + size
        for path in [\Header.size, \Header.packedSize, \Header.offset]
        where header[keyPath: path] == placeholder {
          guard field + 8 <= end, let value = extra.uint64(field) else {
            throw DataError(.malformed, at: place, "has a zip64 field that is too short")
          }
          header[keyPath: path] = value
          field += 8
        }
        return
      }
      position += 4 + size
    }
    throw DataError(.malformed, at: place, "lacks the zip64 field that its sizes need")
  }
}

/// Little-endian integers out of bytes from outside; nil past the end, and for what does not fit `Int`.
struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func uint16(_ offset: Int) -> Int? { integer(offset, 2) }
  func uint32(_ offset: Int) -> Int? { integer(offset, 4) }
  func uint64(_ offset: Int) -> Int? { integer(offset, 8) }

  func slice(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
    return bytes[offset..<offset + count]
  }

  private func integer(_ offset: Int, _ size: Int) -> Int? {
    guard let slice = slice(offset, size) else { return nil }
    return Int(exactly: slice.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

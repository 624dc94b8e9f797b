// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Reads parts of a member of a zip archive: at once where it is stored, by unpacking up to there
/// where it is deflated, so that increasing offsets are read without doing anything twice.
final class ZipMember: Sendable {
  /// What errors call the member.
  let place: String
  /// Bytes of the unpacked member.
  var size: Int { member.size }
  private let file: DataFile
  private let member: ZipArchive.Member
  private let inflater = Mutex<Box?>(nil)

  private static let skippedBytes = 1 << 16

  // Reached only while the mutex is locked, so that one thread at a time uses the stream.
  private struct Box: @unchecked Sendable { let stream: Inflater }

  /// A reader of a member of an archive.
  init(_ member: ZipArchive.Member, of archive: ZipArchive) {
    (self.member, file) = (member, archive.file)
    place = "\(archive.file.path), '\(member.name)'"
  }

  /// Reads exactly `count` bytes.
  ///
  /// - Throws: `malformed` when they are not there, the compressed data is damaged, or the checksum at
  ///   its end does not hold; `io`.
  func read(at offset: Int, count: Int) throws(DataError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
      throw DataError(
        .malformed, at: place, "expected \(count) bytes at offset \(offset), it has \(size) bytes")
    }
    if member.method == .stored {
      return try file.read(at: member.range.lowerBound + offset, count: count)
    }
    return try inflater.withLock { box throws(DataError) in
      let stream: Inflater
      if let current = box?.stream, current.position <= offset {
        stream = current
      } else {
        stream = try Inflater(file, range: member.range, place: place)
        box = Box(stream: stream)
      }
      while stream.position < offset {
        _ = try stream.read(min(Self.skippedBytes, offset - stream.position))
      }
      let bytes = try stream.read(count)
      guard stream.position < size || stream.checksum == member.checksum else {
        throw DataError(
          .malformed, at: place,
          "the checksum is \(stream.checksum), the archive says \(member.checksum)")
      }
      return bytes
    }
  }
}

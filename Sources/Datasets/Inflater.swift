// SPDX-License-Identifier: Apache-2.0
import CZlib

/// Undoes DEFLATE piece by piece, in memory that does not depend on the sizes.
final class Inflater {
  private static let windowBits: Int32 = 15
  private static let pieceBytes = 1 << 16

  private let file: DataFile
  private let place: String
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var nextInput: Int
  private let endOfInput: Int
  private var isAtEnd = false
  /// Bytes given out so far.
  private(set) var position = 0
  /// The CRC-32 of the bytes given out so far.
  private(set) var checksum: UInt = 0

  /// An inflater at the beginning of a raw stream.
  ///
  /// - Parameters:
  ///   - range: Where the compressed bytes are in `file`.
  ///   - place: What errors call the stream.
  /// - Throws: `io` without memory.
  init(_ file: DataFile, range: Range<Int>, place: String) throws(DataError) {
    (self.file, self.place) = (file, place)
    (nextInput, endOfInput) = (range.lowerBound, range.upperBound)
    // Negative: without the header and the trailer of zlib's own format, as zip archives have it.
    let status = inflateInit2_(
      &stream, -Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw DataError(.io, at: place, "zlib cannot begin (status \(status))")
    }
  }

  deinit { inflateEnd(&stream) }

  /// The next `count` bytes.
  ///
  /// - Throws: `malformed` when the stream is damaged or ends before them.
  func read(_ count: Int) throws(DataError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      if stream.avail_in == 0, nextInput < endOfInput { try refill() }
      let produced = try inflate(into: &output, from: done)
      done += produced
      let hasInput = stream.avail_in > 0 || nextInput < endOfInput
      guard produced > 0 || (hasInput && !isAtEnd) || done == count else {
        throw DataError(
          .malformed, at: place, "the compressed data ends after \(position + done) bytes")
      }
    }
    position += count
    checksum = output.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, UInt32(count)) }
    return output
  }

  private func refill() throws(DataError) {
    let count = min(Self.pieceBytes, endOfInput - nextInput)
    input = try file.read(at: nextInput, count: count)
    nextInput += count
    stream.avail_in = UInt32(count)
  }

  /// One call of zlib.
  private func inflate(into output: inout [UInt8], from start: Int) throws(DataError) -> Int {
    guard !isAtEnd else { return 0 }
    let room = output.count - start
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        let consumed = source.count - Int(stream.avail_in)
        stream.next_in = source.baseAddress.map { $0 + consumed }
        stream.next_out = target.baseAddress.map { $0 + start }
        stream.avail_out = UInt32(room)
        return CZlib.inflate(&stream, Z_NO_FLUSH)
      }
    }
    if status == Z_STREAM_END { isAtEnd = true }
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
      throw DataError(
        .malformed, at: place,
        "the compressed data is damaged after \(position + start) bytes (zlib status \(status))")
    }
    return room - Int(stream.avail_out)
  }
}

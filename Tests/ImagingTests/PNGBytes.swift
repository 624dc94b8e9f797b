// SPDX-License-Identifier: Apache-2.0

/// The check value of a PNG chunk.
///
/// - Source: PNG specification (third edition), annex D.
func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var remainder = UInt32.max
  for byte in bytes {
    remainder ^= UInt32(byte)
    for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return ~remainder
}

func bigEndian(_ value: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// A chunk with its length and check value.
func pngChunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
  let checked = Array(type.utf8) + body
  return bigEndian(body.count) + checked + bigEndian(Int(crc32(checked)))
}

/// A grey 8-bit PNG file of a size, without any pixels.
func pngFile(width: Int, height: Int) -> [UInt8] {
  [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + [8, 0, 0, 0, 0])
    + pngChunk("IDAT", []) + pngChunk("IEND", [])
}

/// The file with the check value of every chunk made right, as far as its chunks make sense.
func withRightChecksums(_ file: [UInt8]) -> [UInt8] {
  var result = file
  var offset = 8
  while offset + 12 <= result.count {
    let length = result[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    let end = offset + 8 + length
    guard end + 4 <= result.count else { break }
    result.replaceSubrange(
      end..<end + 4, with: bigEndian(Int(crc32(result[offset + 4..<end]))))
    offset = end + 4
  }
  return result
}

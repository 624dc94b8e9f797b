// SPDX-License-Identifier: Apache-2.0

import Imaging
import Testing

@Suite struct ReadingTests {
  static let golden = GoldenData.shared

  /// JPEG leaves the rounding of the cosine transform to the decoder; PNG is exact.
  static let jpegTolerance = 1

  @Test(arguments: golden.manifest.decoding)
  func `files decode to the samples that Pillow gives`(_ entry: GoldenData.Decoding) throws {
    let image = try Image(contentsOf: Self.golden.path(of: entry.file))
    #expect(image.width == entry.width)
    #expect(image.height == entry.height)
    #expect(image.channels == entry.channels)
    #expect(image.bitsPerSample == entry.bits)
    let count = entry.width * entry.height * entry.channels
    switch image.samples {
    case .words(let words):
      #expect(words == Self.golden.words(count, at: entry.expectedOffset))
    case .bytes(let bytes):
      let expected = Self.golden.samples(count, at: entry.expectedOffset)
      let tolerance = entry.file.hasSuffix(".jpg") ? Self.jpegTolerance : 0
      #expect(bytes.count == expected.count)
      #expect(largestDifference(bytes, expected) <= tolerance)
    }
  }

  @Test(arguments: golden.manifest.decoding.map(\.file))
  func `a file cut anywhere is an error`(file: String) throws {
    let whole = try Self.golden.bytes(of: file)
    let lengths = Array(stride(from: 8, to: whole.count, by: 13)) + [whole.count - 2]
    for length in lengths {
      // A PNG file cut within its last checksum is cut all the same.
      let error = #expect(throws: ImageError.self) { try Image(decoding: Array(whole[..<length])) }
      #expect(error?.code == .corrupt, "cut to \(length) bytes")
    }
  }

  @Test func `a wrong checksum is an error`() throws {
    var file = try Self.golden.bytes(of: "rgb-8.png")
    file[file.count - 14] ^= 1  // the checksum of the last IDAT chunk
    #expect(
      throws: ImageError(
        .corrupt, place: "a.png", "the PNG data is damaged or cut: IDAT: CRC error")
    ) { try Image(decoding: file, name: "a.png") }
  }

  @Test func `a checksum is verified in chunks that are not used`() throws {
    var file = try Self.golden.bytes(of: "rgb-8-gamma.png")
    file[8 + 25 + 8] ^= 1  // the value of gAMA, right after IHDR
    let error = #expect(throws: ImageError.self) { try Image(decoding: file) }
    #expect(error?.code == .corrupt)
  }

  @Test func `damaged compressed data of a JPEG is an error`() throws {
    let whole = try Self.golden.bytes(of: "rgb-subsampling-2.jpg")
    // Half of the scan is missing, but the end marker is there.
    let file = Array(whole[..<(whole.count - 120)]) + [0xFF, 0xD9]
    let error = #expect(throws: ImageError.self) { try Image(decoding: file) }
    #expect(error?.code == .corrupt)
  }

  @Test func `bytes after the end of a JPEG are ignored`() throws {
    let whole = try Self.golden.bytes(of: "grey.jpg")
    #expect(try Image(decoding: whole + [1, 2, 3]) == Image(decoding: whole))
  }

  @Test func `a header of more than 64 megapixels is refused before its pixels are read`() throws {
    for (width, height) in [(8001, 8000), (1 << 30, 1 << 30), (1, 0x7FFF_FFFF)] {
      let file = pngFile(width: width, height: height)
      #expect(
        throws: ImageError(
          .tooLarge, place: "big.png",
          "expected at most 64000000 pixels, the header declares \(width) x \(height)")
      ) { try Image(decoding: file, name: "big.png") }
    }
    #expect(
      throws: ImageError(
        .tooLarge, place: "long.png",
        "expected sides of at most 1000000 pixels, the header declares 2000000 x 1")
    ) { try Image(decoding: pngFile(width: 2_000_000, height: 1), name: "long.png") }
  }

  @Test func `a JPEG header of more pixels than allowed is refused`() throws {
    let file = try Self.golden.bytes(of: "grey.jpg")
    #expect(
      throws: ImageError(
        .tooLarge, place: "grey.jpg",
        "expected at most 512 pixels, the header declares 27 x 19")
    ) { try Image(decoding: file, name: "grey.jpg", maximumPixels: 512) }
    #expect(try Image(decoding: file, maximumPixels: 513).width == 27)
  }

  @Test func `a file too short for its header is refused before memory is taken`() throws {
    let png = pngFile(width: 8000, height: 8000)
    #expect(
      throws: ImageError(
        .corrupt, place: "image",
        "the PNG data is damaged or cut: the file is too short for the size its header declares")
    ) { try Image(decoding: png) }
    var jpeg = try Self.golden.bytes(of: "grey.jpg")
    let frame = try #require(jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x1F, 0x40, 0x1F, 0x40])
    #expect(
      throws: ImageError(
        .corrupt, place: "image",
        "the JPEG data is damaged or cut: the file is too short for the size its header declares")
    ) { try Image(decoding: jpeg) }
  }

  @Test func `an image of no pixels is corrupt`() {
    #expect(
      throws: ImageError(.corrupt, place: "image", "the header declares 0 x 5 pixels")
    ) { try Image(decoding: pngFile(width: 0, height: 5)) }
  }

  @Test(arguments: [
    ("GIF", Array("GIF89a".utf8)), ("WebP", Array("RIFF\0\0\0\0WEBPVP8 ".utf8)),
    ("BMP", Array("BM\0\0".utf8)), ("TIFF", Array("II*\0".utf8)), ("TIFF", Array("MM\0*".utf8)),
    ("HEIC", Array("\0\0\0\u{18}ftypheic".utf8)), ("AVIF", Array("\0\0\0\u{18}ftypavif".utf8)),
    ("JPEG 2000", [0xFF, 0x4F, 0xFF, 0x51]),
  ])
  func `other formats are unsupported, by name`(format: String, start: [UInt8]) {
    #expect(
      throws: ImageError(
        .unsupported, place: "image.png",
        "expected a PNG or JPEG image, got \(format); convert it first")
    ) { try Image(decoding: start + [0, 0, 0, 0], name: "image.png") }
  }

  @Test func `an animated PNG is unsupported`() throws {
    var file = try Self.golden.bytes(of: "rgb-8.png")
    file.insert(contentsOf: pngChunk("acTL", [0, 0, 0, 3, 0, 0, 0, 0]), at: 33)
    #expect(
      throws: ImageError(
        .unsupported, place: "image", "expected one picture, got an animated PNG of 3 frames")
    ) { try Image(decoding: file) }
  }

  @Test func `a JPEG of 12 bits is unsupported`() throws {
    var file = try Self.golden.bytes(of: "grey.jpg")
    let frame = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
    file[frame + 4] = 12
    let error = #expect(throws: ImageError.self) { try Image(decoding: file) }
    #expect(error?.code == .unsupported)
  }

  @Test func `what is no image is told by its first bytes`() {
    #expect(
      throws: ImageError(
        .notAnImage, place: "x",
        "expected a PNG or JPEG image, got a file that begins with the bytes 68 65 6c 6c 6f")
    ) { try Image(decoding: Array("hello".utf8), name: "x") }
    #expect(
      throws: ImageError(
        .notAnImage, place: "x", "expected a PNG or JPEG image, got an empty file")
    ) { try Image(decoding: [], name: "x") }
  }

  @Test func `a missing file and a folder are told apart`() {
    #expect(
      throws: ImageError(
        .noSuchFile, place: "/nowhere/a.png", "cannot be opened: No such file or directory")
    ) { try Image(contentsOf: "/nowhere/a.png") }
    #expect(
      throws: ImageError(.io, place: "/", "cannot be read: Is a directory")
    ) { try Image(contentsOf: "/") }
  }

  @Test func `a progressive JPEG of too many scans is refused`() throws {
    let file = try Self.golden.bytes(of: "rgb-progressive.jpg")
    let first = try #require(
      file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xDA })
    let end = try #require(
      file.indices.first { $0 > first + 2 && file[$0] == 0xFF && file[$0 + 1] != 0 })
    // To begin the same coefficients again is out of order, which libjpeg tolerates.
    let scans = (0..<300).flatMap { _ in file[first..<end] }
    let bomb = file[..<end] + scans + file[end...]
    #expect(
      throws: ImageError(
        .tooLarge, place: "image",
        "the JPEG image is too large: the file has too many progressive scans")
    ) { try Image(decoding: Array(bomb)) }
  }
}

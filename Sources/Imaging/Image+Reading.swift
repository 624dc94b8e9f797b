// SPDX-License-Identifier: Apache-2.0

extension Image {
  /// Reads a PNG or JPEG file, upright: the EXIF orientation is applied.
  ///
  /// - Parameters:
  ///   - path: the file; its kind is told by its contents.
  ///   - maximumPixels: the most pixels to accept, checked on the header before any pixel is read.
  /// - Throws: `noSuchFile`, `io`, and the codes of ``init(decoding:name:maximumPixels:)``.
  public init(
    contentsOf path: String, maximumPixels: Int = defaultMaximumPixels
  ) throws(ImageError) {
    try self.init(decoding: readFile(path), name: path, maximumPixels: maximumPixels)
  }

  /// Decodes a PNG or JPEG file held in memory, upright: the EXIF orientation is applied.
  ///
  /// PNG: every colour type and depth, interlaced or not; palettes are expanded, `tRNS` becomes
  /// alpha, and gamma and colour profiles are ignored, as Pillow does. JPEG: baseline and
  /// progressive, 8 bits; CMYK becomes RGB by Pillow's formula, which takes it as inverted.
  ///
  /// - Parameters:
  ///   - file: the bytes of the file.
  ///   - name: what errors call it.
  ///   - maximumPixels: the most pixels to accept, checked on the header before any pixel is read.
  /// - Throws: `notAnImage`; `unsupported` for another format or an animation; `tooLarge`; `corrupt`
  ///   for a file that is cut or damaged, of which no part is returned.
  public init(
    decoding file: [UInt8], name: String = "image", maximumPixels: Int = defaultMaximumPixels
  ) throws(ImageError) {
    switch ImageFormat(file) {
    case .png: self = try decodePNG(file, name: name, maximumPixels: maximumPixels)
    case .jpeg: self = try decodeJPEG(file, name: name, maximumPixels: maximumPixels)
    case .other(let format):
      throw ImageError(
        .unsupported, place: name, "expected a PNG or JPEG image, got \(format); convert it first")
    case nil:
      let start = file.prefix(8).map(hexadecimal).joined(separator: " ")
      throw ImageError(
        .notAnImage, place: name,
        file.isEmpty
          ? "expected a PNG or JPEG image, got an empty file"
          : "expected a PNG or JPEG image, got a file that begins with the bytes \(start)")
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return digits.count == 1 ? "0" + digits : digits
}

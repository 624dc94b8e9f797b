// SPDX-License-Identifier: Apache-2.0

/// The kind of an image file, told by its first bytes and never by its name.
enum ImageFormat: Hashable {
  case png
  case jpeg
  /// Known by name only, and not read.
  case other(String)

  /// Looks at the first bytes of a file; nil when they match no known image format.
  init?(_ file: [UInt8]) {
    func begins(_ pattern: [UInt8], at offset: Int = 0) -> Bool {
      file.dropFirst(offset).starts(with: pattern)
    }
    func begins(_ text: String, at offset: Int = 0) -> Bool {
      file.dropFirst(offset).starts(with: text.utf8)
    }
    if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins("GIF87a") || begins("GIF89a") {
      self = .other("GIF")
    } else if begins("RIFF") && begins("WEBP", at: 8) {
      self = .other("WebP")
    } else if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) {
      self = .other("TIFF")
    } else if begins("ftypavif", at: 4) || begins("ftypavis", at: 4) {
      self = .other("AVIF")
    } else if begins("ftyp", at: 4), Self.isHEIC(brand: file.dropFirst(8).prefix(4)) {
      self = .other("HEIC")
    } else if begins([0xFF, 0x4F, 0xFF, 0x51]) || begins([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20]) {
      self = .other("JPEG 2000")
    } else if begins("BM") {
      self = .other("BMP")
    } else {
      return nil
    }
  }

  private static func isHEIC(brand: ArraySlice<UInt8>) -> Bool {
    ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].contains {
      brand.elementsEqual($0.utf8)
    }
  }
}

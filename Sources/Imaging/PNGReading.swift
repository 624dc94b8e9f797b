// SPDX-License-Identifier: Apache-2.0

import CImageShim

/// Decodes a PNG file, whose signature has been checked.
func decodePNG(
  _ file: [UInt8], name: String, maximumPixels: Int
) throws(ImageError) -> Image {
  let chunks = PNGChunks(file)
  // Before libpng sees the file, because it reports too large a side as a damaged header.
  if let header = chunks.header {
    try checkSize(
      width: header.width, height: header.height, name: name, maximumPixels: maximumPixels)
    let side = max(header.width, header.height)
    guard side <= maximumPNGSide else {
      throw ImageError(
        .tooLarge, place: name,
        "expected sides of at most \(maximumPNGSide) pixels, the header declares "
          + "\(header.width) x \(header.height)")
    }
  }
  guard chunks.frames < 2 else {
    throw ImageError(
      .unsupported, place: name,
      "expected one picture, got an animated PNG of \(chunks.frames) frames")
  }
  let image = try decode(
    file, as: "PNG", with: espalier_png_read, name: name, maximumPixels: maximumPixels)
  return image.upright(chunks.orientation)
}

/// The longest side that libpng accepts unless told otherwise; it also bounds its row buffers.
private let maximumPNGSide = 1_000_000

/// The few facts about a PNG file that libpng is not asked for.
private struct PNGChunks {
  var header: (width: Int, height: Int)?
  var orientation = Orientation.upright
  /// Frames of an animation, 1 for a still image.
  var frames = 1

  /// Walks over the chunks up to the end or the first nonsense, which is left to libpng to report.
  init(_ file: [UInt8]) {
    let reader = ByteReader(file[...], bigEndian: true)
    var offset = 8
    while let length = reader.uint32(at: offset), let type = reader.uint32(at: offset + 4) {
      let body = offset + 8
      guard length <= file.count - body else { return }
      switch type {
      case 0x4948_4452:  // IHDR
        if let width = reader.uint32(at: body), let height = reader.uint32(at: body + 4) {
          header = header ?? (width, height)
        }
      case 0x6163_544C: frames = reader.uint32(at: body) ?? 1  // acTL
      case 0x6558_4966: orientation = Orientation(tiff: file[body..<body + length])  // eXIf
      case 0x4945_4E44: return  // IEND
      default: break
      }
      offset = body + length + 4
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import CImageShim

/// Decodes a JPEG file, whose first bytes have been checked.
func decodeJPEG(
  _ file: [UInt8], name: String, maximumPixels: Int
) throws(ImageError) -> Image {
  var image = try decode(
    file, as: "JPEG", with: espalier_jpeg_read, name: name, maximumPixels: maximumPixels)
  if image.channels == 4 { image = image.convertedFromInvertedCMYK() }
  return image.upright(Orientation(jpeg: file))
}

extension Image {
  /// Converts 4 channels of CMYK stored as 255 − ink, which is how Adobe programs write it and how
  /// Pillow takes every CMYK file, to RGB; equal to Pillow's `convert("RGB")`.
  fileprivate func convertedFromInvertedCMYK() -> Image {
    let source = bytes
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    for pixel in 0..<width * height {
      let light = Int(source[pixel * 4 + 3])
      for channel in 0..<3 {
        let ink = 255 - Int(source[pixel * 4 + channel])
        rgb[pixel * 3 + channel] = UInt8(light - dividedBy255(ink * light))
      }
    }
    return Image(width: width, height: height, channels: 3, bytes: rgb)
  }
}

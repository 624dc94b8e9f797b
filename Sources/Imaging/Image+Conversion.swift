// SPDX-License-Identifier: Apache-2.0

extension Image {
  /// The samples with 8 bits each; 16-bit samples lose their low byte, as in Pillow.
  ///
  /// - Complexity: O(1) for an 8-bit image, O(samples) for others.
  public var bytes: [UInt8] {
    switch samples {
    case .bytes(let bytes): bytes
    case .words(let words): words.map { UInt8(truncatingIfNeeded: $0 >> 8) }
    }
  }

  /// The image with 8-bit samples.
  public func convertedToEightBits() -> Image {
    Image(width: width, height: height, channels: channels, bytes: bytes)
  }

  /// The image as 8-bit RGB: grey is replicated, alpha is dropped (not blended), 16-bit samples lose
  /// their low byte, as by Pillow's `convert("RGB")`.
  public func convertedToRGB() -> Image {
    let source = bytes
    guard channels != 3 else { return convertedToEightBits() }
    let isGrey = channels < 3
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    for pixel in 0..<width * height {
      let from = pixel * channels
      rgb[pixel * 3] = source[from]
      rgb[pixel * 3 + 1] = source[isGrey ? from : from + 1]
      rgb[pixel * 3 + 2] = source[isGrey ? from : from + 2]
    }
    return Image(width: width, height: height, channels: 3, bytes: rgb)
  }

  /// The image as 8-bit grey; alpha is dropped.
  ///
  /// - Source: the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, with the 16-bit constants and
  ///   the rounding of Pillow's `convert("L")`; equal to it.
  public func convertedToGrey() -> Image {
    let source = bytes
    guard channels != 1 else { return convertedToEightBits() }
    var grey = [UInt8](repeating: 0, count: width * height)
    for pixel in 0..<width * height {
      let from = pixel * channels
      guard channels > 2 else {
        grey[pixel] = source[from]
        continue
      }
      let (red, green, blue) = (Int(source[from]), Int(source[from + 1]), Int(source[from + 2]))
      let luma = red * 19_595 + green * 38_470 + blue * 7_471 + 0x8000
      grey[pixel] = UInt8(truncatingIfNeeded: luma >> 16)
    }
    return Image(width: width, height: height, channels: 1, bytes: grey)
  }
}

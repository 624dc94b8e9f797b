// SPDX-License-Identifier: Apache-2.0

extension Image {
  /// The part of the image whose top left pixel is (`x`, `y`).
  ///
  /// - Precondition: the part lies within the image and has at least one pixel.
  public func cropped(x: Int, y: Int, width: Int, height: Int) -> Image {
    precondition(
      width > 0 && height > 0 && x >= 0 && y >= 0 && x <= self.width - width
        && y <= self.height - height,
      "the part does not lie within the image")
    let cut: Samples =
      switch samples {
      case .bytes(let bytes): .bytes(copy(bytes, x: x, y: y, width: width, height: height))
      case .words(let words): .words(copy(words, x: x, y: y, width: width, height: height))
      }
    return Image(width: width, height: height, channels: channels, samples: cut)
  }

  /// The middle of the image; an odd pixel that remains goes where torchvision's `center_crop` puts
  /// it, which rounds half the margin to the nearest, ties to even.
  ///
  /// - Precondition: the part is not larger than the image.
  public func centerCropped(width: Int, height: Int) -> Image {
    cropped(
      x: centeredStart(of: width, in: self.width), y: centeredStart(of: height, in: self.height),
      width: width, height: height)
  }

  private func copy<Sample>(
    _ source: [Sample], x: Int, y: Int, width: Int, height: Int
  ) -> [Sample] {
    var result: [Sample] = []
    result.reserveCapacity(width * height * channels)
    for row in y..<y + height {
      let start = (row * self.width + x) * channels
      result += source[start..<start + width * channels]
    }
    return result
  }
}

/// Where a part begins that lies in the middle, as torchvision rounds it.
func centeredStart(of part: Int, in whole: Int) -> Int {
  Int((Double(whole - part) / 2).rounded(.toNearestOrEven))
}

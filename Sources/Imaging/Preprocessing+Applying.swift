// SPDX-License-Identifier: Apache-2.0

extension Preprocessing {
  /// The order of the values in memory.
  public enum Layout: Hashable, Sendable {
    /// `[C, H, W]`: one plane after the other.
    case planar
    /// `[H, W, C]`: the channels of a pixel side by side.
    case channelsLast
  }

  /// Prepares one image for a model.
  ///
  /// - Parameters:
  ///   - image: of any size, depth and number of channels; alpha is dropped.
  ///   - height: rows that the model expects (H).
  ///   - width: columns that the model expects (W).
  ///   - channels: channels that the model expects (C): 3 colours, or 1 for grey (ITU-R 601 luma).
  ///   - layout: the order of the result.
  /// - Returns: `C * H * W` values, (x · range / 255 − mean) / std.
  /// - Throws: `invalidPreprocessing` when the settings contradict each other or the model.
  public func apply(
    _ image: Image, height: Int, width: Int, channels: Int = 3, layout: Layout = .planar
  ) throws(ImageError) -> [Float] {
    let place = "preprocessing '\(self)'"
    try validate(place: "\(self)")
    guard channels == 1 || channels == 3 else {
      throw ImageError(
        .invalidPreprocessing, place: place,
        "the model expects \(channels) channels; images have 1 (grey) or 3 (RGB)")
    }
    guard mean.count <= channels, std.count <= channels else {
      throw ImageError(
        .invalidPreprocessing, place: place,
        "mean and std are for 3 colours, but the model expects 1 channel; give one number each")
    }
    let sides = 1...Size.maximum
    guard sides.contains(height), sides.contains(width),
      height * width <= Image.defaultMaximumPixels
    else {
      throw ImageError(
        .invalidPreprocessing, place: place,
        "expected an input with sides of 1 ... \(Size.maximum) and at most "
          + "\(Image.defaultMaximumPixels) pixels, the model has \(height) x \(width)")
    }
    let colours = channels == 1 ? image.convertedToGrey() : image.convertedToRGB()
    let fitted = fitted(colours, height: height, width: width)
    return scaled(fitted.bytes, channels: channels, layout: layout)
  }

  /// Brings an image to the size of the input, as `fit`, `crop` and `filter` say, with 8 bits.
  ///
  /// - Precondition: `height` and `width` are positive.
  public func fitted(_ image: Image, height: Int, width: Int) -> Image {
    guard fit == .crop else { return image.resized(width: width, height: height, filter: filter) }
    let rows = max(height, Int((Double(height) / crop).rounded()))
    let columns = max(width, Int((Double(width) / crop).rounded()))
    // The side that is short in proportion decides; the other is cut to whole pixels, as by
    // torchvision's `resize`, but never below what has to remain.
    let widthDecides = columns * image.height >= rows * image.width
    let size =
      widthDecides
      ? (columns, max(rows, columns * image.height / image.width))
      : (max(columns, rows * image.width / image.height), rows)
    let part = PixelRectangle(
      x: centeredStart(of: width, in: size.0), y: centeredStart(of: height, in: size.1),
      width: width, height: height)
    return image.resized(width: size.0, height: size.1, filter: filter, part: part)
  }

  private func scaled(_ bytes: [UInt8], channels: Int, layout: Layout) -> [Float] {
    let pixels = bytes.count / channels
    var result = [Float](repeating: 0, count: bytes.count)
    for channel in 0..<channels {
      // A sample has 256 values only, so the arithmetic is done once for each.
      let table = values(ofPlane: channel)
      let source = order == .bgr ? channels - 1 - channel : channel
      let (start, step) = layout == .planar ? (channel * pixels, 1) : (channel, channels)
      for pixel in 0..<pixels {
        result[start + pixel * step] = table[Int(bytes[pixel * channels + source])]
      }
    }
    return result
  }

  private func values(ofPlane plane: Int) -> [Float] {
    let (mean, std) = (mean[min(plane, mean.count - 1)], std[min(plane, std.count - 1)])
    return (0..<256).map { sample in
      ((range == 255 ? Float(sample) : Float(sample) / 255) - mean) / std
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A picture in memory: interleaved rows from the top, without gaps.
///
/// Reading keeps the 16-bit samples of a 16-bit PNG; `convertedToEightBits()` and everything that
/// needs 8 bits reduce them by dropping the low byte, as Pillow does.
public struct Image: Hashable, Sendable {
  /// The samples of all pixels, row by row, `width * height * channels` of them.
  public enum Samples: Hashable, Sendable {
    /// 8 bits each, 0 ... 255.
    case bytes([UInt8])
    /// 16 bits each, 0 ... 65,535.
    case words([UInt16])

    /// The number of samples.
    public var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .words(let words): words.count
      }
    }
  }

  /// Pixels in a row, at least 1.
  public let width: Int
  /// Rows, at least 1.
  public let height: Int
  /// Samples per pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. Alpha is not premultiplied.
  public let channels: Int
  /// The samples.
  public let samples: Samples

  /// The most pixels that reading accepts by default, 64 megapixels.
  public static let defaultMaximumPixels = 64_000_000

  /// Makes an image of 8-bit or 16-bit samples.
  ///
  /// - Precondition: width and height are positive, channels is 1 ... 4, and there are
  ///   `width * height * channels` samples.
  public init(width: Int, height: Int, channels: Int, samples: Samples) {
    precondition(width > 0 && height > 0, "an image has at least one pixel")
    precondition((1...4).contains(channels), "an image has 1 to 4 channels")
    precondition(samples.count == width * height * channels, "the samples do not fill the image")
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
  }

  /// Makes an image of 8-bit samples; the preconditions are those of
  /// ``init(width:height:channels:samples:)``.
  public init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
    self.init(width: width, height: height, channels: channels, samples: .bytes(bytes))
  }

  /// Bits of a sample: 8 or 16.
  public var bitsPerSample: Int {
    switch samples {
    case .bytes: 8
    case .words: 16
    }
  }
}

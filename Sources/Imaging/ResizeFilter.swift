// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How pixels are weighed when an image is resized.
///
/// All but `nearest` widen with the factor of a reduction, so that no pixel of the source is skipped
/// ("antialiasing").
public enum ResizeFilter: String, Hashable, Sendable, CaseIterable {
  /// The one pixel whose area holds the centre of the new pixel.
  case nearest
  /// The mean over the area of the new pixel.
  case box
  /// Linear interpolation (a triangle).
  case bilinear
  /// Cubic convolution with a = −0.5.
  ///
  /// - Source: Keys, IEEE Transactions on ASSP 29(6), 1981, equation 15.
  case bicubic
  /// The sinc function windowed by its own central lobe, three lobes wide.
  case lanczos

  /// How far from its centre the filter reaches, in pixels of the larger image.
  var support: Double {
    switch self {
    case .nearest, .box: 0.5
    case .bilinear: 1
    case .bicubic: 2
    case .lanczos: 3
    }
  }

  /// The weight at a distance from the centre; not normalized.
  func weight(at signedDistance: Double) -> Double {
    let distance = abs(signedDistance)
    switch self {
    case .nearest, .box: return signedDistance > -0.5 && signedDistance <= 0.5 ? 1 : 0
    case .bilinear: return max(0, 1 - distance)
    case .bicubic: return Self.cubic(distance)
    case .lanczos: return distance < 3 ? Self.sinc(distance) * Self.sinc(distance / 3) : 0
    }
  }

  private static func cubic(_ x: Double) -> Double {
    let a = -0.5
    if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0
  }

  private static func sinc(_ x: Double) -> Double {
    x == 0 ? 1 : sin(x * .pi) / (x * .pi)
  }
}

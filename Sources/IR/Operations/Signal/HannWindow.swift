// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Hann's window: `w[n] = (1 - cos φ) / 2`.
///
/// - Inputs: the size N, an `int32` or `int64` scalar of at least 0.
/// - Outputs: the window `[N]`, of type ``outputType``; integers truncate.
/// - Source: ONNX `HannWindow`, opset 17.
public struct HannWindow: WindowOperation {
  public static let opType = "HannWindow"

  /// Output type, any number. Default `float32`.
  public var outputType: ElementType
  /// Whether φ is `2 π n / N` (the default), else `2 π n / (N - 1)`.
  public var isPeriodic: Bool

  /// The operator; the defaults are ONNX's.
  public init(outputType: ElementType = .float32, isPeriodic: Bool = true) {
    (self.outputType, self.isPeriodic) = (outputType, isPeriodic)
  }

  public static func value(angle: Double) -> Double {
    0.5 - 0.5 * cos(angle)
  }
}

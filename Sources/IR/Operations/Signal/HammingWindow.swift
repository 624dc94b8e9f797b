// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Hamming's window: `w[n] = 25/46 - 21/46 cos φ`.
///
/// - Inputs: the size N, an `int32` or `int64` scalar of at least 0.
/// - Outputs: the window `[N]`, of type ``outputType``; integers truncate.
/// - Source: ONNX `HammingWindow`, opset 17.
public struct HammingWindow: WindowOperation {
  public static let opType = "HammingWindow"

  /// Output type, any number. Default `float32`.
  public var outputType: ElementType
  /// Whether φ is `2 π n / N` (the default), else `2 π n / (N - 1)`.
  public var isPeriodic: Bool

  /// The operator; the defaults are ONNX's.
  public init(outputType: ElementType = .float32, isPeriodic: Bool = true) {
    (self.outputType, self.isPeriodic) = (outputType, isPeriodic)
  }

  public static func value(angle: Double) -> Double {
    25.0 / 46 - 21.0 / 46 * cos(angle)
  }
}

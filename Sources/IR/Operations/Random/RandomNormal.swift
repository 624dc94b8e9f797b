// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Random numbers from the normal distribution.
///
/// - Inputs: none.
/// - Outputs: random numbers of shape ``shape`` and type ``dtype``.
/// - Source: ONNX `RandomNormal`, opset 22.
public struct RandomNormal: RandomOperation {
  public static let opType = "RandomNormal"
  public static let isNormal = true

  /// Shape of the output.
  public var shape: [Int]
  /// Mean of the distribution. Default 0.
  public var mean: Float
  /// Standard deviation. Default 1.
  public var scale: Float
  /// Element type, floating point. Default `float32`.
  public var dtype: ElementType
  public var seed: Float?

  /// The operator; the defaults are ONNX's.
  public init(
    shape: [Int], mean: Float = 0, scale: Float = 1, dtype: ElementType = .float32,
    seed: Float? = nil
  ) {
    (self.shape, self.mean, self.scale, self.dtype, self.seed) = (shape, mean, scale, dtype, seed)
  }

  public var outputType: ElementType? { dtype }
  public var outputShape: [Int]? { shape }
  public var parameters: (Float, Float) { (mean, scale) }
}

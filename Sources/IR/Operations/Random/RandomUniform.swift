// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Random numbers from the uniform distribution over [low, high).
///
/// - Inputs: none.
/// - Outputs: random numbers of shape ``shape`` and type ``dtype``.
/// - Source: ONNX `RandomUniform`, opset 22.
public struct RandomUniform: RandomOperation {
  public static let opType = "RandomUniform"
  public static let isNormal = false

  /// Shape of the output.
  public var shape: [Int]
  /// Low end. Default 0.
  public var low: Float
  /// High end. Default 1.
  public var high: Float
  /// Element type, floating point. Default `float32`.
  public var dtype: ElementType
  public var seed: Float?

  /// The operator; the defaults are ONNX's.
  public init(
    shape: [Int], low: Float = 0, high: Float = 1, dtype: ElementType = .float32,
    seed: Float? = nil
  ) {
    (self.shape, self.low, self.high, self.dtype, self.seed) = (shape, low, high, dtype, seed)
  }

  public var outputType: ElementType? { dtype }
  public var outputShape: [Int]? { shape }
  public var parameters: (Float, Float) { (low, high) }
}

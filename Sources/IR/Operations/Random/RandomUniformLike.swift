// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Random numbers from the uniform distribution over [low, high), in the shape of another tensor.
///
/// - Inputs: a tensor, any shape and type.
/// - Outputs: random numbers in its shape, of type ``outputType``.
/// - Source: ONNX `RandomUniformLike`, opset 22.
public struct RandomUniformLike: RandomOperation {
  public static let opType = "RandomUniformLike"
  public static let isNormal = false

  /// Low end. Default 0.
  public var low: Float
  /// High end. Default 1.
  public var high: Float
  /// Element type, floating point. Default that of the input, which must then be one.
  public var outputType: ElementType?
  public var seed: Float?

  /// The operator; the defaults are ONNX's.
  public init(
    low: Float = 0, high: Float = 1, outputType: ElementType? = nil, seed: Float? = nil
  ) {
    (self.low, self.high, self.outputType, self.seed) = (low, high, outputType, seed)
  }

  public var outputShape: [Int]? { nil }
  public var parameters: (Float, Float) { (low, high) }
}

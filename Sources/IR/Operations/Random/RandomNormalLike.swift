// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Random numbers from the normal distribution, in the shape of another tensor.
///
/// - Inputs: a tensor, any shape and type.
/// - Outputs: random numbers in its shape, of type ``outputType``.
/// - Source: ONNX `RandomNormalLike`, opset 22.
public struct RandomNormalLike: RandomOperation {
  public static let opType = "RandomNormalLike"
  public static let isNormal = true

  /// Mean of the distribution. Default 0.
  public var mean: Float
  /// Standard deviation. Default 1.
  public var scale: Float
  /// Element type, floating point. Default that of the input, which must then be one.
  public var outputType: ElementType?
  public var seed: Float?

  /// The operator; the defaults are ONNX's.
  public init(
    mean: Float = 0, scale: Float = 1, outputType: ElementType? = nil, seed: Float? = nil
  ) {
    (self.mean, self.scale, self.outputType, self.seed) = (mean, scale, outputType, seed)
  }

  public var outputShape: [Int]? { nil }
  public var parameters: (Float, Float) { (mean, scale) }
}

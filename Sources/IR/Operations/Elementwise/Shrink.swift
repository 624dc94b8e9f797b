// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Shrinkage, elementwise: `x + bias` below `-lambda`, `x - bias` above `lambda`, 0 between.
///
/// - Inputs: `x`, any shape, floating point (not `bfloat16`) or integer.
/// - Outputs: `y`, the type of `x`; integers are truncated towards zero.
/// - Source: ONNX `Shrink`, opset 9.
public struct Shrink: UnaryFloatOperation {
  public static let opType = "Shrink"
  public static let elementTypes = ElementTypes.arithmetic.subtracting([.bfloat16])
  /// Moved towards zero by this. Default 0.
  public var bias: Float
  /// Half width of the zero zone. Default 0.5.
  public var lambda: Float

  /// The operator with the given attributes.
  public init(bias: Float = 0, lambda: Float = 0.5) {
    self.bias = bias
    self.lambda = lambda
  }

  public func apply(_ x: Double) -> Double {
    let (bias, lambda) = (Double(bias), Double(lambda))
    return x < -lambda ? x + bias : x > lambda ? x - bias : x.isNaN ? x : 0
  }
}

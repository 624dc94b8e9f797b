// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Quantized convolution: the 32-bit sums of ``ConvInteger`` and the bias, taken to output codes by
/// ``LinearQuantization/requantize(_:multiplier:zeroPoint:in:)``.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, its scale and zero point (scalars); weights `w`
///   `[M, C / groups, K1, K2, …]`, their scale and zero point (scalars or `[M]`); scale and zero
///   point of the output (scalars); optional bias `[M]`, `int32`, with the scale
///   `xScale · wScale`. Codes and zero points are `int8` or `uint8`, scales `float32`.
/// - Outputs: `[N, M, E1, E2, …]`, the type of the output's zero point.
/// - Source: ONNX `QLinearConv`, opset 10.
public struct QLinearConv: Operation {
  public static let opType = "QLinearConv"

  /// How the kernel moves; see ``Conv``.
  public var window: SlidingWindow
  /// Groups of channels that are convolved apart, 1 or more; default 1.
  public var groups: Int

  /// A convolution.
  public init(window: SlidingWindow = SlidingWindow(), groups: Int = 1) {
    (self.window, self.groups) = (window, groups)
  }

  private var convolution: IntegerConvolution {
    IntegerConvolution(window: window, groups: groups)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 8...9)
    let codes = IntegerMatrixProduct.factorTypes
    let x = try inputs.tensor(0, in: codes)
    let weights = try inputs.tensor(3, in: codes)
    try IntegerConvolution.check(try inputs.tensor(1, in: [.float32]), "scale of the input")
    try IntegerConvolution.check(try inputs.tensor(2, in: [x.dtype]), "zero point of the input")
    try IntegerConvolution.check(
      try inputs.tensor(4, in: [.float32]), "scale of the weights", weights: weights)
    try IntegerConvolution.check(
      try inputs.tensor(5, in: [weights.dtype]), "zero point of the weights", weights: weights)
    try IntegerConvolution.check(try inputs.tensor(6, in: [.float32]), "scale of the output")
    let zeroPoint = try inputs.tensor(7, in: codes)
    try IntegerConvolution.check(zeroPoint, "zero point of the output")
    let bias = try inputs.optionalTensor(8, in: [.int32])
    if let channels = weights.dimensions?.first { try bias?.expectVector(channels, "the bias") }
    return [.tensor(zeroPoint.dtype, dimensions: try convolution.dimensions(x, weights))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(3))
    let sums = try convolution.sums(
      (IntegerConvolution.centered(x, zeroPoint: try inputs.tensor(2)), x.shape),
      (IntegerConvolution.centered(weights, zeroPoint: try inputs.tensor(5)), weights.shape),
      bias: try inputs.optionalTensor(8)?.array(of: Int32.self), in: context)
    let (xScale, outputScale) = (try inputs.tensor(1), try inputs.tensor(6))
    let (left, output) = (Float(xScale.double(at: 0)), Float(outputScale.double(at: 0)))
    let multipliers = try inputs.tensor(4).array(of: Float.self).map {
      LinearQuantization.multiplier(left, $0, output: output)
    }
    let outputZeroPoint = try inputs.tensor(7)
    let (dtype, zeroPoint) = (outputZeroPoint.dtype, outputZeroPoint.integer(at: 0))
    guard let range = dtype.integerRange else {
      throw GraphError(.typeMismatch, "\(dtype) is no type of codes")
    }
    let plane = max(try checkedProduct(Array(sums.shape.dropFirst(2))), 1)
    let codes = sums.values.enumerated().map { index, sum in
      let channel = multipliers.count > 1 ? index / plane % multipliers.count : 0
      return LinearQuantization.requantize(
        sum, multiplier: multipliers[channel], zeroPoint: zeroPoint, in: range)
    }
    return [.tensor(Tensor(int64s: codes, dtype: dtype, shape: sums.shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    IntegerConvolution.cost(
      inputs[3]?.tensorType, (try? outputTypes(inputs))?.first?.tensorType)
  }
}

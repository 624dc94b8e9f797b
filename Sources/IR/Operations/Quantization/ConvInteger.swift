// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Convolution of codes: that of `x - xZeroPoint` with `w - wZeroPoint`, in 32 bits.
///
/// - Inputs: `x` `[N, C, D1, D2, …]` and weights `w` `[M, C / groups, K1, K2, …]`, `int8` or
///   `uint8`; `xZeroPoint`, an optional scalar; `wZeroPoint`, optional: a scalar or `[M]`. Zero
///   points have the types of what they belong to.
/// - Outputs: `[N, M, E1, E2, …]`, `int32`, extents by ``SlidingWindow``; sums wrap around.
/// - Source: ONNX `ConvInteger`, opset 10.
public struct ConvInteger: Operation {
  public static let opType = "ConvInteger"

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
    try inputs.expect(count: 2...4)
    let x = try inputs.tensor(0, in: IntegerMatrixProduct.factorTypes)
    let weights = try inputs.tensor(1, in: IntegerMatrixProduct.factorTypes)
    try IntegerConvolution.check(
      try inputs.optionalTensor(2, in: [x.dtype]), "zero point of the input")
    try IntegerConvolution.check(
      try inputs.optionalTensor(3, in: [weights.dtype]), "zero point of the weights",
      weights: weights)
    return [.tensor(.int32, dimensions: try convolution.dimensions(x, weights))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(1))
    let sums = try convolution.sums(
      (IntegerConvolution.centered(x, zeroPoint: try inputs.optionalTensor(2)), x.shape),
      (
        IntegerConvolution.centered(weights, zeroPoint: try inputs.optionalTensor(3)), weights.shape
      ),
      bias: nil, in: context)
    return [.tensor(Tensor(sums.values, shape: sums.shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    IntegerConvolution.cost(
      inputs[1]?.tensorType, (try? outputTypes(inputs))?.first?.tensorType)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Convolution of codes to codes, with what follows it: 32-bit sums of `(x - inputZeroPoint) · w`
/// and the bias, then ``CodeRounding``.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, `uint8`; weights `[M, C / groups, K1, K2, …]`, `int8`, without
///   zero point; bias `[M]`, `int32`; multipliers `[M]`, `float32`, that take sums to units of the
///   result's scale; with a residual also its codes, `uint8`, of the output's shape.
/// - Outputs: codes `[N, M, E1, E2, …]`, `uint8`.
/// - Source: no ONNX operator; `IntegerFusion` in the passes makes it.
public struct IntegerConv: Operation {
  public static let opType = "IntegerConv"

  /// How the kernel moves; see ``Conv``.
  public var window: SlidingWindow
  /// Groups of channels that are convolved apart.
  public var groups: Int
  /// Code of zero of the input, which padding holds.
  public var inputZeroPoint: UInt8
  /// How sums become codes.
  public var rounding: CodeRounding

  /// A convolution.
  public init(window: SlidingWindow, groups: Int, inputZeroPoint: UInt8, rounding: CodeRounding) {
    (self.window, self.groups) = (window, groups)
    (self.inputZeroPoint, self.rounding) = (inputZeroPoint, rounding)
  }

  /// Whether input 4 is added.
  public var hasResidual: Bool { rounding.sum?.residualScale != nil }

  private var convolution: IntegerConvolution {
    IntegerConvolution(window: window, groups: groups)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: hasResidual ? 5...5 : 4...4)
    let x = try inputs.tensor(0, in: [.uint8])
    let weights = try inputs.tensor(1, in: [.int8])
    let (bias, multipliers) = (
      try inputs.tensor(2, in: [.int32]), try inputs.tensor(3, in: [.float32])
    )
    if let channels = weights.dimensions?.first {
      try bias.expectVector(channels, "the bias")
      try multipliers.expectVector(channels, "the multipliers")
    }
    let type = TensorType(.uint8, dimensions: try convolution.dimensions(x, weights))
    if hasResidual {
      let residual = try inputs.tensor(4, in: [.uint8])
      guard type.isCompatible(with: residual) else {
        throw GraphError(
          .shapeMismatch, "the residual is \(residual), expected the convolution's \(type)")
      }
    }
    return [.tensor(type)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, weights) = (try inputs.tensor(0), try inputs.tensor(1))
    let zeroPoint = Int32(inputZeroPoint)
    let sums = try convolution.sums(
      (x.array(of: UInt8.self).map { Int32($0) - zeroPoint }, x.shape),
      (weights.array(of: Int8.self).map { Int32($0) }, weights.shape),
      bias: try inputs.tensor(2).array(of: Int32.self), in: context)
    let multipliers = try inputs.tensor(3).array(of: Float.self)
    let residual = hasResidual ? try inputs.tensor(4).array(of: UInt8.self) : []
    let plane = max(try checkedProduct(Array(sums.shape.dropFirst(2))), 1)
    let codes = sums.values.enumerated().map { index, sum in
      rounding.code(
        sum, multiplier: multipliers[index / plane % multipliers.count],
        residual: residual.isEmpty ? 0 : residual[index])
    }
    return [.tensor(Tensor(codes, shape: sums.shape))]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    IntegerConvolution.cost(
      inputs[1]?.tensorType, (try? outputTypes(inputs))?.first?.tensorType)
  }
}

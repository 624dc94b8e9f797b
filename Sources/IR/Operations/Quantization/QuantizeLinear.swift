// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Linear quantization: `y = saturate(round(x / scale) + zeroPoint)`; see ``LinearQuantization``.
///
/// - Inputs:
///   - `x`, any shape, `float32`, `float16`, `bfloat16` or `int32`.
///   - `scale`, a floating-point type or `int32`: a scalar (or `[1]`) for the whole tensor; a vector
///     with an element for each index of `axis`; with a block size, the shape of `x` with
///     ⌈D / blockSize⌉ in place of the extent D of `axis`.
///   - `zeroPoint`, optional: of the output type and the scale's shape. Default 0.
/// - Outputs: `y`, the shape of `x`, an integer of 4 to 16 bits or an 8-bit float.
/// - Source: ONNX `QuantizeLinear`, opset 23.
public struct QuantizeLinear: Operation {
  public static let opType = "QuantizeLinear"

  /// The axis that has a scale for each index or block; negative counts from the end. Default 1.
  public var axis: Int
  /// Elements along the axis that share a scale; 0 (the default): quantization is not blocked.
  public var blockSize: Int
  /// Output type when there is no zero point, which otherwise decides; nil means `uint8`.
  public var outputType: ElementType?
  /// Type in which `x / scale` is rounded; nil: the type of the scale.
  public var precision: ElementType?
  /// Whether 8-bit floats out of range become the largest finite number rather than infinity or
  /// NaN. Default true. Integers always saturate.
  public var isSaturating: Bool

  static let inputTypes: Set<ElementType> = [.float32, .float16, .bfloat16, .int32]
  static let codeTypes = ElementTypes.float8s.union(
    [.int8, .uint8, .int16, .uint16, .int4, .uint4])

  /// The operator; the defaults are ONNX's.
  public init(
    axis: Int = 1, blockSize: Int = 0, outputType: ElementType? = nil,
    precision: ElementType? = nil, isSaturating: Bool = true
  ) {
    (self.axis, self.blockSize, self.outputType) = (axis, blockSize, outputType)
    (self.precision, self.isSaturating) = (precision, isSaturating)
  }

  private var granularity: QuantizationGranularity {
    QuantizationGranularity(axis: axis, blockSize: blockSize)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let x = try inputs.tensor(0, in: Self.inputTypes)
    let scale = try inputs.tensor(1, in: Self.inputTypes)
    let zeroPoint = try inputs.optionalTensor(2, in: Self.codeTypes)
    try granularity.check(x, scale: scale, zeroPoint: zeroPoint)
    if let zeroPoint, let outputType, outputType != zeroPoint.dtype {
      throw GraphError(
        .typeMismatch, "expects a zero point of the output type \(outputType), got \(zeroPoint)")
    }
    let dtype = zeroPoint?.dtype ?? outputType ?? .uint8
    guard Self.codeTypes.contains(dtype) else {
      throw GraphError(.invalidAttribute, "\(dtype) is no type of codes")
    }
    if let precision, !ElementTypes.floats.contains(precision) {
      throw GraphError(.invalidAttribute, "expects a floating-point precision, got \(precision)")
    }
    return [.tensor(dtype, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, scale) = (try inputs.tensor(0), try inputs.tensor(1))
    let zeroPoint = try inputs.optionalTensor(2)
    let dtype = zeroPoint?.dtype ?? outputType ?? .uint8
    let indices = try granularity.scaleIndices(x.shape, scale: scale.shape)
    let scales = scale.doubles()
    let quotients = x.doubles().enumerated().map { index, value in
      quotient(value, scales[indices?[index] ?? 0], scale.dtype)
    }
    if let format = Float8Format(dtype) {
      let points = zeroPoint?.doubles().map { Float($0) }
      let bytes = quotients.enumerated().map { index, quotient in
        let sum = points.map { quotient + $0[indices?[index] ?? 0] } ?? quotient
        return format.encode(sum, saturating: isSaturating)
      }
      return [.tensor(Tensor(dtype: dtype, shape: x.shape, bytes: bytes))]
    }
    guard let range = dtype.integerRange else {
      throw GraphError(.typeMismatch, "\(dtype) is no type of codes")
    }
    let points = zeroPoint?.int64s()
    let codes = quotients.enumerated().map { index, quotient in
      LinearQuantization.code(
        of: quotient, zeroPoint: points?[indices?[index] ?? 0] ?? 0, in: range)
    }
    return [.tensor(Tensor(int64s: codes, dtype: dtype, shape: x.shape))]
  }

  /// `value / scale` rounded to the precision. Both have at most 24 significant bits, so rounding
  /// twice, to single precision and then to half, gives what rounding once would.
  private func quotient(_ value: Double, _ scale: Double, _ scaleType: ElementType) -> Float {
    switch precision ?? scaleType {
    case .float64: Float(value / scale)
    case .float16: Float(Float16(Float(value) / Float(scale)))
    case .bfloat16: BFloat16(Float(value) / Float(scale)).float
    default: Float(value) / Float(scale)
    }
  }
}

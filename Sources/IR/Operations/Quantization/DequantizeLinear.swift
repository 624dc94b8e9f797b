// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// The real numbers of codes: `y = (x - zeroPoint) * scale`; see ``LinearQuantization``.
///
/// - Inputs:
///   - `x`, any shape, an integer of 4 to 16 bits, `int32` or an 8-bit float.
///   - `scale`, `float32`, `float16` or `bfloat16`; shapes as for ``QuantizeLinear``.
///   - `zeroPoint`, optional: of the type of `x` and the scale's shape. Default 0.
/// - Outputs: `y`, the shape of `x`, the type of the scale unless ``outputType`` says otherwise.
/// - Source: ONNX `DequantizeLinear`, opset 23.
public struct DequantizeLinear: Operation {
  public static let opType = "DequantizeLinear"

  /// The axis that has a scale for each index or block; negative counts from the end. Default 1.
  public var axis: Int
  /// Elements along the axis that share a scale; 0 (the default): quantization is not blocked.
  public var blockSize: Int
  /// Floating-point output type; nil: the type of the scale.
  public var outputType: ElementType?

  private static let realTypes: Set<ElementType> = [.float32, .float16, .bfloat16]

  /// The operator; the defaults are ONNX's.
  public init(axis: Int = 1, blockSize: Int = 0, outputType: ElementType? = nil) {
    (self.axis, self.blockSize, self.outputType) = (axis, blockSize, outputType)
  }

  private var granularity: QuantizationGranularity {
    QuantizationGranularity(axis: axis, blockSize: blockSize)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let x = try inputs.tensor(0, in: QuantizeLinear.codeTypes.union([.int32]))
    let scale = try inputs.tensor(1, in: Self.realTypes)
    let zeroPoint = try inputs.optionalTensor(2, in: [x.dtype])
    try granularity.check(x, scale: scale, zeroPoint: zeroPoint)
    let dtype = outputType ?? scale.dtype
    guard Self.realTypes.contains(dtype) else {
      throw GraphError(
        .invalidAttribute, "expects float32, float16 or bfloat16 as output type, got \(dtype)")
    }
    return [.tensor(dtype, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, scale) = (try inputs.tensor(0), try inputs.tensor(1))
    let zeroPoint = try inputs.optionalTensor(2)
    let indices = try granularity.scaleIndices(x.shape, scale: scale.shape)
    let scales = scale.doubles().map { Float($0) }
    let reals: [Double]
    if x.dtype.isInteger {
      let points = zeroPoint?.int64s()
      reals = x.int64s().enumerated().map { index, code in
        let position = indices?[index] ?? 0
        return Double(
          LinearQuantization.dequantize(
            code, scale: scales[position], zeroPoint: points?[position] ?? 0))
      }
    } else {
      let points = zeroPoint?.doubles().map { Float($0) }
      reals = x.doubles().enumerated().map { index, code in
        let position = indices?[index] ?? 0
        return Double((Float(code) - (points?[position] ?? 0)) * scales[position])
      }
    }
    let dtype = outputType ?? scale.dtype
    return [.tensor(Tensor(doubles: reals, dtype: dtype, shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Quantization to `uint8` with the scale and zero point that just cover the tensor and zero.
///
/// `scale = (max(x, 0) - min(x, 0)) / 255` (1 when that is 0, so that zeros stay zeros) and
/// `zeroPoint = round(clamp(-min(x, 0) / scale))`, in single precision; NaN does not count.
///
/// - Inputs: `x`, any shape, `float32`.
/// - Outputs: `y`, the shape of `x`, `uint8`; `scale`, a `float32` scalar; `zeroPoint`, a `uint8`
///   scalar.
/// - Source: ONNX `DynamicQuantizeLinear`, opset 11.
public struct DynamicQuantizeLinear: Operation {
  public static let opType = "DynamicQuantizeLinear"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [.float32])
    return [
      .tensor(.uint8, dimensions: x.dimensions), .tensor(.float32, []), .tensor(.uint8, []),
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let values = x.array(of: Float.self)
    var (low, high): (Float, Float) = (0, 0)
    for value in values {
      if value < low { low = value }
      if value > high { high = value }
    }
    let scale = low == high ? 1 : (high - low) / 255
    let zeroPoint = LinearQuantization.code(of: -low / scale, zeroPoint: 0, in: 0...255)
    let codes = values.map {
      LinearQuantization.quantize($0, scale: scale, zeroPoint: zeroPoint, in: 0...255)
    }
    return [
      .tensor(Tensor(int64s: codes, dtype: .uint8, shape: x.shape)),
      .tensor(Tensor(scalar: scale)),
      .tensor(Tensor(int64s: [zeroPoint], dtype: .uint8, shape: [])),
    ]
  }
}

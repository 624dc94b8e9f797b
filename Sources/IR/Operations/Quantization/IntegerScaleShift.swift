// SPDX-License-Identifier: Apache-2.0
import Tensors

/// A scale and shift of each channel, on codes: `Float(x - inputZeroPoint) · scale + shift`, product and
/// sum rounded by themselves, in units of the result's scale; then ``CodeRounding``.
///
/// - Inputs: `x` `[N, C, …]`, `uint8`; scales and shifts `[C]`, `float32`.
/// - Outputs: codes, the shape of `x`, `uint8`.
/// - Source: no ONNX operator; `IntegerFusion` in the passes makes it.
public struct IntegerScaleShift: Operation {
  public static let opType = "IntegerScaleShift"

  /// Code of zero of the input.
  public var inputZeroPoint: UInt8
  /// How numbers become codes; without a second stage.
  public var rounding: CodeRounding

  /// The operator.
  public init(inputZeroPoint: UInt8, rounding: CodeRounding) {
    (self.inputZeroPoint, self.rounding) = (inputZeroPoint, rounding)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let x = try inputs.tensor(0, in: [.uint8])
    let parameters = [try inputs.tensor(1, in: [.float32]), try inputs.tensor(2, in: [.float32])]
    if let dimensions = x.dimensions {
      guard dimensions.count >= 2 else {
        throw GraphError(.shapeMismatch, "expects channels behind the batch, got \(x)")
      }
      try parameters[0].expectVector(dimensions[1], "the scales")
      try parameters[1].expectVector(dimensions[1], "the shifts")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let scales = try inputs.tensor(1).array(of: Float.self)
    let shifts = try inputs.tensor(2).array(of: Float.self)
    let plane = max(try checkedProduct(Array(x.shape.dropFirst(2))), 1)
    let codes = x.array(of: UInt8.self).enumerated().map { index, code in
      let channel = index / plane % scales.count
      let product = Float(Int(code) - Int(inputZeroPoint)) * scales[channel]
      return rounding.code(product + shifts[channel])
    }
    return [.tensor(Tensor(codes, shape: x.shape))]
  }
}

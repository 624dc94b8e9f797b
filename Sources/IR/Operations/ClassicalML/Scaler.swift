// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Shifts and scales features: `y = (x - offset) * scale`.
///
/// - Inputs: `x` `[…, F]`, `float32`, `float64`, `int32` or `int64`.
/// - Outputs: the shape of `x`, `float32`.
/// - Source: ONNX `ai.onnx.ml.Scaler`, version 1.
public struct Scaler: Operation {
  public static let opType = "Scaler"

  static let inputTypes: Set<ElementType> = [.float32, .float64, .int32, .int64]

  /// What is taken off: one number for all features, or one for each.
  public var offset: [Float]
  /// Factors: one for all features, or one for each.
  public var scale: [Float]

  /// The operator.
  public init(offset: [Float], scale: [Float]) { (self.offset, self.scale) = (offset, scale) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: Self.inputTypes)
    for (name, values) in [("offsets", offset), ("factors", scale)] where values.count != 1 {
      guard let dimensions = x.dimensions else { continue }
      guard let features = dimensions.last, features.isCompatible(with: .fixed(values.count)) else {
        throw GraphError(
          .shapeMismatch, "expects 1 or as many \(name) as features of \(x), got \(values.count)")
      }
    }
    return [.tensor(.float32, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let values = x.doubles().enumerated().map { index, value in
      (value - Double(offset[index % offset.count])) * Double(scale[index % scale.count])
    }
    return [.tensor(Tensor(doubles: values, dtype: .float32, shape: x.shape))]
  }
}

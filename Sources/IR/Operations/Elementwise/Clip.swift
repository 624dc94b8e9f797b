// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Limits each element to a range: `y = min(max(x, low), high)`. NaN stays NaN.
///
/// Where `low > high`, the result is `high`.
///
/// - Inputs: `x`, any shape, floating point or integer of 8 to 64 bits; `low` and `high`, optional,
///   one element of the same type each.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Clip`, opset 13.
public struct Clip: Operation {
  public static let opType = "Clip"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...3)
    let x = try inputs.tensor(0, in: ElementTypes.arithmetic)
    for index in 1...2 {
      guard let bound = try inputs.optionalTensor(index) else { continue }
      guard bound.dtype == x.dtype else {
        throw GraphError(
          .typeMismatch, "input \(index) is \(bound.dtype), expected \(x.dtype) as of input 0")
      }
      // A vector of one element is no scalar by the letter, but files have it.
      if let shape = bound.shape, ShapeMath.elementCount(shape) != 1 {
        throw GraphError(.shapeMismatch, "input \(index) must be one number, got \(bound)")
      }
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var result = try inputs.tensor(0)
    if let low = try inputs.optionalTensor(1) {
      result = try Max().combine(result, low.reshaped(to: []))
    }
    if let high = try inputs.optionalTensor(2) {
      result = try Min().combine(result, high.reshaped(to: []))
    }
    return [.tensor(result)]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// Power `aᵇ`, elementwise with broadcasting.
///
/// Integers to non-negative integer powers wrap around; other results are truncated towards zero and
/// limited to the range of the type.
///
/// - Inputs: `a`, floating point, `int32` or `int64`; `b`, floating point or integer of 8 to 64 bits;
///   shapes that broadcast.
/// - Outputs: `c`, the broadcast shape, the element type of `a`.
/// - Source: ONNX `Pow`, opset 15.
public struct Pow: Operation {
  public static let opType = "Pow"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let base = try inputs.tensor(0, in: ElementTypes.floats.union([.int64, .int32]))
    let exponent = try inputs.tensor(1, in: ElementTypes.arithmetic)
    let dimensions = try TensorType.broadcastDimensions([base, exponent])
    return [.tensor(base.dtype, dimensions: dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (base, exponent) = (try inputs.tensor(0), try inputs.tensor(1))
    let shape = try Tensor.broadcastShape(base, exponent)
    if base.dtype.isInteger {
      return [.tensor(integerPower(base, exponent, shape))]
    }
    // The exponent keeps its own precision, so both meet as doubles unless they are of one type.
    if base.dtype == exponent.dtype {
      return [.tensor(Tensor.combineFloats(base, exponent, shape, Foundation.pow))]
    }
    let power = Tensor.combineFloats(base.asDoubles, exponent.asDoubles, shape, Foundation.pow)
    return [.tensor(Tensor(doubles: power.doubles(), dtype: base.dtype, shape: shape))]
  }

  private func integerPower(_ base: Tensor, _ exponent: Tensor, _ shape: [Int]) -> Tensor {
    if exponent.dtype.isInteger, exponent.dtype != .uint64 {
      let a = Tensor(int64s: base.int64s(), dtype: .int64, shape: base.shape)
      let b = Tensor(int64s: exponent.int64s(), dtype: .int64, shape: exponent.shape)
      let power = Tensor.combineElements(a, b, to: .int64, shape) { (x: Int64, y: Int64) in
        y < 0 ? truncated(Foundation.pow(Double(x), Double(y))) : wrappingPower(x, y)
      }
      return Tensor(int64s: power.int64s(), dtype: base.dtype, shape: shape)
    }
    let power = Tensor.combineFloats(base.asDoubles, exponent.asDoubles, shape, Foundation.pow)
    let values = power.doubles().map { $0.rounded(.towardZero) }
    return Tensor(doubles: values, dtype: base.dtype, shape: shape)
  }

  private func truncated(_ value: Double) -> Int64 {
    Int64(exactly: value.rounded(.towardZero)) ?? (value > 0 ? .max : value < 0 ? .min : 0)
  }

  /// `xʸ` modulo 2⁶⁴ for `y ≥ 0`, by repeated squaring.
  private func wrappingPower(_ x: Int64, _ y: Int64) -> Int64 {
    var (result, square, rest) = (Int64(1), x, y)
    while rest > 0 {
      if rest & 1 == 1 { result &*= square }
      square &*= square
      rest >>= 1
    }
    return result
  }
}

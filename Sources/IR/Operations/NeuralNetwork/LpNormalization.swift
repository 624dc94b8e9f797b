// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Divides by the L1 or L2 norm along one axis; where the norm is 0, the result is 0.
///
/// - Inputs: `x`, floating point, at least one axis.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `LpNormalization`, opset 22.
public struct LpNormalization: Operation {
  public static let opType = "LpNormalization"

  /// The axis, counted from the end if negative; default -1.
  public var axis: Int
  /// The exponent, 1 or 2; default 2.
  public var p: Int

  /// The operator.
  public init(axis: Int = -1, p: Int = 2) { (self.axis, self.p) = (axis, p) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    guard p == 1 || p == 2 else {
      throw GraphError(.invalidAttribute, "p is \(p), expected 1 or 2")
    }
    if let rank = x.rank { _ = try Axis.normalized(axis, rank: rank) }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let axis = try Axis.normalized(axis, rank: x.rank)
    var values = x.doubles()
    guard !values.isEmpty else { return [.tensor(x)] }
    let inner = try checkedProduct(x.shape[(axis + 1)...])
    let block = inner * x.shape[axis]
    for start in stride(from: 0, to: values.count, by: block) {
      for lane in start..<start + inner {
        let places = stride(from: lane, to: lane + block, by: inner)
        let length = norm(places.map { values[$0] }, p)
        for index in places { values[index] = length == 0 ? 0 : values[index] / length }
      }
    }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Joins texts elementwise.
///
/// - Inputs: `x`, `y`, `string`, shapes that broadcast.
/// - Outputs: `x` followed by `y`, the broadcast shape.
/// - Source: ONNX `StringConcat`, opset 20.
public struct StringConcat: Operation {
  public static let opType = "StringConcat"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let (x, y) = (try inputs.tensor(0, in: [.string]), try inputs.tensor(1, in: [.string]))
    guard let a = x.dimensions, let b = y.dimensions else {
      return [.tensor(.string, dimensions: nil)]
    }
    let rank = max(a.count, b.count)
    let left = [Dimension](repeating: .fixed(1), count: rank - a.count) + a
    let right = [Dimension](repeating: .fixed(1), count: rank - b.count) + b
    var result: [Dimension] = []
    for (axis, (one, other)) in zip(left, right).enumerated() {
      if one == .fixed(1) {
        result.append(other)
      } else if other == .fixed(1) {
        result.append(one)
      } else if one.value == nil, other.value == nil {
        result.append(one == other ? one : .unknown)
      } else {
        // An unknown extent beside a fixed one is 1 or that one.
        result.append(try Dimension.equal(one, other, axis: axis))
      }
    }
    return [.tensor(.string, dimensions: result)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, y) = (try inputs.tensor(0), try inputs.tensor(1))
    let shape = try actualType(inputs).shape
    let left = ShapeMath.broadcastIndices(from: x.shape, to: shape)
    let right = ShapeMath.broadcastIndices(from: y.shape, to: shape)
    let texts = zip(left, right).map { x.strings[$0] + y.strings[$1] }
    return [.tensor(Tensor(strings: texts, shape: shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// An operator that turns each lane of numbers along an axis into another of the same length.
///
/// - Inputs: `x`, rank 1 or more, standard floating point.
/// - Outputs: `y`, the type of `x`, computed in double precision and rounded once.
public protocol SoftmaxOperation: Operation {
  /// The axis, in `-rank ..< rank`.
  var axis: Int { get set }
  /// The operator along an axis.
  init(axis: Int)
  /// The numbers that replace `lane`, which is not empty.
  func normalize(_ lane: [Double]) -> [Double]
}

extension SoftmaxOperation {
  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    // A scalar counts as a vector of one element, as in ONNX Runtime.
    if let rank = x.rank { _ = try Axis.normalized(axis, rank: max(rank, 1)) }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    var values = x.doubles()
    let shape = x.rank == 0 ? [1] : x.shape
    let lanes = AxisLanes(shape, axis: try Axis.normalized(axis, rank: shape.count))
    for start in lanes.starts {
      let indices = (0..<lanes.extent).map { start + $0 * lanes.step }
      let results = normalize(indices.map { values[$0] })
      for (index, result) in zip(indices, results) { values[index] = result }
    }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

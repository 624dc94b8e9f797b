// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Reverses the first elements of each sequence of a batch.
///
/// - Inputs: `x`, rank at least 2, any type; `lengths`, `int64` `[B]`: how many elements of each
///   sequence to reverse, in 0 ... T.
/// - Outputs: same type as `x`.
/// - Source: ONNX `ReverseSequence`, opset 10.
public struct ReverseSequence: Operation {
  public static let opType = "ReverseSequence"

  /// The axis of the batch, 0 or 1. Default 1.
  public var batchAxis: Int
  /// The axis of time, the other one. Default 0.
  public var timeAxis: Int

  /// The operator.
  public init(batchAxis: Int = 1, timeAxis: Int = 0) {
    (self.batchAxis, self.timeAxis) = (batchAxis, timeAxis)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    _ = try inputs.vector(1, in: [.int64])
    guard [0, 1].contains(batchAxis), [0, 1].contains(timeAxis), batchAxis != timeAxis else {
      throw GraphError(
        .invalidAttribute, "axes \(batchAxis) and \(timeAxis) must be 0 and 1 or 1 and 0")
    }
    guard let dimensions = x.dimensions else { return [.tensor(x)] }
    guard dimensions.count >= 2 else {
      throw GraphError(.shapeMismatch, "expects rank 2 or more, got \(x)")
    }
    if let count = try inputs.vectorLength(1),
      !dimensions[batchAxis].isCompatible(with: .fixed(count))
    {
      throw GraphError(
        .shapeMismatch, "has \(count) lengths for a batch of \(dimensions[batchAxis])")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let lengths = try inputs.integers(1) ?? []
    let (steps, batch) = (x.shape[timeAxis], x.shape[batchAxis])
    for length in lengths where length < 0 || length > steps {
      throw GraphError(.indexOutOfRange, "length \(length) is outside 0 ... \(steps)")
    }
    guard x.count > 0 else { return [.tensor(x)] }
    let inner = x.count / (steps * batch)
    var runs: [ElementRun] = []
    for first in 0..<x.shape[0] {
      for second in 0..<x.shape[1] {
        let (time, entry) = timeAxis == 0 ? (first, second) : (second, first)
        let source = time < lengths[entry] ? lengths[entry] - 1 - time : time
        let row = timeAxis == 0 ? source * batch + entry : entry * steps + source
        runs.append(ElementRun(source: 0, start: row * inner, count: inner))
      }
    }
    return [.tensor(Tensor.joining(runs, of: [x], dtype: x.dtype, shape: x.shape))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Subtracts the mean over some axes and divides by the standard deviation plus 1e-9.
///
/// - Inputs: `x`, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `MeanVarianceNormalization`, opset 13.
public struct MeanVarianceNormalization: Operation {
  public static let opType = "MeanVarianceNormalization"

  /// The axes, counted from the end if negative, each once; default 0, 2, 3.
  public var axes: [Int]

  /// The operator.
  public init(axes: [Int] = [0, 2, 3]) { self.axes = axes }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    if let rank = x.rank { _ = try Axis.normalized(axes, rank: rank) }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let reduced = try Axis.normalized(axes, rank: x.rank)
    let kept = x.shape.enumerated().map { reduced.contains($0.offset) ? 1 : $0.element }
    let groups = ShapeMath.broadcastIndices(from: kept, to: x.shape)
    var values = x.doubles()
    let groupCount = try checkedProduct(kept)
    guard !values.isEmpty else { return [.tensor(x)] }
    let size = Double(values.count / groupCount)
    var means = [Double](repeating: 0, count: groupCount)
    for (value, group) in zip(values, groups) { means[group] += value / size }
    var variances = [Double](repeating: 0, count: groupCount)
    for (value, group) in zip(values, groups) {
      variances[group] += (value - means[group]) * (value - means[group]) / size
    }
    for (index, group) in groups.enumerated() {
      values[index] = (values[index] - means[group]) / (variances[group].squareRoot() + 1e-9)
    }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

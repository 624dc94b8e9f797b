// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Divides by the root mean square over the last axes, then scales.
///
/// - Inputs: `x`, floating point; `scale` of the same type, which broadcasts to `x`.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `RMSNormalization`, opset 23; Zhang and Sennrich, arXiv:1910.07467.
public struct RMSNormalization: Operation {
  public static let opType = "RMSNormalization"

  /// First of the normalized axes, counted from the end if negative; default -1.
  public var axis: Int
  /// Added to the mean of squares; default 1e-5.
  public var epsilon: Float

  /// The operator.
  public init(axis: Int = -1, epsilon: Float = 1e-5) { (self.axis, self.epsilon) = (axis, epsilon) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try lastAxesType(inputs)
    if let rank = x.rank { _ = try Axis.normalized(axis, rank: rank) }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let size = try checkedProduct(x.shape[try Axis.normalized(axis, rank: x.rank)...])
    var values = x.doubles()
    guard size > 0 else { return [.tensor(x)] }
    for start in stride(from: 0, to: values.count, by: size) {
      let squares = values[start..<start + size].reduce(0) { $0 + $1 * $1 }
      let root = (squares / Double(size) + Double(epsilon)).squareRoot()
      for index in start..<start + size { values[index] /= root }
    }
    try scaleAndShift(&values, x.shape, inputs)
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape))]
  }
}

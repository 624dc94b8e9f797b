// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Normalizes over the last axes to mean 0 and variance 1, then scales and shifts.
///
/// - Inputs: `x`, floating point; `scale` and optional `bias` of the same type, which broadcast to
///   `x` (usually of the shape of the normalized axes).
/// - Outputs: `y`, the type of `x`; the mean and the inverse standard deviation, with extent 1 on
///   the normalized axes.
/// - Source: ONNX `LayerNormalization`, opset 17; Ba et al., arXiv:1607.06450.
public struct LayerNormalization: Operation {
  public static let opType = "LayerNormalization"

  /// First of the normalized axes, counted from the end if negative; default -1.
  public var axis: Int
  /// Added to the variance; default 1e-5.
  public var epsilon: Float
  /// Whether mean and deviation are given as `bfloat16` instead of `float32`.
  public var stashesBFloat16: Bool

  /// The operator.
  public init(axis: Int = -1, epsilon: Float = 1e-5, stashesBFloat16: Bool = false) {
    (self.axis, self.epsilon, self.stashesBFloat16) = (axis, epsilon, stashesBFloat16)
  }

  private var stashType: ElementType { stashesBFloat16 ? .bfloat16 : .float32 }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let x = try lastAxesType(inputs)
    guard let dimensions = x.dimensions else {
      let statistics = ValueType.tensor(stashType, dimensions: nil)
      return [.tensor(x), statistics, statistics]
    }
    let first = try Axis.normalized(axis, rank: dimensions.count)
    let ones = [Dimension](repeating: .fixed(1), count: dimensions.count - first)
    let statistics = ValueType.tensor(stashType, dimensions: dimensions[..<first] + ones)
    return [.tensor(x), statistics, statistics]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let first = try Axis.normalized(axis, rank: x.rank)
    let size = try checkedProduct(x.shape[first...])
    let statisticsShape = x.shape[..<first] + [Int](repeating: 1, count: x.rank - first)
    var values = x.doubles()
    var (means, inverses): ([Double], [Double]) = ([], [])
    for row in 0..<(try checkedProduct(statisticsShape)) {
      let (mean, variance) = moments(values[row * size..<(row + 1) * size])
      let inverse = 1 / (variance + Double(epsilon)).squareRoot()
      for index in row * size..<(row + 1) * size {
        values[index] = (values[index] - mean) * inverse
      }
      means.append(mean)
      inverses.append(inverse)
    }
    try scaleAndShift(&values, x.shape, inputs)
    return [
      .tensor(Tensor(doubles: values, dtype: x.dtype, shape: x.shape)),
      .tensor(Tensor(doubles: means, dtype: stashType, shape: Array(statisticsShape))),
      .tensor(Tensor(doubles: inverses, dtype: stashType, shape: Array(statisticsShape))),
    ]
  }
}

/// The type of `x`, checked with a scale and an optional bias that broadcast to it.
func lastAxesType(_ inputs: OperandTypes) throws(GraphError) -> TensorType {
  let x = try inputs.tensor(0, in: ElementTypes.floats)
  try x.expectRank(1...64, "the input")
  for (index, name) in [(1, "the scale"), (2, "the bias")] {
    guard index == 1 || inputs.has(index) else { continue }
    let parameter = try inputs.tensor(index, in: ElementTypes.floats)
    try parameter.expectType(of: x, name)
    guard let own = parameter.dimensions, let dimensions = x.dimensions else { continue }
    guard own.count <= dimensions.count,
      zip(own.reversed(), dimensions.reversed()).allSatisfy({
        $0 == .fixed(1) || $0.isCompatible(with: $1)
      })
    else {
      throw GraphError(.shapeMismatch, "\(name) is \(parameter), which does not broadcast to \(x)")
    }
  }
  return x
}

/// Multiplies by input 1 and adds input 2, if given; both broadcast to `shape`.
func scaleAndShift(
  _ values: inout [Double], _ shape: [Int], _ inputs: Operands
) throws(GraphError) {
  let scale = try inputs.tensor(1)
  let factors = scale.doubles()
  let places = ShapeMath.broadcastIndices(from: scale.shape, to: shape)
  for index in values.indices { values[index] *= factors[places[index]] }
  guard let bias = try inputs.optionalTensor(2) else { return }
  let terms = bias.doubles()
  let biasPlaces = ShapeMath.broadcastIndices(from: bias.shape, to: shape)
  for index in values.indices { values[index] += terms[biasPlaces[index]] }
}

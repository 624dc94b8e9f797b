// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Adds columns of window contents back to where the windows stood in an image.
///
/// - Inputs: `x` `[N, C * B1 * B2 * …, windows]`, floating point or integers; the image's extents
///   and the windows' extents `B`, `int64` vectors of one length.
/// - Outputs: `[N, C, I1, I2, …]`.
/// - Source: ONNX `Col2Im`, opset 18.
public struct Col2Im: Operation {
  public static let opType = "Col2Im"

  /// How the window moves; explicit padding only.
  public var window: SlidingWindow

  /// The operator.
  public init(window: SlidingWindow = SlidingWindow()) { self.window = window }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let x = try inputs.tensor(0, in: ElementTypes.numeric)
    try x.expectRank(3...3, "the input")
    for index in 1...2 { try inputs.tensor(index, in: [.int64]).expectRank(1...1, "a shape") }
    let samples = x.dimensions?[0] ?? .unknown
    guard let image = try inputs.integers(1), let block = try inputs.integers(2) else {
      guard let rank = inputs[1]?.tensorType?.shape?.first ?? inputs[2]?.tensorType?.shape?.first,
        rank < 64
      else { return [.tensor(x.dtype, dimensions: nil)] }
      let unknown = [Dimension](repeating: .unknown, count: rank + 1)
      return [.tensor(x.dtype, dimensions: [samples] + unknown)]
    }
    let geometry = try window.geometry(input: image, kernel: block)
    let windows = try checkedProduct(geometry.output)
    let taps = try checkedProduct(block)
    if let given = x.dimensions?[2].value, given != windows {
      throw GraphError(.shapeMismatch, "the input has \(given) windows, expected \(windows)")
    }
    var channels = Dimension.unknown
    if let rows = x.dimensions?[1].value {
      guard rows % taps == 0 else {
        throw GraphError(
          .shapeMismatch, "the input has \(rows) rows, expected a multiple of the \(taps) taps")
      }
      channels = .fixed(rows / taps)
    }
    return [.tensor(x.dtype, dimensions: [samples, channels] + image.map(Dimension.fixed))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let image = try inputs.integers(1) ?? []
    let geometry = try window.geometry(input: image, kernel: try inputs.integers(2) ?? [])
    let taps = try checkedProduct(geometry.kernel)
    let shape = [x.shape[0], x.shape[1] / taps] + image
    if x.dtype.isInteger {
      let sums = try fold(x.int64s(), 0, x.shape, geometry, shape, context) { $0 &+ $1 }
      return [.tensor(Tensor(int64s: sums, dtype: x.dtype, shape: shape))]
    }
    let sums = try fold(x.doubles(), 0, x.shape, geometry, shape, context) { $0 + $1 }
    return [.tensor(Tensor(doubles: sums, dtype: x.dtype, shape: shape))]
  }

  private func fold<Number>(
    _ columns: [Number], _ zero: Number, _ columnsShape: [Int], _ geometry: WindowGeometry,
    _ shape: [Int], _ context: EvaluationContext, _ add: (Number, Number) -> Number
  ) throws(GraphError) -> [Number] {
    let taps = try checkedProduct(geometry.kernel)
    let plane = try checkedProduct(geometry.input)
    let windows = columnsShape[2]
    var result = [Number](repeating: zero, count: try checkedProduct(shape))
    try geometry.forEachWindow { number, _, inside throws(GraphError) in
      try context.checkDeadline()
      for channel in 0..<shape[0] * shape[1] {
        for tap in inside {
          let target = channel * plane + tap.offset
          let value = columns[(channel * taps + tap.index) * windows + number]
          result[target] = add(result[target], value)
        }
      }
    }
    return result
  }
}

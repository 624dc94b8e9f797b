// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Puts values back where a max pooling found them; everything else is zero.
///
/// - Inputs: `x` `[N, C, D1, …]`, floating point; the indices that ``MaxPool`` gave, `int64`, same
///   shape; optional output shape, `int64`, one number for each axis of `x`.
/// - Outputs: `[N, C, E1, …]` with `E = (D - 1) * stride + kernel - pads`, in the corner of the
///   given output shape if there is one.
/// - Source: ONNX `MaxUnpool`, opset 22.
public struct MaxUnpool: Operation {
  public static let opType = "MaxUnpool"

  /// Extents of the window, one for each spatial axis, 1 or more.
  public var kernel: [Int]
  /// How the window moved; explicit padding and no dilation.
  public var window: SlidingWindow

  /// The operator.
  public init(kernel: [Int], window: SlidingWindow = SlidingWindow()) {
    (self.kernel, self.window) = (kernel, window)
  }

  /// The geometry of the pooling is that of a transposed convolution.
  private var transposed: ConvTranspose { ConvTranspose(window: window) }

  private func inferred(_ input: [Int]) throws(GraphError) -> [Int] {
    try transposed.geometry(input: input, kernel: kernel).input
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...3)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let indices = try inputs.tensor(1, in: [.int64])
    try x.expectRank((kernel.count + 2)...(kernel.count + 2), "the input")
    guard x.isCompatible(with: TensorType(x.dtype, dimensions: indices.dimensions)) else {
      throw GraphError(.shapeMismatch, "indices are \(indices), the input is \(x)")
    }
    let dimensions = x.dimensions ?? [Dimension](repeating: .unknown, count: kernel.count + 2)
    guard inputs.has(2) else {
      var spatial: [Dimension] = []
      if let shape = x.shape {
        spatial = try inferred(Array(shape.dropFirst(2))).map(Dimension.fixed)
      } else {
        try SlidingWindow.check(kernel: kernel)
        try window.check(spatialRank: kernel.count)
        spatial = kernel.map { _ in .unknown }
      }
      return [.tensor(x.dtype, dimensions: dimensions.prefix(2) + spatial)]
    }
    try inputs.tensor(2, in: [.int64]).expectVector(.fixed(dimensions.count), "output_shape")
    guard let given = try inputs.integers(2) else {
      return [.tensor(x.dtype, dimensions: dimensions.map { _ in .unknown })]
    }
    if let shape = x.shape {
      let least = shape.prefix(2) + (try inferred(Array(shape.dropFirst(2))))
      guard zip(given, least).allSatisfy({ $0 >= $1 }) else {
        throw GraphError(
          .shapeMismatch, "output_shape is \(given), expected at least \(Array(least))")
      }
    }
    return [.tensor(x.dtype, given)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = x.shape.prefix(2) + (try inferred(Array(x.shape.dropFirst(2))))
    let target = try inputs.integers(2) ?? Array(shape)
    let count = try checkedProduct(shape)
    let steps = ShapeMath.strides(target)
    let values = x.doubles()
    var result = [Double](repeating: 0, count: try checkedProduct(target))
    for (value, index) in zip(values, try inputs.tensor(1).int64s()) {
      guard index >= 0, index < count else {
        throw GraphError(
          .indexOutOfRange, "index \(index) is outside the \(count) elements of \(Array(shape))")
      }
      var (rest, offset) = (Int(index), 0)
      for axis in shape.indices.reversed() {
        offset += rest % shape[axis] * steps[axis]
        rest /= shape[axis]
      }
      result[offset] = value
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: target))]
  }
}

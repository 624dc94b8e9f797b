// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Discrete Fourier transform along one axis.
///
/// `X[k] = Σ x[n] exp(-2 π i k n / N)`; the inverse has the other sign and a factor of 1 / N.
///
/// - Inputs: `x` `[…, 1]` (real) or `[…, 2]` (real and imaginary parts), floating point; the length
///   N, an optional integer scalar, to which the signal is cut or padded with zeros (default: its
///   extent); the axis, an optional integer scalar, not the last one (default -2).
/// - Outputs: `[…, 2]`, with N, or ⌊N / 2⌋ + 1 when ``isOneSided``, along the axis.
/// - Source: ONNX `DFT`, opset 20.
public struct DFT: Operation {
  public static let opType = "DFT"

  /// Whether this is the inverse transform. Default false.
  public var isInverse: Bool
  /// Whether only the first ⌊N / 2⌋ + 1 numbers are kept: the others follow by symmetry when `x` is
  /// real, as it must be. Default false.
  public var isOneSided: Bool

  /// The operator; the defaults are ONNX's.
  public init(isInverse: Bool = false, isOneSided: Bool = false) {
    (self.isInverse, self.isOneSided) = (isInverse, isOneSided)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...3)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let length = try inputs.scalarInteger(at: 1, named: "length", isRequired: false)
    let axis = try inputs.scalarInteger(at: 2, named: "axis", isRequired: false)
    guard var dimensions = x.dimensions else { return [.tensor(x)] }
    try expectComplex(x, dimensions)
    dimensions[dimensions.count - 1] = .fixed(2)
    guard axis != nil || !inputs.has(2) else {
      // Any axis but the last may change.
      for index in 0..<dimensions.count - 1 { dimensions[index] = .unknown }
      return [.tensor(x.dtype, dimensions: dimensions)]
    }
    let position = try position(axis ?? -2, rank: dimensions.count)
    var extent = dimensions[position]
    if inputs.has(1) { extent = length.map(Dimension.fixed) ?? .unknown }
    if let length = extent.value, length < 1 {
      throw GraphError(.indexOutOfRange, "expects a length of at least 1, got \(length)")
    }
    dimensions[position] =
      isOneSided ? extent.value.map { .fixed($0 / 2 + 1) } ?? .unknown : extent
    return [.tensor(x.dtype, dimensions: dimensions)]
  }

  private func expectComplex(_ x: TensorType, _ dimensions: [Dimension]) throws(GraphError) {
    guard dimensions.count >= 2, let last = dimensions.last else {
      throw GraphError(.shapeMismatch, "expects a signal of at least 2 axes, got \(x)")
    }
    guard last.value.map({ $0 == 1 || $0 == 2 }) ?? true else {
      throw GraphError(
        .shapeMismatch, "expects 1 (real) or 2 (complex) along the last axis, got \(x)")
    }
    if isOneSided, last == .fixed(2) {
      throw GraphError(
        .shapeMismatch, "the transform of a complex signal has two sides, got \(x)")
    }
  }

  private func position(_ axis: Int, rank: Int) throws(GraphError) -> Int {
    let position = axis < 0 && axis >= -rank ? axis + rank : axis
    guard position >= 0, position < rank - 1 else {
      throw GraphError(
        .indexOutOfRange, "axis \(axis) is no signal axis of a tensor of \(rank) axes")
    }
    return position
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let axis = try position(
      try inputs.scalarInteger(at: 2, named: "axis") ?? -2, rank: x.rank)
    let length = try inputs.scalarInteger(at: 1, named: "length") ?? x.shape[axis]
    let bins = isOneSided ? length / 2 + 1 : length
    var shape = x.shape
    (shape[axis], shape[x.rank - 1]) = (bins, 2)
    let transform = FourierTransform(length: length, isInverse: isInverse)
    let scale = isInverse ? 1 / Double(length) : 1
    let parts = x.shape[x.rank - 1]
    let values = x.doubles()
    // Axes before and behind the transformed one, the last apart.
    let outer = ShapeMath.elementCount(x.shape[..<axis]) ?? 0
    let inner = ShapeMath.elementCount(x.shape[(axis + 1)..<(x.rank - 1)]) ?? 0
    let extent = x.shape[axis]
    var result = [Double](repeating: 0, count: outer * bins * inner * 2)
    for line in 0..<outer * inner {
      try context.checkDeadline()
      let (before, behind) = (line / inner, line % inner)
      let signal = (0..<length).map { n -> ComplexNumber in
        guard n < extent else { return .zero }
        let index = ((before * extent + n) * inner + behind) * parts
        return ComplexNumber(real: values[index], imaginary: parts == 2 ? values[index + 1] : 0)
      }
      for (k, value) in transform(signal).prefix(bins).enumerated() {
        let index = ((before * bins + k) * inner + behind) * 2
        result[index] = value.real * scale
        result[index + 1] = value.imaginary * scale
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }
}

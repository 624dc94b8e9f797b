// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Short-time Fourier transform: the transforms of windowed frames of a signal.
///
/// - Inputs: the signal `[N, L]` or `[N, L, 1]` (real) or `[N, L, 2]` (complex), floating point; the
///   step S between frames, an integer scalar of at least 1; a window `[W]`, optional, of the
///   signal's type; the frame length W, an optional integer scalar (default: that of the window, or
///   L).
/// - Outputs: `[N, F, K, 2]` with F = 1 + ⌊(L - W) / S⌋ frames and K = W numbers, or
///   ⌊W / 2⌋ + 1 when ``isOneSided``.
/// - Source: ONNX `STFT`, opset 17.
public struct STFT: Operation {
  public static let opType = "STFT"

  /// Whether only the first ⌊W / 2⌋ + 1 numbers are kept; the signal must then be real. Default
  /// true.
  public var isOneSided: Bool

  /// The operator; the default is ONNX's.
  public init(isOneSided: Bool = true) { self.isOneSided = isOneSided }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...4)
    let signal = try inputs.tensor(0, in: ElementTypes.floats)
    let step = try inputs.scalarInteger(at: 1, named: "frame step")
    let window = try inputs.optionalTensor(2, in: [signal.dtype])
    let length = try inputs.scalarInteger(at: 3, named: "frame length", isRequired: false)
    try checkSignal(signal)
    if let rank = window?.rank, rank != 1 {
      throw GraphError(
        .shapeMismatch, "expects a vector as window, got \(window?.description ?? "")")
    }
    let windowLength = window.map { $0.dimensions?[0] ?? .unknown }
    if let size = windowLength?.value, let length, size != length {
      throw GraphError(
        .shapeMismatch, "expects a window of the frame length \(length), got \(size) elements")
    }
    let dimensions = signal.dimensions
    var frame = windowLength
    if inputs.has(3) { frame = length.map(Dimension.fixed) ?? frame ?? .unknown }
    let size = frame ?? dimensions?[1] ?? .unknown
    if let value = size.value, value < 1 {
      throw GraphError(.indexOutOfRange, "expects a frame length of at least 1, got \(value)")
    }
    if let step, step < 1 {
      throw GraphError(.indexOutOfRange, "expects a frame step of at least 1, got \(step)")
    }
    var frames = Dimension.unknown
    if let total = dimensions?[1].value, let size = size.value {
      guard size <= total else {
        throw GraphError(
          .shapeMismatch, "expects frames no longer than the signal of \(total), got \(size)")
      }
      if let step { frames = .fixed(1 + (total - size) / step) }
    }
    let bins = isOneSided ? size.value.map { .fixed($0 / 2 + 1) } ?? .unknown : size
    return [
      .tensor(signal.dtype, dimensions: [dimensions?[0] ?? .unknown, frames, bins, .fixed(2)])
    ]
  }

  private func checkSignal(_ signal: TensorType) throws(GraphError) {
    guard let dimensions = signal.dimensions else { return }
    let parts = dimensions.count == 3 ? dimensions[2].value ?? 1 : 1
    guard dimensions.count == 2 || dimensions.count == 3, parts == 1 || parts == 2 else {
      throw GraphError(
        .shapeMismatch, "expects a signal [N, L], [N, L, 1] or [N, L, 2], got \(signal)")
    }
    guard !isOneSided || parts == 1 else {
      throw GraphError(
        .shapeMismatch, "the transform of a complex signal has two sides, got \(signal)")
    }
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let signal = try inputs.tensor(0)
    let step = max(try inputs.scalarInteger(at: 1, named: "frame step") ?? 1, 1)
    let window = try inputs.optionalTensor(2)?.doubles()
    let total = signal.shape[1]
    let size =
      try inputs.scalarInteger(at: 3, named: "frame length") ?? window?.count ?? total
    let (frames, bins) = (1 + (total - size) / step, isOneSided ? size / 2 + 1 : size)
    let parts = signal.rank == 3 ? signal.shape[2] : 1
    let values = signal.doubles()
    let transform = FourierTransform(length: size, isInverse: false)
    var result: [Double] = []
    result.reserveCapacity(signal.shape[0] * frames * bins * 2)
    for batch in 0..<signal.shape[0] {
      for frame in 0..<frames {
        try context.checkDeadline()
        let start = batch * total + frame * step
        let samples = (0..<size).map { n in
          let (weight, index) = (window?[n] ?? 1, (start + n) * parts)
          return ComplexNumber(
            real: values[index] * weight, imaginary: parts == 2 ? values[index + 1] * weight : 0)
        }
        for value in transform(samples).prefix(bins) { result += [value.real, value.imaginary] }
      }
    }
    let shape = [signal.shape[0], frames, bins, 2]
    return [.tensor(Tensor(doubles: result, dtype: signal.dtype, shape: shape))]
  }
}

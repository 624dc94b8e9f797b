// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Triangular filters, evenly spread on the mel scale, that take a spectrum to mel bins.
///
/// `mel(f) = 2595 log10(1 + f / 700)`.
///
/// - Inputs: five scalars: the number M of mel bins, the length N of the Fourier transform and the
///   sample rate in hertz (integers); the lowest and the highest frequency in hertz (floating
///   point).
/// - Outputs: the filters `[⌊N / 2⌋ + 1, M]`, of type ``outputType``.
/// - Source: ONNX `MelWeightMatrix`, opset 17.
public struct MelWeightMatrix: Operation {
  public static let opType = "MelWeightMatrix"

  /// Output type, any number. Default `float32`; integers truncate.
  public var outputType: ElementType

  /// The operator; the default is ONNX's.
  public init(outputType: ElementType = .float32) { self.outputType = outputType }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 5...5)
    guard ElementTypes.numeric.contains(outputType) else {
      throw GraphError(.invalidAttribute, "expects a type of numbers as output, got \(outputType)")
    }
    let bins = try inputs.scalarInteger(at: 0, named: "number of mel bins")
    let length = try inputs.scalarInteger(at: 1, named: "transform length")
    let rate = try inputs.scalarInteger(at: 2, named: "sample rate")
    for (name, value) in [
      ("number of mel bins", bins), ("transform length", length), ("sample rate", rate),
    ] {
      if let value, value < 1 {
        throw GraphError(.indexOutOfRange, "expects a \(name) of at least 1, got \(value)")
      }
    }
    try inputs.expectScalar(at: 3, named: "lowest frequency", in: ElementTypes.floats)
    try inputs.expectScalar(at: 4, named: "highest frequency", in: ElementTypes.floats)
    return [
      .tensor(
        outputType,
        dimensions: [
          length.map { .fixed($0 / 2 + 1) } ?? .unknown, bins.map(Dimension.fixed) ?? .unknown,
        ])
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let bins = try inputs.scalarInteger(at: 0, named: "number of mel bins") ?? 0
    let length = try inputs.scalarInteger(at: 1, named: "transform length") ?? 0
    let edges = try edges(inputs, bins: bins, length: length)
    var weights = [Double](repeating: 0, count: (length / 2 + 1) * bins)
    for bin in 0..<bins {
      let (low, center, high) = (edges[bin], edges[bin + 1], edges[bin + 2])
      if low == center { weights[center * bins + bin] = 1 }
      if low < center {
        for k in low...center {
          weights[k * bins + bin] = Double(k - low) / Double(center - low)
        }
      }
      if center < high {
        for k in center..<high {
          weights[k * bins + bin] = Double(high - k) / Double(high - center)
        }
      }
    }
    if outputType.isInteger { weights = weights.map { $0.rounded(.towardZero) } }
    return [
      .tensor(Tensor(doubles: weights, dtype: outputType, shape: [length / 2 + 1, bins]))
    ]
  }

  /// The spectrum bins at which filters begin, peak and end: M + 2, rising.
  ///
  /// - Throws: `indexOutOfRange` when one is outside of the spectrum.
  private func edges(
    _ inputs: Operands, bins: Int, length: Int
  ) throws(GraphError) -> [Int] {
    let rate = Double(try inputs.scalarInteger(at: 2, named: "sample rate") ?? 1)
    func mel(_ frequency: Double) -> Double { 2595 * log10(1 + frequency / 700) }
    let lowest = mel(try inputs.tensor(3).double(at: 0))
    let step = (mel(try inputs.tensor(4).double(at: 0)) - lowest) / (Double(bins) + 2)
    var edges: [Int] = []
    for index in 0..<bins + 2 {
      let frequency = 700 * (pow(10, (Double(index) * step + lowest) / 2595) - 1)
      let position = ((Double(length) + 1) * frequency / rate).rounded(.down)
      // The last edge ends a filter that does not reach it.
      let end = length / 2 + (index == bins + 1 ? 1 : 0)
      guard position >= Double(edges.last ?? 0), position <= Double(end) else {
        throw GraphError(
          .indexOutOfRange,
          "a filter edge at \(frequency) Hz is outside a spectrum up to \(rate / 2) Hz, or below "
            + "the edge before it")
      }
      edges.append(Int(position))
    }
    return edges
  }
}

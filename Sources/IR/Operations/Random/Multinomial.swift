// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Classes drawn, with replacement, by their probabilities.
///
/// - Inputs: logarithms of the probabilities, up to a constant for each row, `[N, C]`, floating
///   point.
/// - Outputs: classes `[N, S]` in 0 ..< C, of type ``outputType``.
/// - Source: ONNX `Multinomial`, opset 22.
public struct Multinomial: Operation {
  public static let opType = "Multinomial"

  /// Samples for each row, S, at least 1. Default 1.
  public var sampleCount: Int
  /// `int32` (the default) or `int64`.
  public var outputType: ElementType
  /// Seed of the node; nil: it takes the run's.
  public var seed: Float?

  /// The operator; the defaults are ONNX's.
  public init(sampleCount: Int = 1, outputType: ElementType = .int32, seed: Float? = nil) {
    (self.sampleCount, self.outputType, self.seed) = (sampleCount, outputType, seed)
  }

  public var isNondeterministic: Bool { true }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    guard sampleCount >= 1 else {
      throw GraphError(.invalidAttribute, "expects at least 1 sample, got \(sampleCount)")
    }
    guard ElementTypes.indices.contains(outputType) else {
      throw GraphError(.invalidAttribute, "expects int32 or int64 as output, got \(outputType)")
    }
    guard x.rank ?? 2 == 2, x.dimensions?[1] != .fixed(0) else {
      throw GraphError(.shapeMismatch, "expects rows [N, C] of at least one class, got \(x)")
    }
    return [.tensor(outputType, dimensions: [x.dimensions?[0] ?? .unknown, .fixed(sampleCount)])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let (rows, classes) = (x.shape[0], x.shape[1])
    let values = x.doubles()
    var source = RandomSource(seed: seed, in: context)
    var samples: [Int64] = []
    for row in 0..<rows {
      try context.checkDeadline()
      let logits = values[row * classes..<(row + 1) * classes]
      let largest = logits.max() ?? 0
      var total = 0.0
      let cumulated = logits.map { logit in
        total += exp(logit - largest)
        return total
      }
      guard total > 0, total.isFinite else {
        throw GraphError(
          .indexOutOfRange, "row \(row) gives no probabilities: its logarithms are not finite")
      }
      for _ in 0..<sampleCount {
        let point = source.uniform() * total
        samples.append(Int64(cumulated.firstIndex { point < $0 } ?? classes - 1))
      }
    }
    return [.tensor(Tensor(int64s: samples, dtype: outputType, shape: [rows, sampleCount]))]
  }
}

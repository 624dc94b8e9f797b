// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Divides each row by its norm; a row of zeros stays.
///
/// - Inputs: `x` `[F]` or `[N, F]`, `float32`, `float64`, `int32` or `int64`.
/// - Outputs: the shape of `x`, `float32`.
/// - Source: ONNX `ai.onnx.ml.Normalizer`, version 1.
public struct Normalizer: Operation {
  public static let opType = "Normalizer"

  /// A norm of a row.
  public enum Norm: String, CaseIterable, Sendable {
    /// The largest magnitude.
    case max = "MAX"
    /// The sum of magnitudes.
    case l1 = "L1"
    /// The root of the sum of squares.
    case l2 = "L2"
  }

  /// The norm. Default the largest magnitude.
  public var norm: Norm

  /// The operator; the default is ONNX's.
  public init(norm: Norm = .max) { self.norm = norm }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: Scaler.inputTypes)
    if let rank = x.rank, rank != 1, rank != 2 {
      throw GraphError(.shapeMismatch, "expects rows [F] or [N, F], got \(x)")
    }
    return [.tensor(.float32, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    var values = x.doubles()
    let features = x.shape.last ?? 0
    for start in stride(from: 0, to: values.count, by: max(features, 1)) {
      let row = values[start..<start + features]
      let size =
        switch norm {
        case .max: row.reduce(0) { max($0, abs($1)) }
        case .l1: row.reduce(0) { $0 + abs($1) }
        case .l2: row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
      if size == 0 { continue }
      for index in row.indices { values[index] /= size }
    }
    return [.tensor(Tensor(doubles: values, dtype: .float32, shape: x.shape))]
  }
}

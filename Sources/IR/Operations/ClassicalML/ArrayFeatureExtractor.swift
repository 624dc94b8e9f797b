// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Chosen elements of the last axis.
///
/// - Inputs: `x` `[…, F]`, `float32`, `float64`, `int32`, `int64` or `string`; indices in 0 ..< F,
///   `int64`, K in all.
/// - Outputs: `[…, K]`, the type of `x`; `[1, K]` for a vector.
/// - Source: ONNX `ai.onnx.ml.ArrayFeatureExtractor`, version 1.
public struct ArrayFeatureExtractor: Operation {
  public static let opType = "ArrayFeatureExtractor"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0, in: [.float32, .float64, .int32, .int64, .string])
    let indices = try inputs.tensor(1, in: [.int64])
    guard let dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    guard !dimensions.isEmpty else {
      throw GraphError(.shapeMismatch, "expects at least 1 axis, got \(x)")
    }
    let outer = dimensions.count == 1 ? [.fixed(1)] : Array(dimensions.dropLast())
    let count = indices.shape.flatMap(ShapeMath.elementCount)
    return [.tensor(x.dtype, dimensions: outer + [count.map(Dimension.fixed) ?? .unknown])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let features = x.shape.last ?? 0
    let indices = try inputs.integers(1) ?? []
    for index in indices where index < 0 || index >= features {
      throw GraphError(.indexOutOfRange, "index \(index) is outside an axis of \(features)")
    }
    let outer = x.rank == 1 ? [1] : Array(x.shape.dropLast())
    var picked: [Int] = []
    for row in 0..<(try checkedProduct(outer)) {
      for index in indices { picked.append(row * features + index) }
    }
    return [.tensor(x.picking(picked, shape: outer + [indices.count]))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Inserts axes of extent 1.
///
/// - Inputs: `x`, any shape and type; `axes`, `int64` vector: positions in the output's shape, each
///   in -r ..< r, r the output's rank.
/// - Outputs: the same elements with these axes.
/// - Source: ONNX `Unsqueeze`, opset 21.
public struct Unsqueeze: Operation {
  public static let opType = "Unsqueeze"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    // Exporters also write a scalar for a single axis.
    _ = try inputs.tensor(1, in: [.int64])
    guard let axes = try inputs.integers(1) else {
      let added = inputs[1]?.tensorType?.shape.flatMap(ShapeMath.elementCount)
      let rank = x.rank.flatMap { rank in added.map { rank.addingReportingOverflow($0) } }
      return [
        .tensor(
          x.dtype,
          dimensions: rank.flatMap { $0.overflow ? nil : Dimension.unknowns($0.partialValue) })
      ]
    }
    guard let dimensions = x.dimensions else { return [.tensor(x.dtype, dimensions: nil)] }
    guard axes.count <= 64 else {
      throw GraphError(.limitExceeded, "adds \(axes.count) axes, the limit is 64")
    }
    let rank = dimensions.count + axes.count
    let added = try Axis.normalized(axes, rank: rank)
    var rest = dimensions.makeIterator()
    let result = (0..<rank).map { added.contains($0) ? .fixed(1) : rest.next() ?? .fixed(1) }
    return [.tensor(x.dtype, dimensions: result)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try inputs.tensor(0).reshaped(to: try actualType(inputs).shape))]
  }
}

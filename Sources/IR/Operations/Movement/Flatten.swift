// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Turns a tensor into a matrix: the axes before `axis` become rows, the others columns.
///
/// - Inputs: `x`, any shape and type.
/// - Outputs: the matrix, same elements.
/// - Source: ONNX `Flatten`, opset 21.
public struct Flatten: Operation {
  public static let opType = "Flatten"

  /// The first axis of the columns, in -rank ... rank. Default 1.
  public var axis: Int

  /// The operator.
  public init(axis: Int = 1) { self.axis = axis }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    guard let dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: [.unknown, .unknown])]
    }
    let axis =
      axis == dimensions.count ? axis : try Axis.normalized(axis, rank: dimensions.count)
    return [
      .tensor(
        x.dtype,
        dimensions: [
          try Dimension.product(dimensions[..<axis]), try Dimension.product(dimensions[axis...]),
        ])
    ]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(try inputs.tensor(0).reshaped(to: try actualType(inputs).shape))]
  }
}

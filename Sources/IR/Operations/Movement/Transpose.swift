// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Reorders the axes of a tensor.
///
/// - Inputs: `x`, any shape and type.
/// - Outputs: `y`, whose axis `i` is axis `permutation[i]` of `x`.
/// - Source: ONNX `Transpose`, opset 21.
public struct Transpose: Operation {
  public static let opType = "Transpose"

  /// The input axis of each output axis; nil reverses them.
  public var permutation: [Int]?

  /// The operator.
  public init(permutation: [Int]? = nil) { self.permutation = permutation }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    if let permutation, permutation.sorted() != Array(permutation.indices) {
      throw GraphError(.invalidAttribute, "\(permutation) is not a permutation of axes")
    }
    guard let dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: Dimension.unknowns(permutation?.count))]
    }
    guard let permutation else { return [.tensor(x.dtype, dimensions: dimensions.reversed())] }
    guard permutation.count == dimensions.count else {
      throw GraphError(
        .shapeMismatch, "permutation \(permutation) does not fit the input \(x)")
    }
    return [.tensor(x.dtype, dimensions: permutation.map { dimensions[$0] })]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    return [.tensor(x.permuted(permutation ?? Array(x.shape.indices.reversed())))]
  }
}

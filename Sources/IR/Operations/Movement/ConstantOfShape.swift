// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// A tensor of one repeated value.
///
/// - Inputs: `shape`, `int64` vector, not negative.
/// - Outputs: a tensor of that shape, of the type of ``value``.
/// - Source: ONNX `ConstantOfShape`, opset 21.
public struct ConstantOfShape: Operation {
  public static let opType = "ConstantOfShape"

  /// The value: one element. Default `float32` 0.
  public var value: Tensor

  /// The operator.
  public init(value: Tensor = Tensor([0] as [Float])) { self.value = value }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    guard value.count == 1 else {
      throw GraphError(.invalidAttribute, "the value must have one element, got \(value.shape)")
    }
    guard let shape = try inputs.vector(0, in: [.int64]) else {
      let length = try inputs.vectorLength(0)
      return [.tensor(value.dtype, dimensions: Dimension.unknowns(length))]
    }
    guard shape.allSatisfy({ $0 >= 0 }) else {
      throw GraphError(.shapeMismatch, "shape \(shape) holds a negative extent")
    }
    return [.tensor(value.dtype, shape)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    [.tensor(Tensor(repeating: value, shape: try inputs.integers(0) ?? []))]
  }
}

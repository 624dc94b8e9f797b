// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Joins tensors along one axis.
///
/// - Inputs: one or more tensors of one type and rank whose extents agree off `axis`.
/// - Outputs: the joined tensor; its extent on `axis` is the sum.
/// - Source: ONNX `Concat`, opset 13.
public struct Concat: Operation {
  public static let opType = "Concat"

  /// The axis, in -rank ..< rank.
  public var axis: Int

  /// The operator.
  public init(axis: Int) { self.axis = axis }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...Int.max)
    var types: [TensorType] = []
    for index in 0..<inputs.count { types.append(try inputs.tensor(index)) }
    return [.tensor(try Self.joinedType(types, axis: axis))]
  }

  /// The type of tensors joined along `axis`.
  static func joinedType(_ types: [TensorType], axis: Int) throws(GraphError) -> TensorType {
    let dtype = types[0].dtype
    for (index, type) in types.enumerated() where type.dtype != dtype {
      throw GraphError(
        .typeMismatch, "expects inputs of one type, got \(dtype) and, at \(index), \(type.dtype)")
    }
    guard var result = types.lazy.compactMap(\.dimensions).first else {
      return TensorType(dtype, dimensions: nil)
    }
    let axis = try Axis.normalized(axis, rank: result.count)
    var extent = Dimension.fixed(0)
    for (index, type) in types.enumerated() {
      guard let dimensions = type.dimensions else {
        extent = .unknown
        continue
      }
      guard dimensions.count == result.count else {
        throw GraphError(
          .shapeMismatch,
          "expects inputs of rank \(result.count), got \(type) at \(index)")
      }
      for (other, dimension) in dimensions.enumerated() where other != axis {
        result[other] = try Dimension.equal(result[other], dimension, axis: other)
      }
      extent = extent == .unknown ? .unknown : try Dimension.sum(extent, dimensions[axis])
    }
    result[axis] = extent
    return TensorType(dtype, dimensions: result)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var tensors: [Tensor] = []
    for index in 0..<inputs.count { tensors.append(try inputs.tensor(index)) }
    return [.tensor(try Self.join(tensors, axis: axis))]
  }

  /// Joins tensors along `axis`.
  static func join(_ tensors: [Tensor], axis: Int) throws(GraphError) -> Tensor {
    let type = try joinedType(tensors.map { TensorType($0.dtype, $0.shape) }, axis: axis)
    guard let shape = type.shape, let count = ShapeMath.elementCount(shape), count > 0 else {
      return Tensor(zeros: type.dtype, shape: type.shape ?? [])
    }
    let axis = try Axis.normalized(axis, rank: shape.count)
    let outer = ShapeMath.elementCount(shape[..<axis]) ?? 0
    var runs: [ElementRun] = []
    for position in 0..<outer {
      for (source, tensor) in tensors.enumerated() where tensor.count > 0 {
        let length = tensor.count / outer
        runs.append(ElementRun(source: source, start: position * length, count: length))
      }
    }
    return Tensor.joining(runs, of: tensors, dtype: type.dtype, shape: shape)
  }
}

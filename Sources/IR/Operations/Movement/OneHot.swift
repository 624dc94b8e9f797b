// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Turns indices into vectors that are "on" at the index and "off" elsewhere.
///
/// - Inputs: `indices`, any shape, numeric, truncated to integers; those outside -D ..< D give
///   vectors that are off; `depth`, D, one non-negative number; `values` `[2]`: off, on; any type.
/// - Outputs: the shape of `indices` with an axis of D inserted, type of `values`.
/// - Source: ONNX `OneHot`, opset 11.
public struct OneHot: Operation {
  public static let opType = "OneHot"

  /// Where the new axis goes in the output, in -r ..< r, r the output's rank. Default -1.
  public var axis: Int

  /// The operator.
  public init(axis: Int = -1) { self.axis = axis }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 3...3)
    let indices = try inputs.tensor(0, in: ElementTypes.numeric)
    _ = try inputs.tensor(1, in: ElementTypes.numeric)
    let values = try inputs.tensor(2)
    if let shape = values.shape, shape != [2] {
      throw GraphError(.shapeMismatch, "values must be [off, on], got shape \(shape)")
    }
    var depth = Dimension.unknown
    if let scalar = try inputs.scalar(1, in: ElementTypes.numeric) {
      guard let value = Self.integer(scalar.double(at: 0)), value >= 0 else {
        throw GraphError(.invalidAttribute, "depth \(scalar.double(at: 0)) is out of range")
      }
      depth = .fixed(value)
    }
    guard var dimensions = indices.dimensions else {
      return [.tensor(values.dtype, dimensions: nil)]
    }
    dimensions.insert(depth, at: try Axis.normalized(axis, rank: dimensions.count + 1))
    return [.tensor(values.dtype, dimensions: dimensions)]
  }

  private static func integer(_ value: Double) -> Int? {
    value.magnitude < 0x1p53 ? Int(value) : nil
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (indices, values) = (try inputs.tensor(0), try inputs.tensor(2))
    let shape = try actualType(inputs).shape
    guard let count = ShapeMath.elementCount(shape), count > 0 else {
      return [.tensor(Tensor(zeros: values.dtype, shape: shape))]
    }
    let axis = try Axis.normalized(axis, rank: shape.count)
    let depth = shape[axis]
    let inner = ShapeMath.elementCount(shape[(axis + 1)...]) ?? 1
    var ones: [Int] = []
    for (position, value) in indices.doubles().enumerated() {
      guard let index = Self.integer(value), index >= -depth, index < depth else { continue }
      let (row, column) = position.quotientAndRemainder(dividingBy: inner)
      ones.append((row * depth + (index < 0 ? index + depth : index)) * inner + column)
    }
    let (off, on) = (values.slice(0, axis: 0), values.slice(1, axis: 0))
    return [.tensor(Tensor(repeating: off, shape: shape).replacing(ones, with: on))]
  }
}

// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// The shape of a tensor, or a range of it.
///
/// - Inputs: `x`, any shape and type.
/// - Outputs: `int64` vector of the extents of axes `start ..< end`.
/// - Source: ONNX `Shape`, opset 21.
public struct Shape: Operation {
  public static let opType = "Shape"

  /// The first axis, counted from the end when negative, clamped to the rank. Default 0.
  public var start: Int
  /// The axis behind the last one, likewise; nil: all. Default nil.
  public var end: Int?

  /// The operator.
  public init(start: Int = 0, end: Int? = nil) { (self.start, self.end) = (start, end) }

  /// The axes whose extents are given, for an input of `rank` axes.
  func axes(rank: Int) -> Range<Int> {
    func clamped(_ axis: Int) -> Int { min(max(axis < 0 ? axis + rank : axis, 0), rank) }
    let first = clamped(start)
    return first..<max(first, clamped(end ?? rank))
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    return [.tensor(.int64, dimensions: [x.rank.map { .fixed(axes(rank: $0).count) } ?? .unknown])]
  }

  public func outputsFromTypes(_ inputs: OperandTypes) -> [Tensor]? {
    guard let dimensions = inputs[0]?.tensorType?.dimensions else { return nil }
    let extents = dimensions[axes(rank: dimensions.count)].compactMap(\.value)
    guard extents.count == axes(rank: dimensions.count).count else { return nil }
    return [Tensor(extents.map(Int64.init))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let shape = try inputs.tensor(0).shape
    return [.tensor(Tensor(shape[axes(rank: shape.count)].map(Int64.init)))]
  }
}

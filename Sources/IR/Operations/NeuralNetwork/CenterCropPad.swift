// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Crops or pads axes to given extents, about their middle; padding is zero.
///
/// - Inputs: `x` of any type; the extents, `int32` or `int64`, one for each of `axes`.
/// - Outputs: `y`, same element type. An odd difference is larger at the end.
/// - Source: ONNX `CenterCropPad`, opset 18.
public struct CenterCropPad: Operation {
  public static let opType = "CenterCropPad"

  /// The axes, counted from the end if negative, each once; nil: all.
  public var axes: [Int]?

  /// The operator.
  public init(axes: [Int]? = nil) { self.axes = axes }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0)
    try inputs.tensor(1, in: ElementTypes.indices).expectRank(1...1, "the shape")
    guard var dimensions = x.dimensions else { return [.tensor(x)] }
    let targets = try targetAxes(rank: dimensions.count)
    try inputs.tensor(1).expectVector(.fixed(targets.count), "the shape")
    let extents = try inputs.integers(1)
    for (index, axis) in targets.enumerated() {
      dimensions[axis] = .unknown
      guard let extents else { continue }
      guard extents[index] >= 0 else {
        throw GraphError(.shapeMismatch, "the shape is \(extents), expected 0 or more")
      }
      dimensions[axis] = .fixed(extents[index])
    }
    return [.tensor(x.dtype, dimensions: dimensions)]
  }

  private func targetAxes(rank: Int) throws(GraphError) -> [Int] {
    try Axis.normalized(axes ?? Array(0..<rank), rank: rank)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let extents = try inputs.integers(1) ?? []
    var shape = x.shape
    for (axis, extent) in zip(try targetAxes(rank: x.rank), extents) { shape[axis] = extent }
    var places = [0]
    for (old, new) in zip(x.shape, shape) {
      // Half the difference, rounded down on both sides of zero.
      let shift = new < old ? (old - new) / 2 : -((new - old) / 2)
      places = places.flatMap { place in
        (0..<new).map { index in
          let source = index + shift
          return place < 0 || source < 0 || source >= old ? -1 : place * old + source
        }
      }
    }
    return [.tensor(x.picking(places, shape: shape))]
  }
}

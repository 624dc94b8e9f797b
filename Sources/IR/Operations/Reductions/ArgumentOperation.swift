// SPDX-License-Identifier: Apache-2.0
import Tensors

/// An operator that finds the best element along an axis and gives its position.
///
/// - Inputs: `x`, rank 1 or more, floating point or integer of 8 to 64 bits.
/// - Outputs: `y`, `int64`, the shape of `x` with the axis of extent 1 or left out.
public protocol ArgumentOperation: Operation {
  /// The axis, in `-rank ..< rank`.
  var axis: Int { get set }
  /// Whether the axis stays, with extent 1.
  var keepsAxes: Bool { get set }
  /// Whether the last of equal elements counts instead of the first.
  var selectsLast: Bool { get set }
  /// The operator with the given attributes.
  init(axis: Int, keepsAxes: Bool, selectsLast: Bool)
  /// Whether `a` is to be chosen rather than `b`.
  func isBetter<Element: Comparable>(_ a: Element, than b: Element) -> Bool
}

extension ArgumentOperation {
  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.arithmetic)
    guard var dimensions = x.dimensions else { return [.tensor(.int64, dimensions: nil)] }
    let axis = try Axis.normalized(axis, rank: dimensions.count)
    guard dimensions[axis].value != 0 else {
      throw GraphError(.shapeMismatch, "axis \(axis) of \(x) is empty, so no element is the best")
    }
    if keepsAxes { dimensions[axis] = .fixed(1) } else { dimensions.remove(at: axis) }
    return [.tensor(.int64, dimensions: dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let shape = try actualType(inputs).shape
    let lanes = AxisLanes(x.shape, axis: try Axis.normalized(axis, rank: x.rank))
    let positions: [Int64]
    if x.dtype.isInteger {
      let values = x.orderedIntegers()
      positions = lanes.starts.map { position(in: lanes, from: $0, values, isNaN: { _ in false }) }
    } else {
      let values = x.doubles()
      positions = lanes.starts.map { position(in: lanes, from: $0, values, isNaN: \.isNaN) }
    }
    return [.tensor(Tensor(positions, shape: shape))]
  }

  private func position<Element: Comparable>(
    in lanes: AxisLanes, from start: Int, _ values: [Element], isNaN: (Element) -> Bool
  ) -> Int64 {
    var best = 0
    for index in 0..<lanes.extent {
      let candidate = values[start + index * lanes.step]
      let champion = values[start + best * lanes.step]
      if isNaN(candidate) { return Int64(index) }
      if isBetter(candidate, than: champion) || (selectsLast && candidate == champion) {
        best = index
      }
    }
    return Int64(best)
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let elements = inputs[0]?.tensorType?.shape.flatMap(ShapeMath.elementCount) ?? 0
    return Cost(elementOperations: elements)
  }
}

/// The elements of a tensor as lanes along one axis.
struct AxisLanes {
  /// Elements of a lane.
  let extent: Int
  /// Distance of neighbours in a lane.
  let step: Int
  /// First element of each lane, row-major over the other axes; none in an empty tensor.
  let starts: [Int]

  /// The lanes of a tensor of the given shape; `axis` is counted from the front.
  init(_ shape: [Int], axis: Int) {
    let strides = ShapeMath.strides(shape)
    (extent, step) = (shape[axis], strides[axis])
    let others = shape.indices.filter { $0 != axis }
    // No lane is listed when there are no elements: their number would come from nothing.
    starts =
      shape.contains(0)
      ? []
      : ShapeMath.stridedIndices(
        shape: others.map { shape[$0] }, steps: others.map { strides[$0] })
  }
}

extension Tensor {
  /// The elements of an integer tensor as numbers in the same order; for `uint64` not the same
  /// numbers.
  func orderedIntegers() -> [Int64] {
    dtype == .uint64 ? int64s().map { $0 ^ Int64.min } : int64s()
  }
}

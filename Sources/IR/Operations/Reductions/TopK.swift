// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The `k` largest or smallest elements along an axis, best first, and their positions.
///
/// Of equal elements the one with the lower position comes first. NaN counts as larger than ∞.
///
/// - Inputs: `x`, rank 1 or more, standard floating point or integer of 8 to 64 bits; `k`, one
///   `int64` from 0 to the extent of the axis.
/// - Outputs: the elements, the element type of `x`, and their positions, `int64`; both with the shape
///   of `x`, but `k` along ``axis``.
/// - Source: ONNX `TopK`, opset 24.
public struct TopK: Operation {
  public static let opType = "TopK"
  /// The axis, in `-rank ..< rank`. Default -1.
  public var axis: Int
  /// Whether the largest elements are wanted, not the smallest. Default true.
  public var wantsLargest: Bool
  /// Whether the order of the result matters. Default true. (Ours is sorted in any case.)
  public var isSorted: Bool

  /// The operator with the given attributes.
  public init(axis: Int = -1, wantsLargest: Bool = true, isSorted: Bool = true) {
    (self.axis, self.wantsLargest, self.isSorted) = (axis, wantsLargest, isSorted)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0, in: ElementTypes.arithmetic)
    let k = try inputs.scalar(1, in: [.int64]).map { Int($0.integer(at: 0)) }
    guard var dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: nil), .tensor(.int64, dimensions: nil)]
    }
    let axis = try Axis.normalized(axis, rank: dimensions.count)
    if let k {
      guard k >= 0, k <= dimensions[axis].value ?? Int.max else {
        throw GraphError(
          .indexOutOfRange, "k is \(k), expected 0 to \(dimensions[axis]), axis \(axis) of \(x)")
      }
    }
    dimensions[axis] = k.map(Dimension.fixed) ?? .unknown
    return [.tensor(x.dtype, dimensions: dimensions), .tensor(.int64, dimensions: dimensions)]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    guard let shape = inputs[0]?.tensorType?.shape, let count = ShapeMath.elementCount(shape)
    else { return Cost() }
    return .sorting(
      count, lanesOf: (try? Axis.normalized(axis, rank: shape.count)).map { shape[$0] } ?? count)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let axis = try Axis.normalized(axis, rank: x.rank)
    let shape = try actualType(inputs).shape
    let lanes = AxisLanes(x.shape, axis: axis)
    let positions: [[Int]]
    if x.dtype.isInteger {
      let values = x.orderedIntegers()
      positions = lanes.starts.map { ranking(lanes, $0, values, <) }
    } else {
      let values = x.doubles()
      positions = lanes.starts.map {
        ranking(lanes, $0, values) { $1.isNaN ? !$0.isNaN : $0 < $1 }
      }
    }
    let target = AxisLanes(shape, axis: axis)
    var picked = [Int](repeating: 0, count: ShapeMath.elementCount(shape) ?? 0)
    var indices = [Int64](repeating: 0, count: picked.count)
    for (lane, start) in target.starts.enumerated() {
      for (rank, position) in positions[lane].prefix(target.extent).enumerated() {
        picked[start + rank * target.step] = lanes.starts[lane] + position * lanes.step
        indices[start + rank * target.step] = Int64(position)
      }
    }
    return [.tensor(x.picking(picked, shape: shape)), .tensor(Tensor(indices, shape: shape))]
  }

  /// All positions of a lane, best first.
  private func ranking<Element>(
    _ lanes: AxisLanes, _ start: Int, _ values: [Element], _ isLess: (Element, Element) -> Bool
  ) -> [Int] {
    (0..<lanes.extent).sorted { a, b in
      let (x, y) = (values[start + a * lanes.step], values[start + b * lanes.step])
      if isLess(x, y) { return !wantsLargest }
      if isLess(y, x) { return wantsLargest }
      return a < b
    }
  }
}

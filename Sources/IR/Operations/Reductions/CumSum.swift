// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Running sums along an axis.
///
/// - Inputs: `x`, rank 1 or more, standard floating point or integer of 32 or 64 bits; `axis`, one
///   `int32` or `int64` in `-rank ..< rank`.
/// - Outputs: `y`, the type of `x`. Floating-point sums are kept in double precision and rounded once;
///   integers wrap around.
/// - Source: ONNX `CumSum`, opset 14.
public struct CumSum: Operation {
  public static let opType = "CumSum"
  /// Whether each sum leaves its own element out. Default false.
  public var isExclusive: Bool
  /// Whether sums run from the last element to the first. Default false.
  public var isReversed: Bool

  /// The operator with the given attributes.
  public init(isExclusive: Bool = false, isReversed: Bool = false) {
    (self.isExclusive, self.isReversed) = (isExclusive, isReversed)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(
      0, in: ElementTypes.floats.union([.int64, .int32, .uint64, .uint32]))
    let axis = try inputs.scalar(1, in: ElementTypes.indices)
    if let rank = x.rank, let axis {
      _ = try Axis.normalized(Int(axis.integer(at: 0)), rank: rank)
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, axisTensor) = (try inputs.tensor(0), try inputs.tensor(1))
    let axis = try Axis.normalized(Int(axisTensor.integer(at: 0)), rank: x.rank)
    let lanes = AxisLanes(x.shape, axis: axis)
    if x.dtype.isInteger {
      let sums = sums(x.int64s(), lanes, zero: 0, &+)
      return [.tensor(Tensor(int64s: sums, dtype: x.dtype, shape: x.shape))]
    }
    let sums = sums(x.doubles(), lanes, zero: 0, +)
    return [.tensor(Tensor(doubles: sums, dtype: x.dtype, shape: x.shape))]
  }

  private func sums<Element>(
    _ values: [Element], _ lanes: AxisLanes, zero: Element, _ add: (Element, Element) -> Element
  ) -> [Element] {
    var result = values
    for start in lanes.starts {
      var sum = zero
      for position in 0..<lanes.extent {
        let place = isReversed ? lanes.extent - 1 - position : position
        let index = start + place * lanes.step
        let next = add(sum, values[index])
        result[index] = isExclusive ? sum : next
        sum = next
      }
    }
    return result
  }
}

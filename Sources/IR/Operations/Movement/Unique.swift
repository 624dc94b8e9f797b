// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The distinct elements, or the distinct slices of an axis.
///
/// - Inputs: `x`, any shape and type.
/// - Outputs: `y`, the distinct elements (a vector) or slices, `[…, U, …]`; `int64` vectors: the
///   first occurrence of each `[U]`; which one each element of `x` is; how often each occurs `[U]`.
///   NaNs count as equal.
/// - Source: ONNX `Unique`, opset 11.
public struct Unique: Operation {
  public static let opType = "Unique"

  /// The axis, in -rank ..< rank; nil: `x` as a flat vector.
  public var axis: Int?
  /// Whether `y` is in ascending order, else in the order of first occurrence. Default true.
  public var isSorted: Bool

  /// The operator.
  public init(axis: Int? = nil, isSorted: Bool = true) {
    (self.axis, self.isSorted) = (axis, isSorted)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0)
    let vector = ValueType.tensor(.int64, dimensions: [.unknown])
    guard let axis else {
      return [.tensor(x.dtype, dimensions: [.unknown]), vector, vector, vector]
    }
    guard var dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: nil), vector, vector, vector]
    }
    dimensions[try Axis.normalized(axis, rank: dimensions.count)] = .unknown
    return [.tensor(x.dtype, dimensions: dimensions), vector, vector, vector]
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    guard let shape = inputs[0]?.tensorType?.shape, let count = ShapeMath.elementCount(shape)
    else { return Cost() }
    return .sorting(count, lanesOf: count)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let input = try inputs.tensor(0)
    let x = axis == nil ? input.reshaped(to: [input.count]) : input
    let axis = try Axis.normalized(axis ?? 0, rank: x.rank)
    let extent = x.shape[axis]
    guard x.count > 0 || extent == 0 else {
      throw GraphError(.unsupported, "slices without elements, of a tensor \(x.shape)")
    }
    try context.limits.check(.int64, [extent])
    let slices = slices(of: x, axis: axis)
    var order = Array(0..<extent)
    order.sort { slices[$0].lexicographicallyPrecedes(slices[$1]) }
    // Equal slices are neighbours now; sorting keeps them in order of occurrence.
    var groups: [[Int]] = []
    for index in order {
      if let last = groups.last, slices[last[0]] == slices[index] {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    if !isSorted { groups.sort { $0[0] < $1[0] } }
    var inverse = [Int64](repeating: 0, count: extent)
    for (number, group) in groups.enumerated() {
      for index in group { inverse[index] = Int64(number) }
    }
    var tables = x.shape.map { Array(0..<$0) }
    tables[axis] = groups.map { $0[0] }
    return [
      .tensor(x.gathered(tables)), .tensor(Tensor(tables[axis].map(Int64.init))),
      .tensor(Tensor(inverse)), .tensor(Tensor(groups.map { Int64($0.count) })),
    ]
  }

  /// The slices of `x`, each as the ranks of its elements among all elements.
  private func slices(of x: Tensor, axis: Int) -> [[Int]] {
    guard x.count > 0 else { return [] }
    let ranks = Self.ranks(x)
    let inner = ShapeMath.elementCount(x.shape[(axis + 1)...]) ?? 1
    let extent = x.shape[axis]
    let outer = x.count / (inner * extent)
    return (0..<extent).map { index in
      (0..<outer).flatMap { row in
        let start = (row * extent + index) * inner
        return ranks[start..<start + inner]
      }
    }
  }

  /// For each element the number of distinct smaller ones; NaN is the greatest.
  private static func ranks(_ x: Tensor) -> [Int] {
    if x.dtype == .string {
      // By bytes: Swift's own order takes canonically equivalent texts for equal.
      let texts = x.strings.map { Array($0.utf8) }
      return ranks(texts.count, { texts[$0].lexicographicallyPrecedes(texts[$1]) })
    }
    if x.dtype.isFloatingPoint {
      let values = x.doubles()
      return ranks(values.count) { a, b in
        values[a] < values[b] || (values[b].isNaN && !values[a].isNaN)
      }
    }
    let flip = x.dtype == .uint64 ? Int64.min : 0
    let values = x.int64s().map { $0 ^ flip }
    return ranks(values.count) { values[$0] < values[$1] }
  }

  private static func ranks(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [Int] {
    let order = (0..<count).sorted(by: precedes)
    var ranks = [Int](repeating: 0, count: count)
    for (previous, current) in zip(order, order.dropFirst()) {
      ranks[current] = ranks[previous] + (precedes(previous, current) ? 1 : 0)
    }
    return ranks
  }
}

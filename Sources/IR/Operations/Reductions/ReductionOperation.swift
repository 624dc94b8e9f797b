// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// An operator that replaces each set of elements along some axes by one number.
///
/// - Inputs: `x`, any shape; `axes`, optional, `int64` vector, each in `-rank ..< rank`.
/// - Outputs: `y`, the element type of `x`; reduced axes have extent 1 or are left out. Without axes,
///   all are reduced (or none, see ``isElementwiseWithoutAxes``). Floating-point numbers are computed
///   in double precision and rounded once; integers wrap around.
public protocol ReductionOperation: Operation {
  /// Element types of the input. Default: standard floating-point types and integers of 32 and 64
  /// bits.
  static var elementTypes: Set<ElementType> { get }
  /// Whether reduced axes stay, with extent 1.
  var keepsAxes: Bool { get set }
  /// Whether absent or empty `axes` mean none instead of all: every element is then a set of its own.
  var isElementwiseWithoutAxes: Bool { get set }
  /// The operator with the given attributes.
  init(keepsAxes: Bool, isElementwiseWithoutAxes: Bool)
  /// The number that stands for a set, which may be empty.
  func reduce(_ values: [Double]) -> Double
  /// The integer that stands for a set: `Int64`, or `UInt64` for `uint64`.
  ///
  /// The default rounds the result for floating-point numbers towards zero.
  ///
  /// - Throws: where an empty set has no result.
  func reduce<Integer: FixedWidthInteger>(_ values: [Integer]) throws(GraphError) -> Integer
}

extension ReductionOperation {
  public static var elementTypes: Set<ElementType> {
    ElementTypes.floats.union([.int64, .int32, .uint64, .uint32])
  }

  public func reduce<Integer: FixedWidthInteger>(
    _ values: [Integer]
  ) throws(GraphError) -> Integer {
    let result = reduce(values.map { Double($0) }).rounded(.towardZero)
    guard !result.isNaN else {
      throw GraphError(.shapeMismatch, "reduces an empty set of integers")
    }
    return Integer(exactly: result) ?? (result < 0 ? .min : .max)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...2)
    let x = try inputs.tensor(0, in: Self.elementTypes)
    let constant = try inputs.vector(1, in: [.int64])
    if inputs.has(1), constant == nil {
      return [.tensor(x.dtype, dimensions: try unknownDimensions(x, inputs))]
    }
    guard let dimensions = x.dimensions else {
      return [.tensor(x.dtype, dimensions: nil)]
    }
    let reduced = Set(try reducedAxes(constant, rank: dimensions.count))
    var result: [Dimension] = []
    for (axis, dimension) in dimensions.enumerated() {
      if !reduced.contains(axis) {
        result.append(dimension)
      } else if keepsAxes {
        result.append(.fixed(1))
      }
    }
    return [.tensor(x.dtype, dimensions: result)]
  }

  private func unknownDimensions(
    _ x: TensorType, _ inputs: OperandTypes
  ) throws(GraphError) -> [Dimension]? {
    guard let rank = x.rank else { return nil }
    if keepsAxes { return Dimension.unknowns(rank) }
    guard let count = try inputs.vectorLength(1), count > 0 else { return nil }
    guard count <= rank else {
      throw GraphError(.indexOutOfRange, "reduces \(count) axes of a tensor of rank \(rank)")
    }
    return Dimension.unknowns(rank - count)
  }

  /// The axes to reduce, counted from the front.
  private func reducedAxes(_ axes: [Int]?, rank: Int) throws(GraphError) -> [Int] {
    guard let axes, !axes.isEmpty else { return isElementwiseWithoutAxes ? [] : Array(0..<rank) }
    return try Axis.normalized(axes, rank: rank)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let reduced = try reducedAxes(try inputs.integers(1), rank: x.rank)
    let shape = try actualType(inputs).shape
    if shape.contains(0) { return [.tensor(Tensor(zeros: x.dtype, shape: shape))] }
    if x.count == 0 {
      // Lists of sets would be as long as the result, whose size the input does not justify.
      let one = try reduceSets(of: Tensor(zeros: x.dtype, shape: [0]), along: [0], to: [])
      return [.tensor(Tensor(repeating: one, shape: shape))]
    }
    return [.tensor(try reduceSets(of: x, along: reduced, to: shape))]
  }

  private func reduceSets(
    of x: Tensor, along reduced: [Int], to shape: [Int]
  ) throws(GraphError) -> Tensor {
    let sets = ReductionSets(x.shape, reduced: Set(reduced))
    if x.dtype.isFloatingPoint {
      let values = x.doubles()
      let results = sets.map { reduce($0.map { values[$0] }) }
      return Tensor(doubles: results, dtype: x.dtype, shape: shape)
    }
    if x.dtype == .uint64 {
      let values = x.array(of: UInt64.self)
      let results = try sets.map { set throws(GraphError) in try reduce(set.map { values[$0] }) }
      return Tensor(results, shape: shape)
    }
    let values = x.int64s()
    // Where a set is empty, the extremes of Int64 stand for those of the type.
    let range = x.dtype == .bool ? 0...1 : x.dtype.integerRange ?? Int64.min...Int64.max
    let results = try sets.map { set throws(GraphError) in
      let result = try reduce(set.map { values[$0] })
      return set.isEmpty ? min(max(result, range.lowerBound), range.upperBound) : result
    }
    return Tensor(int64s: results, dtype: x.dtype, shape: shape)
  }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let elements = inputs[0]?.tensorType?.shape.flatMap(ShapeMath.elementCount) ?? 0
    return Cost(elementOperations: elements)
  }
}

/// The sets of elements that a reduction brings together, row-major over the axes that stay.
struct ReductionSets {
  private let starts: [Int]
  private let offsets: [Int]

  /// The sets of a tensor of the given shape.
  init(_ shape: [Int], reduced: Set<Int>) {
    let strides = ShapeMath.strides(shape)
    let kept = shape.indices.filter { !reduced.contains($0) }
    let gone = shape.indices.filter { reduced.contains($0) }
    starts = ShapeMath.stridedIndices(
      shape: kept.map { shape[$0] }, steps: kept.map { strides[$0] })
    offsets = ShapeMath.stridedIndices(
      shape: gone.map { shape[$0] }, steps: gone.map { strides[$0] })
  }

  /// `body` of the element indices of each set.
  func map<Result, Failure: Error>(
    _ body: ([Int]) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(starts.count)
    var indices = offsets
    for start in starts {
      for position in offsets.indices { indices[position] = start + offsets[position] }
      results.append(try body(indices))
    }
    return results
  }
}

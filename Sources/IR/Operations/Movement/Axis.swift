// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Checks of axes, indices and extents that come from a file.
enum Axis {
  /// `axis` counted from the front.
  ///
  /// - Throws: `indexOutOfRange` when it is not in `-rank ..< rank`.
  static func normalized(_ axis: Int, rank: Int) throws(GraphError) -> Int {
    guard axis >= -rank, axis < rank else {
      throw GraphError(.indexOutOfRange, "axis \(axis) is outside a tensor of rank \(rank)")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// `axes` counted from the front.
  ///
  /// - Throws: `indexOutOfRange` for an axis outside `-rank ..< rank`, `invalidAttribute` when one
  ///   occurs twice.
  static func normalized(_ axes: [Int], rank: Int) throws(GraphError) -> [Int] {
    var result: [Int] = []
    for axis in axes {
      let axis = try normalized(axis, rank: rank)
      guard !result.contains(axis) else {
        throw GraphError(.invalidAttribute, "axis \(axis) is given twice in \(axes)")
      }
      result.append(axis)
    }
    return result
  }

  /// `index` counted from the front.
  ///
  /// - Throws: `indexOutOfRange` when it is not in `-extent ..< extent`.
  static func index(_ index: Int, extent: Int) throws(GraphError) -> Int {
    guard index >= -extent, index < extent else {
      throw GraphError(.indexOutOfRange, "index \(index) is outside an axis of \(extent)")
    }
    return index < 0 ? index + extent : index
  }
}

extension Dimension {
  /// The sum of two extents; unknown when either is.
  ///
  /// - Throws: `limitExceeded` on overflow.
  static func sum(_ left: Dimension, _ right: Dimension) throws(GraphError) -> Dimension {
    guard let a = left.value, let b = right.value else {
      return left.value == 0 ? right : right.value == 0 ? left : .unknown
    }
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow else { throw GraphError(.limitExceeded, "extent \(a) + \(b) overflows") }
    return .fixed(sum)
  }

  /// The product of extents. A single dynamic extent keeps its name when the others are 1.
  ///
  /// - Throws: `limitExceeded` on overflow.
  static func product(_ dimensions: some Collection<Dimension>) throws(GraphError) -> Dimension {
    let fixed = dimensions.compactMap(\.value)
    let dynamic = dimensions.filter { $0.value == nil }
    guard let product = ShapeMath.elementCount(fixed) else {
      throw GraphError(.limitExceeded, "the product of extents \(fixed) overflows")
    }
    guard let name = dynamic.first else { return .fixed(product) }
    return dynamic.count == 1 && product == 1 ? name : product == 0 ? .fixed(0) : .unknown
  }

  /// `count` unknown extents, or nil (rank unknown) when a file asks for absurdly many.
  static func unknowns(_ count: Int?) -> [Dimension]? {
    guard let count, (0...64).contains(count) else { return nil }
    return [Dimension](repeating: .unknown, count: count)
  }

  /// The extent that two tensors share on an axis where they must agree: all that either knows.
  ///
  /// - Throws: `shapeMismatch` when both are fixed and differ.
  static func equal(
    _ left: Dimension, _ right: Dimension, axis: Int
  ) throws(GraphError) -> Dimension {
    guard left.isCompatible(with: right) else {
      throw GraphError(.shapeMismatch, "extents of axis \(axis) differ: \(left) and \(right)")
    }
    return left.value != nil ? left : right.value != nil ? right : left == .unknown ? right : left
  }
}

extension OperandTypes {
  /// The extent of vector input `index`, nil when unknown.
  ///
  /// - Throws: `shapeMismatch` when the input is not a vector.
  func vectorLength(_ index: Int) throws(GraphError) -> Int? {
    guard let dimensions = try tensor(index).dimensions else { return nil }
    guard dimensions.count == 1 else {
      throw GraphError(
        .shapeMismatch, "input \(index) must be a vector, got rank \(dimensions.count)")
    }
    return dimensions[0].value
  }

  /// Checks that input `index` is an integer vector; its elements if it is a constant.
  ///
  /// - Throws: `typeMismatch`, `shapeMismatch`.
  func vector(
    _ index: Int, in allowed: Set<ElementType> = ElementTypes.indices
  ) throws(GraphError) -> [Int]? {
    guard has(index) else { return nil }
    _ = try tensor(index, in: allowed)
    _ = try vectorLength(index)
    return try integers(index)
  }

  /// Checks that input `index` has one element; that element if it is a constant.
  ///
  /// - Throws: `typeMismatch`, `shapeMismatch`.
  func scalar(_ index: Int, in allowed: Set<ElementType>) throws(GraphError) -> Tensor? {
    guard let type = try optionalTensor(index, in: allowed) else { return nil }
    if let shape = type.shape, ShapeMath.elementCount(shape) != 1 {
      throw GraphError(.shapeMismatch, "input \(index) must have one element, got shape \(shape)")
    }
    guard let constant = constant(index), constant.count == 1 else { return nil }
    return constant
  }
}

extension Operation {
  /// The type of output `index` for actual inputs.
  ///
  /// - Throws: what inference throws; `invalidGraph` when the shape is not fixed.
  func actualType(
    _ inputs: Operands, output index: Int = 0
  ) throws(GraphError) -> (dtype: ElementType, shape: [Int]) {
    let types = try outputTypes(inputs.types)
    guard index < types.count, let type = types[index].tensorType, let shape = type.shape else {
      throw GraphError(
        .invalidGraph, "the shape of output \(index) does not follow from the inputs")
    }
    return (type.dtype, shape)
  }
}

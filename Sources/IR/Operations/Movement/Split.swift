// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Cuts a tensor along one axis.
///
/// - Inputs: `x`, any shape and type; `sizes` (optional), `int64` vector: the extent of each part.
///   Without it the parts are equal, the last one smaller when they cannot be.
/// - Outputs: ``partCount`` parts.
/// - Source: ONNX `Split`, opset 18.
public struct Split: Operation {
  public static let opType = "Split"

  /// The axis, in -rank ..< rank. Default 0.
  public var axis: Int
  /// Number of parts, at least 1.
  public var partCount: Int

  /// The operator.
  public init(axis: Int = 0, partCount: Int) { (self.axis, self.partCount) = (axis, partCount) }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...2)
    let x = try inputs.tensor(0)
    guard partCount >= 1 else {
      throw GraphError(.invalidAttribute, "cuts into \(partCount) parts, at least 1 is expected")
    }
    let sizes = try inputs.vector(1, in: [.int64])
    if let length = inputs.has(1) ? try inputs.vectorLength(1) : nil, length != partCount {
      throw GraphError(.shapeMismatch, "has \(length) sizes for \(partCount) parts")
    }
    guard let dimensions = x.dimensions else {
      return (0..<partCount).map { _ in .tensor(x.dtype, dimensions: nil) }
    }
    let axis = try Axis.normalized(axis, rank: dimensions.count)
    let extents = try extents(of: dimensions[axis], sizes: sizes, areGiven: inputs.has(1))
    return extents.map { extent in
      var part = dimensions
      part[axis] = extent
      return .tensor(x.dtype, dimensions: part)
    }
  }

  private func extents(
    of dimension: Dimension, sizes: [Int]?, areGiven: Bool
  ) throws(GraphError) -> [Dimension] {
    if let sizes {
      guard let total = Self.sum(sizes), dimension.isCompatible(with: .fixed(total)) else {
        throw GraphError(
          .shapeMismatch, "sizes \(sizes) do not add up to the extent \(dimension)")
      }
      return sizes.map(Dimension.fixed)
    }
    guard let extent = dimension.value, !areGiven else {
      let part = partCount == 1 ? dimension : .unknown
      return [Dimension](repeating: part, count: partCount)
    }
    let (chunk, rest) = extent.quotientAndRemainder(dividingBy: partCount)
    let size = rest == 0 ? chunk : chunk + 1
    let (most, overflow) = size.multipliedReportingOverflow(by: partCount - 1)
    guard !overflow, most <= extent else {
      // An error only when it runs: the node may stand in a branch that is for other shapes
      // (AffineGrid's function cuts sizes of 2-D and of 3-D grids in the two branches of an If).
      return [Dimension](repeating: .unknown, count: partCount)
    }
    return [Dimension](repeating: .fixed(size), count: partCount - 1) + [.fixed(extent - most)]
  }

  /// The sum of non-negative sizes, nil when one is negative or the sum overflows.
  static func sum(_ sizes: [Int]) -> Int? {
    var total = 0
    for size in sizes {
      let (sum, overflow) = total.addingReportingOverflow(size)
      guard size >= 0, !overflow else { return nil }
      total = sum
    }
    return total
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let axis = try Axis.normalized(axis, rank: x.rank)
    let sizes = try outputTypes(inputs.types).compactMap { $0.tensorType?.shape?[axis] }
    guard sizes.count == partCount else {
      throw GraphError(
        .shapeMismatch, "cannot cut the extent \(x.shape[axis]) into \(partCount) parts")
    }
    return Self.parts(of: x, axis: axis, sizes: sizes)
      .map(RuntimeValue.tensor)
  }

  /// The parts of `x` along `axis`, whose sizes add up to its extent.
  static func parts(of x: Tensor, axis: Int, sizes: [Int]) -> [Tensor] {
    var parts: [Tensor] = []
    var offset = 0
    let outer = x.count == 0 ? 0 : ShapeMath.elementCount(x.shape[..<axis]) ?? 0
    let inner = x.count == 0 ? 0 : ShapeMath.elementCount(x.shape[(axis + 1)...]) ?? 0
    for size in sizes {
      var shape = x.shape
      shape[axis] = size
      let runs = (0..<outer).map { position in
        ElementRun(
          source: 0, start: (position * x.shape[axis] + offset) * inner, count: size * inner)
      }
      parts.append(Tensor.joining(runs, of: [x], dtype: x.dtype, shape: shape))
      offset += size
    }
    return parts
  }
}

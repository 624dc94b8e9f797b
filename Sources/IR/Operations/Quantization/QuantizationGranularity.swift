// SPDX-License-Identifier: Apache-2.0
import Tensors

/// How scales and zero points spread over a tensor: one for all, one for each index of an axis, or
/// one for each block of an axis.
struct QuantizationGranularity: Hashable, Sendable {
  /// The axis of per-axis and blocked quantization; negative counts from the end.
  let axis: Int
  /// Elements of the axis that share a scale; 0 when quantization is not blocked.
  let blockSize: Int

  /// Checks the shape of the scales, and of the zero points, against the tensor's.
  ///
  /// - Throws: `shapeMismatch`, `indexOutOfRange` for the axis, `invalidAttribute` for a negative
  ///   block size.
  func check(
    _ x: TensorType, scale: TensorType, zeroPoint: TensorType?
  ) throws(GraphError) {
    guard blockSize >= 0 else {
      throw GraphError(.invalidAttribute, "expects a block size of at least 0, got \(blockSize)")
    }
    try checkScale(x, scale)
    guard let zeroPoint, let points = zeroPoint.dimensions, let scales = scale.dimensions else {
      return
    }
    if Self.isSingle(points), Self.isSingle(scales) { return }
    guard points.count == scales.count,
      zip(points, scales).allSatisfy({ $0.isCompatible(with: $1) })
    else {
      throw GraphError(
        .shapeMismatch,
        "expects scale and zero point of one shape, got \(scale) and \(zeroPoint)")
    }
  }

  /// Whether a tensor has one element: the form `[1]` is accepted for a scalar.
  static func isSingle(_ dimensions: [Dimension]) -> Bool {
    dimensions.count <= 1 && dimensions.allSatisfy { $0 == .fixed(1) }
  }

  private func checkScale(_ x: TensorType, _ scale: TensorType) throws(GraphError) {
    guard let scales = scale.dimensions else { return }
    if scales.isEmpty || (blockSize == 0 && Self.isSingle(scales)) { return }
    guard let dimensions = x.dimensions else { return }
    // A vector of unknown length may yet turn out to have one element.
    if blockSize == 0, scales.count == 1, scales[0].value == nil { return }
    let axis = try position(rank: dimensions.count)
    if blockSize > 0 {
      try checkBlocks(dimensions, scales, axis)
      return
    }
    guard scales.count == 1 else {
      throw GraphError(
        .shapeMismatch,
        "expects a scalar or a vector as scale (no block size is given), got \(scale)")
    }
    guard scales[0].isCompatible(with: dimensions[axis]) else {
      throw GraphError(
        .shapeMismatch, "expects \(dimensions[axis]) scales for axis \(axis) of \(x), got \(scale)")
    }
  }

  private func checkBlocks(
    _ dimensions: [Dimension], _ scales: [Dimension], _ axis: Int
  ) throws(GraphError) {
    let wanted = dimensions.enumerated().map { index, dimension -> Dimension in
      guard index == axis else { return dimension }
      return dimension.value.map { .fixed(Self.blockCount($0, blockSize)) } ?? .unknown
    }
    guard wanted.count == scales.count,
      zip(wanted, scales).allSatisfy({ $0.isCompatible(with: $1) })
    else {
      throw GraphError(
        .shapeMismatch,
        "expects scales of shape \(wanted) (blocks of \(blockSize) along axis \(axis)), got \(scales)"
      )
    }
  }

  private static func blockCount(_ extent: Int, _ blockSize: Int) -> Int {
    extent / blockSize + (extent % blockSize == 0 ? 0 : 1)
  }

  private func position(rank: Int) throws(GraphError) -> Int {
    guard axis >= -rank, axis < rank else {
      throw GraphError(
        .indexOutOfRange,
        "axis \(axis) is outside a tensor of \(rank) axes, as one scale for each index needs it")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// For each element of a tensor, row-major, the scale that belongs to it; nil: all use the first.
  ///
  /// - Precondition: ``check(_:scale:zeroPoint:)`` accepted the shapes.
  func scaleIndices(_ shape: [Int], scale: [Int]) throws(GraphError) -> [Int]? {
    if scale.isEmpty || scale == [1] && blockSize == 0 { return nil }
    let axis = try position(rank: shape.count)
    var indices = [0]
    let strides = ShapeMath.strides(scale)
    for (position, extent) in shape.enumerated() {
      let stride = blockSize > 0 ? strides[position] : 1
      let outer = indices
      indices = []
      indices.reserveCapacity(outer.count * extent)
      for base in outer {
        for index in 0..<extent {
          if position == axis {
            indices.append(base + (blockSize > 0 ? index / blockSize : index) * stride)
          } else {
            indices.append(base + (blockSize > 0 ? index * stride : 0))
          }
        }
      }
    }
    return indices
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Types and arithmetic of the product of two integer tensors, as `MatMul` forms it, with zero
/// points taken off first.
///
/// Factors are matrices in the last two axes; leading axes broadcast; a vector is one row on the
/// left and one column on the right, and its axis is dropped.
enum IntegerMatrixProduct {
  /// The types that factors may have.
  static let factorTypes: Set<ElementType> = [.int8, .uint8]

  /// The dimensions of the product, nil when a rank is not known.
  ///
  /// - Throws: `shapeMismatch`.
  static func dimensions(
    _ a: TensorType, _ b: TensorType
  ) throws(GraphError) -> [Dimension]? {
    guard let left = a.dimensions, let right = b.dimensions else { return nil }
    guard let inner = left.last, !right.isEmpty else {
      throw GraphError(.shapeMismatch, "expects factors of at least 1 axis, got \(a) and \(b)")
    }
    guard inner.isCompatible(with: right[max(right.count - 2, 0)]) else {
      throw GraphError(
        .shapeMismatch,
        "expects as many columns on the left as rows on the right, got \(a) and \(b)"
      )
    }
    var result = try broadcast(Array(left.dropLast(2)), Array(right.dropLast(2)), a, b)
    if left.count > 1 { result.append(left[left.count - 2]) }
    if right.count > 1 { result.append(right[right.count - 1]) }
    return result
  }

  private static func broadcast(
    _ left: [Dimension], _ right: [Dimension], _ a: TensorType, _ b: TensorType
  ) throws(GraphError) -> [Dimension] {
    let rank = max(left.count, right.count)
    var result: [Dimension] = []
    for axis in 0..<rank {
      let x = axis < rank - left.count ? .fixed(1) : left[axis - rank + left.count]
      let y = axis < rank - right.count ? .fixed(1) : right[axis - rank + right.count]
      if x == y || y == .fixed(1) {
        result.append(x)
      } else if x == .fixed(1) {
        result.append(y)
      } else if x.value != nil, y.value != nil {
        throw GraphError(.shapeMismatch, "leading axes of \(a) and \(b) do not broadcast")
      } else {
        result.append(x.value != nil ? x : y.value != nil ? y : .unknown)
      }
    }
    return result
  }

  /// Checks that `parameter` (zero points or scales) is a scalar, or has a value for each row of the
  /// left factor or column of the right one.
  ///
  /// - Throws: `shapeMismatch`.
  static func check(
    _ parameter: TensorType?, of factor: TensorType, isLeft: Bool
  ) throws(GraphError) {
    guard let parameter, let shape = parameter.shape, let factorShape = factor.shape else { return }
    guard aligned(shape, factorShape, isLeft: isLeft) != nil else {
      throw GraphError(
        .shapeMismatch,
        "expects a scalar or one value for each \(isLeft ? "row" : "column") of \(factor), "
          + "got \(parameter)")
    }
  }

  /// The shape under which `shape` broadcasts to the factor, nil when it does not.
  private static func aligned(_ shape: [Int], _ factor: [Int], isLeft: Bool) -> [Int]? {
    // A vector belongs to the rows of the left factor, whose axis is the last but one.
    let aligned = isLeft && shape.count == 1 && shape != [1] ? shape + [1] : shape
    if ShapeMath.elementCount(aligned) == 1, aligned.count <= 1 { return [] }
    // Along the inner axis, the sum would mix values of different scales.
    let inner = isLeft ? aligned.count - 1 : aligned.count - 2
    guard inner < 0 || aligned[inner] == 1 else { return nil }
    return ShapeMath.broadcast([aligned, factor]) == factor ? aligned : nil
  }

  /// The parameter at each element of the factor.
  ///
  /// - Throws: `shapeMismatch`, as ``check(_:of:isLeft:)`` does.
  static func spread(
    _ parameter: Tensor, over factor: [Int], isLeft: Bool
  ) throws(GraphError) -> [Int] {
    guard let shape = aligned(parameter.shape, factor, isLeft: isLeft) else {
      throw GraphError(
        .shapeMismatch, "cannot spread \(parameter.shape) over a factor of shape \(factor)")
    }
    return ShapeMath.broadcastIndices(from: shape, to: factor)
  }

  /// The elements of a factor less its zero points.
  static func centered(
    _ factor: Tensor, zeroPoint: Tensor?, isLeft: Bool
  ) throws(GraphError) -> [Int32] {
    let codes = factor.int64s()
    guard let zeroPoint else { return codes.map { Int32(truncatingIfNeeded: $0) } }
    let points = zeroPoint.int64s()
    let positions = try spread(zeroPoint, over: factor.shape, isLeft: isLeft)
    return zip(codes, positions).map { Int32(truncatingIfNeeded: $0 &- points[$1]) }
  }

  /// The product, accumulated in 32 bits that wrap around.
  ///
  /// - Parameter shape: The product's shape.
  static func product(
    _ left: [Int32], _ leftShape: [Int], _ right: [Int32], _ rightShape: [Int], shape: [Int]
  ) -> [Int32] {
    let rows = leftShape.count > 1 ? leftShape[leftShape.count - 2] : 1
    let inner = leftShape.last ?? 1
    let columns = rightShape.count > 1 ? rightShape[rightShape.count - 1] : 1
    let batch = Array(
      shape.dropLast((leftShape.count > 1 ? 1 : 0) + (rightShape.count > 1 ? 1 : 0)))
    let leftStarts = ShapeMath.broadcastIndices(from: Array(leftShape.dropLast(2)), to: batch)
    let rightStarts = ShapeMath.broadcastIndices(from: Array(rightShape.dropLast(2)), to: batch)
    var result: [Int32] = []
    result.reserveCapacity(leftStarts.count * rows * columns)
    for (leftStart, rightStart) in zip(leftStarts, rightStarts) {
      for row in 0..<rows {
        let start = (leftStart * rows + row) * inner
        for column in 0..<columns {
          var sum: Int32 = 0
          for k in 0..<inner {
            sum &+= left[start + k] &* right[(rightStart * inner + k) * columns + column]
          }
          result.append(sum)
        }
      }
    }
    return result
  }

  /// Multiply-adds of the product.
  static func cost(_ a: TensorType?, _ output: TensorType?) -> Cost {
    let elements = output?.shape.flatMap(ShapeMath.elementCount) ?? 0
    let inner = a?.dimensions?.last?.value ?? 0
    let (product, overflow) = elements.multipliedReportingOverflow(by: inner)
    return Cost(multiplyAdds: overflow ? Int.max : product)
  }
}

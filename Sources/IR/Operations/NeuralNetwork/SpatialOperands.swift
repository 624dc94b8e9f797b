// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Checks that operators over `[N, C, D1, D2, …]` tensors share.
extension TensorType {
  /// Checks the number of axes if it is known.
  ///
  /// - Throws: `shapeMismatch` when it is not in `range`.
  func expectRank(_ range: ClosedRange<Int>, _ name: String) throws(GraphError) {
    guard let rank, !range.contains(rank) else { return }
    let wanted =
      range.count == 1
      ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    throw GraphError(.shapeMismatch, "\(name) has \(rank) axes (\(self)), expected \(wanted)")
  }

  /// Checks that a vector, if it is given, may have `count` elements.
  ///
  /// - Throws: `shapeMismatch` when it has another rank or count.
  func expectVector(_ count: Dimension, _ name: String) throws(GraphError) {
    try expectRank(1...1, name)
    guard let length = dimensions?.first, !length.isCompatible(with: count) else { return }
    throw GraphError(.shapeMismatch, "\(name) has \(length) elements, expected \(count)")
  }

  /// Checks that the element type is that of another input.
  ///
  /// - Throws: `typeMismatch` when it is not.
  func expectType(of other: TensorType, _ name: String) throws(GraphError) {
    guard dtype == other.dtype else {
      throw GraphError(.typeMismatch, "\(name) is \(dtype), the first input is \(other.dtype)")
    }
  }
}

/// Ranks that an operator with a batch axis, a channel axis and at least one spatial axis takes.
let spatialRanks = 3...64

/// The product of extents that were already checked against the limits.
///
/// - Throws: `limitExceeded` when it overflows.
func checkedProduct(_ extents: some Sequence<Int>) throws(GraphError) -> Int {
  guard let product = ShapeMath.elementCount(extents) else {
    throw GraphError(.limitExceeded, "the product of extents \(Array(extents)) overflows")
  }
  return product
}

extension TensorType {
  /// Checks that there may be just one element.
  ///
  /// - Throws: `shapeMismatch` when a known extent is not 1.
  func expectScalar(_ name: String) throws(GraphError) {
    guard let dimensions, !dimensions.allSatisfy({ $0.isCompatible(with: .fixed(1)) }) else {
      return
    }
    throw GraphError(.shapeMismatch, "\(name) must be one number, got \(self)")
  }
}

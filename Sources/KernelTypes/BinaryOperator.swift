// SPDX-License-Identifier: Apache-2.0

/// A function of two `Float`s, applied elementwise.
public enum BinaryOperator: UInt8, Sendable, CaseIterable {
  /// `a + b`
  case add
  /// `a - b`
  case subtract
  /// `a · b`
  case multiply
  /// `a / b`
  case divide
  /// The smaller; NaN when either is NaN.
  case minimum
  /// The larger; NaN when either is NaN.
  case maximum
  /// `a < 0 ? b·a : a` (`b` is the slope).
  case prelu
  /// `(a - b)²`
  case squaredDifference
}

/// How the two operands of a binary kernel are laid out over the `rows` × `columns` results.
///
/// Element `(r, c)` of an operand is at `r · rowStride + c · columnStride`. A column stride is 1
/// (a vector) or 0 (one value for the row); a row stride may be anything. So `(0, 0)` is a scalar,
/// `(1, 0)` one value for each row (a channel of NCHW), `(0, 1)` the same row for all.
public struct BinaryGeometry: Hashable, Sendable {
  /// Number of rows.
  public var rows: Int
  /// Elements in a row of the result, which is contiguous.
  public var columns: Int
  /// Elements between rows of the left operand.
  public var leftRowStride: Int
  /// 1, or 0 for one left value per row.
  public var leftColumnStride: Int
  /// Elements between rows of the right operand.
  public var rightRowStride: Int
  /// 1, or 0 for one right value per row.
  public var rightColumnStride: Int

  /// Both operands with explicit strides, in elements.
  public init(
    rows: Int, columns: Int, leftRowStride: Int, leftColumnStride: Int, rightRowStride: Int,
    rightColumnStride: Int
  ) {
    self.rows = rows
    self.columns = columns
    self.leftRowStride = leftRowStride
    self.leftColumnStride = leftColumnStride
    self.rightRowStride = rightRowStride
    self.rightColumnStride = rightColumnStride
  }

  /// Two contiguous vectors of `count` elements.
  public init(count: Int) {
    self.init(
      rows: 1, columns: count, leftRowStride: count, leftColumnStride: 1, rightRowStride: count,
      rightColumnStride: 1)
  }
}

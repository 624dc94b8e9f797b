// SPDX-License-Identifier: Apache-2.0

/// What a reduction computes of a set of `Float`s.
public enum ReductionKind: UInt8, Sendable, CaseIterable {
  /// The sum.
  case sum
  /// The sum divided by the count.
  case mean
  /// The largest; NaN when there is one. -∞ of nothing.
  case maximum
  /// The smallest; NaN when there is one. ∞ of nothing.
  case minimum
  /// The sum of squares.
  case sumOfSquares
  /// The sum of magnitudes.
  case sumOfMagnitudes
}

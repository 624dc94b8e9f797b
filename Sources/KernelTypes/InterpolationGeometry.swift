// SPDX-License-Identifier: Apache-2.0

/// Extents of an interpolation along contiguous rows.
public struct InterpolationGeometry: Hashable, Sendable {
  /// Number of rows.
  public var rows: Int
  /// Elements in a row of the input.
  public var inputColumns: Int
  /// Elements in a row of the output.
  public var outputColumns: Int
  /// Input elements that make up each output element.
  public var taps: Int

  /// The given extents.
  public init(rows: Int, inputColumns: Int, outputColumns: Int, taps: Int) {
    (self.rows, self.inputColumns) = (rows, inputColumns)
    (self.outputColumns, self.taps) = (outputColumns, taps)
  }
}

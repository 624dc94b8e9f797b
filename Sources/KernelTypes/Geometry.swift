// SPDX-License-Identifier: Apache-2.0

/// Rows that a kernel walks, with the distance between them in each buffer.
public struct RowsGeometry: Hashable, Sendable {
  /// Number of rows.
  public var rows: Int
  /// Elements in a row; they are contiguous in every buffer.
  public var columns: Int
  /// Elements between rows of the input.
  public var inputStride: Int
  /// Elements between rows of the output.
  public var outputStride: Int
  /// Elements between rows of the second input (a residual), if there is one.
  public var residualStride: Int

  /// Rows at the given distances, in elements; `nil` is contiguous.
  public init(
    rows: Int, columns: Int, inputStride: Int? = nil, outputStride: Int? = nil,
    residualStride: Int? = nil
  ) {
    self.rows = rows
    self.columns = columns
    self.inputStride = inputStride ?? columns
    self.outputStride = outputStride ?? columns
    self.residualStride = residualStride ?? columns
  }
}

/// A window that slides over a plane of `inputHeight` × `inputWidth` elements.
///
/// Output `(y, x)` reads inputs `(y · strideHeight - padTop + i · dilationHeight, …)` for each tap
/// `i` of the window. The caller has already computed the output size (floor, ceil, `auto_pad`).
/// Taps outside the plane are zeros for a convolution and absent for a pool.
public struct WindowGeometry: Hashable, Sendable {
  /// Height of an input plane.
  public var inputHeight: Int
  /// Width of an input plane.
  public var inputWidth: Int
  /// Height of an output plane.
  public var outputHeight: Int
  /// Width of an output plane.
  public var outputWidth: Int
  /// Rows of taps.
  public var kernelHeight: Int
  /// Columns of taps.
  public var kernelWidth: Int
  /// Input rows between output rows.
  public var strideHeight: Int
  /// Input columns between output columns.
  public var strideWidth: Int
  /// Rows of padding above the plane.
  public var padTop: Int
  /// Columns of padding left of the plane.
  public var padLeft: Int
  /// Rows of padding below the plane; only `countIncludePadding` looks at it.
  public var padBottom: Int
  /// Columns of padding right of the plane; only `countIncludePadding` looks at it.
  public var padRight: Int
  /// Input rows between taps.
  public var dilationHeight: Int
  /// Input columns between taps.
  public var dilationWidth: Int
  /// Whether an average divides by the taps that fall on padding too (not by those beyond it).
  public var countIncludePadding: Bool

  /// A window; sizes are in elements.
  public init(
    inputHeight: Int, inputWidth: Int, outputHeight: Int, outputWidth: Int, kernelHeight: Int,
    kernelWidth: Int, strideHeight: Int = 1, strideWidth: Int = 1, padTop: Int = 0,
    padLeft: Int = 0, padBottom: Int = 0, padRight: Int = 0, dilationHeight: Int = 1,
    dilationWidth: Int = 1, countIncludePadding: Bool = false
  ) {
    self.inputHeight = inputHeight
    self.inputWidth = inputWidth
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.strideHeight = strideHeight
    self.strideWidth = strideWidth
    self.padTop = padTop
    self.padLeft = padLeft
    self.padBottom = padBottom
    self.padRight = padRight
    self.dilationHeight = dilationHeight
    self.dilationWidth = dilationWidth
    self.countIncludePadding = countIncludePadding
  }
}

/// A part of the matrix that im2col makes of `channels` planes.
///
/// The whole matrix has `channels · kernelHeight · kernelWidth` rows, a channel's taps being
/// adjacent, and `outputHeight · outputWidth` columns.
public struct PanelRange: Hashable, Sendable {
  /// First row of the matrix.
  public var firstRow: Int
  /// Number of rows.
  public var rows: Int
  /// First column of the matrix, that is the first output pixel.
  public var firstColumn: Int
  /// Number of columns.
  public var columns: Int
  /// Elements between rows of the panel; at least `columns`.
  public var panelStride: Int

  /// A part of the matrix; `panelStride` in elements, `nil` is contiguous.
  public init(
    firstRow: Int, rows: Int, firstColumn: Int, columns: Int, panelStride: Int? = nil
  ) {
    self.firstRow = firstRow
    self.rows = rows
    self.firstColumn = firstColumn
    self.columns = columns
    self.panelStride = panelStride ?? columns
  }
}

/// Parameters of local response normalization across channels.
public struct ResponseNormalization: Hashable, Sendable {
  /// Number of channels of a window, centred on its own (the longer side is after it).
  public var size: Int
  /// Factor of the mean of squares.
  public var alpha: Float
  /// Exponent.
  public var beta: Float
  /// Constant added before the power.
  public var bias: Float

  /// `y = x / (bias + alpha/size · Σx²)^beta`.
  public init(size: Int, alpha: Float, beta: Float, bias: Float) {
    self.size = size
    self.alpha = alpha
    self.beta = beta
    self.bias = bias
  }
}

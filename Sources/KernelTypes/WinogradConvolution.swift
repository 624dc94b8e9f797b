// SPDX-License-Identifier: Apache-2.0

/// An algorithm F(m × m, r × r) of minimal filtering: it makes tiles of m × m outputs of a
/// convolution with r × r taps from (m + r - 1)² products for each pair of channels; at stride 2 from
/// (2m + 1)², of which many share their weights.
///
/// - Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015.
public enum WinogradTransform: UInt8, Sendable, CaseIterable, CustomStringConvertible {
  /// F(2 × 2, 3 × 3)
  case f2x3
  /// F(4 × 4, 3 × 3)
  case f4x3
  /// F(5 × 5, 3 × 3)
  case f5x3
  /// F(6 × 6, 3 × 3)
  case f6x3
  /// F(2 × 2, 5 × 5)
  case f2x5
  /// F(4 × 4, 5 × 5)
  case f4x5
  /// F(4 × 4, 3 × 3) at stride 2
  case f4x3s2
  /// F(5 × 5, 3 × 3) at stride 2
  case f5x3s2

  /// Rows and columns of outputs of a tile.
  public var outputs: Int {
    switch self {
    case .f2x3, .f2x5: 2
    case .f4x3, .f4x5, .f4x3s2: 4
    case .f5x3, .f5x3s2: 5
    case .f6x3: 6
    }
  }

  /// Rows and columns of taps.
  public var taps: Int {
    switch self {
    case .f2x3, .f4x3, .f5x3, .f6x3, .f4x3s2, .f5x3s2: 3
    case .f2x5, .f4x5: 5
    }
  }

  /// Input pixels between output pixels.
  public var stride: Int {
    switch self {
    case .f4x3s2, .f5x3s2: 2
    case .f2x3, .f4x3, .f5x3, .f6x3, .f2x5, .f4x5: 1
    }
  }

  /// Interpolation points in each direction, which are also the rows and columns of inputs of a
  /// tile.
  public var points: Int { (outputs - 1) * stride + taps }

  /// Points in each direction that have weights of their own: at stride 2 all points of the odd
  /// inputs, which come last, share the middle tap.
  public var weightPoints: Int { stride == 1 ? points : outputs + 2 }

  /// The name that profiles print, such as `F(4,3)`, or `F(4,3)/2` at stride 2.
  public var description: String {
    "F(\(outputs),\(taps))" + (stride == 1 ? "" : "/\(stride)")
  }
}

/// A convolution on NCHWc by minimal filtering, in three stages: tiles of inputs are
/// transformed into values at the points, at each point a matrix of channels is multiplied, and
/// the products are transformed into tiles of outputs.
///
/// Values and products lie as `[points²][block of channels][tile][lane]`, the points
/// `pointStride(blocks:)` `Float`s apart, so that each point is the input of `product`, a 1 × 1
/// convolution whose pixels are tiles. Tiles are counted along rows, then over rows, then
/// over images.
public struct WinogradConvolution: Hashable, Sendable {
  /// The algorithm.
  public var transform: WinogradTransform
  /// Channels of the input.
  public var inputChannels: Int
  /// Channels of the output.
  public var outputChannels: Int
  /// Rows of an input image.
  public var inputHeight: Int
  /// Columns of an input image.
  public var inputWidth: Int
  /// Rows of an output image.
  public var outputHeight: Int
  /// Columns of an output image.
  public var outputWidth: Int
  /// Rows of zeros above the input.
  public var padTop: Int
  /// Columns of zeros left of the input.
  public var padLeft: Int
  /// `Float`s between input images.
  public var inputImageStride: Int
  /// `Float`s between output images, and between images of the residual.
  public var outputImageStride: Int
  /// Applied last, after the residual was added.
  public var activation: UnaryFunction
  /// Tiles that a panel has room for: blocks of channels are so many vectors apart.
  public var panelTiles: Int
  /// `Float`s in a vector.
  public let laneCount: Int

  /// A convolution of images that lie behind each other.
  public init(
    _ transform: WinogradTransform, inputChannels: Int, outputChannels: Int, window: WindowGeometry,
    activation: UnaryFunction, panelTiles: Int, laneCount: Int
  ) {
    self.transform = transform
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.inputHeight = window.inputHeight
    self.inputWidth = window.inputWidth
    self.outputHeight = window.outputHeight
    self.outputWidth = window.outputWidth
    self.padTop = window.padTop
    self.padLeft = window.padLeft
    self.activation = activation
    self.panelTiles = panelTiles
    self.laneCount = laneCount
    inputImageStride = 0
    outputImageStride = 0
    inputImageStride = inputBlocks * inputHeight * inputWidth * laneCount
    outputImageStride = outputBlocks * outputHeight * outputWidth * laneCount
  }

  /// Blocks of input channels.
  public var inputBlocks: Int { (inputChannels + laneCount - 1) / laneCount }
  /// Blocks of output channels.
  public var outputBlocks: Int { (outputChannels + laneCount - 1) / laneCount }
  /// Tiles in a row of an image.
  public var tileColumns: Int { (outputWidth + transform.outputs - 1) / transform.outputs }
  /// Rows of tiles of an image.
  public var tileRows: Int { (outputHeight + transform.outputs - 1) / transform.outputs }

  /// `Float`s between points of a panel: an odd number of vectors, since at a power of two the
  /// points of a tile would compete for the same lines of the cache.
  public func pointStride(blocks: Int) -> Int { (blocks * panelTiles | 1) * laneCount }

  /// The weights of a point, as an index into the `weightPoints²` packed matrices.
  public func weightIndex(_ point: Int) -> Int {
    let last = transform.weightPoints - 1
    let (row, column) = (point / transform.points, point % transform.points)
    return min(row, last) * (last + 1) + min(column, last)
  }

  /// The product of matrices at each point, whose pixels are the tiles of a panel.
  public var product: BlockedConvolution {
    BlockedConvolution(
      laneCount: laneCount, inputChannels: inputChannels, outputChannels: outputChannels,
      kernelHeight: 1, kernelWidth: 1, inputRowStride: panelTiles * laneCount,
      inputBlockStride: panelTiles * laneCount, outputRowStride: panelTiles * laneCount,
      outputBlockStride: panelTiles * laneCount)
  }
}

/// A part of the tiles and blocks of a `WinogradConvolution`, for one thread.
public struct WinogradPart: Hashable, Sendable {
  /// First tile of the panel.
  public var firstTile: Int
  /// One past the last tile of the panel.
  public var endTile: Int
  /// First block of channels that is worked on.
  public var firstBlock: Int
  /// One past the last block.
  public var endBlock: Int

  /// The given ranges.
  public init(tiles: Range<Int>, blocks: Range<Int>) {
    firstTile = tiles.lowerBound
    endTile = tiles.upperBound
    firstBlock = blocks.lowerBound
    endBlock = blocks.upperBound
  }

  /// Tiles of the panel.
  public var tiles: Int { endTile - firstTile }
}

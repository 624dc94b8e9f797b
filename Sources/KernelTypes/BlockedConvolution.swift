// SPDX-License-Identifier: Apache-2.0

/// A convolution on NCHWc: images stored as blocks of `KernelSet.laneCount` channels, each block a
/// plane of pixels, each pixel its channels.
///
/// The input has its padding around it in memory: `input` points at the pixel that the first tap
/// of output `(0, 0)` reads, and every tap of every output is readable. Only the channels that the
/// convolution has are read, so what is in the rest of a block does not matter. A 1 × 1 convolution
/// of stride 1 whose rows are adjacent is faster as one row of `height · width` columns.
///
/// The input may also be in planes: `inputPixelStride` and `inputBlockChannels` are then 1 and
/// `inputBlockStride` is the distance between planes.
///
/// Channels need not start at a block: `inputLane` and `outputLane` say where in their first block
/// they do, so that slices and concatenations need no copy.
public struct BlockedConvolution: Hashable, Sendable {
  /// Channels read.
  public var inputChannels: Int
  /// Lane of the first input channel in its block.
  public var inputLane: Int
  /// Channels written.
  public var outputChannels: Int
  /// Lane of the first output channel in its block.
  public var outputLane: Int
  /// Whether lanes of the first and last output block that belong to others keep their values;
  /// otherwise they get unspecified numbers.
  public var preservesOtherLanes: Bool
  /// Rows of taps.
  public var kernelHeight: Int
  /// Columns of taps.
  public var kernelWidth: Int
  /// Input rows between output rows.
  public var strideHeight: Int
  /// Input columns between output columns.
  public var strideWidth: Int
  /// Input rows between taps.
  public var dilationHeight: Int
  /// Input columns between taps.
  public var dilationWidth: Int
  /// Channels in a block of the input.
  public var inputBlockChannels: Int
  /// `Float`s between pixels of an input block.
  public var inputPixelStride: Int
  /// `Float`s between rows of an input block.
  public var inputRowStride: Int
  /// `Float`s between input blocks.
  public var inputBlockStride: Int
  /// `Float`s between rows of an output block.
  public var outputRowStride: Int
  /// `Float`s between output blocks.
  public var outputBlockStride: Int
  /// `Float`s between rows of a block of the residual, which is added before the activation.
  public var residualRowStride: Int
  /// `Float`s between blocks of the residual, whose lanes are those of the output.
  public var residualBlockStride: Int
  /// Whether what the output holds is added before the activation; there is no residual then.
  public var accumulates: Bool
  /// Applied last.
  public var activation: UnaryFunction

  /// A convolution of stride 1 without dilation; strides of memory in `Float`s.
  public init(
    laneCount: Int, inputChannels: Int, outputChannels: Int, kernelHeight: Int, kernelWidth: Int,
    inputRowStride: Int, inputBlockStride: Int, outputRowStride: Int, outputBlockStride: Int
  ) {
    self.inputChannels = inputChannels
    self.inputLane = 0
    self.outputChannels = outputChannels
    self.outputLane = 0
    self.preservesOtherLanes = false
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.strideHeight = 1
    self.strideWidth = 1
    self.dilationHeight = 1
    self.dilationWidth = 1
    self.inputBlockChannels = laneCount
    self.inputPixelStride = laneCount
    self.inputRowStride = inputRowStride
    self.inputBlockStride = inputBlockStride
    self.outputRowStride = outputRowStride
    self.outputBlockStride = outputBlockStride
    self.residualRowStride = outputRowStride
    self.residualBlockStride = outputBlockStride
    self.accumulates = false
    self.activation = .identity
  }
}

extension BlockedConvolution {
  /// Products that are summed for an output, which is also the number of offsets.
  public var termCount: Int { kernelHeight * kernelWidth * inputChannels }
}

/// A part of the outputs of a convolution, for one thread: a box of blocks, rows and columns.
public struct OutputBox: Hashable, Sendable {
  /// First block of output channels; a multiple of `KernelSet.blocksPerTile`.
  public var firstBlock: Int
  /// One past the last block.
  public var endBlock: Int
  /// First output row.
  public var firstRow: Int
  /// One past the last row.
  public var endRow: Int
  /// First output column.
  public var firstColumn: Int
  /// One past the last column.
  public var endColumn: Int

  /// A box of the given ranges.
  public init(blocks: Range<Int>, rows: Range<Int>, columns: Range<Int>) {
    firstBlock = blocks.lowerBound
    endBlock = blocks.upperBound
    firstRow = rows.lowerBound
    endRow = rows.upperBound
    firstColumn = columns.lowerBound
    endColumn = columns.upperBound
  }
}

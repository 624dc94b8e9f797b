// SPDX-License-Identifier: Apache-2.0

/// How sums of products become codes: docs/quantized-arithmetic.md.
///
/// `t = round(clamp(Float(sum) · multiplier, low, high))`; the code is `t + zeroPoint`. With a
/// second stage the code is of `u = round(clamp(t · ownScale + Float(r - residualZeroPoint) ·
/// residualScale, sumLow, sumHigh))` instead, where `r` is the residual's code; without a residual
/// its product is left out. Nothing is fused.
public struct Requantization: Hashable, Sendable {
  /// Bounds of a code of the first stage less its zero point.
  public var low: Float
  /// The upper bound.
  public var high: Float
  /// Code of zero of the first stage.
  public var ownZeroPoint: UInt8
  /// Code of zero of the output.
  public var zeroPoint: UInt8
  /// Whether there is a second stage.
  public var hasSecondStage: Bool
  /// What takes the first stage to units of the second one's scale.
  public var ownScale: Float
  /// What takes the residual there.
  public var residualScale: Float
  /// Code of zero of the residual.
  public var residualZeroPoint: UInt8
  /// Bounds of the second stage.
  public var sumLow: Float
  /// The upper bound.
  public var sumHigh: Float

  /// One stage.
  public init(low: Float, high: Float, zeroPoint: UInt8) {
    (self.low, self.high, self.zeroPoint, ownZeroPoint) = (low, high, zeroPoint, zeroPoint)
    hasSecondStage = false
    (ownScale, residualScale, residualZeroPoint) = (1, 0, 0)
    (sumLow, sumHigh) = (low, high)
  }
}

/// A convolution of codes in blocks of 16 channels: `[C / 16, H, W, 16]` bytes.
///
/// The input has its padding around it in memory, filled with the zero point: `input` points at the
/// pixel that the first tap of output `(0, 0)` reads. Channels that fill a block up are read (in
/// groups of four, times weights of zero), but what they hold does not matter. Channels may also be
/// interleaved: `inputPixelStride` is then their number, and up to three bytes behind the last row
/// are read.
public struct IntegerConvolution: Hashable, Sendable {
  /// First channel read; a multiple of four.
  public var firstChannel: Int
  /// Channels read.
  public var inputChannels: Int
  /// Channels written, from a block's first on.
  public var outputChannels: Int
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
  /// Input columns between taps; 1 when channels are interleaved.
  public var dilationWidth: Int
  /// Whether a pixel is its `inputChannels` bytes, with nothing between pixels.
  public var isInterleaved: Bool
  /// Bytes between rows of an input block.
  public var inputRowStride: Int
  /// Bytes between input blocks.
  public var inputBlockStride: Int
  /// Bytes between rows of an output block.
  public var outputRowStride: Int
  /// Bytes between output blocks.
  public var outputBlockStride: Int
  /// Bytes between rows of a block of the residual.
  public var residualRowStride: Int
  /// Bytes between blocks of the residual.
  public var residualBlockStride: Int
  /// How sums become codes.
  public var requantization: Requantization

  /// A convolution of stride 1 without dilation.
  public init(
    inputChannels: Int, outputChannels: Int, kernelHeight: Int, kernelWidth: Int,
    inputRowStride: Int, inputBlockStride: Int, outputRowStride: Int, outputBlockStride: Int,
    requantization: Requantization
  ) {
    firstChannel = 0
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    (strideHeight, strideWidth, dilationHeight, dilationWidth) = (1, 1, 1, 1)
    isInterleaved = false
    self.inputRowStride = inputRowStride
    self.inputBlockStride = inputBlockStride
    self.outputRowStride = outputRowStride
    self.outputBlockStride = outputBlockStride
    residualRowStride = outputRowStride
    residualBlockStride = outputBlockStride
    self.requantization = requantization
  }

  /// Channels in a block.
  public static let blockChannels = 16

  /// Bytes between pixels of the input.
  public var inputPixelStride: Int { isInterleaved ? inputChannels : Self.blockChannels }

  /// Groups of four bytes whose products are summed for an output, which is also the number of
  /// offsets.
  public var termCount: Int {
    isInterleaved
      ? kernelHeight * ((kernelWidth * inputChannels + 3) / 4)
      : kernelHeight * kernelWidth * ((inputChannels + 3) / 4)
  }

  /// Blocks of output channels.
  public var outputBlocks: Int { (outputChannels + Self.blockChannels - 1) / Self.blockChannels }
}

/// The mean of windows of codes: `round(clamp(Σ (Float(x - inputZeroPoint) · inputScale) / count /
/// scale))`, summed in the order of the taps, each step rounded.
public struct IntegerAverage: Hashable, Sendable {
  /// Code of zero of the input.
  public var inputZeroPoint: UInt8
  /// Code of zero of the output.
  public var zeroPoint: UInt8
  /// Scale of the input.
  public var inputScale: Float
  /// Scale of the output.
  public var scale: Float
  /// Whether padding counts; see `WindowGeometry.countIncludePadding`.
  public var countsPadding: Bool

  /// An average.
  public init(
    inputZeroPoint: UInt8, inputScale: Float, scale: Float, zeroPoint: UInt8, countsPadding: Bool
  ) {
    (self.inputZeroPoint, self.inputScale, self.scale) = (inputZeroPoint, inputScale, scale)
    self.zeroPoint = zeroPoint
    self.countsPadding = countsPadding
  }
}

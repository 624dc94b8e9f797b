// SPDX-License-Identifier: Apache-2.0

/// Read-only bytes, which are codes.
public typealias BytePointer = UnsafePointer<UInt8>
/// Writable bytes.
public typealias MutableBytePointer = UnsafeMutablePointer<UInt8>

/// The kernels on codes of one instruction set. All sets give the same bytes; see
/// docs/quantized-arithmetic.md. The rules of ``KernelSet`` hold.
///
/// "Blocks" are 16 channels of a pixel next to each other; what fills the last block up is not
/// defined.
public struct IntegerKernels: Sendable {
  /// What the kernels are compiled for.
  public let instructionSet: InstructionSet
  /// Blocks of output channels that a tile of `convolve` has, the last tile possibly fewer.
  public let blocksPerTile: Int
  /// Convolution of the outputs in a box:
  /// `(input, offsets, packed weights, bias, multipliers, residual?, output, convolution, box)`.
  /// The bias (with what zero points add) and the multipliers have a number for each lane of each
  /// output block; the box counts blocks from the convolution's first.
  public let convolve:
    @Sendable (
      BytePointer, UnsafePointer<Int32>, UnsafeRawPointer, UnsafePointer<Int32>, FloatPointer,
      BytePointer?, MutableBytePointer, IntegerConvolution, OutputBox
    ) -> Void
  /// Where the `termCount` groups of four bytes are in the input: `(offsets, convolution)`.
  public let convolutionOffsets: @Sendable (UnsafeMutablePointer<Int32>, IntegerConvolution) -> Void
  /// Bytes of the packed weights of a convolution.
  public let packedWeightBytes: @Sendable (IntegerConvolution) -> Int
  /// Packs weights `[outputChannels, inputChannels, kernelHeight, kernelWidth]`:
  /// `(weights, packed, convolution)`.
  public let packConvolution:
    @Sendable (UnsafePointer<Int8>, UnsafeMutableRawPointer, IntegerConvolution) -> Void
  /// Depthwise convolution of one block of channels, whose image has its padding around it:
  /// `(input, weights, bias, multipliers, residual?, output, convolution, rows)`. Weights are
  /// `[taps, 16]`, each a product's factor in 32 bits whose upper 16 are zero.
  public let depthwise:
    @Sendable (
      BytePointer, UnsafePointer<Int32>, UnsafePointer<Int32>, FloatPointer, BytePointer?,
      MutableBytePointer, IntegerConvolution, Range<Int>
    ) -> Void
  /// Largest code of each window of `planes` blocks: `(x, y, planes, geometry)`. A window without
  /// any code gives 0.
  public let maxPool: @Sendable (BytePointer, MutableBytePointer, Int, WindowGeometry) -> Void
  /// Mean of each window of `planes` blocks: `(x, y, planes, average, geometry)`.
  public let averagePool:
    @Sendable (BytePointer, MutableBytePointer, Int, IntegerAverage, WindowGeometry) -> Void
  /// The second stage of a ``Requantization`` on codes: `(x, zero point of x, residual?, y, count,
  /// requantization)`. In place.
  public let combine:
    @Sendable (BytePointer, UInt8, BytePointer?, MutableBytePointer, Int, Requantization) -> Void
  /// A scale and shift of each channel of a block: `(x, scales, shifts, y, pixels, zero point of x,
  /// requantization)`, of which one stage counts. In place.
  public let scaleShift:
    @Sendable (
      BytePointer, FloatPointer, FloatPointer, MutableBytePointer, Int, UInt8, Requantization
    ) -> Void
  /// `y[i] = table[x[i]]`, the table having 256 entries: `(x, table, y, count)`. In place.
  public let lookUp: @Sendable (BytePointer, BytePointer, MutableBytePointer, Int) -> Void
  /// `y = saturate(round(x / scale) + zeroPoint)`: `(x, y, count, scale, zero point)`.
  public let quantize: @Sendable (FloatPointer, MutableBytePointer, Int, Float, UInt8) -> Void
  /// `y = Float(x - zeroPoint) · scale`: `(x, y, count, scale, zero point)`.
  public let dequantize: @Sendable (BytePointer, MutableFloatPointer, Int, Float, UInt8) -> Void
  /// Up to 16 planes of `count` codes to a block: `(x, y, channels, count)`; lanes without a plane
  /// become 0.
  public let packChannels: @Sendable (BytePointer, MutableBytePointer, Int, Int) -> Void
  /// A block to up to 16 planes: `(x, y, channels, count)`.
  public let unpackChannels: @Sendable (BytePointer, MutableBytePointer, Int, Int) -> Void
  /// Planes to pixels of interleaved channels: `(x, y, channels, plane stride, count)`.
  public let interleave: @Sendable (BytePointer, MutableBytePointer, Int, Int, Int) -> Void

  /// All kernels; see the members.
  public init(
    instructionSet: InstructionSet,
    blocksPerTile: Int,
    convolve:
      @escaping @Sendable (
        BytePointer, UnsafePointer<Int32>, UnsafeRawPointer, UnsafePointer<Int32>, FloatPointer,
        BytePointer?, MutableBytePointer, IntegerConvolution, OutputBox
      ) -> Void,
    convolutionOffsets:
      @escaping @Sendable (UnsafeMutablePointer<Int32>, IntegerConvolution) -> Void,
    packedWeightBytes: @escaping @Sendable (IntegerConvolution) -> Int,
    packConvolution:
      @escaping @Sendable (UnsafePointer<Int8>, UnsafeMutableRawPointer, IntegerConvolution) ->
      Void,
    depthwise:
      @escaping @Sendable (
        BytePointer, UnsafePointer<Int32>, UnsafePointer<Int32>, FloatPointer, BytePointer?,
        MutableBytePointer, IntegerConvolution, Range<Int>
      ) -> Void,
    maxPool: @escaping @Sendable (BytePointer, MutableBytePointer, Int, WindowGeometry) -> Void,
    averagePool:
      @escaping @Sendable (
        BytePointer, MutableBytePointer, Int, IntegerAverage, WindowGeometry
      ) -> Void,
    combine:
      @escaping @Sendable (
        BytePointer, UInt8, BytePointer?, MutableBytePointer, Int, Requantization
      ) -> Void,
    scaleShift:
      @escaping @Sendable (
        BytePointer, FloatPointer, FloatPointer, MutableBytePointer, Int, UInt8, Requantization
      ) -> Void,
    lookUp: @escaping @Sendable (BytePointer, BytePointer, MutableBytePointer, Int) -> Void,
    quantize: @escaping @Sendable (FloatPointer, MutableBytePointer, Int, Float, UInt8) -> Void,
    dequantize: @escaping @Sendable (BytePointer, MutableFloatPointer, Int, Float, UInt8) -> Void,
    packChannels: @escaping @Sendable (BytePointer, MutableBytePointer, Int, Int) -> Void,
    unpackChannels: @escaping @Sendable (BytePointer, MutableBytePointer, Int, Int) -> Void,
    interleave: @escaping @Sendable (BytePointer, MutableBytePointer, Int, Int, Int) -> Void
  ) {
    self.instructionSet = instructionSet
    self.blocksPerTile = blocksPerTile
    self.convolve = convolve
    self.convolutionOffsets = convolutionOffsets
    self.packedWeightBytes = packedWeightBytes
    self.packConvolution = packConvolution
    self.depthwise = depthwise
    self.maxPool = maxPool
    self.averagePool = averagePool
    self.combine = combine
    self.scaleShift = scaleShift
    self.lookUp = lookUp
    self.quantize = quantize
    self.dequantize = dequantize
    self.packChannels = packChannels
    self.unpackChannels = unpackChannels
    self.interleave = interleave
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Read-only `Float`s.
public typealias FloatPointer = UnsafePointer<Float>
/// Writable `Float`s.
public typealias MutableFloatPointer = UnsafeMutablePointer<Float>

/// The kernels of one instruction set, as functions that take pointers and sizes.
///
/// They neither allocate nor start threads, read and write nothing outside the elements that
/// their sizes describe, and need no alignment beyond that of `Float` (64 bytes is faster). An
/// output may be exactly an input where the comment says "in place"; otherwise they must not
/// overlap. Sizes may be zero. Wrong sizes are the caller's bug and are not checked.
public struct KernelSet: Sendable {
  /// What the kernels need; some may be compiled for less.
  public var instructionSet: InstructionSet
  /// `Float`s in a vector, which is also the number of channels in a block of NCHWc: 8 or 16.
  public let laneCount: Int

  /// `y[i] = f(x[i])` for `count` elements: `(f, x, y, count)`. In place.
  public let unary: @Sendable (UnaryFunction, FloatPointer, MutableFloatPointer, Int) -> Void
  /// `y = op(a, b)` with broadcasting: `(op, a, b, y, geometry)`; `y` is contiguous. In place
  /// with an operand that is not broadcast.
  public let binary:
    @Sendable (BinaryOperator, FloatPointer, FloatPointer, MutableFloatPointer, BinaryGeometry) ->
      Void
  /// `y[r][c] = f(x[r][c] + bias[r] + residual[r][c])`:
  /// `(x, bias?, residual?, y, f, geometry)`. In place.
  public let biasActivation:
    @Sendable (
      FloatPointer, FloatPointer?, FloatPointer?, MutableFloatPointer, UnaryFunction, RowsGeometry
    ) -> Void
  /// The same with one bias for each column, `bias[c]`. In place.
  public let columnBiasActivation:
    @Sendable (
      FloatPointer, FloatPointer?, FloatPointer?, MutableFloatPointer, UnaryFunction, RowsGeometry
    ) -> Void
  /// `y[r][c] = f(x[r][c] · scale[r] + shift[r])`: `(x, scale, shift, y, f, geometry)`. In place.
  public let scaleShift:
    @Sendable (
      FloatPointer, FloatPointer, FloatPointer, MutableFloatPointer, UnaryFunction, RowsGeometry
    ) -> Void
  /// Softmax, or its logarithm, over the middle axis of `[outer, axis, inner]`:
  /// `(x, y, outer, axis, inner, logarithm)`. A slice that holds NaN or ∞ becomes NaN. In place.
  public let softmax: @Sendable (FloatPointer, MutableFloatPointer, Int, Int, Int, Bool) -> Void
  /// Reduces each of `rows` contiguous rows of `columns`: `(kind, x, y, rows, columns)`.
  public let reduceRows:
    @Sendable (ReductionKind, FloatPointer, MutableFloatPointer, Int, Int) -> Void
  /// Reduces `rows` contiguous rows into one of `columns`: `(kind, x, y, rows, columns)`.
  public let reduceColumns:
    @Sendable (ReductionKind, FloatPointer, MutableFloatPointer, Int, Int) -> Void
  /// Largest value of each window of `planes` planes: `(x, y, planes, geometry)`. As in ONNX
  /// Runtime NaN never wins a comparison, so it is ignored; a window without any number gives -∞.
  public let maxPool: @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void
  /// Average of each window of `planes` planes: `(x, y, planes, geometry)`. A window without any
  /// element gives NaN (0/0).
  public let averagePool: @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void
  /// Local response normalization of `channels` planes of `count` elements each:
  /// `(x, y, channels, count, parameters)`.
  public let responseNormalization:
    @Sendable (FloatPointer, MutableFloatPointer, Int, Int, ResponseNormalization) -> Void
  /// Copies a part of the im2col matrix of the planes at `x`: `(x, panel, geometry, range)`.
  public let im2col:
    @Sendable (FloatPointer, MutableFloatPointer, WindowGeometry, PanelRange) -> Void
  /// Depthwise convolution of `channels` planes with `multiplier` outputs each:
  /// `(x, weights, bias?, y, channels, multiplier, f, geometry)`. Weights are
  /// `[channels · multiplier, kernelHeight, kernelWidth]`.
  public let depthwise:
    @Sendable (
      FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, Int, Int, UnaryFunction,
      WindowGeometry
    ) ->
      Void
  /// `y[c][r] = x[r][c]`: `(x, y, rows, columns, inputStride, outputStride)`, strides being the
  /// elements between rows of `x` and of `y`.
  public let transpose: @Sendable (FloatPointer, MutableFloatPointer, Int, Int, Int, Int) -> Void
  /// NCHW to NCHWc for one image: `(x, y, channels, count)`, `count` elements in a plane. The
  /// channels that fill the last block are zero.
  public let packChannels: @Sendable (FloatPointer, MutableFloatPointer, Int, Int) -> Void
  /// NCHWc to NCHW for one image: `(x, y, channels, count)`.
  public let unpackChannels: @Sendable (FloatPointer, MutableFloatPointer, Int, Int) -> Void
  /// The dot product of two vectors of `count`: `(a, b, count)`.
  public let dot: @Sendable (FloatPointer, FloatPointer, Int) -> Float
  /// `y[r] = f(Σ_c w[r][c] · x[c] + bias[r])`: `(w, x, bias?, y, rows, columns, f)`; `w` is
  /// row-major and is read once, at the speed of memory.
  public let gemv:
    @Sendable (
      FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, Int, Int, UnaryFunction
    ) -> Void
  /// Blocks of output channels that a tile of `convolveBlocked` has, the last tile possibly fewer.
  public let blocksPerTile: Int
  /// Convolution on NCHWc of the outputs in a box:
  /// `(input, offsets, packed weights, packed bias, residual?, output, convolution, box)`.
  public let convolveBlocked:
    @Sendable (
      FloatPointer, UnsafePointer<Int32>, FloatPointer, FloatPointer, FloatPointer?,
      MutableFloatPointer, BlockedConvolution, OutputBox
    ) -> Void
  /// Where the `termCount` terms of an output are in the input of a convolution, in `Float`s from
  /// the first tap: `(offsets, convolution)`. The input must be smaller than 2^31 `Float`s.
  public let convolutionOffsets: @Sendable (UnsafeMutablePointer<Int32>, BlockedConvolution) -> Void
  /// `Float`s in the packed weights of a convolution.
  public let packedWeightCount: @Sendable (BlockedConvolution) -> Int
  /// Packs weights `[outputChannels, inputChannels, kernelHeight, kernelWidth]` and a bias for
  /// `convolveBlocked`: `(weights, bias?, packed, packed bias, convolution)`. The packed bias has a
  /// `Float` for each lane of each output block.
  public let packConvolution:
    @Sendable (
      FloatPointer, FloatPointer?, MutableFloatPointer, MutableFloatPointer, BlockedConvolution
    ) -> Void
  /// Copies planes into planes with a border of zeros: `(x, y, planes, pixel, geometry)`, where
  /// `pixel` is the number of `Float`s at each place (`laneCount` for NCHWc), and of the geometry
  /// the input size and the padding count.
  public let padPlanes:
    @Sendable (FloatPointer, MutableFloatPointer, Int, Int, WindowGeometry) -> Void
  /// First stage of a convolution by minimal filtering: values at the points of the tiles and blocks
  /// of input channels of a part: `(input, values, convolution, part)`.
  public let winogradInput:
    @Sendable (FloatPointer, MutableFloatPointer, WinogradConvolution, WinogradPart) -> Void
  /// Last stage: outputs of the tiles and blocks of output channels of a part from their products:
  /// `(products, packed bias, residual?, output, convolution, part)`.
  public let winogradOutput:
    @Sendable (
      FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, WinogradConvolution,
      WinogradPart
    ) -> Void
  /// Transforms and packs weights `[outputChannels, inputChannels, taps, taps]` and a bias:
  /// `(weights, bias?, packed, packed bias, convolution, first block, end block)`. For each point
  /// `packed` has the weights of a 1 × 1 convolution as `packConvolution` packs them. Only what
  /// belongs to the given output blocks is written; the first is a multiple of `blocksPerTile`.
  public let packWinograd:
    @Sendable (
      FloatPointer, FloatPointer?, MutableFloatPointer, MutableFloatPointer, WinogradConvolution,
      Int, Int
    ) -> Void
  /// Depthwise convolution of `blocks` NCHWc planes: `(x, weights, bias, residual?, y, blocks, f,
  /// geometry)`. Weights are `[block][tap][lane]`, which `packChannels` makes of
  /// `[channels, taps]`; the bias has a `Float` for each lane.
  public let blockedDepthwise:
    @Sendable (
      FloatPointer, FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, Int,
      UnaryFunction, WindowGeometry
    ) -> Void
  /// `maxPool` on `blocks` NCHWc planes: `(x, y, blocks, geometry)`.
  public let blockedMaxPool:
    @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void
  /// `averagePool` on `blocks` NCHWc planes: `(x, y, blocks, geometry)`.
  public let blockedAveragePool:
    @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void
  /// `responseNormalization` on NCHWc: `(x, y, channels, block stride, pixels, parameters)`. At most
  /// `laneCount` channels on each side of a channel count.
  public let blockedResponseNormalization:
    @Sendable (
      FloatPointer, MutableFloatPointer, Int, Int, Int, ResponseNormalization
    ) -> Void
  /// `y = f(x · scale + shift)` on NCHWc, with a scale and a shift for each lane of each block:
  /// `(x, scale, shift, y, f, geometry)`, where a row is a block and has pixels · `laneCount`
  /// columns. In place.
  public let blockedScaleShift:
    @Sendable (
      FloatPointer, FloatPointer, FloatPointer, MutableFloatPointer, UnaryFunction, RowsGeometry
    ) -> Void
  /// Copies channels from one NCHWc image to lanes of another: `(x, y, move)`.
  public let moveChannels: @Sendable (FloatPointer, MutableFloatPointer, ChannelMove) -> Void
  /// `y[i] = Σ_t weights[t] · x[offsets[t] + i]` for `count` elements:
  /// `(x, offsets, weights, taps, y, count)`.
  public let weightedSum:
    @Sendable (
      FloatPointer, UnsafePointer<Int>, FloatPointer, Int, MutableFloatPointer, Int
    ) -> Void
  /// `y[r][c] = Σ_t weights[t][c] · x[r][indices[t][c]]`: `(x, y, indices, weights, geometry)`.
  public let interpolateRows:
    @Sendable (
      FloatPointer, MutableFloatPointer, UnsafePointer<Int32>, FloatPointer, InterpolationGeometry
    ) -> Void
  /// `y[i · stride] += x[i]` for `count` elements: `(x, y, count, stride)`.
  public let addStrided: @Sendable (FloatPointer, MutableFloatPointer, Int, Int) -> Void
  /// Runs `count` rounds of 12 independent multiply-adds on vectors of `laneCount`, for measuring
  /// the peak: `24 · laneCount · count` operations. The result means nothing.
  public let multiplyAddRounds: @Sendable (Int) -> Float
  /// The kernels on codes.
  public var integer: IntegerKernels

  /// Collects the kernels of one instruction set.
  public init(
    instructionSet: InstructionSet,
    laneCount: Int,
    unary: @escaping @Sendable (UnaryFunction, FloatPointer, MutableFloatPointer, Int) -> Void,
    binary:
      @escaping @Sendable (
        BinaryOperator, FloatPointer, FloatPointer, MutableFloatPointer, BinaryGeometry
      ) -> Void,
    biasActivation:
      @escaping @Sendable (
        FloatPointer, FloatPointer?, FloatPointer?, MutableFloatPointer, UnaryFunction, RowsGeometry
      ) -> Void,
    columnBiasActivation:
      @escaping @Sendable (
        FloatPointer, FloatPointer?, FloatPointer?, MutableFloatPointer, UnaryFunction, RowsGeometry
      ) -> Void,
    scaleShift:
      @escaping @Sendable (
        FloatPointer, FloatPointer, FloatPointer, MutableFloatPointer, UnaryFunction, RowsGeometry
      ) -> Void,
    softmax: @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int, Int, Bool) -> Void,
    reduceRows:
      @escaping @Sendable (ReductionKind, FloatPointer, MutableFloatPointer, Int, Int) -> Void,
    reduceColumns:
      @escaping @Sendable (ReductionKind, FloatPointer, MutableFloatPointer, Int, Int) -> Void,
    maxPool: @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void,
    averagePool:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void,
    responseNormalization:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int, ResponseNormalization) ->
      Void,
    im2col:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, WindowGeometry, PanelRange) -> Void,
    depthwise:
      @escaping @Sendable (
        FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, Int, Int, UnaryFunction,
        WindowGeometry
      ) -> Void,
    transpose: @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int, Int, Int) -> Void,
    packChannels: @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int) -> Void,
    unpackChannels: @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int) -> Void,
    dot: @escaping @Sendable (FloatPointer, FloatPointer, Int) -> Float,
    gemv:
      @escaping @Sendable (
        FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, Int, Int, UnaryFunction
      ) -> Void,
    blocksPerTile: Int,
    convolveBlocked:
      @escaping @Sendable (
        FloatPointer, UnsafePointer<Int32>, FloatPointer, FloatPointer, FloatPointer?,
        MutableFloatPointer, BlockedConvolution, OutputBox
      ) -> Void,
    convolutionOffsets:
      @escaping @Sendable (UnsafeMutablePointer<Int32>, BlockedConvolution) -> Void,
    packedWeightCount: @escaping @Sendable (BlockedConvolution) -> Int,
    packConvolution:
      @escaping @Sendable (
        FloatPointer, FloatPointer?, MutableFloatPointer, MutableFloatPointer, BlockedConvolution
      ) -> Void,
    padPlanes:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int, WindowGeometry) -> Void,
    winogradInput:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, WinogradConvolution, WinogradPart) ->
      Void,
    winogradOutput:
      @escaping @Sendable (
        FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, WinogradConvolution,
        WinogradPart
      ) -> Void,
    packWinograd:
      @escaping @Sendable (
        FloatPointer, FloatPointer?, MutableFloatPointer, MutableFloatPointer, WinogradConvolution,
        Int, Int
      ) -> Void,
    blockedDepthwise:
      @escaping @Sendable (
        FloatPointer, FloatPointer, FloatPointer, FloatPointer?, MutableFloatPointer, Int,
        UnaryFunction, WindowGeometry
      ) -> Void,
    blockedMaxPool:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void,
    blockedAveragePool:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, WindowGeometry) -> Void,
    blockedResponseNormalization:
      @escaping @Sendable (
        FloatPointer, MutableFloatPointer, Int, Int, Int, ResponseNormalization
      ) -> Void,
    blockedScaleShift:
      @escaping @Sendable (
        FloatPointer, FloatPointer, FloatPointer, MutableFloatPointer, UnaryFunction, RowsGeometry
      ) -> Void,
    moveChannels:
      @escaping @Sendable (FloatPointer, MutableFloatPointer, ChannelMove) -> Void,
    weightedSum:
      @escaping @Sendable (
        FloatPointer, UnsafePointer<Int>, FloatPointer, Int, MutableFloatPointer, Int
      ) -> Void,
    interpolateRows:
      @escaping @Sendable (
        FloatPointer, MutableFloatPointer, UnsafePointer<Int32>, FloatPointer,
        InterpolationGeometry
      ) -> Void,
    addStrided: @escaping @Sendable (FloatPointer, MutableFloatPointer, Int, Int) -> Void,
    multiplyAddRounds: @escaping @Sendable (Int) -> Float,
    integer: IntegerKernels
  ) {
    self.instructionSet = instructionSet
    self.laneCount = laneCount
    self.unary = unary
    self.binary = binary
    self.biasActivation = biasActivation
    self.columnBiasActivation = columnBiasActivation
    self.scaleShift = scaleShift
    self.softmax = softmax
    self.reduceRows = reduceRows
    self.reduceColumns = reduceColumns
    self.maxPool = maxPool
    self.averagePool = averagePool
    self.responseNormalization = responseNormalization
    self.im2col = im2col
    self.depthwise = depthwise
    self.transpose = transpose
    self.packChannels = packChannels
    self.unpackChannels = unpackChannels
    self.dot = dot
    self.gemv = gemv
    self.blocksPerTile = blocksPerTile
    self.convolveBlocked = convolveBlocked
    self.convolutionOffsets = convolutionOffsets
    self.packedWeightCount = packedWeightCount
    self.packConvolution = packConvolution
    self.padPlanes = padPlanes
    self.winogradInput = winogradInput
    self.winogradOutput = winogradOutput
    self.packWinograd = packWinograd
    self.blockedDepthwise = blockedDepthwise
    self.blockedMaxPool = blockedMaxPool
    self.blockedAveragePool = blockedAveragePool
    self.blockedResponseNormalization = blockedResponseNormalization
    self.blockedScaleShift = blockedScaleShift
    self.moveChannels = moveChannels
    self.weightedSum = weightedSum
    self.interpolateRows = interpolateRows
    self.addStrided = addStrided
    self.multiplyAddRounds = multiplyAddRounds
    self.integer = integer
  }
}

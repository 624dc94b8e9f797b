// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// What a tile reads and writes. The pointers are those of the tile's first pixel and block; tiles
/// of two rows have the distance between them as a row stride.
struct IntegerTile {
  var input: UnsafePointer<UInt8>
  var weights: UnsafeRawPointer
  var bias: UnsafePointer<Int32>
  var multipliers: UnsafePointer<Float>
  var result: UnsafeMutablePointer<UInt8>
  /// Where the groups of four bytes are in the input, from a pixel's first one.
  var offsets: UnsafePointer<Int32>
  var count: Int
  /// Distance in the input between the two rows of a tile.
  var inputRowStep: Int
  var resultBlockStride: Int
  var resultRowStride: Int
  var low: Float
  var high: Float
  var zeroPoint: UInt8
  /// What is added in the second stage, which is then the tile's too.
  var residual: UnsafePointer<UInt8>?
  var residualBlockStride: Int
  var residualRowStride: Int
  var requantization: Requantization

  /// The smallest code.
  @inline(always) var lowCode: UInt8 {
    UInt8(truncatingIfNeeded: Int(low) &+ Int(truncatingIfNeeded: zeroPoint))
  }
  /// What makes codes of sums.
  @inline(always) var stage: FirstStage { FirstStage(low, high, zeroPoint) }
}

/// A tile for which there is no function: puts it together of tiles of one row whose widths are the
/// bits of `widths`. A single pixel has no neighbours, so that any distance serves.
func splitIntegerTile(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int, blocks: Int,
  widths: Int
) {
  var part = t.pointee
  var r = 0
  while r < rows {
    var c = 0
    while c < columns {
      var width = columns &- c
      while (widths &>> width) & 1 == 0 { width &-= 1 }
      part.input = t.pointee.input + (r &* t.pointee.inputRowStep &+ c &* spacing)
      part.result = t.pointee.result + (r &* t.pointee.resultRowStride &+ c &* blockChannels)
      part.residual = t.pointee.residual.map {
        $0 + (r &* t.pointee.residualRowStride &+ c &* blockChannels)
      }
      integerTile(
        &part, rows: 1, columns: width, spacing: width == 1 ? blockChannels : spacing,
        blocks: blocks)
      c &+= width
    }
    r &+= 1
  }
}

/// One convolution's tiles.
private struct IntegerTileDriver {
  let g: IntegerConvolution
  let input: UnsafePointer<UInt8>
  let weights: UnsafeRawPointer
  let bias: UnsafePointer<Int32>
  let multipliers: UnsafePointer<Float>
  let residual: UnsafePointer<UInt8>?
  let output: UnsafeMutablePointer<UInt8>
  let box: OutputBox
  let weightsPerBlock: Int
  /// Distance in the input between neighbouring output pixels.
  let spacing: Int
  var t: IntegerTile

  @inline(always)
  mutating func computePixels(
    _ firstBlock: Int, _ endBlock: Int, row: Int, rows: Int, column: Int, columns: Int
  ) {
    t.input = input + (row &* g.strideHeight &* g.inputRowStride &+ column &* spacing)
    var block = firstBlock
    while block < endBlock {
      let blocks = smallest(integerTileBlocks, endBlock &- block)
      t.weights = weights + block &* weightsPerBlock
      t.bias = bias + block &* blockChannels
      t.multipliers = multipliers + block &* blockChannels
      t.result =
        output
        + (block &* g.outputBlockStride &+ row &* g.outputRowStride &+ column &* blockChannels)
      t.residual = residual.map {
        $0
          + (block &* g.residualBlockStride &+ row &* g.residualRowStride &+ column &* blockChannels)
      }
      integerTile(&t, rows: rows, columns: columns, spacing: spacing, blocks: blocks)
      if isScaledAfterwards { changeScale(blocks: blocks, rows: rows, columns: columns) }
      block &+= blocks
    }
  }

  /// Whether there is a second stage of one operand, which is rare.
  @inline(always) private var isScaledAfterwards: Bool {
    g.requantization.hasSecondStage && residual == nil
  }

  /// Takes the codes of a tile through a second stage without a residual.
  @inline(never)
  func changeScale(blocks: Int, rows: Int, columns: Int) {
    var line = 0
    while line < blocks &* rows {
      let (block, row) = (line / rows, line % rows)
      let out = t.result + (block &* t.resultBlockStride &+ row &* t.resultRowStride)
      combineCodes(
        out, g.requantization.ownZeroPoint, nil, out, columns &* blockChannels, g.requantization)
      line &+= 1
    }
  }

  /// Walks the pixels of the box for some of its blocks. The tiles of a row are as equal as can be,
  /// since short ones are slower; two rows are walked together where that takes fewer tiles.
  mutating func run(_ firstBlock: Int, _ endBlock: Int) {
    let width = box.endColumn &- box.firstColumn
    let single = (width &+ integerTilePixels &- 1) / integerTilePixels
    let half = integerTilePixels / 2
    let paired = integerTilePixels < 6 ? Int.max : (width &+ half &- 1) / half
    var row = box.firstRow
    while row < box.endRow {
      let rows = paired < 2 &* single && row &+ 2 <= box.endRow ? 2 : 1
      let tiles = rows == 2 ? paired : single
      var index = 0
      while index < tiles {
        let first = width &* index / tiles
        let columns = width &* (index &+ 1) / tiles &- first
        computePixels(
          firstBlock, endBlock, row: row, rows: rows, column: box.firstColumn &+ first,
          columns: columns)
        index &+= 1
      }
      row &+= rows
    }
  }
}

/// Bytes between pixels of the input.
@inline(always) private func pixelStride(_ g: IntegerConvolution) -> Int {
  g.isInterleaved ? g.inputChannels : blockChannels
}

/// Groups of four bytes in a row of taps of interleaved channels.
@inline(always) private func rowTerms(_ g: IntegerConvolution) -> Int {
  (g.kernelWidth &* g.inputChannels &+ 3) / 4
}

@inline(always) private func termCount(_ g: IntegerConvolution) -> Int {
  g.isInterleaved
    ? g.kernelHeight &* rowTerms(g)
    : g.kernelHeight &* g.kernelWidth &* ((g.inputChannels &+ 3) / 4)
}

@inline(always) private func outputBlocks(_ g: IntegerConvolution) -> Int {
  (g.outputChannels &+ blockChannels &- 1) / blockChannels
}

func convolveCodes(
  _ input: UnsafePointer<UInt8>, _ offsets: UnsafePointer<Int32>, _ weights: UnsafeRawPointer,
  _ bias: UnsafePointer<Int32>, _ multipliers: UnsafePointer<Float>,
  _ residual: UnsafePointer<UInt8>?, _ output: UnsafeMutablePointer<UInt8>,
  _ g: IntegerConvolution, _ box: OutputBox
) {
  let count = termCount(g)
  let tile = IntegerTile(
    input: input, weights: weights, bias: bias, multipliers: multipliers, result: output,
    offsets: offsets, count: count, inputRowStep: g.strideHeight &* g.inputRowStride,
    resultBlockStride: g.outputBlockStride, resultRowStride: g.outputRowStride,
    low: g.requantization.low, high: g.requantization.high,
    zeroPoint: g.requantization.ownZeroPoint,
    residual: g.requantization.hasSecondStage ? residual : nil,
    residualBlockStride: g.residualBlockStride, residualRowStride: g.residualRowStride,
    requantization: g.requantization)
  var driver = IntegerTileDriver(
    g: g, input: input, weights: weights, bias: bias, multipliers: multipliers,
    residual: tile.residual, output: output, box: box,
    weightsPerBlock: count &* integerTermBytes, spacing: g.strideWidth &* pixelStride(g), t: tile)
  // Either the weights of all blocks stay in the second-level cache and pixels pass by once, or
  // each tile's weights stay there while all pixels pass by. The limit is half of 1 MB.
  if (box.endBlock &- box.firstBlock) &* driver.weightsPerBlock <= 1 << 19 {
    driver.run(box.firstBlock, box.endBlock)
    return
  }
  var block = box.firstBlock
  while block < box.endBlock {
    driver.run(block, smallest(box.endBlock, block &+ integerTileBlocks))
    block &+= integerTileBlocks
  }
}

func packedCodeBytes(_ g: IntegerConvolution) -> Int {
  outputBlocks(g) &* termCount(g) &* integerTermBytes
}

/// The order of the groups: input block, tap, four channels; of interleaved channels: row of taps,
/// four bytes.
func codeOffsets(_ offsets: UnsafeMutablePointer<Int32>, _ g: IntegerConvolution) {
  var out = offsets
  if g.isInterleaved {
    var row = 0
    while row < g.kernelHeight {
      var term = 0
      while term < rowTerms(g) {
        out.pointee = Int32(
          truncatingIfNeeded: row &* g.dilationHeight &* g.inputRowStride &+ 4 &* term)
        out += 1
        term &+= 1
      }
      row &+= 1
    }
    return
  }
  let end = g.firstChannel &+ g.inputChannels
  var channel = g.firstChannel
  while channel < end {
    let lane = channel % blockChannels
    let count = smallest(end &- channel, blockChannels &- lane)
    let block = channel / blockChannels &* g.inputBlockStride &+ lane
    var tap = 0
    while tap < g.kernelHeight &* g.kernelWidth {
      let row = tap / g.kernelWidth &* g.dilationHeight &* g.inputRowStride
      let column = tap % g.kernelWidth &* g.dilationWidth &* blockChannels
      var k = 0
      while k < count {
        out.pointee = Int32(truncatingIfNeeded: block &+ row &+ column &+ k)
        out += 1
        k &+= 4
      }
      tap &+= 1
    }
    channel &+= count
  }
}

/// Packs the weights in the order of the offsets, tile by tile.
func packCodes(
  _ weights: UnsafePointer<Int8>, _ packed: UnsafeMutableRawPointer, _ g: IntegerConvolution
) {
  let taps = g.kernelHeight &* g.kernelWidth
  let filter = g.inputChannels &* taps
  let blocks = outputBlocks(g)
  var out = packed
  var block = 0
  while block < blocks {
    let width = smallest(integerTileBlocks, blocks &- block)
    if g.isInterleaved {
      var row = 0
      while row < g.kernelHeight {
        var term = 0
        while term < rowTerms(g) {
          packTerm(out, block, width, g) { o, k in
            let byte = 4 &* term &+ k
            let (column, channel) = (byte / g.inputChannels, byte % g.inputChannels)
            guard column < g.kernelWidth else { return 0 }
            return weights[o &* filter &+ channel &* taps &+ row &* g.kernelWidth &+ column]
          }
          out += width &* integerTermBytes
          term &+= 1
        }
        row &+= 1
      }
    } else {
      var channel = 0
      while channel < g.inputChannels {
        let lane = (g.firstChannel &+ channel) % blockChannels
        let count = smallest(g.inputChannels &- channel, blockChannels &- lane)
        var tap = 0
        while tap < taps {
          var first = 0
          while first < count {
            packTerm(out, block, width, g) { o, k in
              guard first &+ k < count else { return 0 }
              return weights[o &* filter &+ (channel &+ first &+ k) &* taps &+ tap]
            }
            out += width &* integerTermBytes
            first &+= 4
          }
          tap &+= 1
        }
        channel &+= count
      }
    }
    block &+= integerTileBlocks
  }
}

/// Packs the weights of four bytes for some blocks of outputs.
@inline(always) private func packTerm(
  _ out: UnsafeMutableRawPointer, _ block: Int, _ width: Int, _ g: IntegerConvolution,
  _ weight: (Int, Int) -> Int8
) {
  var lane = 0
  while lane < width &* blockChannels {
    let o = block &* blockChannels &+ lane
    var k = 0
    while k < 4 {
      let value: Int8 = o < g.outputChannels ? weight(o, k) : 0
      storeIntegerWeight(
        value, out + lane / blockChannels &* integerTermBytes, channel: lane % blockChannels, k)
      k &+= 1
    }
    lane &+= 1
  }
}

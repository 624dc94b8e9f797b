// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// What a tile reads and writes. The pointers are those of the tile's first pixel and block; tiles
/// of two rows have the distance between them as a row stride.
struct TileArguments {
  var input: UnsafePointer<Float>
  var weights: UnsafePointer<Float>
  var bias: UnsafePointer<Float>
  var residual: UnsafePointer<Float>?
  /// Where the sums go: the output, or scratch memory if not all lanes of it are ours.
  var result: UnsafeMutablePointer<Float>
  /// Where the terms of the sums are in the input, from a pixel's first one.
  var offsets: UnsafePointer<Int32>
  var count: Int
  /// Distance in the input between the two rows of a tile.
  var inputRowStep: Int
  var resultBlockStride: Int
  var resultRowStride: Int
  var residualBlockStride: Int
  var residualRowStride: Int
  var low: Float
  var high: Float
}

/// A tile for which there is no function: puts it together of tiles of one row whose widths are the
/// bits of `widths`. A single pixel has no neighbours, so that any distance serves.
func splitTile(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int, blocks: Int,
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
      part.result = t.pointee.result + (r &* t.pointee.resultRowStride &+ c &* laneCount)
      if let residual = t.pointee.residual {
        part.residual = residual + (r &* t.pointee.residualRowStride &+ c &* laneCount)
      }
      let partSpacing = width == 1 ? 1 : spacing
      if blocks == 1 {
        convolveTile1(&part, rows: 1, columns: width, spacing: partSpacing)
      } else {
        convolveTile2(&part, rows: 1, columns: width, spacing: partSpacing)
      }
      c &+= width
    }
    r &+= 1
  }
}

/// One convolution's tiles.
private struct TileDriver {
  let g: BlockedConvolution
  let input: UnsafePointer<Float>
  let weights: UnsafePointer<Float>
  let bias: UnsafePointer<Float>
  let residual: UnsafePointer<Float>?
  let output: UnsafeMutablePointer<Float>
  let isClamp: Bool
  /// Memory for a tile of which some lanes are not written.
  let scratch: UnsafeMutablePointer<Float>
  let box: OutputBox
  var t: TileArguments

  /// Weights of one block of output channels.
  @inline(always) var weightsPerBlock: Int { termCount(g) &* laneCount }
  /// Distance in the input between neighbouring output pixels.
  @inline(always) var spacing: Int { g.strideWidth &* g.inputPixelStride }

  /// The blocks `firstBlock ..< endBlock` of the rows `row ..< row + rows` and columns `column ..< column + columns`.
  @inline(always)
  mutating func computePixels(
    _ firstBlock: Int, _ endBlock: Int, row: Int, rows: Int, column: Int, columns: Int
  ) {
    var block = firstBlock
    while block < endBlock {
      let blocks = min(tileBlocks, endBlock &- block)
      computeTile(
        block: block, blocks: blocks, row: row, rows: rows, column: column, columns: columns)
      block &+= blocks
    }
  }

  @inline(always)
  mutating func computeTile(
    block: Int, blocks: Int, row: Int, rows: Int, column: Int, columns: Int
  ) {
    t.input =
      input
      + (row &* g.strideHeight &* g.inputRowStride &+ column &* spacing)
    t.weights = weights + block &* weightsPerBlock
    t.bias = bias + block &* laneCount
    let out =
      output
      + (block &* g.outputBlockStride &+ row &* g.outputRowStride &+ column &* laneCount)
    if g.accumulates {
      t.residual = UnsafePointer(out)
    } else {
      t.residual = residual
      if let residual {
        t.residual =
          residual
          + (block &* g.residualBlockStride &+ row &* g.residualRowStride &+ column &* laneCount)
      }
    }
    let firstLane = g.outputLane &- block &* laneCount
    let endLane = firstLane &+ g.outputChannels
    let isWhole = !g.preservesOtherLanes || (firstLane <= 0 && endLane >= blocks &* laneCount)
    t.result = isWhole ? out : scratch
    t.resultRowStride = isWhole ? g.outputRowStride : columns &* laneCount
    t.resultBlockStride = isWhole ? g.outputBlockStride : rows &* columns &* laneCount
    if blocks == 1 {
      convolveTile1(&t, rows: rows, columns: columns, spacing: spacing)
    } else {
      convolveTile2(&t, rows: rows, columns: columns, spacing: spacing)
    }
    if !isClamp { activate(blocks: blocks, rows: rows, columns: columns) }
    if !isWhole {
      copyLanes(
        to: out, firstLane: firstLane, endLane: endLane, blocks: blocks, rows: rows,
        columns: columns)
    }
  }

  /// Applies what is not a clamp to the tile while it is in the first-level cache.
  @inline(never)
  func activate(blocks: Int, rows: Int, columns: Int) {
    var line = 0
    while line < blocks &* rows {
      let out =
        t.result + (line / rows &* t.resultBlockStride &+ line % rows &* t.resultRowStride)
      unary(g.activation, out, out, columns &* laneCount)
      line &+= 1
    }
  }

  /// Copies the lanes of the tile that belong to this convolution from scratch memory.
  @inline(never)
  func copyLanes(
    to out: UnsafeMutablePointer<Float>, firstLane: Int, endLane: Int, blocks: Int, rows: Int,
    columns: Int
  ) {
    var index = 0
    while index < blocks &* rows &* columns {
      let block = index / (rows &* columns)
      let row = index / columns % rows
      let place =
        block &* g.outputBlockStride &+ row &* g.outputRowStride &+ index % columns &* laneCount
      let first = max(0, firstLane &- block &* laneCount)
      let end = min(laneCount, endLane &- block &* laneCount)
      let old = load(out + place)
      store(keep(load(scratch + index &* laneCount), first, end, fill: old), out + place)
      index &+= 1
    }
  }

  /// Walks the pixels of the box for some of its blocks. The tiles of a row are as equal as can be,
  /// since short ones are slower; two rows are walked together where that takes fewer tiles.
  mutating func run(_ firstBlock: Int, _ endBlock: Int) {
    let width = box.endColumn &- box.firstColumn
    let single = ceilingDivide(width, tilePixels)
    let paired = tilePixels < 6 ? Int.max : ceilingDivide(width, tilePixels / 2)
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

func convolveBlocked(
  _ input: UnsafePointer<Float>, _ offsets: UnsafePointer<Int32>,
  _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
  _ residual: UnsafePointer<Float>?, _ output: UnsafeMutablePointer<Float>,
  _ g: BlockedConvolution, _ box: OutputBox
) {
  // Stack memory for the sums of a tile: 28 vectors are the most there are.
  typealias Row = (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)
  let none = splat(0)
  let row: Row = (none, none, none, none, none, none, none)
  var memory = (row, row, row, row)
  convolveBlocked(input, offsets, weights, bias, residual, output, g, box, scratch: &memory)
}

private func convolveBlocked(
  _ input: UnsafePointer<Float>, _ offsets: UnsafePointer<Int32>,
  _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
  _ residual: UnsafePointer<Float>?, _ output: UnsafeMutablePointer<Float>,
  _ g: BlockedConvolution, _ box: OutputBox, scratch: UnsafeMutableRawPointer
) {
  let (map, isClamp) = clamp(of: g.activation)
  let arguments = TileArguments(
    input: input, weights: weights, bias: bias, residual: residual, result: output,
    offsets: offsets, count: termCount(g),
    inputRowStep: g.strideHeight &* g.inputRowStride, resultBlockStride: g.outputBlockStride,
    resultRowStride: g.outputRowStride,
    residualBlockStride: g.accumulates ? g.outputBlockStride : g.residualBlockStride,
    residualRowStride: g.accumulates ? g.outputRowStride : g.residualRowStride,
    low: map.low[0], high: map.high[0])
  var driver = TileDriver(
    g: g, input: input, weights: weights, bias: bias, residual: residual,
    output: output, isClamp: isClamp, scratch: scratch.assumingMemoryBound(to: Float.self),
    box: box,
    t: arguments)
  // Either the weights of all blocks stay in the second-level cache and pixels pass by once, or
  // each tile's weights stay there while all pixels pass by. The limit is half of 1 MB.
  if (box.endBlock &- box.firstBlock) &* driver.weightsPerBlock <= 1 << 17 {
    driver.run(box.firstBlock, box.endBlock)
    return
  }
  var block = box.firstBlock
  while block < box.endBlock {
    driver.run(block, min(box.endBlock, block &+ tileBlocks))
    block &+= tileBlocks
  }
}

/// Blocks that hold the output channels.
@inline(always) private func outputBlocks(_ g: BlockedConvolution) -> Int {
  (g.outputLane &+ g.outputChannels &+ laneCount &- 1) / laneCount
}

/// Products that are summed for an output.
@inline(always) private func termCount(_ g: BlockedConvolution) -> Int {
  g.kernelHeight &* g.kernelWidth &* g.inputChannels
}

func packedWeightCount(_ g: BlockedConvolution) -> Int {
  outputBlocks(g) &* termCount(g) &* laneCount
}

/// The order of the terms: input block, tap, channel of the block.
func convolutionOffsets(_ offsets: UnsafeMutablePointer<Int32>, _ g: BlockedConvolution) {
  var out = offsets
  var channel = 0
  while channel < g.inputChannels {
    let first = g.inputLane &+ channel
    let lane = first % g.inputBlockChannels
    let count = min(g.inputChannels &- channel, g.inputBlockChannels &- lane)
    let block = first / g.inputBlockChannels &* g.inputBlockStride &+ lane
    var tap = 0
    while tap < g.kernelHeight &* g.kernelWidth {
      let row = tap / g.kernelWidth &* g.dilationHeight &* g.inputRowStride
      let column = tap % g.kernelWidth &* g.dilationWidth &* g.inputPixelStride
      var k = 0
      while k < count {
        out.pointee = Int32(truncatingIfNeeded: block &+ row &+ column &+ k)
        out += 1
        k &+= 1
      }
      tap &+= 1
    }
    channel &+= count
  }
}

func packConvolution(
  _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
  _ packed: UnsafeMutablePointer<Float>, _ packedBias: UnsafeMutablePointer<Float>,
  _ g: BlockedConvolution
) {
  let taps = g.kernelHeight &* g.kernelWidth
  let blocks = outputBlocks(g)
  var out = packed
  var block = 0
  while block < blocks {
    let width = min(tileBlocks, blocks &- block) &* laneCount
    // In the order of the offsets.
    var channel = 0
    while channel < g.inputChannels {
      let lane = (g.inputLane &+ channel) % g.inputBlockChannels
      let count = min(g.inputChannels &- channel, g.inputBlockChannels &- lane)
      var tap = 0
      while tap < taps {
        var k = channel
        while k < channel &+ count {
          var lane = 0
          while lane < width {
            let o = block &* laneCount &+ lane &- g.outputLane
            let inside = o >= 0 && o < g.outputChannels
            out[lane] = inside ? weights[(o &* g.inputChannels &+ k) &* taps &+ tap] : 0
            lane &+= 1
          }
          out += width
          k &+= 1
        }
        tap &+= 1
      }
      channel &+= count
    }
    block &+= tileBlocks
  }
  var lane = 0
  while lane < blocks &* laneCount {
    let o = lane &- g.outputLane
    packedBias[lane] = o >= 0 && o < g.outputChannels ? bias?[o] ?? 0 : 0
    lane &+= 1
  }
}

/// Copies planes, of `pixel` `Float`s each place, into planes with a border of zeros.
func padPlanes(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ planes: Int, _ pixel: Int,
  _ g: WindowGeometry
) {
  let width = g.padLeft &+ g.inputWidth &+ g.padRight
  let height = g.padTop &+ g.inputHeight &+ g.padBottom
  var row = 0
  while row < planes &* height {
    let out = y + row &* width &* pixel
    let source = row % height &- g.padTop
    if source < 0 || source >= g.inputHeight {
      fill(out, width &* pixel, with: splat(0))
    } else {
      let start = (row / height &* g.inputHeight &+ source) &* g.inputWidth &* pixel
      fill(out, g.padLeft &* pixel, with: splat(0))
      copy(x + start, out + g.padLeft &* pixel, g.inputWidth &* pixel)
      fill(
        out + (g.padLeft &+ g.inputWidth) &* pixel, g.padRight &* pixel, with: splat(0))
    }
    row &+= 1
  }
}

/// `count` rounds of 12 independent multiply-adds on vectors, for measuring the peak.
func multiplyAddRounds(_ count: Int) -> Float {
  let x = splat(0.999)
  var a = splat(1)
  var b = splat(2)
  var c = splat(3)
  var d = splat(4)
  var e = splat(5)
  var f = splat(6)
  var g = splat(7)
  var h = splat(8)
  var i = splat(9)
  var j = splat(10)
  var k = splat(11)
  var l = splat(12)
  var round = 0
  while round < count {
    a = multiplyAdd(a, x, x)
    b = multiplyAdd(b, x, x)
    c = multiplyAdd(c, x, x)
    d = multiplyAdd(d, x, x)
    e = multiplyAdd(e, x, x)
    f = multiplyAdd(f, x, x)
    g = multiplyAdd(g, x, x)
    h = multiplyAdd(h, x, x)
    i = multiplyAdd(i, x, x)
    j = multiplyAdd(j, x, x)
    k = multiplyAdd(k, x, x)
    l = multiplyAdd(l, x, x)
    round &+= 1
  }
  return horizontalSum(((a + b) + (c + d)) + ((e + f) + (g + h)) + ((i + j) + (k + l)))
}

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// What of a tile is stored, and where.
struct WinogradOutput {
  var result: UnsafeMutablePointer<Float>
  var residual: UnsafePointer<Float>?
  /// Bias of the block.
  var bias: UnsafePointer<Float>
  /// Rows and columns of the tile inside of the image.
  var rows: Int
  var columns: Int
  var resultRowStride: Int
  var residualRowStride: Int
  var low: Float
  var high: Float
}

/// Stack memory for the up to 121 vectors of a tile.
private typealias TileRow = (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)
private typealias TileMemory = (
  TileRow, TileRow, TileRow, TileRow, TileRow, TileRow, TileRow, TileRow, TileRow, TileRow, TileRow,
  TileRow, TileRow, TileRow, TileRow, TileRow
)

@inline(always) private func tileMemory() -> TileMemory {
  let none = splat(0)
  let row: TileRow = (none, none, none, none, none, none, none, none)
  return (
    row, row, row, row, row, row, row, row, row, row, row, row, row, row, row, row
  )
}

/// Where a tile is: its image, and its first output pixel.
@inline(always)
private func position(
  _ tile: Int, _ g: WinogradConvolution
) -> (image: Int, row: Int, column: Int) {
  let tiles = g.tileColumns &* g.tileRows
  let inImage = tile % tiles
  return (
    tile / tiles, inImage / g.tileColumns &* g.transform.outputs,
    inImage % g.tileColumns &* g.transform.outputs
  )
}

@inline(always)
private func transformInputTile(
  _ transform: WinogradTransform, _ x: UnsafePointer<Float>, rowStride: Int,
  _ v: UnsafeMutablePointer<Float>, pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  switch transform {
  case .f2x3: winogradInputTile4(x, rowStride: rowStride, v, pointStride: pointStride, rows: rows)
  case .f4x3, .f2x5:
    winogradInputTile6(x, rowStride: rowStride, v, pointStride: pointStride, rows: rows)
  case .f5x3: winogradInputTile7(x, rowStride: rowStride, v, pointStride: pointStride, rows: rows)
  case .f6x3, .f4x5:
    winogradInputTile8(x, rowStride: rowStride, v, pointStride: pointStride, rows: rows)
  case .f4x3s2:
    winogradInputTile9(x, rowStride: rowStride, v, pointStride: pointStride, rows: rows)
  case .f5x3s2:
    winogradInputTile11(x, rowStride: rowStride, v, pointStride: pointStride, rows: rows)
  }
}

@inline(always)
private func transformOutputTile(
  _ transform: WinogradTransform, _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  switch transform {
  case .f2x3: winogradOutputTile4x2(m, pointStride: pointStride, t, rows: rows)
  case .f4x3: winogradOutputTile6x4(m, pointStride: pointStride, t, rows: rows)
  case .f5x3: winogradOutputTile7x5(m, pointStride: pointStride, t, rows: rows)
  case .f6x3: winogradOutputTile8x6(m, pointStride: pointStride, t, rows: rows)
  case .f2x5: winogradOutputTile6x2(m, pointStride: pointStride, t, rows: rows)
  case .f4x5: winogradOutputTile8x4(m, pointStride: pointStride, t, rows: rows)
  case .f4x3s2: winogradOutputTile9x4(m, pointStride: pointStride, t, rows: rows)
  case .f5x3s2: winogradOutputTile11x5(m, pointStride: pointStride, t, rows: rows)
  }
}

/// Copies a tile that reaches over the border of a plane, with zeros outside.
@inline(never)
private func gatherTile(
  _ plane: UnsafePointer<Float>, row: Int, column: Int, points: Int,
  _ out: UnsafeMutablePointer<Float>, _ g: WinogradConvolution
) {
  let first = min(points, max(0, 0 &- column))
  let end = max(first, min(points, g.inputWidth &- column))
  var i = 0
  while i < points {
    let line = out + i &* points &* laneCount
    if row &+ i < 0 || row &+ i >= g.inputHeight {
      fill(line, points &* laneCount, with: splat(0))
    } else {
      fill(line, first &* laneCount, with: splat(0))
      let source = (row &+ i) &* g.inputWidth &+ column &+ first
      copy(plane + source &* laneCount, line + first &* laneCount, (end &- first) &* laneCount)
      fill(line + end &* laneCount, (points &- end) &* laneCount, with: splat(0))
    }
    i &+= 1
  }
}

func winogradInput(
  _ x: UnsafePointer<Float>, _ v: UnsafeMutablePointer<Float>, _ g: WinogradConvolution,
  _ part: WinogradPart
) {
  var gathered = tileMemory()
  var rows = tileMemory()
  winogradInput(x, v, g, part, gathered: &gathered, rows: &rows)
}

private func winogradInput(
  _ x: UnsafePointer<Float>, _ v: UnsafeMutablePointer<Float>, _ g: WinogradConvolution,
  _ part: WinogradPart, gathered: UnsafeMutableRawPointer, rows: UnsafeMutableRawPointer
) {
  let gathered = gathered.assumingMemoryBound(to: Float.self)
  let rows = rows.assumingMemoryBound(to: Float.self)
  let points = g.transform.points
  let plane = g.inputHeight &* g.inputWidth &* laneCount
  let pointStride = g.pointStride(blocks: g.inputBlocks)
  var block = part.firstBlock
  while block < part.endBlock {
    var out = v + block &* g.panelTiles &* laneCount
    var tile = part.firstTile
    while tile < part.endTile {
      let at = position(tile, g)
      let row = at.row &* g.transform.stride &- g.padTop
      let column = at.column &* g.transform.stride &- g.padLeft
      let source = x + (at.image &* g.inputImageStride &+ block &* plane)
      if row >= 0, column >= 0, row &+ points <= g.inputHeight, column &+ points <= g.inputWidth {
        transformInputTile(
          g.transform, source + (row &* g.inputWidth &+ column) &* laneCount,
          rowStride: g.inputWidth &* laneCount, out, pointStride: pointStride, rows: rows)
      } else {
        gatherTile(source, row: row, column: column, points: points, gathered, g)
        transformInputTile(
          g.transform, gathered, rowStride: points &* laneCount, out, pointStride: pointStride,
          rows: rows)
      }
      out += laneCount
      tile &+= 1
    }
    block &+= 1
  }
}

func winogradOutput(
  _ m: UnsafePointer<Float>, _ bias: UnsafePointer<Float>, _ residual: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ g: WinogradConvolution, _ part: WinogradPart
) {
  var rows = tileMemory()
  winogradOutput(m, bias, residual, y, g, part, rows: &rows)
}

private func winogradOutput(
  _ m: UnsafePointer<Float>, _ bias: UnsafePointer<Float>, _ residual: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ g: WinogradConvolution, _ part: WinogradPart,
  rows: UnsafeMutableRawPointer
) {
  let rows = rows.assumingMemoryBound(to: Float.self)
  let (map, isClamp) = clamp(of: g.activation)
  let rowStride = g.outputWidth &* laneCount
  let pointStride = g.pointStride(blocks: g.outputBlocks)
  var t = WinogradOutput(
    result: y, residual: residual, bias: bias, rows: 0, columns: 0, resultRowStride: rowStride,
    residualRowStride: rowStride, low: map.low[0], high: map.high[0])
  var block = part.firstBlock
  while block < part.endBlock {
    var products = m + block &* g.panelTiles &* laneCount
    t.bias = bias + block &* laneCount
    var tile = part.firstTile
    while tile < part.endTile {
      let at = position(tile, g)
      let place =
        at.image &* g.outputImageStride
        &+ ((block &* g.outputHeight &+ at.row) &* g.outputWidth &+ at.column) &* laneCount
      t.result = y + place
      if let residual { t.residual = residual + place }
      t.rows = min(g.transform.outputs, g.outputHeight &- at.row)
      t.columns = min(g.transform.outputs, g.outputWidth &- at.column)
      transformOutputTile(g.transform, products, pointStride: pointStride, t, rows: rows)
      if !isClamp {
        var row = 0
        while row < t.rows {
          let line = t.result + row &* rowStride
          unary(g.activation, line, line, t.columns &* laneCount)
          row &+= 1
        }
      }
      products += laneCount
      tile &+= 1
    }
    block &+= 1
  }
}

/// Rows of G, which takes taps to points: the weights of a polynomial's value at each point,
/// divided by the product of the distances to the other points. At stride 2 the polynomial is that
/// of the even taps, and the last row is the odd tap.
private func fillWeightTransform(_ transform: WinogradTransform, _ g: UnsafeMutablePointer<Double>)
{
  let stride = transform.stride
  let taps = transform.taps
  let points = stride == 1 ? transform.points : transform.outputs &+ 1
  var i = 0
  while i < transform.weightPoints &* taps {
    g[i] = 0
    i &+= 1
  }
  if stride == 2 { g[points &* taps &+ 1] = 1 }
  i = 0
  while i < points {
    let p = winogradPoint(points, i)
    var divisor = 1.0
    var j = 0
    while j < points &- 1 {
      if j != i { divisor *= p - winogradPoint(points, j) }
      j &+= 1
    }
    var power = 1.0 / divisor
    var tap = 0
    while tap < taps {
      if i == points &- 1 {
        g[i &* taps &+ tap] = tap == taps &- 1 ? 1 : 0
      } else {
        g[i &* taps &+ tap] = power
        power *= p
      }
      tap &+= stride
    }
    i &+= 1
  }
}

/// 40 · 8 `Double`s on the stack: G, or the taps of 8 channels between the two directions.
private typealias DoubleRow = (
  SIMD8<Double>, SIMD8<Double>, SIMD8<Double>, SIMD8<Double>, SIMD8<Double>
)
private typealias DoubleMemory = (
  DoubleRow, DoubleRow, DoubleRow, DoubleRow, DoubleRow, DoubleRow, DoubleRow, DoubleRow
)

@inline(always) private func doubleMemory() -> DoubleMemory {
  let none = SIMD8<Double>(repeating: 0)
  let row: DoubleRow = (none, none, none, none, none)
  return (row, row, row, row, row, row, row, row)
}

func packWinograd(
  _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
  _ packed: UnsafeMutablePointer<Float>, _ packedBias: UnsafeMutablePointer<Float>,
  _ g: WinogradConvolution, _ firstBlock: Int, _ endBlock: Int
) {
  var matrix = doubleMemory()
  var taps = doubleMemory()
  var half = doubleMemory()
  packWinograd(
    weights, bias, packed, packedBias, g, firstBlock, endBlock, matrix: &matrix, taps: &taps,
    half: &half)
}

private func packWinograd(
  _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
  _ packed: UnsafeMutablePointer<Float>, _ packedBias: UnsafeMutablePointer<Float>,
  _ g: WinogradConvolution, _ firstBlock: Int, _ endBlock: Int,
  matrix: UnsafeMutableRawPointer, taps: UnsafeMutableRawPointer, half: UnsafeMutableRawPointer
) {
  let matrix = matrix.assumingMemoryBound(to: Double.self)
  let taps = taps.assumingMemoryBound(to: SIMD8<Double>.self)
  let half = half.assumingMemoryBound(to: SIMD8<Double>.self)
  fillWeightTransform(g.transform, matrix)
  let r = g.transform.taps
  let points = g.transform.weightPoints
  // At each point the weights are those of a 1 × 1 convolution, as `packConvolution` packs them.
  let pointStride = g.outputBlocks &* g.inputChannels &* laneCount
  var block = firstBlock
  while block < endBlock {
    let width = min(tileBlocks, g.outputBlocks &- block) &* laneCount
    var k = 0
    while k < g.inputChannels {
      let out = packed + (block &* g.inputChannels &* laneCount &+ k &* width)
      var lane = 0
      while lane < width {
        // 8 output channels at a time.
        var tap = 0
        while tap < r &* r {
          var v = SIMD8<Double>(repeating: 0)
          var i = 0
          while i < 8 {
            let o = block &* laneCount &+ lane &+ i
            if o < g.outputChannels {
              v[i] = Double(weights[(o &* g.inputChannels &+ k) &* r &* r &+ tap])
            }
            i &+= 1
          }
          taps[tap] = v
          tap &+= 1
        }
        var i = 0
        while i < points {
          var column = 0
          while column < r {
            var sum = SIMD8<Double>(repeating: 0)
            var row = 0
            while row < r {
              sum += taps[row &* r &+ column] * matrix[i &* r &+ row]
              row &+= 1
            }
            half[i &* r &+ column] = sum
            column &+= 1
          }
          i &+= 1
        }
        i = 0
        while i < points {
          var j = 0
          while j < points {
            var sum = SIMD8<Double>(repeating: 0)
            var column = 0
            while column < r {
              sum += half[i &* r &+ column] * matrix[j &* r &+ column]
              column &+= 1
            }
            let target = out + ((i &* points &+ j) &* pointStride &+ lane)
            espalier_storeu_f32x8(target, espalier_narrow_f64x8(sum))
            j &+= 1
          }
          i &+= 1
        }
        lane &+= 8
      }
      k &+= 1
    }
    block &+= tileBlocks
  }
  var o = firstBlock &* laneCount
  while o < endBlock &* laneCount {
    packedBias[o] = o < g.outputChannels ? bias?[o] ?? 0 : 0
    o &+= 1
  }
}

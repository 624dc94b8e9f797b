// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// What a group of neighbouring outputs reads and writes. Taps on padding are left out: `rows` and
/// `columns` count those that remain.
private struct DepthwiseOutputs {
  /// First tap of the first output.
  var x: UnsafePointer<Float>
  /// Weight of that tap.
  var weights: UnsafePointer<Float>
  var residual: UnsafePointer<Float>?
  var y: UnsafeMutablePointer<Float>
  var rows: Int
  var columns: Int
  let rowStride: Int
  let columnStride: Int
  let weightRowStride: Int
  let bias: Lanes
  let map: ClipMap
}

/// 8 outputs whose inputs are `spacing` apart. `columns` repeats `o.columns`, as a literal where
/// that lets the loop over taps unroll.
@inline(always)
private func convolve8(_ o: DepthwiseOutputs, spacing: Int, columns: Int) {
  var s0 = o.bias
  var s1 = o.bias
  var s2 = o.bias
  var s3 = o.bias
  var s4 = o.bias
  var s5 = o.bias
  var s6 = o.bias
  var s7 = o.bias
  var i = 0
  while i < o.rows {
    var j = 0
    while j < columns {
      let w = load(o.weights + (i &* o.weightRowStride &+ j &* laneCount))
      let p = o.x + (i &* o.rowStride &+ j &* o.columnStride)
      s0 = multiplyAdd(load(p), w, s0)
      s1 = multiplyAdd(load(p + spacing), w, s1)
      s2 = multiplyAdd(load(p + 2 &* spacing), w, s2)
      s3 = multiplyAdd(load(p + 3 &* spacing), w, s3)
      s4 = multiplyAdd(load(p + 4 &* spacing), w, s4)
      s5 = multiplyAdd(load(p + 5 &* spacing), w, s5)
      s6 = multiplyAdd(load(p + 6 &* spacing), w, s6)
      s7 = multiplyAdd(load(p + 7 &* spacing), w, s7)
      j &+= 1
    }
    i &+= 1
  }
  if let r = o.residual {
    s0 += load(r)
    s1 += load(r + laneCount)
    s2 += load(r + 2 &* laneCount)
    s3 += load(r + 3 &* laneCount)
    s4 += load(r + 4 &* laneCount)
    s5 += load(r + 5 &* laneCount)
    s6 += load(r + 6 &* laneCount)
    s7 += load(r + 7 &* laneCount)
  }
  store(o.map(s0), o.y)
  store(o.map(s1), o.y + laneCount)
  store(o.map(s2), o.y + 2 &* laneCount)
  store(o.map(s3), o.y + 3 &* laneCount)
  store(o.map(s4), o.y + 4 &* laneCount)
  store(o.map(s5), o.y + 5 &* laneCount)
  store(o.map(s6), o.y + 6 &* laneCount)
  store(o.map(s7), o.y + 7 &* laneCount)
}

/// One output.
@inline(always)
private func convolve1(_ o: DepthwiseOutputs, columns: Int) {
  // Two sums, since one would wait for itself at each tap.
  var even = o.bias
  var odd = splat(0)
  var i = 0
  while i < o.rows {
    var j = 0
    while j < columns {
      let at = i &* o.rowStride &+ j &* o.columnStride
      let w = i &* o.weightRowStride &+ j &* laneCount
      if j & 1 == 0 {
        even = multiplyAdd(load(o.x + at), load(o.weights + w), even)
      } else {
        odd = multiplyAdd(load(o.x + at), load(o.weights + w), odd)
      }
      j &+= 1
    }
    i &+= 1
  }
  var sum = even + odd
  if let r = o.residual { sum += load(r) }
  store(o.map(sum), o.y)
}

/// One row of outputs of a block. `spacing` and `columns` are literals for the usual windows.
@inline(always)
private func convolveRow(
  _ row: DepthwiseOutputs, _ g: WindowGeometry, interior: (first: Int, end: Int), spacing: Int,
  columns: Int
) {
  var o = row
  var x = 0
  while x < g.outputWidth {
    let column = x &* g.strideWidth &- g.padLeft
    o.y = row.y + x &* laneCount
    if let residual = row.residual { o.residual = residual + x &* laneCount }
    if x >= interior.first, x < interior.end {
      o.x = row.x + column &* laneCount
      o.weights = row.weights
      if x &+ 8 <= interior.end {
        convolve8(o, spacing: spacing, columns: columns)
        x &+= 8
        continue
      }
      convolve1(o, columns: columns)
    } else {
      let taps = validRange(
        start: column, step: g.dilationWidth, limit: g.inputWidth, count: g.kernelWidth)
      o.x = row.x + (column &+ taps.first &* g.dilationWidth) &* laneCount
      o.weights = row.weights + taps.first &* laneCount
      convolve1(o, columns: taps.end &- taps.first)
    }
    x &+= 1
  }
}

/// The columns of outputs all of whose taps are inside of the input.
@inline(always)
func interiorColumns(_ g: WindowGeometry) -> (first: Int, end: Int) {
  let first = (g.padLeft &+ g.strideWidth &- 1) / g.strideWidth
  let room = g.inputWidth &+ g.padLeft &- (g.kernelWidth &- 1) &* g.dilationWidth &- 1
  let end = room < 0 ? 0 : min(g.outputWidth, room / g.strideWidth &+ 1)
  return (first, max(first, end))
}

func blockedDepthwise(
  _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
  _ residual: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>, _ blocks: Int,
  _ f: UnaryFunction, _ g: WindowGeometry
) {
  let (map, isAll) = clamp(of: f)
  let interior = interiorColumns(g)
  let taps = g.kernelHeight &* g.kernelWidth
  var line = 0
  while line < blocks &* g.outputHeight {
    let block = line / g.outputHeight
    let top = line % g.outputHeight &* g.strideHeight &- g.padTop
    let rows = validRange(
      start: top, step: g.dilationHeight, limit: g.inputHeight, count: g.kernelHeight)
    let inputRow = block &* g.inputHeight &+ top &+ rows.first &* g.dilationHeight
    let out = y + line &* g.outputWidth &* laneCount
    let o = DepthwiseOutputs(
      x: x + inputRow &* g.inputWidth &* laneCount,
      weights: weights + (block &* taps &+ rows.first &* g.kernelWidth) &* laneCount,
      residual: residual == nil ? nil : residual! + line &* g.outputWidth &* laneCount, y: out,
      rows: rows.end &- rows.first, columns: g.kernelWidth,
      rowStride: g.dilationHeight &* g.inputWidth &* laneCount,
      columnStride: g.dilationWidth &* laneCount, weightRowStride: g.kernelWidth &* laneCount,
      bias: load(bias + block &* laneCount), map: map)
    switch (g.kernelWidth, g.strideWidth) {
    case (3, 1): convolveRow(o, g, interior: interior, spacing: laneCount, columns: 3)
    case (3, 2): convolveRow(o, g, interior: interior, spacing: 2 &* laneCount, columns: 3)
    case (5, 1): convolveRow(o, g, interior: interior, spacing: laneCount, columns: 5)
    case (5, 2): convolveRow(o, g, interior: interior, spacing: 2 &* laneCount, columns: 5)
    default:
      convolveRow(
        o, g, interior: interior, spacing: g.strideWidth &* laneCount, columns: g.kernelWidth)
    }
    if !isAll { unary(f, out, out, g.outputWidth &* laneCount) }
    line &+= 1
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// Folds the taps of 4 neighbouring windows, `spacing` apart, inside of a plane.
@inline(always)
private func fold4<F: PoolFold>(
  _: F.Type, _ x: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int,
  columnStride: Int, spacing: Int
) -> (Lanes, Lanes, Lanes, Lanes) {
  var s0 = splat(F.start)
  var s1 = s0
  var s2 = s0
  var s3 = s0
  var i = 0
  while i < rows {
    var j = 0
    while j < columns {
      let p = x + (i &* rowStride &+ j &* columnStride)
      s0 = F.fold(s0, load(p))
      s1 = F.fold(s1, load(p + spacing))
      s2 = F.fold(s2, load(p + 2 &* spacing))
      s3 = F.fold(s3, load(p + 3 &* spacing))
      j &+= 1
    }
    i &+= 1
  }
  return (s0, s1, s2, s3)
}

@inline(always)
private func fold1<F: PoolFold>(
  _: F.Type, _ x: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int,
  columnStride: Int
) -> Lanes {
  var sum = splat(F.start)
  var i = 0
  while i < rows {
    var j = 0
    while j < columns {
      sum = F.fold(sum, load(x + (i &* rowStride &+ j &* columnStride)))
      j &+= 1
    }
    i &+= 1
  }
  return sum
}

/// Taps that an average divides by along one axis.
@inline(always)
private func dividedTaps(
  start: Int, step: Int, size: Int, count: Int, before: Int, behind: Int, includesPadding: Bool
) -> Int {
  let taps =
    includesPadding
    ? validRange(start: start &+ before, step: step, limit: size &+ before &+ behind, count: count)
    : validRange(start: start, step: step, limit: size, count: count)
  return taps.end &- taps.first
}

@inline(always)
private func blockedPool<F: PoolFold>(
  _: F.Type, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ blocks: Int,
  _ g: WindowGeometry, isAverage: Bool
) {
  let interior = interiorColumns(g)
  let rowStride = g.dilationHeight &* g.inputWidth &* laneCount
  let columnStride = g.dilationWidth &* laneCount
  let spacing = g.strideWidth &* laneCount
  var line = 0
  while line < blocks &* g.outputHeight {
    let top = line % g.outputHeight &* g.strideHeight &- g.padTop
    let rows = validRange(
      start: top, step: g.dilationHeight, limit: g.inputHeight, count: g.kernelHeight)
    let inputRow = line / g.outputHeight &* g.inputHeight &+ top &+ rows.first &* g.dilationHeight
    let source = x + inputRow &* g.inputWidth &* laneCount
    let out = y + line &* g.outputWidth &* laneCount
    let height = dividedTaps(
      start: top, step: g.dilationHeight, size: g.inputHeight, count: g.kernelHeight,
      before: g.padTop, behind: g.padBottom, includesPadding: g.countIncludePadding)
    var column = 0
    while column < g.outputWidth {
      let left = column &* g.strideWidth &- g.padLeft
      if column >= interior.first, column &+ 4 <= interior.end {
        var v = fold4(
          F.self, source + left &* laneCount, rows: rows.end &- rows.first,
          columns: g.kernelWidth, rowStride: rowStride, columnStride: columnStride,
          spacing: spacing)
        if isAverage {
          let divisor = splat(Float(height &* g.kernelWidth))
          v = (v.0 / divisor, v.1 / divisor, v.2 / divisor, v.3 / divisor)
        }
        let p = out + column &* laneCount
        store(v.0, p)
        store(v.1, p + laneCount)
        store(v.2, p + 2 &* laneCount)
        store(v.3, p + 3 &* laneCount)
        column &+= 4
        continue
      }
      let taps = validRange(
        start: left, step: g.dilationWidth, limit: g.inputWidth, count: g.kernelWidth)
      var v = fold1(
        F.self, source + (left &+ taps.first &* g.dilationWidth) &* laneCount,
        rows: rows.end &- rows.first, columns: taps.end &- taps.first, rowStride: rowStride,
        columnStride: columnStride)
      if isAverage {
        let width = dividedTaps(
          start: left, step: g.dilationWidth, size: g.inputWidth, count: g.kernelWidth,
          before: g.padLeft, behind: g.padRight, includesPadding: g.countIncludePadding)
        v /= splat(Float(height &* width))
      }
      store(v, out + column &* laneCount)
      column &+= 1
    }
    line &+= 1
  }
}

func blockedMaxPool(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ blocks: Int, _ g: WindowGeometry
) {
  blockedPool(MaximumFold.self, x, y, blocks, g, isAverage: false)
}

func blockedAveragePool(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ blocks: Int, _ g: WindowGeometry
) {
  blockedPool(SumFold.self, x, y, blocks, g, isAverage: true)
}

// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// What a pool does with the elements of a window.
protocol PoolFold {
  static var start: Float { get }
  static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes
}

enum MaximumFold: PoolFold {
  @inline(always) static var start: Float { -.infinity }
  // NaN loses the comparison.
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { larger(x, sum) }
}

enum SumFold: PoolFold {
  @inline(always) static var start: Float { 0 }
  @inline(always) static func fold(_ sum: Lanes, _ x: Lanes) -> Lanes { sum + x }
}

/// Folds the windows of up to `laneCount` outputs of one row, from column `x` on.
@inline(always)
private func foldWindows<F: PoolFold>(
  _: F.Type, _ plane: UnsafePointer<Float>, _ g: WindowGeometry, stride: Int, x: Int, top: Int,
  rows: (first: Int, end: Int)
) -> Lanes {
  let start = x &* stride &- g.padLeft
  var sum = splat(F.start)
  if isInterior(g, x) {
    var i = rows.first
    while i < rows.end {
      let row = plane + (top &+ i &* g.dilationHeight) &* g.inputWidth
      var j = 0
      while j < g.kernelWidth {
        sum = F.fold(sum, loadAllColumns(row, start &+ j &* g.dilationWidth, stride: stride))
        j &+= 1
      }
      i &+= 1
    }
    return sum
  }
  let active = min(laneCount, g.outputWidth &- x)
  var j = 0
  while j < g.kernelWidth {
    let column = start &+ j &* g.dilationWidth
    let (first, end) = validRange(
      start: column, step: stride, limit: g.inputWidth, count: active)
    var i = rows.first
    while i < rows.end {
      let row = plane + (top &+ i &* g.dilationHeight) &* g.inputWidth
      let v = loadColumns(row, column, stride: stride, first, end)
      sum = F.fold(sum, keep(v, first, end, fill: splat(F.start)))
      i &+= 1
    }
    j &+= 1
  }
  return sum
}

/// For each lane the number of taps that an average divides by.
@inline(always)
private func tapCounts(
  _ g: WindowGeometry, stride: Int, x: Int, top: Int, rows: (first: Int, end: Int)
) -> Lanes {
  let before = g.countIncludePadding ? g.padLeft : 0
  let width = g.inputWidth &+ (g.countIncludePadding ? g.padLeft &+ g.padRight : 0)
  var columns = splat(0)
  var j = 0
  while j < g.kernelWidth {
    let (first, end) = validRange(
      start: x &* stride &- g.padLeft &+ j &* g.dilationWidth &+ before, step: stride,
      limit: width, count: laneCount)
    columns += keep(splat(1), first, end, fill: splat(0))
    j &+= 1
  }
  var height = rows.end &- rows.first
  if g.countIncludePadding {
    let (first, end) = validRange(
      start: top &+ g.padTop, step: g.dilationHeight,
      limit: g.inputHeight &+ g.padTop &+ g.padBottom, count: g.kernelHeight)
    height = end &- first
  }
  return columns * splat(Float(height))
}

@inline(always)
private func pool<F: PoolFold>(
  _: F.Type, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ planes: Int,
  _ g: WindowGeometry, stride: Int, average: Bool
) {
  var row = 0
  while row < planes &* g.outputHeight {
    let plane = x + (row / g.outputHeight) &* g.inputHeight &* g.inputWidth
    let top = (row % g.outputHeight) &* g.strideHeight &- g.padTop
    let rows = validRange(
      start: top, step: g.dilationHeight, limit: g.inputHeight, count: g.kernelHeight)
    let out = y + row &* g.outputWidth
    var column = 0
    while column < g.outputWidth {
      var v = foldWindows(
        F.self, plane, g, stride: stride, x: column, top: top, rows: rows)
      if average { v /= tapCounts(g, stride: stride, x: column, top: top, rows: rows) }
      store(v, out + column, count: min(laneCount, g.outputWidth &- column))
      column &+= laneCount
    }
    row &+= 1
  }
}

func maxPool(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ planes: Int, _ g: WindowGeometry
) {
  switch g.strideWidth {
  case 1: pool(MaximumFold.self, x, y, planes, g, stride: 1, average: false)
  case 2: pool(MaximumFold.self, x, y, planes, g, stride: 2, average: false)
  default: pool(MaximumFold.self, x, y, planes, g, stride: g.strideWidth, average: false)
  }
}

func averagePool(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ planes: Int, _ g: WindowGeometry
) {
  switch g.strideWidth {
  case 1: pool(SumFold.self, x, y, planes, g, stride: 1, average: true)
  case 2: pool(SumFold.self, x, y, planes, g, stride: 2, average: true)
  default: pool(SumFold.self, x, y, planes, g, stride: g.strideWidth, average: true)
  }
}

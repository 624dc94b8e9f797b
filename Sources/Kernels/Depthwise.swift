// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// Up to `laneCount` outputs of one row, from column `x` on. `stride` and `kernelWidth` repeat
/// what `g` says, as literals where that lets the loop over taps unroll.
@inline(always)
private func convolveWindows(
  _ plane: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ bias: Lanes,
  _ g: WindowGeometry, stride: Int, kernelWidth: Int, x: Int, top: Int,
  rows: (first: Int, end: Int)
) -> Lanes {
  let start = x &* stride &- g.padLeft
  var sum = bias
  if isInterior(g, x) {
    var i = rows.first
    while i < rows.end {
      let row = plane + (top &+ i &* g.dilationHeight) &* g.inputWidth
      let taps = weights + i &* kernelWidth
      var j = 0
      while j < kernelWidth {
        let v = loadAllColumns(row, start &+ j &* g.dilationWidth, stride: stride)
        sum = multiplyAdd(v, splat(taps[j]), sum)
        j &+= 1
      }
      i &+= 1
    }
    return sum
  }
  let active = min(laneCount, g.outputWidth &- x)
  var j = 0
  while j < kernelWidth {
    let column = start &+ j &* g.dilationWidth
    let (first, end) = validRange(
      start: column, step: stride, limit: g.inputWidth, count: active)
    var i = rows.first
    while i < rows.end {
      let row = plane + (top &+ i &* g.dilationHeight) &* g.inputWidth
      let v = loadColumns(row, column, stride: stride, first, end)
      // A tap on padding contributes 0 even when its weight is infinite.
      let weight = keep(splat(weights[i &* kernelWidth &+ j]), first, end, fill: splat(0))
      sum = multiplyAdd(v, weight, sum)
      i &+= 1
    }
    j &+= 1
  }
  return sum
}

@inline(always)
private func convolvePlane(
  _ plane: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ bias: Lanes,
  _ y: UnsafeMutablePointer<Float>, _ map: ClipMap, _ g: WindowGeometry, stride: Int,
  kernelWidth: Int
) {
  var row = 0
  while row < g.outputHeight {
    let top = row &* g.strideHeight &- g.padTop
    let rows = validRange(
      start: top, step: g.dilationHeight, limit: g.inputHeight, count: g.kernelHeight)
    let out = y + row &* g.outputWidth
    var x = 0
    while x < g.outputWidth {
      let v = convolveWindows(
        plane, weights, bias, g, stride: stride, kernelWidth: kernelWidth, x: x, top: top,
        rows: rows)
      store(map(v), out + x, count: min(laneCount, g.outputWidth &- x))
      x &+= laneCount
    }
    row &+= 1
  }
}

func depthwise(
  _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ channels: Int, _ multiplier: Int, _ f: UnaryFunction,
  _ g: WindowGeometry
) {
  let (map, isAll) = clamp(of: f)
  let outputSize = g.outputHeight &* g.outputWidth
  var c = 0
  while c < channels &* multiplier {
    let plane = x + (c / multiplier) &* g.inputHeight &* g.inputWidth
    let w = weights + c &* g.kernelHeight &* g.kernelWidth
    let b = splat(bias?[c] ?? 0)
    let out = y + c &* outputSize
    switch (g.kernelWidth, g.strideWidth) {
    case (3, 1): convolvePlane(plane, w, b, out, map, g, stride: 1, kernelWidth: 3)
    case (3, 2): convolvePlane(plane, w, b, out, map, g, stride: 2, kernelWidth: 3)
    case (5, 1): convolvePlane(plane, w, b, out, map, g, stride: 1, kernelWidth: 5)
    case (5, 2): convolvePlane(plane, w, b, out, map, g, stride: 2, kernelWidth: 5)
    case (_, 1): convolvePlane(plane, w, b, out, map, g, stride: 1, kernelWidth: g.kernelWidth)
    default:
      convolvePlane(
        plane, w, b, out, map, g, stride: g.strideWidth, kernelWidth: g.kernelWidth)
    }
    if !isAll { unary(f, out, out, outputSize) }
    c &+= 1
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

// What pooling, depthwise convolution and im2col share: which taps of a window lie in the plane,
// and the inputs of a vector of adjacent outputs.

/// `⌈a / b⌉` for `b > 0`.
@inline(always) func ceilingDivide(_ a: Int, _ b: Int) -> Int {
  a > 0 ? (a &+ b &- 1) / b : -(-a / b)
}

/// The indices `i` in `0 ..< count` for which `0 ≤ start + i·step < limit`.
@inline(always)
func validRange(start: Int, step: Int, limit: Int, count: Int) -> (first: Int, end: Int) {
  let first = min(count, start >= 0 ? 0 : ceilingDivide(-start, step))
  let end = min(count, max(first, ceilingDivide(limit &- start, step)))
  return (first, end)
}

/// Elements `start + lane·stride` of `row` for lanes `first ..< end`; zero in the other lanes.
@inline(always)
func loadColumns(
  _ row: UnsafePointer<Float>, _ start: Int, stride: Int, _ first: Int, _ end: Int
) -> Lanes {
  let p = row + start
  if stride == 1 { return load(p, first, end) }
  if end <= first { return splat(0) }
  if stride == 2 {
    let low = load(p, min(2 &* first, laneCount), min(2 &* end &- 1, laneCount))
    let high = load(
      p + laneCount, max(2 &* first &- laneCount, 0),
      max(2 &* end &- 1 &- laneCount, max(2 &* first &- laneCount, 0)))
    return evenLanes(low, high)
  }
  var v = splat(0)
  var lane = first
  while lane < end {
    v[lane] = p[lane &* stride]
    lane &+= 1
  }
  return v
}

/// The same for all lanes, where `row[start ... start + 2·laneCount - 1]` is known to exist if
/// `stride` is 2.
@inline(always)
func loadAllColumns(_ row: UnsafePointer<Float>, _ start: Int, stride: Int) -> Lanes {
  let p = row + start
  if stride == 1 { return load(p) }
  if stride == 2 { return evenLanes(load(p), load(p + laneCount)) }
  return loadColumns(row, start, stride: stride, 0, laneCount)
}

/// Whether `loadAllColumns` may be used for every tap of the outputs from `x` on.
@inline(always) func isInterior(_ g: WindowGeometry, _ x: Int) -> Bool {
  let start = x &* g.strideWidth &- g.padLeft
  let last = start &+ (g.kernelWidth &- 1) &* g.dilationWidth &+ laneCount &* g.strideWidth
  return x &+ laneCount <= g.outputWidth && start >= 0 && last <= g.inputWidth
}

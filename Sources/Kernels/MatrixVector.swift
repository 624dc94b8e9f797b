// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
  var s0 = splat(0)
  var s1 = splat(0)
  var s2 = splat(0)
  var s3 = splat(0)
  var i = 0
  while i &+ 4 &* laneCount <= count {
    s0 = multiplyAdd(load(a + i), load(b + i), s0)
    s1 = multiplyAdd(load(a + (i &+ laneCount)), load(b + (i &+ laneCount)), s1)
    s2 = multiplyAdd(load(a + (i &+ 2 &* laneCount)), load(b + (i &+ 2 &* laneCount)), s2)
    s3 = multiplyAdd(load(a + (i &+ 3 &* laneCount)), load(b + (i &+ 3 &* laneCount)), s3)
    i &+= 4 &* laneCount
  }
  while i < count {
    let rest = min(laneCount, count &- i)
    s0 = multiplyAdd(load(a + i, 0, rest), load(b + i, 0, rest), s0)
    i &+= laneCount
  }
  return horizontalSum((s0 + s1) + (s2 + s3))
}

/// Four dot products at once, which share the loads of `x`; two sums each hide the latency of
/// the multiply-add, and four rows are as many streams as the prefetchers follow well.
@inline(always)
private func fourRows(
  _ w: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
  _ columns: Int
) {
  let w1 = w + columns
  let w2 = w + 2 &* columns
  let w3 = w + 3 &* columns
  var a0 = splat(0)
  var a1 = splat(0)
  var a2 = splat(0)
  var a3 = splat(0)
  var b0 = splat(0)
  var b1 = splat(0)
  var b2 = splat(0)
  var b3 = splat(0)
  var i = 0
  while i &+ 2 &* laneCount <= columns {
    let j = i &+ laneCount
    let u = load(x + i)
    let v = load(x + j)
    a0 = multiplyAdd(load(w + i), u, a0)
    b0 = multiplyAdd(load(w + j), v, b0)
    a1 = multiplyAdd(load(w1 + i), u, a1)
    b1 = multiplyAdd(load(w1 + j), v, b1)
    a2 = multiplyAdd(load(w2 + i), u, a2)
    b2 = multiplyAdd(load(w2 + j), v, b2)
    a3 = multiplyAdd(load(w3 + i), u, a3)
    b3 = multiplyAdd(load(w3 + j), v, b3)
    i &+= 2 &* laneCount
  }
  while i < columns {
    let rest = min(laneCount, columns &- i)
    let u = load(x + i, 0, rest)
    a0 = multiplyAdd(load(w + i, 0, rest), u, a0)
    a1 = multiplyAdd(load(w1 + i, 0, rest), u, a1)
    a2 = multiplyAdd(load(w2 + i, 0, rest), u, a2)
    a3 = multiplyAdd(load(w3 + i, 0, rest), u, a3)
    i &+= laneCount
  }
  y[0] = horizontalSum(a0 + b0)
  y[1] = horizontalSum(a1 + b1)
  y[2] = horizontalSum(a2 + b2)
  y[3] = horizontalSum(a3 + b3)
}

func gemv(
  _ w: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, _ f: UnaryFunction
) {
  var r = 0
  while r &+ 4 <= rows {
    fourRows(w + r &* columns, x, y + r, columns)
    r &+= 4
  }
  while r < rows {
    y[r] = dot(w + r &* columns, x, columns)
    r &+= 1
  }
  columnBiasActivation(y, bias, nil, y, f, RowsGeometry(rows: 1, columns: rows))
}

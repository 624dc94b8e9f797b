// Written by Sources/Kernels/generate_winograd.py. SPDX-License-Identifier: Apache-2.0

/// Finite interpolation points of a transform with `count` points, by index.
@inline(always)
func winogradPoint(_ count: Int, _ index: Int) -> Double {
  switch (count, index) {
  case (4, 1): 1.0
  case (4, 2): -1.0
  case (5, 1): 1.0
  case (5, 2): -1.0
  case (5, 3): 0.5
  case (6, 1): 0.70710678118654757
  case (6, 2): -0.70710678118654757
  case (6, 3): 1.4142135623730951
  case (6, 4): -1.4142135623730951
  case (7, 1): 1.0
  case (7, 2): -1.0
  case (7, 3): 0.5
  case (7, 4): -0.5
  case (7, 5): 2.0
  case (8, 1): 1.0
  case (8, 2): -1.0
  case (8, 3): 2.0
  case (8, 4): -2.0
  case (8, 5): 0.5
  case (8, 6): -0.5
  default: 0
  }
}

/// Values at the 4 points from 4 neighbouring inputs.
@inline(always)
func winogradInput4(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let v0 = d2 - d0
  let s1 = d2
  let t1 = d1
  let v1 = s1 + t1
  let v2 = s1 - t1
  let v3 = d3 - d1
  return (v0, v1, v2, v3)
}

/// 2 neighbouring outputs from the products at the 4 points.
@inline(always)
func winogradOutput4x2(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes
) -> (Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let y0 = m0 + s1
  let y1 = t1 + m3
  return (y0, y1)
}

/// The values of one tile of 4 × 4 pixels at its points, row by row,
/// `pointStride` apart. `rows` is memory for as many vectors.
@inline(never)
func winogradInputTile4(
  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,
  pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 4 {
    let p = x + i &* rowStride
    let line = winogradInput4(
      load(p), load(p + 1 &* laneCount), load(p + 2 &* laneCount), load(p + 3 &* laneCount))
    let out = rows + i &* 4 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    i &+= 1
  }
  var j = 0
  while j < 4 {
    let p = rows + j &* laneCount
    let column = winogradInput4(
      load(p), load(p + 4 &* laneCount), load(p + 8 &* laneCount), load(p + 12 &* laneCount))
    let out = v + j &* pointStride
    store(column.0, out)
    store(column.1, out + 4 &* pointStride)
    store(column.2, out + 8 &* pointStride)
    store(column.3, out + 12 &* pointStride)
    j &+= 1
  }
}

/// The outputs of one tile of 2 × 2 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile4x2(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 4 {
    let p = m + i &* 4 &* pointStride
    let line = winogradOutput4x2(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride))
    let out = rows + i &* 2 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput4x2(
      load(p), load(p + 2 &* laneCount), load(p + 4 &* laneCount), load(p + 6 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// Values at the 5 points from 5 neighbouring inputs.
@inline(always)
func winogradInput5(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes, _ d4: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes) {
  let v0 = multiplyAdd(d2, splat(-0.5), (multiplyAdd(d0, splat(0.5), d3)) - d1)
  let s1 = multiplyAdd(d2, splat(-0.5), d3)
  let t1 = multiplyAdd(d1, splat(-0.5), d2)
  let v1 = s1 + t1
  let v2 = s1 - t1
  let v3 = d3 - d1
  let v4 = multiplyAdd(d3, splat(-0.5), (multiplyAdd(d1, splat(0.5), d4)) - d2)
  return (v0, v1, v2, v3, v4)
}

/// 4 neighbouring outputs from the products at the 5 points.
@inline(always)
func winogradOutput5x4(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let y0 = (m0 + s1) + m3
  let y1 = multiplyAdd(m3, splat(0.5), t1)
  let y2 = multiplyAdd(m3, splat(0.25), s1)
  let y3 = (multiplyAdd(m3, splat(0.125), t1)) + m4
  return (y0, y1, y2, y3)
}

/// Values at the 6 points from 6 neighbouring inputs.
@inline(always)
func winogradInput6(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes, _ d4: Lanes, _ d5: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes) {
  let v0 = (multiplyAdd(d2, splat(-2.5), d0)) + d4
  let s1 = multiplyAdd(d2, splat(-2.0), d4)
  let t1 = multiplyAdd(d1, splat(-2.0), d3)
  let v1 = multiplyAdd(t1, splat(0.70710678118654757), s1)
  let v2 = multiplyAdd(t1, splat(-0.70710678118654757), s1)
  let s3 = multiplyAdd(d2, splat(-0.5), d4)
  let t3 = multiplyAdd(d1, splat(-0.5), d3)
  let v3 = multiplyAdd(t3, splat(1.4142135623730951), s3)
  let v4 = multiplyAdd(t3, splat(-1.4142135623730951), s3)
  let v5 = (multiplyAdd(d3, splat(-2.5), d1)) + d5
  return (v0, v1, v2, v3, v4, v5)
}

/// 2 neighbouring outputs from the products at the 6 points.
@inline(always)
func winogradOutput6x2(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes
) -> (Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let s3 = m3 + m4
  let t3 = m3 - m4
  let y0 = (m0 + s1) + s3
  let y1 = multiplyAdd(
    t3, splat(1.4142135623730951), multiplyAdd(t1, splat(0.70710678118654757), m5))
  return (y0, y1)
}

/// 4 neighbouring outputs from the products at the 6 points.
@inline(always)
func winogradOutput6x4(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let s3 = m3 + m4
  let t3 = m3 - m4
  let y0 = (m0 + s1) + s3
  let y1 = multiplyAdd(t3, splat(1.4142135623730951), t1 * splat(0.70710678118654757))
  let y2 = multiplyAdd(s3, splat(2.0), s1 * splat(0.5))
  let y3 = multiplyAdd(
    t3, splat(2.8284271247461903), multiplyAdd(t1, splat(0.35355339059327379), m5))
  return (y0, y1, y2, y3)
}

/// 5 neighbouring outputs from the products at the 6 points.
@inline(always)
func winogradOutput6x5(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let s3 = m3 + m4
  let t3 = m3 - m4
  let y0 = (m0 + s1) + s3
  let y1 = multiplyAdd(t3, splat(1.4142135623730951), t1 * splat(0.70710678118654757))
  let y2 = multiplyAdd(s3, splat(2.0), s1 * splat(0.5))
  let y3 = multiplyAdd(t3, splat(2.8284271247461903), t1 * splat(0.35355339059327379))
  let y4 = multiplyAdd(s3, splat(4.0), multiplyAdd(s1, splat(0.25), m5))
  return (y0, y1, y2, y3, y4)
}

/// The values of one tile of 6 × 6 pixels at its points, row by row,
/// `pointStride` apart. `rows` is memory for as many vectors.
@inline(never)
func winogradInputTile6(
  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,
  pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 6 {
    let p = x + i &* rowStride
    let line = winogradInput6(
      load(p), load(p + 1 &* laneCount), load(p + 2 &* laneCount), load(p + 3 &* laneCount),
      load(p + 4 &* laneCount), load(p + 5 &* laneCount))
    let out = rows + i &* 6 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    store(line.5, out + 5 &* laneCount)
    i &+= 1
  }
  var j = 0
  while j < 6 {
    let p = rows + j &* laneCount
    let column = winogradInput6(
      load(p), load(p + 6 &* laneCount), load(p + 12 &* laneCount), load(p + 18 &* laneCount),
      load(p + 24 &* laneCount), load(p + 30 &* laneCount))
    let out = v + j &* pointStride
    store(column.0, out)
    store(column.1, out + 6 &* pointStride)
    store(column.2, out + 12 &* pointStride)
    store(column.3, out + 18 &* pointStride)
    store(column.4, out + 24 &* pointStride)
    store(column.5, out + 30 &* pointStride)
    j &+= 1
  }
}

/// The outputs of one tile of 4 × 4 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile6x4(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 6 {
    let p = m + i &* 6 &* pointStride
    let line = winogradOutput6x4(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride))
    let out = rows + i &* 4 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput6x4(
      load(p), load(p + 4 &* laneCount), load(p + 8 &* laneCount), load(p + 12 &* laneCount),
      load(p + 16 &* laneCount), load(p + 20 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(
          smaller(high, larger(low, column.2 + bias + load(r + 2 &* t.residualRowStride))),
          y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(
          smaller(high, larger(low, column.3 + bias + load(r + 3 &* t.residualRowStride))),
          y + 3 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(smaller(high, larger(low, column.2 + bias)), y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(smaller(high, larger(low, column.3 + bias)), y + 3 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// The outputs of one tile of 2 × 2 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile6x2(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 6 {
    let p = m + i &* 6 &* pointStride
    let line = winogradOutput6x2(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride))
    let out = rows + i &* 2 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput6x2(
      load(p), load(p + 2 &* laneCount), load(p + 4 &* laneCount), load(p + 6 &* laneCount),
      load(p + 8 &* laneCount), load(p + 10 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// Values at the 7 points from 7 neighbouring inputs.
@inline(always)
func winogradInput7(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes, _ d4: Lanes, _ d5: Lanes, _ d6: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes) {
  let v0 = multiplyAdd(
    d4, splat(-2.0),
    multiplyAdd(
      d3, splat(-1.25),
      multiplyAdd(d2, splat(2.5), multiplyAdd(d1, splat(0.25), multiplyAdd(d0, splat(-0.5), d5)))))
  let s1 = multiplyAdd(
    d4, splat(-2.0), multiplyAdd(d3, splat(-0.25), multiplyAdd(d2, splat(0.5), d5)))
  let t1 = multiplyAdd(
    d3, splat(-2.0), multiplyAdd(d2, splat(-0.25), multiplyAdd(d1, splat(0.5), d4)))
  let v1 = s1 + t1
  let v2 = s1 - t1
  let s3 = multiplyAdd(d4, splat(-2.0), (multiplyAdd(d2, splat(2.0), d5)) - d3)
  let t3 = multiplyAdd(d3, splat(-2.0), (multiplyAdd(d1, splat(2.0), d4)) - d2)
  let v3 = multiplyAdd(t3, splat(0.5), s3)
  let v4 = multiplyAdd(t3, splat(-0.5), s3)
  let v5 = multiplyAdd(d3, splat(-1.25), multiplyAdd(d1, splat(0.25), d5))
  let v6 = multiplyAdd(
    d5, splat(-2.0),
    multiplyAdd(
      d4, splat(-1.25),
      multiplyAdd(d3, splat(2.5), multiplyAdd(d2, splat(0.25), multiplyAdd(d1, splat(-0.5), d6)))))
  return (v0, v1, v2, v3, v4, v5, v6)
}

/// 5 neighbouring outputs from the products at the 7 points.
@inline(always)
func winogradOutput7x5(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes, _ m6: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let s3 = m3 + m4
  let t3 = m3 - m4
  let y0 = ((m0 + s1) + s3) + m5
  let y1 = multiplyAdd(m5, splat(2.0), multiplyAdd(t3, splat(0.5), t1))
  let y2 = multiplyAdd(m5, splat(4.0), multiplyAdd(s3, splat(0.25), s1))
  let y3 = multiplyAdd(m5, splat(8.0), multiplyAdd(t3, splat(0.125), t1))
  let y4 = (multiplyAdd(m5, splat(16.0), multiplyAdd(s3, splat(0.0625), s1))) + m6
  return (y0, y1, y2, y3, y4)
}

/// The values of one tile of 7 × 7 pixels at its points, row by row,
/// `pointStride` apart. `rows` is memory for as many vectors.
@inline(never)
func winogradInputTile7(
  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,
  pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 7 {
    let p = x + i &* rowStride
    let line = winogradInput7(
      load(p), load(p + 1 &* laneCount), load(p + 2 &* laneCount), load(p + 3 &* laneCount),
      load(p + 4 &* laneCount), load(p + 5 &* laneCount), load(p + 6 &* laneCount))
    let out = rows + i &* 7 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    store(line.5, out + 5 &* laneCount)
    store(line.6, out + 6 &* laneCount)
    i &+= 1
  }
  var j = 0
  while j < 7 {
    let p = rows + j &* laneCount
    let column = winogradInput7(
      load(p), load(p + 7 &* laneCount), load(p + 14 &* laneCount), load(p + 21 &* laneCount),
      load(p + 28 &* laneCount), load(p + 35 &* laneCount), load(p + 42 &* laneCount))
    let out = v + j &* pointStride
    store(column.0, out)
    store(column.1, out + 7 &* pointStride)
    store(column.2, out + 14 &* pointStride)
    store(column.3, out + 21 &* pointStride)
    store(column.4, out + 28 &* pointStride)
    store(column.5, out + 35 &* pointStride)
    store(column.6, out + 42 &* pointStride)
    j &+= 1
  }
}

/// The outputs of one tile of 5 × 5 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile7x5(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 7 {
    let p = m + i &* 7 &* pointStride
    let line = winogradOutput7x5(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride), load(p + 6 &* pointStride))
    let out = rows + i &* 5 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput7x5(
      load(p), load(p + 5 &* laneCount), load(p + 10 &* laneCount), load(p + 15 &* laneCount),
      load(p + 20 &* laneCount), load(p + 25 &* laneCount), load(p + 30 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(
          smaller(high, larger(low, column.2 + bias + load(r + 2 &* t.residualRowStride))),
          y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(
          smaller(high, larger(low, column.3 + bias + load(r + 3 &* t.residualRowStride))),
          y + 3 &* t.resultRowStride)
      }
      if t.rows > 4 {
        store(
          smaller(high, larger(low, column.4 + bias + load(r + 4 &* t.residualRowStride))),
          y + 4 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(smaller(high, larger(low, column.2 + bias)), y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(smaller(high, larger(low, column.3 + bias)), y + 3 &* t.resultRowStride)
      }
      if t.rows > 4 {
        store(smaller(high, larger(low, column.4 + bias)), y + 4 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// Values at the 8 points from 8 neighbouring inputs.
@inline(always)
func winogradInput8(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes, _ d4: Lanes, _ d5: Lanes, _ d6: Lanes,
  _ d7: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes) {
  let v0 = multiplyAdd(d4, splat(-5.25), multiplyAdd(d2, splat(5.25), d6 - d0))
  let s1 = (multiplyAdd(d4, splat(-4.25), d2)) + d6
  let t1 = (multiplyAdd(d3, splat(-4.25), d1)) + d5
  let v1 = s1 + t1
  let v2 = s1 - t1
  let s3 = multiplyAdd(d4, splat(-1.25), multiplyAdd(d2, splat(0.25), d6))
  let t3 = multiplyAdd(d3, splat(-1.25), multiplyAdd(d1, splat(0.25), d5))
  let v3 = multiplyAdd(t3, splat(2.0), s3)
  let v4 = multiplyAdd(t3, splat(-2.0), s3)
  let s5 = multiplyAdd(d4, splat(-5.0), multiplyAdd(d2, splat(4.0), d6))
  let t5 = multiplyAdd(d3, splat(-5.0), multiplyAdd(d1, splat(4.0), d5))
  let v5 = multiplyAdd(t5, splat(0.5), s5)
  let v6 = multiplyAdd(t5, splat(-0.5), s5)
  let v7 = multiplyAdd(d5, splat(-5.25), multiplyAdd(d3, splat(5.25), d7 - d1))
  return (v0, v1, v2, v3, v4, v5, v6, v7)
}

/// 4 neighbouring outputs from the products at the 8 points.
@inline(always)
func winogradOutput8x4(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes, _ m6: Lanes,
  _ m7: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let s3 = m3 + m4
  let t3 = m3 - m4
  let s5 = m5 + m6
  let t5 = m5 - m6
  let y0 = ((m0 + s1) + s3) + s5
  let y1 = multiplyAdd(t5, splat(0.5), multiplyAdd(t3, splat(2.0), t1))
  let y2 = multiplyAdd(s5, splat(0.25), multiplyAdd(s3, splat(4.0), s1))
  let y3 = (multiplyAdd(t5, splat(0.125), multiplyAdd(t3, splat(8.0), t1))) + m7
  return (y0, y1, y2, y3)
}

/// 6 neighbouring outputs from the products at the 8 points.
@inline(always)
func winogradOutput8x6(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes, _ m6: Lanes,
  _ m7: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes) {
  let s1 = m1 + m2
  let t1 = m1 - m2
  let s3 = m3 + m4
  let t3 = m3 - m4
  let s5 = m5 + m6
  let t5 = m5 - m6
  let y0 = ((m0 + s1) + s3) + s5
  let y1 = multiplyAdd(t5, splat(0.5), multiplyAdd(t3, splat(2.0), t1))
  let y2 = multiplyAdd(s5, splat(0.25), multiplyAdd(s3, splat(4.0), s1))
  let y3 = multiplyAdd(t5, splat(0.125), multiplyAdd(t3, splat(8.0), t1))
  let y4 = multiplyAdd(s5, splat(0.0625), multiplyAdd(s3, splat(16.0), s1))
  let y5 = (multiplyAdd(t5, splat(0.03125), multiplyAdd(t3, splat(32.0), t1))) + m7
  return (y0, y1, y2, y3, y4, y5)
}

/// The values of one tile of 8 × 8 pixels at its points, row by row,
/// `pointStride` apart. `rows` is memory for as many vectors.
@inline(never)
func winogradInputTile8(
  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,
  pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 8 {
    let p = x + i &* rowStride
    let line = winogradInput8(
      load(p), load(p + 1 &* laneCount), load(p + 2 &* laneCount), load(p + 3 &* laneCount),
      load(p + 4 &* laneCount), load(p + 5 &* laneCount), load(p + 6 &* laneCount),
      load(p + 7 &* laneCount))
    let out = rows + i &* 8 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    store(line.5, out + 5 &* laneCount)
    store(line.6, out + 6 &* laneCount)
    store(line.7, out + 7 &* laneCount)
    i &+= 1
  }
  var j = 0
  while j < 8 {
    let p = rows + j &* laneCount
    let column = winogradInput8(
      load(p), load(p + 8 &* laneCount), load(p + 16 &* laneCount), load(p + 24 &* laneCount),
      load(p + 32 &* laneCount), load(p + 40 &* laneCount), load(p + 48 &* laneCount),
      load(p + 56 &* laneCount))
    let out = v + j &* pointStride
    store(column.0, out)
    store(column.1, out + 8 &* pointStride)
    store(column.2, out + 16 &* pointStride)
    store(column.3, out + 24 &* pointStride)
    store(column.4, out + 32 &* pointStride)
    store(column.5, out + 40 &* pointStride)
    store(column.6, out + 48 &* pointStride)
    store(column.7, out + 56 &* pointStride)
    j &+= 1
  }
}

/// The outputs of one tile of 6 × 6 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile8x6(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 8 {
    let p = m + i &* 8 &* pointStride
    let line = winogradOutput8x6(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride), load(p + 6 &* pointStride),
      load(p + 7 &* pointStride))
    let out = rows + i &* 6 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    store(line.5, out + 5 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput8x6(
      load(p), load(p + 6 &* laneCount), load(p + 12 &* laneCount), load(p + 18 &* laneCount),
      load(p + 24 &* laneCount), load(p + 30 &* laneCount), load(p + 36 &* laneCount),
      load(p + 42 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(
          smaller(high, larger(low, column.2 + bias + load(r + 2 &* t.residualRowStride))),
          y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(
          smaller(high, larger(low, column.3 + bias + load(r + 3 &* t.residualRowStride))),
          y + 3 &* t.resultRowStride)
      }
      if t.rows > 4 {
        store(
          smaller(high, larger(low, column.4 + bias + load(r + 4 &* t.residualRowStride))),
          y + 4 &* t.resultRowStride)
      }
      if t.rows > 5 {
        store(
          smaller(high, larger(low, column.5 + bias + load(r + 5 &* t.residualRowStride))),
          y + 5 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(smaller(high, larger(low, column.2 + bias)), y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(smaller(high, larger(low, column.3 + bias)), y + 3 &* t.resultRowStride)
      }
      if t.rows > 4 {
        store(smaller(high, larger(low, column.4 + bias)), y + 4 &* t.resultRowStride)
      }
      if t.rows > 5 {
        store(smaller(high, larger(low, column.5 + bias)), y + 5 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// The outputs of one tile of 4 × 4 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile8x4(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 8 {
    let p = m + i &* 8 &* pointStride
    let line = winogradOutput8x4(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride), load(p + 6 &* pointStride),
      load(p + 7 &* pointStride))
    let out = rows + i &* 4 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput8x4(
      load(p), load(p + 4 &* laneCount), load(p + 8 &* laneCount), load(p + 12 &* laneCount),
      load(p + 16 &* laneCount), load(p + 20 &* laneCount), load(p + 24 &* laneCount),
      load(p + 28 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(
          smaller(high, larger(low, column.2 + bias + load(r + 2 &* t.residualRowStride))),
          y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(
          smaller(high, larger(low, column.3 + bias + load(r + 3 &* t.residualRowStride))),
          y + 3 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(smaller(high, larger(low, column.2 + bias)), y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(smaller(high, larger(low, column.3 + bias)), y + 3 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// Values at the 9 points of stride 2: those of the even inputs, and the odd inputs.
@inline(always)
func winogradInput9(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes, _ d4: Lanes, _ d5: Lanes, _ d6: Lanes,
  _ d7: Lanes, _ d8: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes) {
  let even = winogradInput5(d0, d2, d4, d6, d8)
  return (even.0, even.1, even.2, even.3, even.4, d1, d3, d5, d7)
}

/// The values of one tile of 9 × 9 pixels at its points, row by row,
/// `pointStride` apart. `rows` is memory for as many vectors.
@inline(never)
func winogradInputTile9(
  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,
  pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 9 {
    let p = x + i &* rowStride
    let line = winogradInput9(
      load(p), load(p + 1 &* laneCount), load(p + 2 &* laneCount), load(p + 3 &* laneCount),
      load(p + 4 &* laneCount), load(p + 5 &* laneCount), load(p + 6 &* laneCount),
      load(p + 7 &* laneCount), load(p + 8 &* laneCount))
    let out = rows + i &* 9 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    store(line.5, out + 5 &* laneCount)
    store(line.6, out + 6 &* laneCount)
    store(line.7, out + 7 &* laneCount)
    store(line.8, out + 8 &* laneCount)
    i &+= 1
  }
  var j = 0
  while j < 9 {
    let p = rows + j &* laneCount
    let column = winogradInput9(
      load(p), load(p + 9 &* laneCount), load(p + 18 &* laneCount), load(p + 27 &* laneCount),
      load(p + 36 &* laneCount), load(p + 45 &* laneCount), load(p + 54 &* laneCount),
      load(p + 63 &* laneCount), load(p + 72 &* laneCount))
    let out = v + j &* pointStride
    store(column.0, out)
    store(column.1, out + 9 &* pointStride)
    store(column.2, out + 18 &* pointStride)
    store(column.3, out + 27 &* pointStride)
    store(column.4, out + 36 &* pointStride)
    store(column.5, out + 45 &* pointStride)
    store(column.6, out + 54 &* pointStride)
    store(column.7, out + 63 &* pointStride)
    store(column.8, out + 72 &* pointStride)
    j &+= 1
  }
}

/// 4 neighbouring outputs of stride 2 from the products at the 9 points.
@inline(always)
func winogradOutput9x4(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes, _ m6: Lanes,
  _ m7: Lanes, _ m8: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let even = winogradOutput5x4(m0, m1, m2, m3, m4)
  return (even.0 + m5, even.1 + m6, even.2 + m7, even.3 + m8)
}

/// The outputs of one tile of 4 × 4 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile9x4(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 9 {
    let p = m + i &* 9 &* pointStride
    let line = winogradOutput9x4(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride), load(p + 6 &* pointStride),
      load(p + 7 &* pointStride), load(p + 8 &* pointStride))
    let out = rows + i &* 4 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput9x4(
      load(p), load(p + 4 &* laneCount), load(p + 8 &* laneCount), load(p + 12 &* laneCount),
      load(p + 16 &* laneCount), load(p + 20 &* laneCount), load(p + 24 &* laneCount),
      load(p + 28 &* laneCount), load(p + 32 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(
          smaller(high, larger(low, column.2 + bias + load(r + 2 &* t.residualRowStride))),
          y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(
          smaller(high, larger(low, column.3 + bias + load(r + 3 &* t.residualRowStride))),
          y + 3 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(smaller(high, larger(low, column.2 + bias)), y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(smaller(high, larger(low, column.3 + bias)), y + 3 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

/// Values at the 11 points of stride 2: those of the even inputs, and the odd inputs.
@inline(always)
func winogradInput11(
  _ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes, _ d4: Lanes, _ d5: Lanes, _ d6: Lanes,
  _ d7: Lanes, _ d8: Lanes, _ d9: Lanes, _ d10: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes) {
  let even = winogradInput6(d0, d2, d4, d6, d8, d10)
  return (even.0, even.1, even.2, even.3, even.4, even.5, d1, d3, d5, d7, d9)
}

/// The values of one tile of 11 × 11 pixels at its points, row by row,
/// `pointStride` apart. `rows` is memory for as many vectors.
@inline(never)
func winogradInputTile11(
  _ x: UnsafePointer<Float>, rowStride: Int, _ v: UnsafeMutablePointer<Float>,
  pointStride: Int, rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 11 {
    let p = x + i &* rowStride
    let line = winogradInput11(
      load(p), load(p + 1 &* laneCount), load(p + 2 &* laneCount), load(p + 3 &* laneCount),
      load(p + 4 &* laneCount), load(p + 5 &* laneCount), load(p + 6 &* laneCount),
      load(p + 7 &* laneCount), load(p + 8 &* laneCount), load(p + 9 &* laneCount),
      load(p + 10 &* laneCount))
    let out = rows + i &* 11 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    store(line.5, out + 5 &* laneCount)
    store(line.6, out + 6 &* laneCount)
    store(line.7, out + 7 &* laneCount)
    store(line.8, out + 8 &* laneCount)
    store(line.9, out + 9 &* laneCount)
    store(line.10, out + 10 &* laneCount)
    i &+= 1
  }
  var j = 0
  while j < 11 {
    let p = rows + j &* laneCount
    let column = winogradInput11(
      load(p), load(p + 11 &* laneCount), load(p + 22 &* laneCount), load(p + 33 &* laneCount),
      load(p + 44 &* laneCount), load(p + 55 &* laneCount), load(p + 66 &* laneCount),
      load(p + 77 &* laneCount), load(p + 88 &* laneCount), load(p + 99 &* laneCount),
      load(p + 110 &* laneCount))
    let out = v + j &* pointStride
    store(column.0, out)
    store(column.1, out + 11 &* pointStride)
    store(column.2, out + 22 &* pointStride)
    store(column.3, out + 33 &* pointStride)
    store(column.4, out + 44 &* pointStride)
    store(column.5, out + 55 &* pointStride)
    store(column.6, out + 66 &* pointStride)
    store(column.7, out + 77 &* pointStride)
    store(column.8, out + 88 &* pointStride)
    store(column.9, out + 99 &* pointStride)
    store(column.10, out + 110 &* pointStride)
    j &+= 1
  }
}

/// 5 neighbouring outputs of stride 2 from the products at the 11 points.
@inline(always)
func winogradOutput11x5(
  _ m0: Lanes, _ m1: Lanes, _ m2: Lanes, _ m3: Lanes, _ m4: Lanes, _ m5: Lanes, _ m6: Lanes,
  _ m7: Lanes, _ m8: Lanes, _ m9: Lanes, _ m10: Lanes
) -> (Lanes, Lanes, Lanes, Lanes, Lanes) {
  let even = winogradOutput6x5(m0, m1, m2, m3, m4, m5)
  return (even.0 + m6, even.1 + m7, even.2 + m8, even.3 + m9, even.4 + m10)
}

/// The outputs of one tile of 5 × 5 pixels, of which `t` says what is stored.
@inline(never)
func winogradOutputTile11x5(
  _ m: UnsafePointer<Float>, pointStride: Int, _ t: WinogradOutput,
  rows: UnsafeMutablePointer<Float>
) {
  var i = 0
  while i < 11 {
    let p = m + i &* 11 &* pointStride
    let line = winogradOutput11x5(
      load(p), load(p + 1 &* pointStride), load(p + 2 &* pointStride), load(p + 3 &* pointStride),
      load(p + 4 &* pointStride), load(p + 5 &* pointStride), load(p + 6 &* pointStride),
      load(p + 7 &* pointStride), load(p + 8 &* pointStride), load(p + 9 &* pointStride),
      load(p + 10 &* pointStride))
    let out = rows + i &* 5 &* laneCount
    store(line.0, out + 0 &* laneCount)
    store(line.1, out + 1 &* laneCount)
    store(line.2, out + 2 &* laneCount)
    store(line.3, out + 3 &* laneCount)
    store(line.4, out + 4 &* laneCount)
    i &+= 1
  }
  let bias = load(t.bias)
  let low = splat(t.low)
  let high = splat(t.high)
  var j = 0
  while j < t.columns {
    let p = rows + j &* laneCount
    let column = winogradOutput11x5(
      load(p), load(p + 5 &* laneCount), load(p + 10 &* laneCount), load(p + 15 &* laneCount),
      load(p + 20 &* laneCount), load(p + 25 &* laneCount), load(p + 30 &* laneCount),
      load(p + 35 &* laneCount), load(p + 40 &* laneCount), load(p + 45 &* laneCount),
      load(p + 50 &* laneCount))
    let y = t.result + j &* laneCount
    if let residual = t.residual {
      let r = residual + j &* laneCount
      if t.rows > 0 {
        store(
          smaller(high, larger(low, column.0 + bias + load(r + 0 &* t.residualRowStride))),
          y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(
          smaller(high, larger(low, column.1 + bias + load(r + 1 &* t.residualRowStride))),
          y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(
          smaller(high, larger(low, column.2 + bias + load(r + 2 &* t.residualRowStride))),
          y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(
          smaller(high, larger(low, column.3 + bias + load(r + 3 &* t.residualRowStride))),
          y + 3 &* t.resultRowStride)
      }
      if t.rows > 4 {
        store(
          smaller(high, larger(low, column.4 + bias + load(r + 4 &* t.residualRowStride))),
          y + 4 &* t.resultRowStride)
      }
    } else {
      if t.rows > 0 {
        store(smaller(high, larger(low, column.0 + bias)), y + 0 &* t.resultRowStride)
      }
      if t.rows > 1 {
        store(smaller(high, larger(low, column.1 + bias)), y + 1 &* t.resultRowStride)
      }
      if t.rows > 2 {
        store(smaller(high, larger(low, column.2 + bias)), y + 2 &* t.resultRowStride)
      }
      if t.rows > 3 {
        store(smaller(high, larger(low, column.3 + bias)), y + 3 &* t.resultRowStride)
      }
      if t.rows > 4 {
        store(smaller(high, larger(low, column.4 + bias)), y + 4 &* t.resultRowStride)
      }
    }
    j &+= 1
  }
}

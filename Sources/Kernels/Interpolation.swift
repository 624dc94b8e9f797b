// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

func weightedSum(
  _ x: UnsafePointer<Float>, _ offsets: UnsafePointer<Int>, _ weights: UnsafePointer<Float>,
  _ taps: Int, _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  var i = 0
  while i &+ laneCount <= count {
    var sum = splat(0)
    var tap = 0
    while tap < taps {
      sum = multiplyAdd(load(x + (offsets[tap] &+ i)), splat(weights[tap]), sum)
      tap &+= 1
    }
    store(sum, y + i)
    i &+= laneCount
  }
  let rest = count &- i
  if rest > 0 {
    var sum = splat(0)
    var tap = 0
    while tap < taps {
      sum = multiplyAdd(load(x + (offsets[tap] &+ i), 0, rest), splat(weights[tap]), sum)
      tap &+= 1
    }
    store(sum, y + i, count: rest)
  }
}

/// The elements of `x` at the first `count` of the indices, 0 in the other lanes.
@inline(__always)
private func gather(
  _ x: UnsafePointer<Float>, _ indices: UnsafePointer<Int32>, _ count: Int
) -> Lanes {
  var v = splat(0)
  var lane = 0
  while lane < count {
    v[lane] = x[Int(truncatingIfNeeded: indices[lane])]
    lane &+= 1
  }
  return v
}

func interpolateRows(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ indices: UnsafePointer<Int32>,
  _ weights: UnsafePointer<Float>, _ g: InterpolationGeometry
) {
  var r = 0
  while r < g.rows {
    let source = x + r &* g.inputColumns
    let out = y + r &* g.outputColumns
    var c = 0
    while c &+ laneCount <= g.outputColumns {
      var sum = splat(0)
      var tap = 0
      while tap < g.taps {
        let entry = tap &* g.outputColumns &+ c
        sum = multiplyAdd(
          gather(source, indices + entry, laneCount), load(weights + entry), sum)
        tap &+= 1
      }
      store(sum, out + c)
      c &+= laneCount
    }
    while c < g.outputColumns {
      var sum: Float = 0
      var tap = 0
      while tap < g.taps {
        let entry = tap &* g.outputColumns &+ c
        sum += source[Int(truncatingIfNeeded: indices[entry])] * weights[entry]
        tap &+= 1
      }
      out[c] = sum
      c &+= 1
    }
    r &+= 1
  }
}

func addStrided(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int, _ stride: Int
) {
  var i = 0
  if stride == 1 {
    while i &+ laneCount <= count {
      store(load(y + i) + load(x + i), y + i)
      i &+= laneCount
    }
  }
  while i < count {
    y[i &* stride] += x[i]
    i &+= 1
  }
}

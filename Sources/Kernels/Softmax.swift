// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// Softmax of one contiguous row.
private func softmaxRow(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int, _ logarithm: Bool
) {
  let largest = splat(reduce(MaximumReducer.self, x, count))
  var sum = splat(0)
  var i = 0
  while i &+ laneCount <= count {
    let e = exponential(load(x + i) - largest)
    sum += e
    if !logarithm { store(e, y + i) }
    i &+= laneCount
  }
  let rest = count &- i
  if rest > 0 {
    let e = keep(exponential(load(x + i, 0, rest) - largest), 0, rest, fill: splat(0))
    sum += e
    if !logarithm { store(e, y + i, count: rest) }
  }
  let total = splat(horizontalSum(sum))
  if logarithm {
    scaleOrShift(x, y, count, minus: largest, minus: naturalLogarithm(total), times: nil)
  } else {
    scaleOrShift(y, y, count, minus: largest, minus: total, times: splat(1) / total)
  }
}

/// `y = x · factor`, or `y = (x - a) - b` without one.
@inline(always)
private func scaleOrShift(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int, minus a: Lanes,
  minus b: Lanes, times factor: Lanes?
) {
  var i = 0
  while i &+ laneCount <= count {
    let v = load(x + i)
    let result = if let factor { v * factor } else { (v - a) - b }
    store(result, y + i)
    i &+= laneCount
  }
  let rest = count &- i
  if rest > 0 {
    let v = load(x + i, 0, rest)
    let result = if let factor { v * factor } else { (v - a) - b }
    store(result, y + i, count: rest)
  }
}

/// Softmax of `width` ≤ `laneCount` adjacent columns, each over `axis` rows `stride` apart.
@inline(always)
private func softmaxColumns(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ axis: Int, _ stride: Int,
  _ width: Int, _ logarithm: Bool
) {
  var largest = splat(-.infinity)
  var a = 0
  while a < axis {
    largest = maximum(largest, load(x + a &* stride, 0, width))
    a &+= 1
  }
  var sum = splat(0)
  a = 0
  while a < axis {
    let e = exponential(load(x + a &* stride, 0, width) - largest)
    sum += e
    if !logarithm { store(e, y + a &* stride, count: width) }
    a &+= 1
  }
  let factor = splat(1) / sum
  let shift = naturalLogarithm(sum)
  a = 0
  while a < axis {
    let result =
      logarithm
      ? (load(x + a &* stride, 0, width) - largest) - shift
      : load(y + a &* stride, 0, width) * factor
    store(result, y + a &* stride, count: width)
    a &+= 1
  }
}

func softmax(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ outer: Int, _ axis: Int,
  _ inner: Int, _ logarithm: Bool
) {
  var o = 0
  while o < outer {
    let base = o &* axis &* inner
    if inner == 1 {
      softmaxRow(x + base, y + base, axis, logarithm)
    } else {
      var i = 0
      while i < inner {
        softmaxColumns(
          x + (base &+ i), y + (base &+ i), axis, inner, min(laneCount, inner &- i), logarithm)
        i &+= laneCount
      }
    }
    o &+= 1
  }
}

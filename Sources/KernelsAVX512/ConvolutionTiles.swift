// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 14 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 2 }

/// 1 × 1 pixels, 1 block of channels.
@inline(always)
private func tile1x1x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
}

@inline(never)
private func tile1x1x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x1x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x1x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x1x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 2 pixels, 1 block of channels.
@inline(always)
private func tile1x2x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
}

@inline(never)
private func tile1x2x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x2x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x2x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x2x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 3 pixels, 1 block of channels.
@inline(always)
private func tile1x3x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
}

@inline(never)
private func tile1x3x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x3x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x3x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x3x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 4 pixels, 1 block of channels.
@inline(always)
private func tile1x4x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
}

@inline(never)
private func tile1x4x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x4x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x4x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x4x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 5 pixels, 1 block of channels.
@inline(always)
private func tile1x5x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
}

@inline(never)
private func tile1x5x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x5x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x5x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x5x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 6 pixels, 1 block of channels.
@inline(always)
private func tile1x6x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
}

@inline(never)
private func tile1x6x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x6x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x6x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x6x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 7 pixels, 1 block of channels.
@inline(always)
private func tile1x7x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
}

@inline(never)
private func tile1x7x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x7x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x7x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x7x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 8 pixels, 1 block of channels.
@inline(always)
private func tile1x8x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
}

@inline(never)
private func tile1x8x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x8x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x8x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x8x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 9 pixels, 1 block of channels.
@inline(always)
private func tile1x9x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
}

@inline(never)
private func tile1x9x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x9x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x9x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x9x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 10 pixels, 1 block of channels.
@inline(always)
private func tile1x10x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
}

@inline(never)
private func tile1x10x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x10x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x10x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x10x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 11 pixels, 1 block of channels.
@inline(always)
private func tile1x11x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var s10_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
}

@inline(never)
private func tile1x11x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x11x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x11x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x11x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 12 pixels, 1 block of channels.
@inline(always)
private func tile1x12x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var s10_0 = bias0
  var s11_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(tap[k &+ 11 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    s11_0 += load(p0_0 + 11 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q0_0 + 11 &* laneCount)
}

@inline(never)
private func tile1x12x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x12x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x12x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x12x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 13 pixels, 1 block of channels.
@inline(always)
private func tile1x13x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var s10_0 = bias0
  var s11_0 = bias0
  var s12_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(tap[k &+ 11 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(tap[k &+ 12 &* pixelStride])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    s11_0 += load(p0_0 + 11 &* laneCount)
    s12_0 += load(p0_0 + 12 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q0_0 + 11 &* laneCount)
  store(smaller(high, larger(low, s12_0)), q0_0 + 12 &* laneCount)
}

@inline(never)
private func tile1x13x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x13x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x13x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x13x1(t, pixelStride: 2 &* laneCount)
}

/// 1 × 14 pixels, 1 block of channels.
@inline(always)
private func tile1x14x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var s10_0 = bias0
  var s11_0 = bias0
  var s12_0 = bias0
  var s13_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(tap[k &+ 11 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(tap[k &+ 12 &* pixelStride])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          let x13 = splat(tap[k &+ 13 &* pixelStride])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    s11_0 += load(p0_0 + 11 &* laneCount)
    s12_0 += load(p0_0 + 12 &* laneCount)
    s13_0 += load(p0_0 + 13 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q0_0 + 11 &* laneCount)
  store(smaller(high, larger(low, s12_0)), q0_0 + 12 &* laneCount)
  store(smaller(high, larger(low, s13_0)), q0_0 + 13 &* laneCount)
}

@inline(never)
private func tile1x14x1s1(_ t: UnsafePointer<TileArguments>) {
  tile1x14x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x14x1s2(_ t: UnsafePointer<TileArguments>) {
  tile1x14x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 1 pixels, 1 block of channels.
@inline(always)
private func tile2x1x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(lower[k &+ 0 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s1_0 += load(p1_0 + 0 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s1_0)), q1_0 + 0 &* laneCount)
}

@inline(never)
private func tile2x1x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x1x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x1x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x1x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 2 pixels, 1 block of channels.
@inline(always)
private func tile2x2x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(lower[k &+ 0 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(lower[k &+ 1 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s2_0 += load(p1_0 + 0 &* laneCount)
    s3_0 += load(p1_0 + 1 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s2_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q1_0 + 1 &* laneCount)
}

@inline(never)
private func tile2x2x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x2x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x2x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x2x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 3 pixels, 1 block of channels.
@inline(always)
private func tile2x3x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(lower[k &+ 0 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(lower[k &+ 1 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(lower[k &+ 2 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s3_0 += load(p1_0 + 0 &* laneCount)
    s4_0 += load(p1_0 + 1 &* laneCount)
    s5_0 += load(p1_0 + 2 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s3_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q1_0 + 2 &* laneCount)
}

@inline(never)
private func tile2x3x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x3x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x3x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x3x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 4 pixels, 1 block of channels.
@inline(always)
private func tile2x4x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(lower[k &+ 0 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(lower[k &+ 1 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(lower[k &+ 2 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(lower[k &+ 3 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s4_0 += load(p1_0 + 0 &* laneCount)
    s5_0 += load(p1_0 + 1 &* laneCount)
    s6_0 += load(p1_0 + 2 &* laneCount)
    s7_0 += load(p1_0 + 3 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s4_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q1_0 + 3 &* laneCount)
}

@inline(never)
private func tile2x4x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x4x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x4x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x4x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 5 pixels, 1 block of channels.
@inline(always)
private func tile2x5x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(lower[k &+ 0 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(lower[k &+ 1 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(lower[k &+ 2 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(lower[k &+ 3 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(lower[k &+ 4 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s5_0 += load(p1_0 + 0 &* laneCount)
    s6_0 += load(p1_0 + 1 &* laneCount)
    s7_0 += load(p1_0 + 2 &* laneCount)
    s8_0 += load(p1_0 + 3 &* laneCount)
    s9_0 += load(p1_0 + 4 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s5_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q1_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q1_0 + 4 &* laneCount)
}

@inline(never)
private func tile2x5x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x5x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x5x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x5x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 6 pixels, 1 block of channels.
@inline(always)
private func tile2x6x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var s10_0 = bias0
  var s11_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(lower[k &+ 0 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(lower[k &+ 1 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(lower[k &+ 2 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(lower[k &+ 3 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(lower[k &+ 4 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(lower[k &+ 5 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s6_0 += load(p1_0 + 0 &* laneCount)
    s7_0 += load(p1_0 + 1 &* laneCount)
    s8_0 += load(p1_0 + 2 &* laneCount)
    s9_0 += load(p1_0 + 3 &* laneCount)
    s10_0 += load(p1_0 + 4 &* laneCount)
    s11_0 += load(p1_0 + 5 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s6_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q1_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q1_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q1_0 + 5 &* laneCount)
}

@inline(never)
private func tile2x6x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x6x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x6x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x6x1(t, pixelStride: 2 &* laneCount)
}

/// 2 × 7 pixels, 1 block of channels.
@inline(always)
private func tile2x7x1(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var s6_0 = bias0
  var s7_0 = bias0
  var s8_0 = bias0
  var s9_0 = bias0
  var s10_0 = bias0
  var s11_0 = bias0
  var s12_0 = bias0
  var s13_0 = bias0
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(lower[k &+ 0 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(lower[k &+ 1 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(lower[k &+ 2 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(lower[k &+ 3 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(lower[k &+ 4 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(lower[k &+ 5 &* pixelStride])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          let x13 = splat(lower[k &+ 6 &* pixelStride])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          weights += 1 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s7_0 += load(p1_0 + 0 &* laneCount)
    s8_0 += load(p1_0 + 1 &* laneCount)
    s9_0 += load(p1_0 + 2 &* laneCount)
    s10_0 += load(p1_0 + 3 &* laneCount)
    s11_0 += load(p1_0 + 4 &* laneCount)
    s12_0 += load(p1_0 + 5 &* laneCount)
    s13_0 += load(p1_0 + 6 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s7_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q1_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q1_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s12_0)), q1_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s13_0)), q1_0 + 6 &* laneCount)
}

@inline(never)
private func tile2x7x1s1(_ t: UnsafePointer<TileArguments>) {
  tile2x7x1(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x7x1s2(_ t: UnsafePointer<TileArguments>) {
  tile2x7x1(t, pixelStride: 2 &* laneCount)
}

/// Computes one tile of 1 block of channels.
func convolveTile1(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {
  // The stride is a literal where it is 1 or 2, so that pixels are at constant distances.
  switch (stride, rows, columns) {
  case (1, 1, 1): tile1x1x1s1(t)
  case (1, 1, 2): tile1x2x1s1(t)
  case (1, 1, 3): tile1x3x1s1(t)
  case (1, 1, 4): tile1x4x1s1(t)
  case (1, 1, 5): tile1x5x1s1(t)
  case (1, 1, 6): tile1x6x1s1(t)
  case (1, 1, 7): tile1x7x1s1(t)
  case (1, 1, 8): tile1x8x1s1(t)
  case (1, 1, 9): tile1x9x1s1(t)
  case (1, 1, 10): tile1x10x1s1(t)
  case (1, 1, 11): tile1x11x1s1(t)
  case (1, 1, 12): tile1x12x1s1(t)
  case (1, 1, 13): tile1x13x1s1(t)
  case (1, 1, 14): tile1x14x1s1(t)
  case (1, 2, 1): tile2x1x1s1(t)
  case (1, 2, 2): tile2x2x1s1(t)
  case (1, 2, 3): tile2x3x1s1(t)
  case (1, 2, 4): tile2x4x1s1(t)
  case (1, 2, 5): tile2x5x1s1(t)
  case (1, 2, 6): tile2x6x1s1(t)
  case (1, 2, 7): tile2x7x1s1(t)
  case (2, 1, 1): tile1x1x1s2(t)
  case (2, 1, 2): tile1x2x1s2(t)
  case (2, 1, 3): tile1x3x1s2(t)
  case (2, 1, 4): tile1x4x1s2(t)
  case (2, 1, 5): tile1x5x1s2(t)
  case (2, 1, 6): tile1x6x1s2(t)
  case (2, 1, 7): tile1x7x1s2(t)
  case (2, 1, 8): tile1x8x1s2(t)
  case (2, 1, 9): tile1x9x1s2(t)
  case (2, 1, 10): tile1x10x1s2(t)
  case (2, 1, 11): tile1x11x1s2(t)
  case (2, 1, 12): tile1x12x1s2(t)
  case (2, 1, 13): tile1x13x1s2(t)
  case (2, 1, 14): tile1x14x1s2(t)
  case (2, 2, 1): tile2x1x1s2(t)
  case (2, 2, 2): tile2x2x1s2(t)
  case (2, 2, 3): tile2x3x1s2(t)
  case (2, 2, 4): tile2x4x1s2(t)
  case (2, 2, 5): tile2x5x1s2(t)
  case (2, 2, 6): tile2x6x1s2(t)
  case (2, 2, 7): tile2x7x1s2(t)
  default: convolvePixels(t, rows: rows, columns: columns, stride: stride, blocks: 1)
  }
}

/// 1 × 1 pixels, 2 blocks of channels.
@inline(always)
private func tile1x1x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
}

@inline(never)
private func tile1x1x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x1x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x1x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x1x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 2 pixels, 2 blocks of channels.
@inline(always)
private func tile1x2x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
}

@inline(never)
private func tile1x2x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x2x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x2x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x2x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 3 pixels, 2 blocks of channels.
@inline(always)
private func tile1x3x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
}

@inline(never)
private func tile1x3x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x3x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x3x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x3x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 4 pixels, 2 blocks of channels.
@inline(always)
private func tile1x4x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
}

@inline(never)
private func tile1x4x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x4x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x4x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x4x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 5 pixels, 2 blocks of channels.
@inline(always)
private func tile1x5x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
}

@inline(never)
private func tile1x5x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x5x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x5x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x5x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 6 pixels, 2 blocks of channels.
@inline(always)
private func tile1x6x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
}

@inline(never)
private func tile1x6x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x6x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x6x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x6x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 7 pixels, 2 blocks of channels.
@inline(always)
private func tile1x7x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
}

@inline(never)
private func tile1x7x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x7x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x7x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x7x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 8 pixels, 2 blocks of channels.
@inline(always)
private func tile1x8x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
}

@inline(never)
private func tile1x8x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x8x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x8x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x8x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 9 pixels, 2 blocks of channels.
@inline(always)
private func tile1x9x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
    s8_1 += load(p0_1 + 8 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q0_1 + 8 &* laneCount)
}

@inline(never)
private func tile1x9x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x9x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x9x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x9x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 10 pixels, 2 blocks of channels.
@inline(always)
private func tile1x10x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
    s8_1 += load(p0_1 + 8 &* laneCount)
    s9_1 += load(p0_1 + 9 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q0_1 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q0_1 + 9 &* laneCount)
}

@inline(never)
private func tile1x10x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x10x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x10x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x10x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 11 pixels, 2 blocks of channels.
@inline(always)
private func tile1x11x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var s10_0 = bias0
  var s10_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
    s8_1 += load(p0_1 + 8 &* laneCount)
    s9_1 += load(p0_1 + 9 &* laneCount)
    s10_1 += load(p0_1 + 10 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q0_1 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q0_1 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_1)), q0_1 + 10 &* laneCount)
}

@inline(never)
private func tile1x11x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x11x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x11x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x11x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 12 pixels, 2 blocks of channels.
@inline(always)
private func tile1x12x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var s10_0 = bias0
  var s10_1 = bias1
  var s11_0 = bias0
  var s11_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 11 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    s11_0 += load(p0_0 + 11 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
    s8_1 += load(p0_1 + 8 &* laneCount)
    s9_1 += load(p0_1 + 9 &* laneCount)
    s10_1 += load(p0_1 + 10 &* laneCount)
    s11_1 += load(p0_1 + 11 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q0_0 + 11 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q0_1 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q0_1 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_1)), q0_1 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_1)), q0_1 + 11 &* laneCount)
}

@inline(never)
private func tile1x12x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x12x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x12x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x12x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 13 pixels, 2 blocks of channels.
@inline(always)
private func tile1x13x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var s10_0 = bias0
  var s10_1 = bias1
  var s11_0 = bias0
  var s11_1 = bias1
  var s12_0 = bias0
  var s12_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 11 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(tap[k &+ 12 &* pixelStride])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    s11_0 += load(p0_0 + 11 &* laneCount)
    s12_0 += load(p0_0 + 12 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
    s8_1 += load(p0_1 + 8 &* laneCount)
    s9_1 += load(p0_1 + 9 &* laneCount)
    s10_1 += load(p0_1 + 10 &* laneCount)
    s11_1 += load(p0_1 + 11 &* laneCount)
    s12_1 += load(p0_1 + 12 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q0_0 + 11 &* laneCount)
  store(smaller(high, larger(low, s12_0)), q0_0 + 12 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q0_1 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q0_1 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_1)), q0_1 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_1)), q0_1 + 11 &* laneCount)
  store(smaller(high, larger(low, s12_1)), q0_1 + 12 &* laneCount)
}

@inline(never)
private func tile1x13x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x13x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x13x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x13x2(t, pixelStride: 2 &* laneCount)
}

/// 1 × 14 pixels, 2 blocks of channels.
@inline(always)
private func tile1x14x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var s10_0 = bias0
  var s10_1 = bias1
  var s11_0 = bias0
  var s11_1 = bias1
  var s12_0 = bias0
  var s12_1 = bias1
  var s13_0 = bias0
  var s13_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 7 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 8 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 9 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 10 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 11 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(tap[k &+ 12 &* pixelStride])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          let x13 = splat(tap[k &+ 13 &* pixelStride])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          s13_1 = multiplyAdd(x13, w1, s13_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    s7_0 += load(p0_0 + 7 &* laneCount)
    s8_0 += load(p0_0 + 8 &* laneCount)
    s9_0 += load(p0_0 + 9 &* laneCount)
    s10_0 += load(p0_0 + 10 &* laneCount)
    s11_0 += load(p0_0 + 11 &* laneCount)
    s12_0 += load(p0_0 + 12 &* laneCount)
    s13_0 += load(p0_0 + 13 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    s7_1 += load(p0_1 + 7 &* laneCount)
    s8_1 += load(p0_1 + 8 &* laneCount)
    s9_1 += load(p0_1 + 9 &* laneCount)
    s10_1 += load(p0_1 + 10 &* laneCount)
    s11_1 += load(p0_1 + 11 &* laneCount)
    s12_1 += load(p0_1 + 12 &* laneCount)
    s13_1 += load(p0_1 + 13 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q0_0 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q0_0 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q0_0 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q0_0 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q0_0 + 11 &* laneCount)
  store(smaller(high, larger(low, s12_0)), q0_0 + 12 &* laneCount)
  store(smaller(high, larger(low, s13_0)), q0_0 + 13 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q0_1 + 7 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q0_1 + 8 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q0_1 + 9 &* laneCount)
  store(smaller(high, larger(low, s10_1)), q0_1 + 10 &* laneCount)
  store(smaller(high, larger(low, s11_1)), q0_1 + 11 &* laneCount)
  store(smaller(high, larger(low, s12_1)), q0_1 + 12 &* laneCount)
  store(smaller(high, larger(low, s13_1)), q0_1 + 13 &* laneCount)
}

@inline(never)
private func tile1x14x2s1(_ t: UnsafePointer<TileArguments>) {
  tile1x14x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile1x14x2s2(_ t: UnsafePointer<TileArguments>) {
  tile1x14x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 1 pixels, 2 blocks of channels.
@inline(always)
private func tile2x1x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(lower[k &+ 0 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s1_0 += load(p1_0 + 0 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s1_1 += load(p1_1 + 0 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s1_0)), q1_0 + 0 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s1_1)), q1_1 + 0 &* laneCount)
}

@inline(never)
private func tile2x1x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x1x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x1x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x1x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 2 pixels, 2 blocks of channels.
@inline(always)
private func tile2x2x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(lower[k &+ 0 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(lower[k &+ 1 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s2_0 += load(p1_0 + 0 &* laneCount)
    s3_0 += load(p1_0 + 1 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s2_1 += load(p1_1 + 0 &* laneCount)
    s3_1 += load(p1_1 + 1 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s2_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q1_0 + 1 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s2_1)), q1_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q1_1 + 1 &* laneCount)
}

@inline(never)
private func tile2x2x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x2x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x2x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x2x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 3 pixels, 2 blocks of channels.
@inline(always)
private func tile2x3x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(lower[k &+ 0 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(lower[k &+ 1 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(lower[k &+ 2 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s3_0 += load(p1_0 + 0 &* laneCount)
    s4_0 += load(p1_0 + 1 &* laneCount)
    s5_0 += load(p1_0 + 2 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s3_1 += load(p1_1 + 0 &* laneCount)
    s4_1 += load(p1_1 + 1 &* laneCount)
    s5_1 += load(p1_1 + 2 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s3_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q1_0 + 2 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s3_1)), q1_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q1_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q1_1 + 2 &* laneCount)
}

@inline(never)
private func tile2x3x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x3x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x3x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x3x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 4 pixels, 2 blocks of channels.
@inline(always)
private func tile2x4x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(lower[k &+ 0 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(lower[k &+ 1 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(lower[k &+ 2 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 3 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s4_0 += load(p1_0 + 0 &* laneCount)
    s5_0 += load(p1_0 + 1 &* laneCount)
    s6_0 += load(p1_0 + 2 &* laneCount)
    s7_0 += load(p1_0 + 3 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s4_1 += load(p1_1 + 0 &* laneCount)
    s5_1 += load(p1_1 + 1 &* laneCount)
    s6_1 += load(p1_1 + 2 &* laneCount)
    s7_1 += load(p1_1 + 3 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s4_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q1_0 + 3 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s4_1)), q1_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q1_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q1_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q1_1 + 3 &* laneCount)
}

@inline(never)
private func tile2x4x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x4x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x4x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x4x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 5 pixels, 2 blocks of channels.
@inline(always)
private func tile2x5x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(lower[k &+ 0 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(lower[k &+ 1 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 2 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 3 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 4 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s5_0 += load(p1_0 + 0 &* laneCount)
    s6_0 += load(p1_0 + 1 &* laneCount)
    s7_0 += load(p1_0 + 2 &* laneCount)
    s8_0 += load(p1_0 + 3 &* laneCount)
    s9_0 += load(p1_0 + 4 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s5_1 += load(p1_1 + 0 &* laneCount)
    s6_1 += load(p1_1 + 1 &* laneCount)
    s7_1 += load(p1_1 + 2 &* laneCount)
    s8_1 += load(p1_1 + 3 &* laneCount)
    s9_1 += load(p1_1 + 4 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s5_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q1_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q1_0 + 4 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s5_1)), q1_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q1_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q1_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q1_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q1_1 + 4 &* laneCount)
}

@inline(never)
private func tile2x5x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x5x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x5x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x5x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 6 pixels, 2 blocks of channels.
@inline(always)
private func tile2x6x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var s10_0 = bias0
  var s10_1 = bias1
  var s11_0 = bias0
  var s11_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(lower[k &+ 0 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 1 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 2 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 3 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(lower[k &+ 4 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(lower[k &+ 5 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s6_0 += load(p1_0 + 0 &* laneCount)
    s7_0 += load(p1_0 + 1 &* laneCount)
    s8_0 += load(p1_0 + 2 &* laneCount)
    s9_0 += load(p1_0 + 3 &* laneCount)
    s10_0 += load(p1_0 + 4 &* laneCount)
    s11_0 += load(p1_0 + 5 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s6_1 += load(p1_1 + 0 &* laneCount)
    s7_1 += load(p1_1 + 1 &* laneCount)
    s8_1 += load(p1_1 + 2 &* laneCount)
    s9_1 += load(p1_1 + 3 &* laneCount)
    s10_1 += load(p1_1 + 4 &* laneCount)
    s11_1 += load(p1_1 + 5 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s6_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s7_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q1_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q1_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q1_0 + 5 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s6_1)), q1_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s7_1)), q1_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q1_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q1_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s10_1)), q1_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s11_1)), q1_1 + 5 &* laneCount)
}

@inline(never)
private func tile2x6x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x6x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x6x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x6x2(t, pixelStride: 2 &* laneCount)
}

/// 2 × 7 pixels, 2 blocks of channels.
@inline(always)
private func tile2x7x2(
  _ t: UnsafePointer<TileArguments>, pixelStride: Int
) {
  let a = t.pointee
  let bias0 = load(a.bias + 0 &* laneCount)
  let bias1 = load(a.bias + 1 &* laneCount)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var s4_0 = bias0
  var s4_1 = bias1
  var s5_0 = bias0
  var s5_1 = bias1
  var s6_0 = bias0
  var s6_1 = bias1
  var s7_0 = bias0
  var s7_1 = bias1
  var s8_0 = bias0
  var s8_1 = bias1
  var s9_0 = bias0
  var s9_1 = bias1
  var s10_0 = bias0
  var s10_1 = bias1
  var s11_0 = bias0
  var s11_1 = bias1
  var s12_0 = bias0
  var s12_1 = bias1
  var s13_0 = bias0
  var s13_1 = bias1
  var weights = a.weights
  var block = a.input
  var remaining = a.inputChannels
  var count = a.firstChannels
  var skip = a.inputBlockStride &- a.inputLane
  while remaining > 0 {
    var row = block
    var i = a.kernelHeight
    while i > 0 {
      var tap = row
      var j = a.kernelWidth
      while j > 0 {
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights + 0 &* laneCount)
          let w1 = load(weights + 1 &* laneCount)
          let x0 = splat(tap[k &+ 0 &* pixelStride])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 1 &* pixelStride])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 2 &* pixelStride])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 3 &* pixelStride])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 4 &* pixelStride])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 5 &* pixelStride])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 6 &* pixelStride])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 0 &* pixelStride])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 1 &* pixelStride])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 2 &* pixelStride])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(lower[k &+ 3 &* pixelStride])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(lower[k &+ 4 &* pixelStride])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(lower[k &+ 5 &* pixelStride])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          let x13 = splat(lower[k &+ 6 &* pixelStride])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          s13_1 = multiplyAdd(x13, w1, s13_1)
          weights += 2 &* laneCount
          k &+= 1
        }
        tap += a.tapColumnStride
        j &-= 1
      }
      row += a.tapRowStride
      i &-= 1
    }
    block += skip
    skip = a.inputBlockStride
    remaining &-= count
    count = min(laneCount, remaining)
  }
  if let residual = a.residual {
    let p0_0 =
      residual + (0 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s0_0 += load(p0_0 + 0 &* laneCount)
    s1_0 += load(p0_0 + 1 &* laneCount)
    s2_0 += load(p0_0 + 2 &* laneCount)
    s3_0 += load(p0_0 + 3 &* laneCount)
    s4_0 += load(p0_0 + 4 &* laneCount)
    s5_0 += load(p0_0 + 5 &* laneCount)
    s6_0 += load(p0_0 + 6 &* laneCount)
    let p0_1 =
      residual + (0 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s0_1 += load(p0_1 + 0 &* laneCount)
    s1_1 += load(p0_1 + 1 &* laneCount)
    s2_1 += load(p0_1 + 2 &* laneCount)
    s3_1 += load(p0_1 + 3 &* laneCount)
    s4_1 += load(p0_1 + 4 &* laneCount)
    s5_1 += load(p0_1 + 5 &* laneCount)
    s6_1 += load(p0_1 + 6 &* laneCount)
    let p1_0 =
      residual + (1 &* a.residualRowStride &+ 0 &* a.residualBlockStride)
    s7_0 += load(p1_0 + 0 &* laneCount)
    s8_0 += load(p1_0 + 1 &* laneCount)
    s9_0 += load(p1_0 + 2 &* laneCount)
    s10_0 += load(p1_0 + 3 &* laneCount)
    s11_0 += load(p1_0 + 4 &* laneCount)
    s12_0 += load(p1_0 + 5 &* laneCount)
    s13_0 += load(p1_0 + 6 &* laneCount)
    let p1_1 =
      residual + (1 &* a.residualRowStride &+ 1 &* a.residualBlockStride)
    s7_1 += load(p1_1 + 0 &* laneCount)
    s8_1 += load(p1_1 + 1 &* laneCount)
    s9_1 += load(p1_1 + 2 &* laneCount)
    s10_1 += load(p1_1 + 3 &* laneCount)
    s11_1 += load(p1_1 + 4 &* laneCount)
    s12_1 += load(p1_1 + 5 &* laneCount)
    s13_1 += load(p1_1 + 6 &* laneCount)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result + (0 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_0)), q0_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_0)), q0_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_0)), q0_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_0)), q0_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_0)), q0_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_0)), q0_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_0)), q0_0 + 6 &* laneCount)
  let q0_1 = a.result + (0 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s0_1)), q0_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s1_1)), q0_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s2_1)), q0_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s3_1)), q0_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s4_1)), q0_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s5_1)), q0_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s6_1)), q0_1 + 6 &* laneCount)
  let q1_0 = a.result + (1 &* a.resultRowStride &+ 0 &* a.resultBlockStride)
  store(smaller(high, larger(low, s7_0)), q1_0 + 0 &* laneCount)
  store(smaller(high, larger(low, s8_0)), q1_0 + 1 &* laneCount)
  store(smaller(high, larger(low, s9_0)), q1_0 + 2 &* laneCount)
  store(smaller(high, larger(low, s10_0)), q1_0 + 3 &* laneCount)
  store(smaller(high, larger(low, s11_0)), q1_0 + 4 &* laneCount)
  store(smaller(high, larger(low, s12_0)), q1_0 + 5 &* laneCount)
  store(smaller(high, larger(low, s13_0)), q1_0 + 6 &* laneCount)
  let q1_1 = a.result + (1 &* a.resultRowStride &+ 1 &* a.resultBlockStride)
  store(smaller(high, larger(low, s7_1)), q1_1 + 0 &* laneCount)
  store(smaller(high, larger(low, s8_1)), q1_1 + 1 &* laneCount)
  store(smaller(high, larger(low, s9_1)), q1_1 + 2 &* laneCount)
  store(smaller(high, larger(low, s10_1)), q1_1 + 3 &* laneCount)
  store(smaller(high, larger(low, s11_1)), q1_1 + 4 &* laneCount)
  store(smaller(high, larger(low, s12_1)), q1_1 + 5 &* laneCount)
  store(smaller(high, larger(low, s13_1)), q1_1 + 6 &* laneCount)
}

@inline(never)
private func tile2x7x2s1(_ t: UnsafePointer<TileArguments>) {
  tile2x7x2(t, pixelStride: 1 &* laneCount)
}

@inline(never)
private func tile2x7x2s2(_ t: UnsafePointer<TileArguments>) {
  tile2x7x2(t, pixelStride: 2 &* laneCount)
}

/// Computes one tile of 2 blocks of channels.
func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {
  // The stride is a literal where it is 1 or 2, so that pixels are at constant distances.
  switch (stride, rows, columns) {
  case (1, 1, 1): tile1x1x2s1(t)
  case (1, 1, 2): tile1x2x2s1(t)
  case (1, 1, 3): tile1x3x2s1(t)
  case (1, 1, 4): tile1x4x2s1(t)
  case (1, 1, 5): tile1x5x2s1(t)
  case (1, 1, 6): tile1x6x2s1(t)
  case (1, 1, 7): tile1x7x2s1(t)
  case (1, 1, 8): tile1x8x2s1(t)
  case (1, 1, 9): tile1x9x2s1(t)
  case (1, 1, 10): tile1x10x2s1(t)
  case (1, 1, 11): tile1x11x2s1(t)
  case (1, 1, 12): tile1x12x2s1(t)
  case (1, 1, 13): tile1x13x2s1(t)
  case (1, 1, 14): tile1x14x2s1(t)
  case (1, 2, 1): tile2x1x2s1(t)
  case (1, 2, 2): tile2x2x2s1(t)
  case (1, 2, 3): tile2x3x2s1(t)
  case (1, 2, 4): tile2x4x2s1(t)
  case (1, 2, 5): tile2x5x2s1(t)
  case (1, 2, 6): tile2x6x2s1(t)
  case (1, 2, 7): tile2x7x2s1(t)
  case (2, 1, 1): tile1x1x2s2(t)
  case (2, 1, 2): tile1x2x2s2(t)
  case (2, 1, 3): tile1x3x2s2(t)
  case (2, 1, 4): tile1x4x2s2(t)
  case (2, 1, 5): tile1x5x2s2(t)
  case (2, 1, 6): tile1x6x2s2(t)
  case (2, 1, 7): tile1x7x2s2(t)
  case (2, 1, 8): tile1x8x2s2(t)
  case (2, 1, 9): tile1x9x2s2(t)
  case (2, 1, 10): tile1x10x2s2(t)
  case (2, 1, 11): tile1x11x2s2(t)
  case (2, 1, 12): tile1x12x2s2(t)
  case (2, 1, 13): tile1x13x2s2(t)
  case (2, 1, 14): tile1x14x2s2(t)
  case (2, 2, 1): tile2x1x2s2(t)
  case (2, 2, 2): tile2x2x2s2(t)
  case (2, 2, 3): tile2x3x2s2(t)
  case (2, 2, 4): tile2x4x2s2(t)
  case (2, 2, 5): tile2x5x2s2(t)
  case (2, 2, 6): tile2x6x2s2(t)
  case (2, 2, 7): tile2x7x2s2(t)
  default: convolvePixels(t, rows: rows, columns: columns, stride: stride, blocks: 2)
  }
}

// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 5 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 1 }

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
  case (1, 2, 1): tile2x1x1s1(t)
  case (1, 2, 2): tile2x2x1s1(t)
  case (2, 1, 1): tile1x1x1s2(t)
  case (2, 1, 2): tile1x2x1s2(t)
  case (2, 1, 3): tile1x3x1s2(t)
  case (2, 1, 4): tile1x4x1s2(t)
  case (2, 1, 5): tile1x5x1s2(t)
  case (2, 2, 1): tile2x1x1s2(t)
  case (2, 2, 2): tile2x2x1s2(t)
  default: convolvePixels(t, rows: rows, columns: columns, stride: stride, blocks: 1)
  }
}

/// Not called: no tile here has more than one block.
@inline(always) func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {
  convolvePixels(t, rows: rows, columns: columns, stride: stride, blocks: 2)
}

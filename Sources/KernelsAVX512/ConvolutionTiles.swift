// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 14 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 2 }

/// 1 × 1 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x1x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
}

/// 1 × 2 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x2x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
}

/// 1 × 4 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x4x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
}

/// 1 × 7 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x7x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
}

/// 1 × 10 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x10x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
}

/// 1 × 14 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x14x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(tap[k &+ 160])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(tap[k &+ 176])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(tap[k &+ 192])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          let x13 = splat(tap[k &+ 208])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    s11_0 += load(p0_0 + 176)
    s12_0 += load(p0_0 + 192)
    s13_0 += load(p0_0 + 208)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  store(smaller(high, larger(low, s11_0)), q0_0 + 176)
  store(smaller(high, larger(low, s12_0)), q0_0 + 192)
  store(smaller(high, larger(low, s13_0)), q0_0 + 208)
}

/// 2 × 7 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile2x7x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(lower[k])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(lower[k &+ 16])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(lower[k &+ 32])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(lower[k &+ 48])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(lower[k &+ 64])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(lower[k &+ 80])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          let x13 = splat(lower[k &+ 96])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    let p1_0 = residual + a.residualRowStride
    s7_0 += load(p1_0)
    s8_0 += load(p1_0 + 16)
    s9_0 += load(p1_0 + 32)
    s10_0 += load(p1_0 + 48)
    s11_0 += load(p1_0 + 64)
    s12_0 += load(p1_0 + 80)
    s13_0 += load(p1_0 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s7_0)), q1_0)
  store(smaller(high, larger(low, s8_0)), q1_0 + 16)
  store(smaller(high, larger(low, s9_0)), q1_0 + 32)
  store(smaller(high, larger(low, s10_0)), q1_0 + 48)
  store(smaller(high, larger(low, s11_0)), q1_0 + 64)
  store(smaller(high, larger(low, s12_0)), q1_0 + 80)
  store(smaller(high, larger(low, s13_0)), q1_0 + 96)
}

/// 1 × 1 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x1x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
}

/// 1 × 2 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x2x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
}

/// 1 × 4 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x4x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
}

/// 1 × 7 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x7x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
}

/// 1 × 10 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x10x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 224])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 256])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 288])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
}

/// 1 × 14 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x14x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(tap[k &+ 224])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(tap[k &+ 256])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(tap[k &+ 288])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(tap[k &+ 320])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(tap[k &+ 352])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(tap[k &+ 384])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          let x13 = splat(tap[k &+ 416])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    s11_0 += load(p0_0 + 176)
    s12_0 += load(p0_0 + 192)
    s13_0 += load(p0_0 + 208)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  store(smaller(high, larger(low, s11_0)), q0_0 + 176)
  store(smaller(high, larger(low, s12_0)), q0_0 + 192)
  store(smaller(high, larger(low, s13_0)), q0_0 + 208)
}

/// 2 × 7 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile2x7x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          let x7 = splat(lower[k])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          let x8 = splat(lower[k &+ 32])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          let x9 = splat(lower[k &+ 64])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          let x10 = splat(lower[k &+ 96])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          let x11 = splat(lower[k &+ 128])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          let x12 = splat(lower[k &+ 160])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          let x13 = splat(lower[k &+ 192])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          weights += 16
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    let p1_0 = residual + a.residualRowStride
    s7_0 += load(p1_0)
    s8_0 += load(p1_0 + 16)
    s9_0 += load(p1_0 + 32)
    s10_0 += load(p1_0 + 48)
    s11_0 += load(p1_0 + 64)
    s12_0 += load(p1_0 + 80)
    s13_0 += load(p1_0 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s7_0)), q1_0)
  store(smaller(high, larger(low, s8_0)), q1_0 + 16)
  store(smaller(high, larger(low, s9_0)), q1_0 + 32)
  store(smaller(high, larger(low, s10_0)), q1_0 + 48)
  store(smaller(high, larger(low, s11_0)), q1_0 + 64)
  store(smaller(high, larger(low, s12_0)), q1_0 + 80)
  store(smaller(high, larger(low, s13_0)), q1_0 + 96)
}

/// Computes one tile of 1 block of channels.
func convolveTile1(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {
  switch (stride, rows, columns) {
  case (1, 1, 1): tile1x1x1s1(t)
  case (1, 1, 2): tile1x2x1s1(t)
  case (1, 1, 4): tile1x4x1s1(t)
  case (1, 1, 7): tile1x7x1s1(t)
  case (1, 1, 10): tile1x10x1s1(t)
  case (1, 1, 14): tile1x14x1s1(t)
  case (1, 2, 7): tile2x7x1s1(t)
  case (2, 1, 1): tile1x1x1s2(t)
  case (2, 1, 2): tile1x2x1s2(t)
  case (2, 1, 4): tile1x4x1s2(t)
  case (2, 1, 7): tile1x7x1s2(t)
  case (2, 1, 10): tile1x10x1s2(t)
  case (2, 1, 14): tile1x14x1s2(t)
  case (2, 2, 7): tile2x7x1s2(t)
  default:
    splitTile(
      t, rows: rows, columns: columns, stride: stride, blocks: 1,
      widths: stride == 1 ? 0b100010010010110 : stride == 2 ? 0b100010010010110 : 0b10)
  }
}

/// 1 × 1 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x1x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
}

/// 1 × 2 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x2x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
}

/// 1 × 3 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x3x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
}

/// 1 × 4 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x4x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
}

/// 1 × 5 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x5x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
}

/// 1 × 6 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x6x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
}

/// 1 × 7 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x7x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
}

/// 1 × 8 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x8x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
}

/// 1 × 9 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x9x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
}

/// 1 × 10 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x10x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
}

/// 1 × 11 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x11x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 160])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
    s10_1 += load(p0_1 + 160)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
  store(smaller(high, larger(low, s10_1)), q0_1 + 160)
}

/// 1 × 12 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x12x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 160])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 176])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    s11_0 += load(p0_0 + 176)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
    s10_1 += load(p0_1 + 160)
    s11_1 += load(p0_1 + 176)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  store(smaller(high, larger(low, s11_0)), q0_0 + 176)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
  store(smaller(high, larger(low, s10_1)), q0_1 + 160)
  store(smaller(high, larger(low, s11_1)), q0_1 + 176)
}

/// 1 × 13 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x13x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 160])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 176])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(tap[k &+ 192])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    s11_0 += load(p0_0 + 176)
    s12_0 += load(p0_0 + 192)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
    s10_1 += load(p0_1 + 160)
    s11_1 += load(p0_1 + 176)
    s12_1 += load(p0_1 + 192)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  store(smaller(high, larger(low, s11_0)), q0_0 + 176)
  store(smaller(high, larger(low, s12_0)), q0_0 + 192)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
  store(smaller(high, larger(low, s10_1)), q0_1 + 160)
  store(smaller(high, larger(low, s11_1)), q0_1 + 176)
  store(smaller(high, larger(low, s12_1)), q0_1 + 192)
}

/// 1 × 14 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile1x14x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 112])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 128])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 144])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 160])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 176])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(tap[k &+ 192])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          let x13 = splat(tap[k &+ 208])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          s13_1 = multiplyAdd(x13, w1, s13_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    s11_0 += load(p0_0 + 176)
    s12_0 += load(p0_0 + 192)
    s13_0 += load(p0_0 + 208)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
    s10_1 += load(p0_1 + 160)
    s11_1 += load(p0_1 + 176)
    s12_1 += load(p0_1 + 192)
    s13_1 += load(p0_1 + 208)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  store(smaller(high, larger(low, s11_0)), q0_0 + 176)
  store(smaller(high, larger(low, s12_0)), q0_0 + 192)
  store(smaller(high, larger(low, s13_0)), q0_0 + 208)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
  store(smaller(high, larger(low, s10_1)), q0_1 + 160)
  store(smaller(high, larger(low, s11_1)), q0_1 + 176)
  store(smaller(high, larger(low, s12_1)), q0_1 + 192)
  store(smaller(high, larger(low, s13_1)), q0_1 + 208)
}

/// 2 × 1 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x1x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(lower[k])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    let p1_0 = residual + a.residualRowStride
    s1_0 += load(p1_0)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s1_1 += load(p1_1)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s1_0)), q1_0)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s1_1)), q1_1)
}

/// 2 × 2 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x2x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(lower[k])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(lower[k &+ 16])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    let p1_0 = residual + a.residualRowStride
    s2_0 += load(p1_0)
    s3_0 += load(p1_0 + 16)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s2_1 += load(p1_1)
    s3_1 += load(p1_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s2_0)), q1_0)
  store(smaller(high, larger(low, s3_0)), q1_0 + 16)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s2_1)), q1_1)
  store(smaller(high, larger(low, s3_1)), q1_1 + 16)
}

/// 2 × 3 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x3x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(lower[k])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(lower[k &+ 16])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(lower[k &+ 32])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    let p1_0 = residual + a.residualRowStride
    s3_0 += load(p1_0)
    s4_0 += load(p1_0 + 16)
    s5_0 += load(p1_0 + 32)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s3_1 += load(p1_1)
    s4_1 += load(p1_1 + 16)
    s5_1 += load(p1_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s3_0)), q1_0)
  store(smaller(high, larger(low, s4_0)), q1_0 + 16)
  store(smaller(high, larger(low, s5_0)), q1_0 + 32)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s3_1)), q1_1)
  store(smaller(high, larger(low, s4_1)), q1_1 + 16)
  store(smaller(high, larger(low, s5_1)), q1_1 + 32)
}

/// 2 × 4 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x4x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(lower[k])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(lower[k &+ 16])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(lower[k &+ 32])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 48])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    let p1_0 = residual + a.residualRowStride
    s4_0 += load(p1_0)
    s5_0 += load(p1_0 + 16)
    s6_0 += load(p1_0 + 32)
    s7_0 += load(p1_0 + 48)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s4_1 += load(p1_1)
    s5_1 += load(p1_1 + 16)
    s6_1 += load(p1_1 + 32)
    s7_1 += load(p1_1 + 48)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s4_0)), q1_0)
  store(smaller(high, larger(low, s5_0)), q1_0 + 16)
  store(smaller(high, larger(low, s6_0)), q1_0 + 32)
  store(smaller(high, larger(low, s7_0)), q1_0 + 48)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s4_1)), q1_1)
  store(smaller(high, larger(low, s5_1)), q1_1 + 16)
  store(smaller(high, larger(low, s6_1)), q1_1 + 32)
  store(smaller(high, larger(low, s7_1)), q1_1 + 48)
}

/// 2 × 5 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x5x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(lower[k])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(lower[k &+ 16])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 32])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 48])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 64])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    let p1_0 = residual + a.residualRowStride
    s5_0 += load(p1_0)
    s6_0 += load(p1_0 + 16)
    s7_0 += load(p1_0 + 32)
    s8_0 += load(p1_0 + 48)
    s9_0 += load(p1_0 + 64)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s5_1 += load(p1_1)
    s6_1 += load(p1_1 + 16)
    s7_1 += load(p1_1 + 32)
    s8_1 += load(p1_1 + 48)
    s9_1 += load(p1_1 + 64)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s5_0)), q1_0)
  store(smaller(high, larger(low, s6_0)), q1_0 + 16)
  store(smaller(high, larger(low, s7_0)), q1_0 + 32)
  store(smaller(high, larger(low, s8_0)), q1_0 + 48)
  store(smaller(high, larger(low, s9_0)), q1_0 + 64)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s5_1)), q1_1)
  store(smaller(high, larger(low, s6_1)), q1_1 + 16)
  store(smaller(high, larger(low, s7_1)), q1_1 + 32)
  store(smaller(high, larger(low, s8_1)), q1_1 + 48)
  store(smaller(high, larger(low, s9_1)), q1_1 + 64)
}

/// 2 × 6 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x6x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(lower[k])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k &+ 16])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 32])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 48])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(lower[k &+ 64])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(lower[k &+ 80])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    let p1_0 = residual + a.residualRowStride
    s6_0 += load(p1_0)
    s7_0 += load(p1_0 + 16)
    s8_0 += load(p1_0 + 32)
    s9_0 += load(p1_0 + 48)
    s10_0 += load(p1_0 + 64)
    s11_0 += load(p1_0 + 80)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s6_1 += load(p1_1)
    s7_1 += load(p1_1 + 16)
    s8_1 += load(p1_1 + 32)
    s9_1 += load(p1_1 + 48)
    s10_1 += load(p1_1 + 64)
    s11_1 += load(p1_1 + 80)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s6_0)), q1_0)
  store(smaller(high, larger(low, s7_0)), q1_0 + 16)
  store(smaller(high, larger(low, s8_0)), q1_0 + 32)
  store(smaller(high, larger(low, s9_0)), q1_0 + 48)
  store(smaller(high, larger(low, s10_0)), q1_0 + 64)
  store(smaller(high, larger(low, s11_0)), q1_0 + 80)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s6_1)), q1_1)
  store(smaller(high, larger(low, s7_1)), q1_1 + 16)
  store(smaller(high, larger(low, s8_1)), q1_1 + 32)
  store(smaller(high, larger(low, s9_1)), q1_1 + 48)
  store(smaller(high, larger(low, s10_1)), q1_1 + 64)
  store(smaller(high, larger(low, s11_1)), q1_1 + 80)
}

/// 2 × 7 pixels at stride 1, 2 blocks of channels.
@inline(never)
private func tile2x7x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 64])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 80])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 96])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 16])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 32])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(lower[k &+ 48])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(lower[k &+ 64])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(lower[k &+ 80])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          let x13 = splat(lower[k &+ 96])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          s13_1 = multiplyAdd(x13, w1, s13_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    let p1_0 = residual + a.residualRowStride
    s7_0 += load(p1_0)
    s8_0 += load(p1_0 + 16)
    s9_0 += load(p1_0 + 32)
    s10_0 += load(p1_0 + 48)
    s11_0 += load(p1_0 + 64)
    s12_0 += load(p1_0 + 80)
    s13_0 += load(p1_0 + 96)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s7_1 += load(p1_1)
    s8_1 += load(p1_1 + 16)
    s9_1 += load(p1_1 + 32)
    s10_1 += load(p1_1 + 48)
    s11_1 += load(p1_1 + 64)
    s12_1 += load(p1_1 + 80)
    s13_1 += load(p1_1 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s7_0)), q1_0)
  store(smaller(high, larger(low, s8_0)), q1_0 + 16)
  store(smaller(high, larger(low, s9_0)), q1_0 + 32)
  store(smaller(high, larger(low, s10_0)), q1_0 + 48)
  store(smaller(high, larger(low, s11_0)), q1_0 + 64)
  store(smaller(high, larger(low, s12_0)), q1_0 + 80)
  store(smaller(high, larger(low, s13_0)), q1_0 + 96)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s7_1)), q1_1)
  store(smaller(high, larger(low, s8_1)), q1_1 + 16)
  store(smaller(high, larger(low, s9_1)), q1_1 + 32)
  store(smaller(high, larger(low, s10_1)), q1_1 + 48)
  store(smaller(high, larger(low, s11_1)), q1_1 + 64)
  store(smaller(high, larger(low, s12_1)), q1_1 + 80)
  store(smaller(high, larger(low, s13_1)), q1_1 + 96)
}

/// 1 × 1 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile1x1x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
}

/// 1 × 2 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile1x2x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
}

/// 1 × 4 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile1x4x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
}

/// 1 × 7 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile1x7x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
}

/// 1 × 10 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile1x10x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 224])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 256])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 288])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
}

/// 1 × 14 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile1x14x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(tap[k &+ 224])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(tap[k &+ 256])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(tap[k &+ 288])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(tap[k &+ 320])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(tap[k &+ 352])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(tap[k &+ 384])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          let x13 = splat(tap[k &+ 416])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          s13_1 = multiplyAdd(x13, w1, s13_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    s7_0 += load(p0_0 + 112)
    s8_0 += load(p0_0 + 128)
    s9_0 += load(p0_0 + 144)
    s10_0 += load(p0_0 + 160)
    s11_0 += load(p0_0 + 176)
    s12_0 += load(p0_0 + 192)
    s13_0 += load(p0_0 + 208)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    s7_1 += load(p0_1 + 112)
    s8_1 += load(p0_1 + 128)
    s9_1 += load(p0_1 + 144)
    s10_1 += load(p0_1 + 160)
    s11_1 += load(p0_1 + 176)
    s12_1 += load(p0_1 + 192)
    s13_1 += load(p0_1 + 208)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  store(smaller(high, larger(low, s7_0)), q0_0 + 112)
  store(smaller(high, larger(low, s8_0)), q0_0 + 128)
  store(smaller(high, larger(low, s9_0)), q0_0 + 144)
  store(smaller(high, larger(low, s10_0)), q0_0 + 160)
  store(smaller(high, larger(low, s11_0)), q0_0 + 176)
  store(smaller(high, larger(low, s12_0)), q0_0 + 192)
  store(smaller(high, larger(low, s13_0)), q0_0 + 208)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  store(smaller(high, larger(low, s7_1)), q0_1 + 112)
  store(smaller(high, larger(low, s8_1)), q0_1 + 128)
  store(smaller(high, larger(low, s9_1)), q0_1 + 144)
  store(smaller(high, larger(low, s10_1)), q0_1 + 160)
  store(smaller(high, larger(low, s11_1)), q0_1 + 176)
  store(smaller(high, larger(low, s12_1)), q0_1 + 192)
  store(smaller(high, larger(low, s13_1)), q0_1 + 208)
}

/// 2 × 7 pixels at stride 2, 2 blocks of channels.
@inline(never)
private func tile2x7x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
          let w0 = load(weights)
          let w1 = load(weights + 16)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          s0_1 = multiplyAdd(x0, w1, s0_1)
          let x1 = splat(tap[k &+ 32])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          s1_1 = multiplyAdd(x1, w1, s1_1)
          let x2 = splat(tap[k &+ 64])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          s2_1 = multiplyAdd(x2, w1, s2_1)
          let x3 = splat(tap[k &+ 96])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          s3_1 = multiplyAdd(x3, w1, s3_1)
          let x4 = splat(tap[k &+ 128])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          s4_1 = multiplyAdd(x4, w1, s4_1)
          let x5 = splat(tap[k &+ 160])
          s5_0 = multiplyAdd(x5, w0, s5_0)
          s5_1 = multiplyAdd(x5, w1, s5_1)
          let x6 = splat(tap[k &+ 192])
          s6_0 = multiplyAdd(x6, w0, s6_0)
          s6_1 = multiplyAdd(x6, w1, s6_1)
          let x7 = splat(lower[k])
          s7_0 = multiplyAdd(x7, w0, s7_0)
          s7_1 = multiplyAdd(x7, w1, s7_1)
          let x8 = splat(lower[k &+ 32])
          s8_0 = multiplyAdd(x8, w0, s8_0)
          s8_1 = multiplyAdd(x8, w1, s8_1)
          let x9 = splat(lower[k &+ 64])
          s9_0 = multiplyAdd(x9, w0, s9_0)
          s9_1 = multiplyAdd(x9, w1, s9_1)
          let x10 = splat(lower[k &+ 96])
          s10_0 = multiplyAdd(x10, w0, s10_0)
          s10_1 = multiplyAdd(x10, w1, s10_1)
          let x11 = splat(lower[k &+ 128])
          s11_0 = multiplyAdd(x11, w0, s11_0)
          s11_1 = multiplyAdd(x11, w1, s11_1)
          let x12 = splat(lower[k &+ 160])
          s12_0 = multiplyAdd(x12, w0, s12_0)
          s12_1 = multiplyAdd(x12, w1, s12_1)
          let x13 = splat(lower[k &+ 192])
          s13_0 = multiplyAdd(x13, w0, s13_0)
          s13_1 = multiplyAdd(x13, w1, s13_1)
          weights += 32
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
    count = min(16, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 16)
    s2_0 += load(p0_0 + 32)
    s3_0 += load(p0_0 + 48)
    s4_0 += load(p0_0 + 64)
    s5_0 += load(p0_0 + 80)
    s6_0 += load(p0_0 + 96)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 16)
    s2_1 += load(p0_1 + 32)
    s3_1 += load(p0_1 + 48)
    s4_1 += load(p0_1 + 64)
    s5_1 += load(p0_1 + 80)
    s6_1 += load(p0_1 + 96)
    let p1_0 = residual + a.residualRowStride
    s7_0 += load(p1_0)
    s8_0 += load(p1_0 + 16)
    s9_0 += load(p1_0 + 32)
    s10_0 += load(p1_0 + 48)
    s11_0 += load(p1_0 + 64)
    s12_0 += load(p1_0 + 80)
    s13_0 += load(p1_0 + 96)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s7_1 += load(p1_1)
    s8_1 += load(p1_1 + 16)
    s9_1 += load(p1_1 + 32)
    s10_1 += load(p1_1 + 48)
    s11_1 += load(p1_1 + 64)
    s12_1 += load(p1_1 + 80)
    s13_1 += load(p1_1 + 96)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 16)
  store(smaller(high, larger(low, s2_0)), q0_0 + 32)
  store(smaller(high, larger(low, s3_0)), q0_0 + 48)
  store(smaller(high, larger(low, s4_0)), q0_0 + 64)
  store(smaller(high, larger(low, s5_0)), q0_0 + 80)
  store(smaller(high, larger(low, s6_0)), q0_0 + 96)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 16)
  store(smaller(high, larger(low, s2_1)), q0_1 + 32)
  store(smaller(high, larger(low, s3_1)), q0_1 + 48)
  store(smaller(high, larger(low, s4_1)), q0_1 + 64)
  store(smaller(high, larger(low, s5_1)), q0_1 + 80)
  store(smaller(high, larger(low, s6_1)), q0_1 + 96)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s7_0)), q1_0)
  store(smaller(high, larger(low, s8_0)), q1_0 + 16)
  store(smaller(high, larger(low, s9_0)), q1_0 + 32)
  store(smaller(high, larger(low, s10_0)), q1_0 + 48)
  store(smaller(high, larger(low, s11_0)), q1_0 + 64)
  store(smaller(high, larger(low, s12_0)), q1_0 + 80)
  store(smaller(high, larger(low, s13_0)), q1_0 + 96)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s7_1)), q1_1)
  store(smaller(high, larger(low, s8_1)), q1_1 + 16)
  store(smaller(high, larger(low, s9_1)), q1_1 + 32)
  store(smaller(high, larger(low, s10_1)), q1_1 + 48)
  store(smaller(high, larger(low, s11_1)), q1_1 + 64)
  store(smaller(high, larger(low, s12_1)), q1_1 + 80)
  store(smaller(high, larger(low, s13_1)), q1_1 + 96)
}

/// Computes one tile of 2 blocks of channels.
func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {
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
  case (2, 1, 4): tile1x4x2s2(t)
  case (2, 1, 7): tile1x7x2s2(t)
  case (2, 1, 10): tile1x10x2s2(t)
  case (2, 1, 14): tile1x14x2s2(t)
  case (2, 2, 7): tile2x7x2s2(t)
  default:
    splitTile(
      t, rows: rows, columns: columns, stride: stride, blocks: 2,
      widths: stride == 1 ? 0b111111111111110 : stride == 2 ? 0b100010010010110 : 0b10)
  }
}

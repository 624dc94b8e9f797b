// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 5 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 1 }

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
          weights += 8
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
    count = min(8, remaining)
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
          let x1 = splat(tap[k &+ 8])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
}

/// 1 × 3 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x3x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 8])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 16])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
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
          let x1 = splat(tap[k &+ 8])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 16])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 24])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
}

/// 1 × 5 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile1x5x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 8])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 16])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 24])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          let x4 = splat(tap[k &+ 32])
          s4_0 = multiplyAdd(x4, w0, s4_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
}

/// 2 × 1 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile2x1x1s1(_ t: UnsafePointer<TileArguments>) {
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
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(lower[k])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    let p1_0 = residual + a.residualRowStride
    s1_0 += load(p1_0)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s1_0)), q1_0)
}

/// 2 × 2 pixels at stride 1, 1 block of channels.
@inline(never)
private func tile2x2x1s1(_ t: UnsafePointer<TileArguments>) {
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
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 8])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(lower[k])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(lower[k &+ 8])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p1_0 = residual + a.residualRowStride
    s2_0 += load(p1_0)
    s3_0 += load(p1_0 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s2_0)), q1_0)
  store(smaller(high, larger(low, s3_0)), q1_0 + 8)
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
          weights += 8
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
    count = min(8, remaining)
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
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
}

/// 1 × 3 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x3x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
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
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(tap[k &+ 32])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(tap[k &+ 48])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
}

/// 1 × 5 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile1x5x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
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
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
}

/// 2 × 1 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile2x1x1s2(_ t: UnsafePointer<TileArguments>) {
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
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(lower[k])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    let p1_0 = residual + a.residualRowStride
    s1_0 += load(p1_0)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s1_0)), q1_0)
}

/// 2 × 2 pixels at stride 2, 1 block of channels.
@inline(never)
private func tile2x2x1s2(_ t: UnsafePointer<TileArguments>) {
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
        let lower = tap + a.inputRowStep
        var k = 0
        while k < count {
          let w0 = load(weights)
          let x0 = splat(tap[k])
          s0_0 = multiplyAdd(x0, w0, s0_0)
          let x1 = splat(tap[k &+ 16])
          s1_0 = multiplyAdd(x1, w0, s1_0)
          let x2 = splat(lower[k])
          s2_0 = multiplyAdd(x2, w0, s2_0)
          let x3 = splat(lower[k &+ 16])
          s3_0 = multiplyAdd(x3, w0, s3_0)
          weights += 8
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
    count = min(8, remaining)
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p1_0 = residual + a.residualRowStride
    s2_0 += load(p1_0)
    s3_0 += load(p1_0 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s2_0)), q1_0)
  store(smaller(high, larger(low, s3_0)), q1_0 + 8)
}

/// Computes one tile of 1 block of channels.
func convolveTile1(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {
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
  default:
    splitTile(
      t, rows: rows, columns: columns, stride: stride, blocks: 1,
      widths: stride == 1 ? 0b111110 : stride == 2 ? 0b111110 : 0b10)
  }
}

/// Not called: no tile here has more than one block.
@inline(always)
func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, stride: Int
) {}

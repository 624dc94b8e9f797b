// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 6 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 2 }

/// 1 × 1 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x1x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    weights += 8
    offset += 1
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

/// 1 × 2 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x2x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 1 × 3 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x3x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    weights += 8
    offset += 1
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

/// 1 × 4 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x4x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[24])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 1 × 5 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x5x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[24])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[32])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    weights += 8
    offset += 1
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

/// 1 × 6 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x6x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[24])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[32])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[40])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
}

/// 2 × 1 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x1x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(lower[0])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 2 × 2 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x2x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(lower[0])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(lower[8])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 2 × 3 pixels, 8 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x3x1s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(lower[0])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(lower[8])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(lower[16])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p1_0 = residual + a.residualRowStride
    s3_0 += load(p1_0)
    s4_0 += load(p1_0 + 8)
    s5_0 += load(p1_0 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s3_0)), q1_0)
  store(smaller(high, larger(low, s4_0)), q1_0 + 8)
  store(smaller(high, larger(low, s5_0)), q1_0 + 16)
}

/// 1 × 1 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x1x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    weights += 8
    offset += 1
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

/// 1 × 2 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x2x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 1 × 3 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x3x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    weights += 8
    offset += 1
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

/// 1 × 4 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x4x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 1 × 5 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x5x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[64])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    weights += 8
    offset += 1
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

/// 1 × 6 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x6x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[64])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[80])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
}

/// 2 × 1 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x1x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(lower[0])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 2 × 2 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x2x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(lower[0])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(lower[16])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 2 × 3 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x3x1s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(lower[0])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(lower[16])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(lower[32])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p1_0 = residual + a.residualRowStride
    s3_0 += load(p1_0)
    s4_0 += load(p1_0 + 8)
    s5_0 += load(p1_0 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s3_0)), q1_0)
  store(smaller(high, larger(low, s4_0)), q1_0 + 8)
  store(smaller(high, larger(low, s5_0)), q1_0 + 16)
}

/// 1 × 1 pixels, 1 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x1x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    weights += 8
    offset += 1
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

/// 1 × 2 pixels, 1 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x2x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 1 × 3 pixels, 1 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x3x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    weights += 8
    offset += 1
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

/// 1 × 4 pixels, 1 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x4x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[3])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 1 × 5 pixels, 1 `Float`s apart, 1 block of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[3])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[4])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    weights += 8
    offset += 1
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

/// 1 × 6 pixels, 1 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x6x1s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[3])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[4])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[5])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
}

/// 1 × 1 pixels, 2 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x1x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    weights += 8
    offset += 1
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

/// 1 × 2 pixels, 2 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x2x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 1 × 3 pixels, 2 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x3x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    weights += 8
    offset += 1
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

/// 1 × 4 pixels, 2 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x4x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[6])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 1 × 5 pixels, 2 `Float`s apart, 1 block of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[6])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[8])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    weights += 8
    offset += 1
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

/// 1 × 6 pixels, 2 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x6x1s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[6])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[8])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[10])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
}

/// 1 × 1 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x1x1s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    weights += 8
    offset += 1
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

/// 1 × 2 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x2x1s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 8
    offset += 1
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

/// 1 × 3 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x3x1s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    weights += 8
    offset += 1
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

/// 1 × 4 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x4x1s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[12])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 8
    offset += 1
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

/// 1 × 5 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x5x1s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[12])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[16])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    weights += 8
    offset += 1
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

/// 1 × 6 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x6x1s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  var s0_0 = bias0
  var s1_0 = bias0
  var s2_0 = bias0
  var s3_0 = bias0
  var s4_0 = bias0
  var s5_0 = bias0
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[12])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[16])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[20])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    weights += 8
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
}

/// Computes one tile of 1 block of channels.
func convolveTile1(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (8, 1, 1): tile1x1x1s8(t)
  case (8, 1, 2): tile1x2x1s8(t)
  case (8, 1, 3): tile1x3x1s8(t)
  case (8, 1, 4): tile1x4x1s8(t)
  case (8, 1, 5): tile1x5x1s8(t)
  case (8, 1, 6): tile1x6x1s8(t)
  case (8, 2, 1): tile2x1x1s8(t)
  case (8, 2, 2): tile2x2x1s8(t)
  case (8, 2, 3): tile2x3x1s8(t)
  case (16, 1, 1): tile1x1x1s16(t)
  case (16, 1, 2): tile1x2x1s16(t)
  case (16, 1, 3): tile1x3x1s16(t)
  case (16, 1, 4): tile1x4x1s16(t)
  case (16, 1, 5): tile1x5x1s16(t)
  case (16, 1, 6): tile1x6x1s16(t)
  case (16, 2, 1): tile2x1x1s16(t)
  case (16, 2, 2): tile2x2x1s16(t)
  case (16, 2, 3): tile2x3x1s16(t)
  case (1, 1, 1): tile1x1x1s1(t)
  case (1, 1, 2): tile1x2x1s1(t)
  case (1, 1, 3): tile1x3x1s1(t)
  case (1, 1, 4): tile1x4x1s1(t)
  case (1, 1, 5): tile1x5x1s1(t)
  case (1, 1, 6): tile1x6x1s1(t)
  case (2, 1, 1): tile1x1x1s2(t)
  case (2, 1, 2): tile1x2x1s2(t)
  case (2, 1, 3): tile1x3x1s2(t)
  case (2, 1, 4): tile1x4x1s2(t)
  case (2, 1, 5): tile1x5x1s2(t)
  case (2, 1, 6): tile1x6x1s2(t)
  case (4, 1, 1): tile1x1x1s4(t)
  case (4, 1, 2): tile1x2x1s4(t)
  case (4, 1, 3): tile1x3x1s4(t)
  case (4, 1, 4): tile1x4x1s4(t)
  case (4, 1, 5): tile1x5x1s4(t)
  case (4, 1, 6): tile1x6x1s4(t)
  default:
    splitTile(
      t, rows: rows, columns: columns, spacing: spacing, blocks: 1,
      widths: tileWidths1(spacing))
  }
}

/// The widths of one row that there are, as bits; of other distances a single pixel.
@inline(always)
private func tileWidths1(_ spacing: Int) -> Int {
  switch spacing {
  case 8: 0b1111110
  case 16: 0b1111110
  case 1: 0b1111110
  case 2: 0b1111110
  case 4: 0b1111110
  default: 0b10
  }
}

/// 1 × 1 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 16
    offset += 1
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

/// 1 × 2 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
}

/// 1 × 3 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
}

/// 1 × 4 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[24])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
}

/// 1 × 5 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[24])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[32])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
}

/// 1 × 6 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[24])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[32])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[40])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
    s5_1 += load(p0_1 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
  store(smaller(high, larger(low, s5_1)), q0_1 + 40)
}

/// 2 × 1 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x1x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(lower[0])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
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

/// 2 × 2 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x2x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(lower[0])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(lower[8])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    let p1_0 = residual + a.residualRowStride
    s2_0 += load(p1_0)
    s3_0 += load(p1_0 + 8)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s2_1 += load(p1_1)
    s3_1 += load(p1_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s2_0)), q1_0)
  store(smaller(high, larger(low, s3_0)), q1_0 + 8)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s2_1)), q1_1)
  store(smaller(high, larger(low, s3_1)), q1_1 + 8)
}

/// 2 × 3 pixels, 8 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x3x2s8(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[8])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[16])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(lower[0])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(lower[8])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(lower[16])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    let p1_0 = residual + a.residualRowStride
    s3_0 += load(p1_0)
    s4_0 += load(p1_0 + 8)
    s5_0 += load(p1_0 + 16)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s3_1 += load(p1_1)
    s4_1 += load(p1_1 + 8)
    s5_1 += load(p1_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s3_0)), q1_0)
  store(smaller(high, larger(low, s4_0)), q1_0 + 8)
  store(smaller(high, larger(low, s5_0)), q1_0 + 16)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s3_1)), q1_1)
  store(smaller(high, larger(low, s4_1)), q1_1 + 8)
  store(smaller(high, larger(low, s5_1)), q1_1 + 16)
}

/// 1 × 1 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 16
    offset += 1
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

/// 1 × 2 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
}

/// 1 × 3 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
}

/// 1 × 4 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
}

/// 1 × 5 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[64])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
}

/// 1 × 6 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[64])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[80])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
    s5_1 += load(p0_1 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
  store(smaller(high, larger(low, s5_1)), q0_1 + 40)
}

/// 2 × 1 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x1x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(lower[0])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
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

/// 2 × 2 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x2x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(lower[0])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(lower[16])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    let p1_0 = residual + a.residualRowStride
    s2_0 += load(p1_0)
    s3_0 += load(p1_0 + 8)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s2_1 += load(p1_1)
    s3_1 += load(p1_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s2_0)), q1_0)
  store(smaller(high, larger(low, s3_0)), q1_0 + 8)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s2_1)), q1_1)
  store(smaller(high, larger(low, s3_1)), q1_1 + 8)
}

/// 2 × 3 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x3x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(lower[0])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(lower[16])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(lower[32])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    let p1_0 = residual + a.residualRowStride
    s3_0 += load(p1_0)
    s4_0 += load(p1_0 + 8)
    s5_0 += load(p1_0 + 16)
    let p1_1 = residual + a.residualRowStride + a.residualBlockStride
    s3_1 += load(p1_1)
    s4_1 += load(p1_1 + 8)
    s5_1 += load(p1_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  let q1_0 = a.result + a.resultRowStride
  store(smaller(high, larger(low, s3_0)), q1_0)
  store(smaller(high, larger(low, s4_0)), q1_0 + 8)
  store(smaller(high, larger(low, s5_0)), q1_0 + 16)
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  store(smaller(high, larger(low, s3_1)), q1_1)
  store(smaller(high, larger(low, s4_1)), q1_1 + 8)
  store(smaller(high, larger(low, s5_1)), q1_1 + 16)
}

/// 1 × 1 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 16
    offset += 1
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

/// 1 × 2 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
}

/// 1 × 3 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
}

/// 1 × 4 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[3])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
}

/// 1 × 5 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[3])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[4])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
}

/// 1 × 6 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[2])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[3])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[4])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[5])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
    s5_1 += load(p0_1 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
  store(smaller(high, larger(low, s5_1)), q0_1 + 40)
}

/// 1 × 1 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 16
    offset += 1
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

/// 1 × 2 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
}

/// 1 × 3 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
}

/// 1 × 4 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[6])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
}

/// 1 × 5 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[6])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[8])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
}

/// 1 × 6 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[4])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[6])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[8])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[10])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
    s5_1 += load(p0_1 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
  store(smaller(high, larger(low, s5_1)), q0_1 + 40)
}

/// 1 × 1 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 16
    offset += 1
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

/// 1 × 2 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
}

/// 1 × 3 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
}

/// 1 × 4 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
  var s0_0 = bias0
  var s0_1 = bias1
  var s1_0 = bias0
  var s1_1 = bias1
  var s2_0 = bias0
  var s2_1 = bias1
  var s3_0 = bias0
  var s3_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[12])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
}

/// 1 × 5 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[12])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[16])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
}

/// 1 × 6 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 8)
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 8)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[8])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[12])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[16])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[20])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    weights += 16
    offset += 1
  }
  if let residual = a.residual {
    let p0_0 = residual
    s0_0 += load(p0_0)
    s1_0 += load(p0_0 + 8)
    s2_0 += load(p0_0 + 16)
    s3_0 += load(p0_0 + 24)
    s4_0 += load(p0_0 + 32)
    s5_0 += load(p0_0 + 40)
    let p0_1 = residual + a.residualBlockStride
    s0_1 += load(p0_1)
    s1_1 += load(p0_1 + 8)
    s2_1 += load(p0_1 + 16)
    s3_1 += load(p0_1 + 24)
    s4_1 += load(p0_1 + 32)
    s5_1 += load(p0_1 + 40)
  }
  let low = splat(a.low)
  let high = splat(a.high)
  let q0_0 = a.result
  store(smaller(high, larger(low, s0_0)), q0_0)
  store(smaller(high, larger(low, s1_0)), q0_0 + 8)
  store(smaller(high, larger(low, s2_0)), q0_0 + 16)
  store(smaller(high, larger(low, s3_0)), q0_0 + 24)
  store(smaller(high, larger(low, s4_0)), q0_0 + 32)
  store(smaller(high, larger(low, s5_0)), q0_0 + 40)
  let q0_1 = a.result + a.resultBlockStride
  store(smaller(high, larger(low, s0_1)), q0_1)
  store(smaller(high, larger(low, s1_1)), q0_1 + 8)
  store(smaller(high, larger(low, s2_1)), q0_1 + 16)
  store(smaller(high, larger(low, s3_1)), q0_1 + 24)
  store(smaller(high, larger(low, s4_1)), q0_1 + 32)
  store(smaller(high, larger(low, s5_1)), q0_1 + 40)
}

/// Computes one tile of 2 blocks of channels.
func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (8, 1, 1): tile1x1x2s8(t)
  case (8, 1, 2): tile1x2x2s8(t)
  case (8, 1, 3): tile1x3x2s8(t)
  case (8, 1, 4): tile1x4x2s8(t)
  case (8, 1, 5): tile1x5x2s8(t)
  case (8, 1, 6): tile1x6x2s8(t)
  case (8, 2, 1): tile2x1x2s8(t)
  case (8, 2, 2): tile2x2x2s8(t)
  case (8, 2, 3): tile2x3x2s8(t)
  case (16, 1, 1): tile1x1x2s16(t)
  case (16, 1, 2): tile1x2x2s16(t)
  case (16, 1, 3): tile1x3x2s16(t)
  case (16, 1, 4): tile1x4x2s16(t)
  case (16, 1, 5): tile1x5x2s16(t)
  case (16, 1, 6): tile1x6x2s16(t)
  case (16, 2, 1): tile2x1x2s16(t)
  case (16, 2, 2): tile2x2x2s16(t)
  case (16, 2, 3): tile2x3x2s16(t)
  case (1, 1, 1): tile1x1x2s1(t)
  case (1, 1, 2): tile1x2x2s1(t)
  case (1, 1, 3): tile1x3x2s1(t)
  case (1, 1, 4): tile1x4x2s1(t)
  case (1, 1, 5): tile1x5x2s1(t)
  case (1, 1, 6): tile1x6x2s1(t)
  case (2, 1, 1): tile1x1x2s2(t)
  case (2, 1, 2): tile1x2x2s2(t)
  case (2, 1, 3): tile1x3x2s2(t)
  case (2, 1, 4): tile1x4x2s2(t)
  case (2, 1, 5): tile1x5x2s2(t)
  case (2, 1, 6): tile1x6x2s2(t)
  case (4, 1, 1): tile1x1x2s4(t)
  case (4, 1, 2): tile1x2x2s4(t)
  case (4, 1, 3): tile1x3x2s4(t)
  case (4, 1, 4): tile1x4x2s4(t)
  case (4, 1, 5): tile1x5x2s4(t)
  case (4, 1, 6): tile1x6x2s4(t)
  default:
    splitTile(
      t, rows: rows, columns: columns, spacing: spacing, blocks: 2,
      widths: tileWidths2(spacing))
  }
}

/// The widths of one row that there are, as bits; of other distances a single pixel.
@inline(always)
private func tileWidths2(_ spacing: Int) -> Int {
  switch spacing {
  case 8: 0b1111110
  case 16: 0b1111110
  case 1: 0b1111110
  case 2: 0b1111110
  case 4: 0b1111110
  default: 0b10
  }
}

// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 14 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 2 }

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
    weights += 16
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
    weights += 16
    offset += 1
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
    weights += 16
    offset += 1
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

/// 1 × 7 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x7x1s16(_ t: UnsafePointer<TileArguments>) {
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    weights += 16
    offset += 1
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

/// 1 × 10 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x10x1s16(_ t: UnsafePointer<TileArguments>) {
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    weights += 16
    offset += 1
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

/// 1 × 14 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x14x1s16(_ t: UnsafePointer<TileArguments>) {
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(term[160])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(term[176])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(term[192])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(term[208])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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

/// 2 × 7 pixels, 16 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x7x1s16(_ t: UnsafePointer<TileArguments>) {
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
    let x3 = splat(term[48])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[64])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[80])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(lower[0])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(lower[16])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(lower[32])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(lower[48])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(lower[64])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(lower[80])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(lower[96])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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

/// 1 × 1 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x1x1s32(_ t: UnsafePointer<TileArguments>) {
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
    weights += 16
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

/// 1 × 2 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x2x1s32(_ t: UnsafePointer<TileArguments>) {
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
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    weights += 16
    offset += 1
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

/// 1 × 4 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x4x1s32(_ t: UnsafePointer<TileArguments>) {
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
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    weights += 16
    offset += 1
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

/// 1 × 7 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x7x1s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    weights += 16
    offset += 1
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

/// 1 × 10 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x10x1s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[224])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[256])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[288])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    weights += 16
    offset += 1
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

/// 1 × 14 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x14x1s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[224])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[256])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[288])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(term[320])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(term[352])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(term[384])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(term[416])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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

/// 2 × 7 pixels, 32 `Float`s apart, 1 block of channels.
@inline(never)
private func tile2x7x1s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(lower[0])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(lower[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(lower[64])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(lower[96])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(lower[128])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(lower[160])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(lower[192])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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
    weights += 16
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
    weights += 16
    offset += 1
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
    weights += 16
    offset += 1
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

/// 1 × 7 pixels, 1 `Float`s apart, 1 block of channels.
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
    let x6 = splat(term[6])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    weights += 16
    offset += 1
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

/// 1 × 10 pixels, 1 `Float`s apart, 1 block of channels.
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
    let x6 = splat(term[6])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[7])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[8])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[9])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    weights += 16
    offset += 1
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

/// 1 × 14 pixels, 1 `Float`s apart, 1 block of channels.
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
    let x6 = splat(term[6])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[7])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[8])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[9])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(term[10])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(term[11])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(term[12])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(term[13])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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
    weights += 16
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
    weights += 16
    offset += 1
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
    weights += 16
    offset += 1
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

/// 1 × 7 pixels, 2 `Float`s apart, 1 block of channels.
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
    let x6 = splat(term[12])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    weights += 16
    offset += 1
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

/// 1 × 10 pixels, 2 `Float`s apart, 1 block of channels.
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
    let x6 = splat(term[12])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[14])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[16])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[18])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    weights += 16
    offset += 1
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

/// 1 × 14 pixels, 2 `Float`s apart, 1 block of channels.
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
    let x6 = splat(term[12])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[14])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[16])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[18])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(term[20])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(term[22])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(term[24])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(term[26])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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
    weights += 16
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
    weights += 16
    offset += 1
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
    weights += 16
    offset += 1
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

/// 1 × 7 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x7x1s4(_ t: UnsafePointer<TileArguments>) {
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
    let x6 = splat(term[24])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    weights += 16
    offset += 1
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

/// 1 × 10 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x10x1s4(_ t: UnsafePointer<TileArguments>) {
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
    let x6 = splat(term[24])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[28])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[36])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    weights += 16
    offset += 1
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

/// 1 × 14 pixels, 4 `Float`s apart, 1 block of channels.
@inline(never)
private func tile1x14x1s4(_ t: UnsafePointer<TileArguments>) {
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
    let x6 = splat(term[24])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    let x7 = splat(term[28])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    let x8 = splat(term[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    let x9 = splat(term[36])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    let x10 = splat(term[40])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    let x11 = splat(term[44])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    let x12 = splat(term[48])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    let x13 = splat(term[52])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    weights += 16
    offset += 1
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

/// Computes one tile of 1 block of channels.
func convolveTile1(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (16, 1, 1): tile1x1x1s16(t)
  case (16, 1, 2): tile1x2x1s16(t)
  case (16, 1, 4): tile1x4x1s16(t)
  case (16, 1, 7): tile1x7x1s16(t)
  case (16, 1, 10): tile1x10x1s16(t)
  case (16, 1, 14): tile1x14x1s16(t)
  case (16, 2, 7): tile2x7x1s16(t)
  case (32, 1, 1): tile1x1x1s32(t)
  case (32, 1, 2): tile1x2x1s32(t)
  case (32, 1, 4): tile1x4x1s32(t)
  case (32, 1, 7): tile1x7x1s32(t)
  case (32, 1, 10): tile1x10x1s32(t)
  case (32, 1, 14): tile1x14x1s32(t)
  case (32, 2, 7): tile2x7x1s32(t)
  case (1, 1, 1): tile1x1x1s1(t)
  case (1, 1, 2): tile1x2x1s1(t)
  case (1, 1, 4): tile1x4x1s1(t)
  case (1, 1, 7): tile1x7x1s1(t)
  case (1, 1, 10): tile1x10x1s1(t)
  case (1, 1, 14): tile1x14x1s1(t)
  case (2, 1, 1): tile1x1x1s2(t)
  case (2, 1, 2): tile1x2x1s2(t)
  case (2, 1, 4): tile1x4x1s2(t)
  case (2, 1, 7): tile1x7x1s2(t)
  case (2, 1, 10): tile1x10x1s2(t)
  case (2, 1, 14): tile1x14x1s2(t)
  case (4, 1, 1): tile1x1x1s4(t)
  case (4, 1, 2): tile1x2x1s4(t)
  case (4, 1, 4): tile1x4x1s4(t)
  case (4, 1, 7): tile1x7x1s4(t)
  case (4, 1, 10): tile1x10x1s4(t)
  case (4, 1, 14): tile1x14x1s4(t)
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
  case 16: 0b100010010010110
  case 32: 0b100010010010110
  case 1: 0b100010010010110
  case 2: 0b100010010010110
  case 4: 0b100010010010110
  default: 0b10
  }
}

/// 1 × 1 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 32
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
  let bias1 = load(a.bias + 16)
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
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 32
    offset += 1
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

/// 1 × 3 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[16])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[32])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    weights += 32
    offset += 1
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

/// 1 × 4 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 1 × 5 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 1 × 6 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 1 × 7 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    weights += 32
    offset += 1
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

/// 1 × 8 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x8x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    weights += 32
    offset += 1
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

/// 1 × 9 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x9x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    weights += 32
    offset += 1
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

/// 1 × 10 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x10x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    weights += 32
    offset += 1
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

/// 1 × 11 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x11x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[160])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    weights += 32
    offset += 1
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

/// 1 × 12 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x12x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[160])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[176])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    weights += 32
    offset += 1
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

/// 1 × 13 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x13x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[160])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[176])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(term[192])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    weights += 32
    offset += 1
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

/// 1 × 14 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[112])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[128])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[144])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[160])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[176])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(term[192])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(term[208])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// 2 × 1 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x1x2s16(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(lower[0])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 32
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 2 × 3 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x3x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 2 × 4 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x4x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x4 = splat(lower[0])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(lower[16])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    let x6 = splat(lower[32])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(lower[48])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    weights += 32
    offset += 1
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

/// 2 × 5 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x5x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x5 = splat(lower[0])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    let x6 = splat(lower[16])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(lower[32])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(lower[48])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(lower[64])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    weights += 32
    offset += 1
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

/// 2 × 6 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x6x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(lower[0])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(lower[16])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(lower[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(lower[48])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(lower[64])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(lower[80])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    weights += 32
    offset += 1
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

/// 2 × 7 pixels, 16 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x7x2s16(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[96])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(lower[0])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(lower[16])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(lower[32])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(lower[48])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(lower[64])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(lower[80])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(lower[96])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// 1 × 1 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s32(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 32
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

/// 1 × 2 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s32(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
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
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 32
    offset += 1
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

/// 1 × 4 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    weights += 32
    offset += 1
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

/// 1 × 7 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    weights += 32
    offset += 1
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

/// 1 × 10 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x10x2s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[224])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[256])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[288])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    weights += 32
    offset += 1
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

/// 1 × 14 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[224])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[256])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[288])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[320])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[352])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(term[384])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(term[416])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// 2 × 7 pixels, 32 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile2x7x2s32(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[32])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    let x2 = splat(term[64])
    s2_0 = multiplyAdd(x2, w0, s2_0)
    s2_1 = multiplyAdd(x2, w1, s2_1)
    let x3 = splat(term[96])
    s3_0 = multiplyAdd(x3, w0, s3_0)
    s3_1 = multiplyAdd(x3, w1, s3_1)
    let x4 = splat(term[128])
    s4_0 = multiplyAdd(x4, w0, s4_0)
    s4_1 = multiplyAdd(x4, w1, s4_1)
    let x5 = splat(term[160])
    s5_0 = multiplyAdd(x5, w0, s5_0)
    s5_1 = multiplyAdd(x5, w1, s5_1)
    let x6 = splat(term[192])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(lower[0])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(lower[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(lower[64])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(lower[96])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(lower[128])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(lower[160])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(lower[192])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// 1 × 1 pixels, 1 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s1(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 32
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
  let bias1 = load(a.bias + 16)
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
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[1])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 32
    offset += 1
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

/// 1 × 4 pixels, 1 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 1 × 7 pixels, 1 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[6])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    weights += 32
    offset += 1
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

/// 1 × 10 pixels, 1 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[6])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[7])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[8])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[9])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    weights += 32
    offset += 1
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

/// 1 × 14 pixels, 1 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[6])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[7])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[8])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[9])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[10])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[11])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(term[12])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(term[13])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// 1 × 1 pixels, 2 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s2(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 32
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
  let bias1 = load(a.bias + 16)
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
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[2])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 32
    offset += 1
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

/// 1 × 4 pixels, 2 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 1 × 7 pixels, 2 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[12])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    weights += 32
    offset += 1
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

/// 1 × 10 pixels, 2 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[12])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[14])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[16])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[18])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    weights += 32
    offset += 1
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

/// 1 × 14 pixels, 2 `Float`s apart, 2 blocks of channels.
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[12])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[14])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[16])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[18])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[20])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[22])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(term[24])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(term[26])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// 1 × 1 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s4(_ t: UnsafePointer<TileArguments>) {
  let a = t.pointee
  let bias0 = load(a.bias)
  let bias1 = load(a.bias + 16)
  var s0_0 = bias0
  var s0_1 = bias1
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    weights += 32
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
  let bias1 = load(a.bias + 16)
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
    let w1 = load(weights + 16)
    let x0 = splat(term[0])
    s0_0 = multiplyAdd(x0, w0, s0_0)
    s0_1 = multiplyAdd(x0, w1, s0_1)
    let x1 = splat(term[4])
    s1_0 = multiplyAdd(x1, w0, s1_0)
    s1_1 = multiplyAdd(x1, w1, s1_1)
    weights += 32
    offset += 1
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

/// 1 × 4 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s4(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    weights += 32
    offset += 1
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

/// 1 × 7 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s4(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[24])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    weights += 32
    offset += 1
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

/// 1 × 10 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x10x2s4(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[24])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[28])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[36])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    weights += 32
    offset += 1
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

/// 1 × 14 pixels, 4 `Float`s apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s4(_ t: UnsafePointer<TileArguments>) {
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
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = load(weights)
    let w1 = load(weights + 16)
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
    let x6 = splat(term[24])
    s6_0 = multiplyAdd(x6, w0, s6_0)
    s6_1 = multiplyAdd(x6, w1, s6_1)
    let x7 = splat(term[28])
    s7_0 = multiplyAdd(x7, w0, s7_0)
    s7_1 = multiplyAdd(x7, w1, s7_1)
    let x8 = splat(term[32])
    s8_0 = multiplyAdd(x8, w0, s8_0)
    s8_1 = multiplyAdd(x8, w1, s8_1)
    let x9 = splat(term[36])
    s9_0 = multiplyAdd(x9, w0, s9_0)
    s9_1 = multiplyAdd(x9, w1, s9_1)
    let x10 = splat(term[40])
    s10_0 = multiplyAdd(x10, w0, s10_0)
    s10_1 = multiplyAdd(x10, w1, s10_1)
    let x11 = splat(term[44])
    s11_0 = multiplyAdd(x11, w0, s11_0)
    s11_1 = multiplyAdd(x11, w1, s11_1)
    let x12 = splat(term[48])
    s12_0 = multiplyAdd(x12, w0, s12_0)
    s12_1 = multiplyAdd(x12, w1, s12_1)
    let x13 = splat(term[52])
    s13_0 = multiplyAdd(x13, w0, s13_0)
    s13_1 = multiplyAdd(x13, w1, s13_1)
    weights += 32
    offset += 1
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

/// Computes one tile of 2 blocks of channels.
func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (16, 1, 1): tile1x1x2s16(t)
  case (16, 1, 2): tile1x2x2s16(t)
  case (16, 1, 3): tile1x3x2s16(t)
  case (16, 1, 4): tile1x4x2s16(t)
  case (16, 1, 5): tile1x5x2s16(t)
  case (16, 1, 6): tile1x6x2s16(t)
  case (16, 1, 7): tile1x7x2s16(t)
  case (16, 1, 8): tile1x8x2s16(t)
  case (16, 1, 9): tile1x9x2s16(t)
  case (16, 1, 10): tile1x10x2s16(t)
  case (16, 1, 11): tile1x11x2s16(t)
  case (16, 1, 12): tile1x12x2s16(t)
  case (16, 1, 13): tile1x13x2s16(t)
  case (16, 1, 14): tile1x14x2s16(t)
  case (16, 2, 1): tile2x1x2s16(t)
  case (16, 2, 2): tile2x2x2s16(t)
  case (16, 2, 3): tile2x3x2s16(t)
  case (16, 2, 4): tile2x4x2s16(t)
  case (16, 2, 5): tile2x5x2s16(t)
  case (16, 2, 6): tile2x6x2s16(t)
  case (16, 2, 7): tile2x7x2s16(t)
  case (32, 1, 1): tile1x1x2s32(t)
  case (32, 1, 2): tile1x2x2s32(t)
  case (32, 1, 4): tile1x4x2s32(t)
  case (32, 1, 7): tile1x7x2s32(t)
  case (32, 1, 10): tile1x10x2s32(t)
  case (32, 1, 14): tile1x14x2s32(t)
  case (32, 2, 7): tile2x7x2s32(t)
  case (1, 1, 1): tile1x1x2s1(t)
  case (1, 1, 2): tile1x2x2s1(t)
  case (1, 1, 4): tile1x4x2s1(t)
  case (1, 1, 7): tile1x7x2s1(t)
  case (1, 1, 10): tile1x10x2s1(t)
  case (1, 1, 14): tile1x14x2s1(t)
  case (2, 1, 1): tile1x1x2s2(t)
  case (2, 1, 2): tile1x2x2s2(t)
  case (2, 1, 4): tile1x4x2s2(t)
  case (2, 1, 7): tile1x7x2s2(t)
  case (2, 1, 10): tile1x10x2s2(t)
  case (2, 1, 14): tile1x14x2s2(t)
  case (4, 1, 1): tile1x1x2s4(t)
  case (4, 1, 2): tile1x2x2s4(t)
  case (4, 1, 4): tile1x4x2s4(t)
  case (4, 1, 7): tile1x7x2s4(t)
  case (4, 1, 10): tile1x10x2s4(t)
  case (4, 1, 14): tile1x14x2s4(t)
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
  case 16: 0b111111111111110
  case 32: 0b100010010010110
  case 1: 0b100010010010110
  case 2: 0b100010010010110
  case 4: 0b100010010010110
  default: 0b10
  }
}

// Written by Sources/Kernels/generate_tiles.py. SPDX-License-Identifier: Apache-2.0

/// The most pixels of a tile.
@inline(always) var tilePixels: Int { 5 }

/// The most blocks of output channels of a tile.
@inline(always) var tileBlocks: Int { 1 }

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
  case (8, 2, 1): tile2x1x1s8(t)
  case (8, 2, 2): tile2x2x1s8(t)
  case (16, 1, 1): tile1x1x1s16(t)
  case (16, 1, 2): tile1x2x1s16(t)
  case (16, 1, 3): tile1x3x1s16(t)
  case (16, 1, 4): tile1x4x1s16(t)
  case (16, 1, 5): tile1x5x1s16(t)
  case (16, 2, 1): tile2x1x1s16(t)
  case (16, 2, 2): tile2x2x1s16(t)
  case (1, 1, 1): tile1x1x1s1(t)
  case (1, 1, 2): tile1x2x1s1(t)
  case (1, 1, 3): tile1x3x1s1(t)
  case (1, 1, 4): tile1x4x1s1(t)
  case (1, 1, 5): tile1x5x1s1(t)
  case (2, 1, 1): tile1x1x1s2(t)
  case (2, 1, 2): tile1x2x1s2(t)
  case (2, 1, 3): tile1x3x1s2(t)
  case (2, 1, 4): tile1x4x1s2(t)
  case (2, 1, 5): tile1x5x1s2(t)
  case (4, 1, 1): tile1x1x1s4(t)
  case (4, 1, 2): tile1x2x1s4(t)
  case (4, 1, 3): tile1x3x1s4(t)
  case (4, 1, 4): tile1x4x1s4(t)
  case (4, 1, 5): tile1x5x1s4(t)
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
  case 8: 0b111110
  case 16: 0b111110
  case 1: 0b111110
  case 2: 0b111110
  case 4: 0b111110
  default: 0b10
  }
}

/// Not called: no tile here has more than one block.
@inline(always)
func convolveTile2(
  _ t: UnsafePointer<TileArguments>, rows: Int, columns: Int, spacing: Int
) {}

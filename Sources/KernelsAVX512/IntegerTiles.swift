// Written by Sources/Kernels/generate_integer_tiles.py. SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The most pixels of a tile.
@inline(always) var integerTilePixels: Int { 6 }

/// The most blocks of output channels of a tile.
@inline(always) var integerTileBlocks: Int { 2 }

/// Computes one tile.
func integerTile(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int, blocks: Int
) {
  if blocks == 1 {
    integerTile1(t, rows: rows, columns: columns, spacing: spacing)
  } else {
    integerTile2(t, rows: rows, columns: columns, spacing: spacing)
  }
}

/// 1 × 1 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x1x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
}

/// 1 × 2 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x2x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
}

/// 1 × 3 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x3x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
}

/// 1 × 4 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x4x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
}

/// 1 × 6 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x6x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 80)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
}

/// 2 × 3 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile2x3x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(lower)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(lower + 16)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(lower + 32)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  let q1_0 = a.result + a.resultRowStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s3_0, bias0), m0), q1_0)
  storeCodes(stage(total(s4_0, bias0), m0), q1_0 + 16)
  storeCodes(stage(total(s5_0, bias0), m0), q1_0 + 32)
}

/// 1 × 1 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x1x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
}

/// 1 × 2 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x2x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
}

/// 1 × 3 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x3x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
}

/// 1 × 4 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x4x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 96)
    s3_0 = accumulate(s3_0, x3, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
}

/// 1 × 6 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x6x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 96)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 128)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 160)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
}

/// 2 × 3 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile2x3x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(lower)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(lower + 32)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(lower + 64)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  let q1_0 = a.result + a.resultRowStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s3_0, bias0), m0), q1_0)
  storeCodes(stage(total(s4_0, bias0), m0), q1_0 + 16)
  storeCodes(stage(total(s5_0, bias0), m0), q1_0 + 32)
}

/// 1 × 1 pixels, 3 bytes apart, 1 block of channels.
@inline(never)
private func tile1x1x1s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
}

/// 1 × 3 pixels, 3 bytes apart, 1 block of channels.
@inline(never)
private func tile1x3x1s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 3)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 6)
    s2_0 = accumulate(s2_0, x2, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
}

/// 1 × 6 pixels, 3 bytes apart, 1 block of channels.
@inline(never)
private func tile1x6x1s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 3)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 6)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 9)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 12)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 15)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
}

/// 1 × 1 pixels, 6 bytes apart, 1 block of channels.
@inline(never)
private func tile1x1x1s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
}

/// 1 × 3 pixels, 6 bytes apart, 1 block of channels.
@inline(never)
private func tile1x3x1s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 6)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 12)
    s2_0 = accumulate(s2_0, x2, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
}

/// 1 × 6 pixels, 6 bytes apart, 1 block of channels.
@inline(never)
private func tile1x6x1s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 6)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 12)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 18)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 24)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 30)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
}

/// 1 × 1 pixels, 12 bytes apart, 1 block of channels.
@inline(never)
private func tile1x1x1s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
}

/// 1 × 3 pixels, 12 bytes apart, 1 block of channels.
@inline(never)
private func tile1x3x1s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 12)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 24)
    s2_0 = accumulate(s2_0, x2, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
}

/// 1 × 6 pixels, 12 bytes apart, 1 block of channels.
@inline(never)
private func tile1x6x1s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    let x1 = loadQuad(term + 12)
    s1_0 = accumulate(s1_0, x1, w0)
    let x2 = loadQuad(term + 24)
    s2_0 = accumulate(s2_0, x2, w0)
    let x3 = loadQuad(term + 36)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 48)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 60)
    s5_0 = accumulate(s5_0, x5, w0)
    weights += 1 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let q0_0 = a.result
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
}

private func integerTile1(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (16, 1, 1): tile1x1x1s16(t)
  case (16, 1, 2): tile1x2x1s16(t)
  case (16, 1, 3): tile1x3x1s16(t)
  case (16, 1, 4): tile1x4x1s16(t)
  case (16, 1, 6): tile1x6x1s16(t)
  case (16, 2, 3): tile2x3x1s16(t)
  case (32, 1, 1): tile1x1x1s32(t)
  case (32, 1, 2): tile1x2x1s32(t)
  case (32, 1, 3): tile1x3x1s32(t)
  case (32, 1, 4): tile1x4x1s32(t)
  case (32, 1, 6): tile1x6x1s32(t)
  case (32, 2, 3): tile2x3x1s32(t)
  case (3, 1, 1): tile1x1x1s3(t)
  case (3, 1, 3): tile1x3x1s3(t)
  case (3, 1, 6): tile1x6x1s3(t)
  case (6, 1, 1): tile1x1x1s6(t)
  case (6, 1, 3): tile1x3x1s6(t)
  case (6, 1, 6): tile1x6x1s6(t)
  case (12, 1, 1): tile1x1x1s12(t)
  case (12, 1, 3): tile1x3x1s12(t)
  case (12, 1, 6): tile1x6x1s12(t)
  default:
    splitIntegerTile(
      t, rows: rows, columns: columns, spacing: spacing, blocks: 1,
      widths: integerTileWidths1(spacing))
  }
}

/// The widths of one row that there are, as bits; of other distances a single pixel.
@inline(always)
private func integerTileWidths1(_ spacing: Int) -> Int {
  switch spacing {
  case 16: 0b1011110
  case 32: 0b1011110
  case 3: 0b1001010
  case 6: 0b1001010
  case 12: 0b1001010
  default: 0b10
  }
}

/// 1 × 1 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    espalier_prefetch(weights + 2048)
    espalier_prefetch(weights + 2112)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
}

/// 1 × 2 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
}

/// 1 × 3 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
}

/// 1 × 4 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
}

/// 1 × 5 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x5x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r0_1 + 64)),
      q0_1 + 64)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
}

/// 1 × 6 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 80)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r0_1 + 64)),
      q0_1 + 64)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r0_1 + 80)),
      q0_1 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
}

/// 2 × 1 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x1x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(lower)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  let q1_0 = a.result + a.resultRowStride
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_0, bias0), m0), q1_0)
  storeCodes(stage(total(s1_1, bias1), m1), q1_1)
}

/// 2 × 2 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x2x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(lower)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(lower + 16)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  let q1_0 = a.result + a.resultRowStride
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q1_0)
  storeCodes(stage(total(s3_0, bias0), m0), q1_0 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q1_1)
  storeCodes(stage(total(s3_1, bias1), m1), q1_1 + 16)
}

/// 2 × 3 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x3x2s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 16)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 32)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(lower)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(lower + 16)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(lower + 32)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  let q1_0 = a.result + a.resultRowStride
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
  storeCodes(stage(total(s3_0, bias0), m0), q1_0)
  storeCodes(stage(total(s4_0, bias0), m0), q1_0 + 16)
  storeCodes(stage(total(s5_0, bias0), m0), q1_0 + 32)
  storeCodes(stage(total(s3_1, bias1), m1), q1_1)
  storeCodes(stage(total(s4_1, bias1), m1), q1_1 + 16)
  storeCodes(stage(total(s5_1, bias1), m1), q1_1 + 32)
}

/// 1 × 1 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    espalier_prefetch(weights + 2048)
    espalier_prefetch(weights + 2112)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
}

/// 1 × 2 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x2x2s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
}

/// 1 × 3 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
}

/// 1 × 4 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x4x2s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 96)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
}

/// 1 × 6 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 96)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 128)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 160)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r0_1 + 64)),
      q0_1 + 64)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r0_1 + 80)),
      q0_1 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
}

/// 2 × 3 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x3x2s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let lower = term + a.inputRowStep
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 32)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 64)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(lower)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(lower + 32)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(lower + 64)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  let q1_0 = a.result + a.resultRowStride
  let q1_1 = a.result + a.resultRowStride + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
  storeCodes(stage(total(s3_0, bias0), m0), q1_0)
  storeCodes(stage(total(s4_0, bias0), m0), q1_0 + 16)
  storeCodes(stage(total(s5_0, bias0), m0), q1_0 + 32)
  storeCodes(stage(total(s3_1, bias1), m1), q1_1)
  storeCodes(stage(total(s4_1, bias1), m1), q1_1 + 16)
  storeCodes(stage(total(s5_1, bias1), m1), q1_1 + 32)
}

/// 1 × 1 pixels, 3 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    espalier_prefetch(weights + 2048)
    espalier_prefetch(weights + 2112)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
}

/// 1 × 3 pixels, 3 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 3)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 6)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
}

/// 1 × 6 pixels, 3 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 3)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 6)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 9)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 12)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 15)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r0_1 + 64)),
      q0_1 + 64)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r0_1 + 80)),
      q0_1 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
}

/// 1 × 1 pixels, 6 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    espalier_prefetch(weights + 2048)
    espalier_prefetch(weights + 2112)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
}

/// 1 × 3 pixels, 6 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 6)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 12)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
}

/// 1 × 6 pixels, 6 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 6)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 12)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 18)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 24)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 30)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r0_1 + 64)),
      q0_1 + 64)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r0_1 + 80)),
      q0_1 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
}

/// 1 × 1 pixels, 12 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x1x2s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    espalier_prefetch(weights + 2048)
    espalier_prefetch(weights + 2112)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
}

/// 1 × 3 pixels, 12 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x3x2s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 12)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 24)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    return
  }
  storeCodes(stage(total(s0_0, bias0), m0), q0_0)
  storeCodes(stage(total(s1_0, bias0), m0), q0_0 + 16)
  storeCodes(stage(total(s2_0, bias0), m0), q0_0 + 32)
  storeCodes(stage(total(s0_1, bias1), m1), q0_1)
  storeCodes(stage(total(s1_1, bias1), m1), q0_1 + 16)
  storeCodes(stage(total(s2_1, bias1), m1), q0_1 + 32)
}

/// 1 × 6 pixels, 12 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x6x2s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s0_1 = beginSums(a.bias + 16)
  var s1_0 = beginSums(a.bias)
  var s1_1 = beginSums(a.bias + 16)
  var s2_0 = beginSums(a.bias)
  var s2_1 = beginSums(a.bias + 16)
  var s3_0 = beginSums(a.bias)
  var s3_1 = beginSums(a.bias + 16)
  var s4_0 = beginSums(a.bias)
  var s4_1 = beginSums(a.bias + 16)
  var s5_0 = beginSums(a.bias)
  var s5_1 = beginSums(a.bias + 16)
  var weights = a.weights
  var offset = a.offsets
  let end = a.offsets + a.count
  while offset < end {
    let term = a.input + Int(truncatingIfNeeded: offset.pointee)
    let w0 = loadWeights(weights)
    let w1 = loadWeights(weights + 1 &* integerTermBytes)
    let x0 = loadQuad(term)
    s0_0 = accumulate(s0_0, x0, w0)
    s0_1 = accumulate(s0_1, x0, w1)
    let x1 = loadQuad(term + 12)
    s1_0 = accumulate(s1_0, x1, w0)
    s1_1 = accumulate(s1_1, x1, w1)
    let x2 = loadQuad(term + 24)
    s2_0 = accumulate(s2_0, x2, w0)
    s2_1 = accumulate(s2_1, x2, w1)
    let x3 = loadQuad(term + 36)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 48)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 60)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    weights += 2 &* integerTermBytes
    offset += 1
  }
  let stage = a.stage
  let bias0 = a.bias
  let m0 = loadReals(a.multipliers)
  let bias1 = a.bias + 16
  let m1 = loadReals(a.multipliers + 16)
  let q0_0 = a.result
  let q0_1 = a.result + a.resultBlockStride
  if let residual = a.residual {
    let sum = SecondStage(a.requantization)
    let r0_0 = residual
    storeCodes(
      sum(stage.centred(total(s0_0, bias0), m0), loadCodes(r0_0)),
      q0_0)
    storeCodes(
      sum(stage.centred(total(s1_0, bias0), m0), loadCodes(r0_0 + 16)),
      q0_0 + 16)
    storeCodes(
      sum(stage.centred(total(s2_0, bias0), m0), loadCodes(r0_0 + 32)),
      q0_0 + 32)
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    let r0_1 = residual + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s0_1, bias1), m1), loadCodes(r0_1)),
      q0_1)
    storeCodes(
      sum(stage.centred(total(s1_1, bias1), m1), loadCodes(r0_1 + 16)),
      q0_1 + 16)
    storeCodes(
      sum(stage.centred(total(s2_1, bias1), m1), loadCodes(r0_1 + 32)),
      q0_1 + 32)
    storeCodes(
      sum(stage.centred(total(s3_1, bias1), m1), loadCodes(r0_1 + 48)),
      q0_1 + 48)
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r0_1 + 64)),
      q0_1 + 64)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r0_1 + 80)),
      q0_1 + 80)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
}

private func integerTile2(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (16, 1, 1): tile1x1x2s16(t)
  case (16, 1, 2): tile1x2x2s16(t)
  case (16, 1, 3): tile1x3x2s16(t)
  case (16, 1, 4): tile1x4x2s16(t)
  case (16, 1, 5): tile1x5x2s16(t)
  case (16, 1, 6): tile1x6x2s16(t)
  case (16, 2, 1): tile2x1x2s16(t)
  case (16, 2, 2): tile2x2x2s16(t)
  case (16, 2, 3): tile2x3x2s16(t)
  case (32, 1, 1): tile1x1x2s32(t)
  case (32, 1, 2): tile1x2x2s32(t)
  case (32, 1, 3): tile1x3x2s32(t)
  case (32, 1, 4): tile1x4x2s32(t)
  case (32, 1, 6): tile1x6x2s32(t)
  case (32, 2, 3): tile2x3x2s32(t)
  case (3, 1, 1): tile1x1x2s3(t)
  case (3, 1, 3): tile1x3x2s3(t)
  case (3, 1, 6): tile1x6x2s3(t)
  case (6, 1, 1): tile1x1x2s6(t)
  case (6, 1, 3): tile1x3x2s6(t)
  case (6, 1, 6): tile1x6x2s6(t)
  case (12, 1, 1): tile1x1x2s12(t)
  case (12, 1, 3): tile1x3x2s12(t)
  case (12, 1, 6): tile1x6x2s12(t)
  default:
    splitIntegerTile(
      t, rows: rows, columns: columns, spacing: spacing, blocks: 2,
      widths: integerTileWidths2(spacing))
  }
}

/// The widths of one row that there are, as bits; of other distances a single pixel.
@inline(always)
private func integerTileWidths2(_ spacing: Int) -> Int {
  switch spacing {
  case 16: 0b1111110
  case 32: 0b1011110
  case 3: 0b1001010
  case 6: 0b1001010
  case 12: 0b1001010
  default: 0b10
  }
}

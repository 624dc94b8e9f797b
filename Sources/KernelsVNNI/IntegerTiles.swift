// Written by Sources/Kernels/generate_integer_tiles.py. SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The most pixels of a tile.
@inline(always) var integerTilePixels: Int { 14 }

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

/// 1 × 7 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x7x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
}

/// 1 × 14 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile1x14x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(term + 144)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(term + 160)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(term + 176)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(term + 192)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(term + 208)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
}

/// 2 × 7 pixels, 16 bytes apart, 1 block of channels.
@inline(never)
private func tile2x7x1s16(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 80)
    s5_0 = accumulate(s5_0, x5, w0)
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(lower)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(lower + 16)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(lower + 32)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(lower + 48)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(lower + 64)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(lower + 80)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(lower + 96)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r1_0 + 64)),
      q1_0 + 64)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r1_0 + 80)),
      q1_0 + 80)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r1_0 + 96)),
      q1_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s7_0, bias0), total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), m0, a,
    q1_0)
  storeCodes(stage(total(s11_0, bias0), m0), q1_0 + 64)
  storeCodes(stage(total(s12_0, bias0), m0), q1_0 + 80)
  storeCodes(stage(total(s13_0, bias0), m0), q1_0 + 96)
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

/// 1 × 7 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x7x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 192)
    s6_0 = accumulate(s6_0, x6, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
}

/// 1 × 14 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile1x14x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 192)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(term + 224)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(term + 256)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(term + 288)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(term + 320)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(term + 352)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(term + 384)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(term + 416)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
}

/// 2 × 7 pixels, 32 bytes apart, 1 block of channels.
@inline(never)
private func tile2x7x1s32(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x3 = loadQuad(term + 96)
    s3_0 = accumulate(s3_0, x3, w0)
    let x4 = loadQuad(term + 128)
    s4_0 = accumulate(s4_0, x4, w0)
    let x5 = loadQuad(term + 160)
    s5_0 = accumulate(s5_0, x5, w0)
    let x6 = loadQuad(term + 192)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(lower)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(lower + 32)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(lower + 64)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(lower + 96)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(lower + 128)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(lower + 160)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(lower + 192)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r1_0 + 64)),
      q1_0 + 64)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r1_0 + 80)),
      q1_0 + 80)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r1_0 + 96)),
      q1_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s7_0, bias0), total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), m0, a,
    q1_0)
  storeCodes(stage(total(s11_0, bias0), m0), q1_0 + 64)
  storeCodes(stage(total(s12_0, bias0), m0), q1_0 + 80)
  storeCodes(stage(total(s13_0, bias0), m0), q1_0 + 96)
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

/// 1 × 7 pixels, 3 bytes apart, 1 block of channels.
@inline(never)
private func tile1x7x1s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 18)
    s6_0 = accumulate(s6_0, x6, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
}

/// 1 × 14 pixels, 3 bytes apart, 1 block of channels.
@inline(never)
private func tile1x14x1s3(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 18)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(term + 21)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(term + 24)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(term + 27)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(term + 30)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(term + 33)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(term + 36)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(term + 39)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
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

/// 1 × 7 pixels, 6 bytes apart, 1 block of channels.
@inline(never)
private func tile1x7x1s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 36)
    s6_0 = accumulate(s6_0, x6, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
}

/// 1 × 14 pixels, 6 bytes apart, 1 block of channels.
@inline(never)
private func tile1x14x1s6(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 36)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(term + 42)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(term + 48)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(term + 54)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(term + 60)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(term + 66)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(term + 72)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(term + 78)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
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

/// 1 × 7 pixels, 12 bytes apart, 1 block of channels.
@inline(never)
private func tile1x7x1s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 72)
    s6_0 = accumulate(s6_0, x6, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
}

/// 1 × 14 pixels, 12 bytes apart, 1 block of channels.
@inline(never)
private func tile1x14x1s12(_ t: UnsafePointer<IntegerTile>) {
  let a = t.pointee
  var s0_0 = beginSums(a.bias)
  var s1_0 = beginSums(a.bias)
  var s2_0 = beginSums(a.bias)
  var s3_0 = beginSums(a.bias)
  var s4_0 = beginSums(a.bias)
  var s5_0 = beginSums(a.bias)
  var s6_0 = beginSums(a.bias)
  var s7_0 = beginSums(a.bias)
  var s8_0 = beginSums(a.bias)
  var s9_0 = beginSums(a.bias)
  var s10_0 = beginSums(a.bias)
  var s11_0 = beginSums(a.bias)
  var s12_0 = beginSums(a.bias)
  var s13_0 = beginSums(a.bias)
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
    let x6 = loadQuad(term + 72)
    s6_0 = accumulate(s6_0, x6, w0)
    let x7 = loadQuad(term + 84)
    s7_0 = accumulate(s7_0, x7, w0)
    let x8 = loadQuad(term + 96)
    s8_0 = accumulate(s8_0, x8, w0)
    let x9 = loadQuad(term + 108)
    s9_0 = accumulate(s9_0, x9, w0)
    let x10 = loadQuad(term + 120)
    s10_0 = accumulate(s10_0, x10, w0)
    let x11 = loadQuad(term + 132)
    s11_0 = accumulate(s11_0, x11, w0)
    let x12 = loadQuad(term + 144)
    s12_0 = accumulate(s12_0, x12, w0)
    let x13 = loadQuad(term + 156)
    s13_0 = accumulate(s13_0, x13, w0)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
}

private func integerTile1(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (16, 1, 1): tile1x1x1s16(t)
  case (16, 1, 2): tile1x2x1s16(t)
  case (16, 1, 4): tile1x4x1s16(t)
  case (16, 1, 7): tile1x7x1s16(t)
  case (16, 1, 14): tile1x14x1s16(t)
  case (16, 2, 7): tile2x7x1s16(t)
  case (32, 1, 1): tile1x1x1s32(t)
  case (32, 1, 2): tile1x2x1s32(t)
  case (32, 1, 4): tile1x4x1s32(t)
  case (32, 1, 7): tile1x7x1s32(t)
  case (32, 1, 14): tile1x14x1s32(t)
  case (32, 2, 7): tile2x7x1s32(t)
  case (3, 1, 1): tile1x1x1s3(t)
  case (3, 1, 7): tile1x7x1s3(t)
  case (3, 1, 14): tile1x14x1s3(t)
  case (6, 1, 1): tile1x1x1s6(t)
  case (6, 1, 7): tile1x7x1s6(t)
  case (6, 1, 14): tile1x14x1s6(t)
  case (12, 1, 1): tile1x1x1s12(t)
  case (12, 1, 7): tile1x7x1s12(t)
  case (12, 1, 14): tile1x14x1s12(t)
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
  case 16: 0b100000010010110
  case 32: 0b100000010010110
  case 3: 0b100000010000010
  case 6: 0b100000010000010
  case 12: 0b100000010000010
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

/// 1 × 7 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
}

/// 1 × 8 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x8x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
}

/// 1 × 9 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x9x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeCodes(stage(total(s8_0, bias0), m0), q0_0 + 128)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeCodes(stage(total(s8_1, bias1), m1), q0_1 + 128)
}

/// 1 × 10 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x10x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 144)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeCodes(stage(total(s8_0, bias0), m0), q0_0 + 128)
  storeCodes(stage(total(s9_0, bias0), m0), q0_0 + 144)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeCodes(stage(total(s8_1, bias1), m1), q0_1 + 128)
  storeCodes(stage(total(s9_1, bias1), m1), q0_1 + 144)
}

/// 1 × 11 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x11x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 144)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 160)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeCodes(stage(total(s8_0, bias0), m0), q0_0 + 128)
  storeCodes(stage(total(s9_0, bias0), m0), q0_0 + 144)
  storeCodes(stage(total(s10_0, bias0), m0), q0_0 + 160)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeCodes(stage(total(s8_1, bias1), m1), q0_1 + 128)
  storeCodes(stage(total(s9_1, bias1), m1), q0_1 + 144)
  storeCodes(stage(total(s10_1, bias1), m1), q0_1 + 160)
}

/// 1 × 12 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x12x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 144)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 160)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 176)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
}

/// 1 × 13 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x13x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 144)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 160)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 176)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(term + 192)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r0_1 + 192)),
      q0_1 + 192)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
  storeCodes(stage(total(s12_1, bias1), m1), q0_1 + 192)
}

/// 1 × 14 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 112)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 128)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 144)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 160)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 176)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(term + 192)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(term + 208)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r0_1 + 192)),
      q0_1 + 192)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r0_1 + 208)),
      q0_1 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
  storeCodes(stage(total(s12_1, bias1), m1), q0_1 + 192)
  storeCodes(stage(total(s13_1, bias1), m1), q0_1 + 208)
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

/// 2 × 4 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x4x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
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
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(lower)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(lower + 16)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    let x6 = loadQuad(lower + 32)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(lower + 48)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
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
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s4_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r1_1 + 48)),
      q1_1 + 48)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q1_0)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q1_1)
}

/// 2 × 5 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x5x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
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
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(lower)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    let x6 = loadQuad(lower + 16)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(lower + 32)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(lower + 48)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(lower + 64)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
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
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r1_0 + 64)),
      q1_0 + 64)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s5_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r1_1 + 48)),
      q1_1 + 48)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r1_1 + 64)),
      q1_1 + 64)
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
  storeFour(
    stage, total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), total(s8_0, bias0), m0, a,
    q1_0)
  storeCodes(stage(total(s9_0, bias0), m0), q1_0 + 64)
  storeFour(
    stage, total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), total(s8_1, bias1), m1, a,
    q1_1)
  storeCodes(stage(total(s9_1, bias1), m1), q1_1 + 64)
}

/// 2 × 6 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x6x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
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
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 80)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    let x6 = loadQuad(lower)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(lower + 16)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(lower + 32)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(lower + 48)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(lower + 64)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(lower + 80)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
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
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r1_0 + 64)),
      q1_0 + 64)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r1_0 + 80)),
      q1_0 + 80)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r1_1 + 48)),
      q1_1 + 48)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r1_1 + 64)),
      q1_1 + 64)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r1_1 + 80)),
      q1_1 + 80)
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
  storeFour(
    stage, total(s6_0, bias0), total(s7_0, bias0), total(s8_0, bias0), total(s9_0, bias0), m0, a,
    q1_0)
  storeCodes(stage(total(s10_0, bias0), m0), q1_0 + 64)
  storeCodes(stage(total(s11_0, bias0), m0), q1_0 + 80)
  storeFour(
    stage, total(s6_1, bias1), total(s7_1, bias1), total(s8_1, bias1), total(s9_1, bias1), m1, a,
    q1_1)
  storeCodes(stage(total(s10_1, bias1), m1), q1_1 + 64)
  storeCodes(stage(total(s11_1, bias1), m1), q1_1 + 80)
}

/// 2 × 7 pixels, 16 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x7x2s16(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x3 = loadQuad(term + 48)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 64)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 80)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    let x6 = loadQuad(term + 96)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(lower)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(lower + 16)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(lower + 32)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(lower + 48)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(lower + 64)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(lower + 80)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(lower + 96)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r1_0 + 64)),
      q1_0 + 64)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r1_0 + 80)),
      q1_0 + 80)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r1_0 + 96)),
      q1_0 + 96)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r1_1 + 48)),
      q1_1 + 48)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r1_1 + 64)),
      q1_1 + 64)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r1_1 + 80)),
      q1_1 + 80)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r1_1 + 96)),
      q1_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
  storeFour(
    stage, total(s7_0, bias0), total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), m0, a,
    q1_0)
  storeCodes(stage(total(s11_0, bias0), m0), q1_0 + 64)
  storeCodes(stage(total(s12_0, bias0), m0), q1_0 + 80)
  storeCodes(stage(total(s13_0, bias0), m0), q1_0 + 96)
  storeFour(
    stage, total(s7_1, bias1), total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), m1, a,
    q1_1)
  storeCodes(stage(total(s11_1, bias1), m1), q1_1 + 64)
  storeCodes(stage(total(s12_1, bias1), m1), q1_1 + 80)
  storeCodes(stage(total(s13_1, bias1), m1), q1_1 + 96)
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

/// 1 × 7 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s32(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 192)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
}

/// 1 × 14 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s32(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 192)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 224)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 256)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 288)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 320)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 352)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(term + 384)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(term + 416)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r0_1 + 192)),
      q0_1 + 192)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r0_1 + 208)),
      q0_1 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
  storeCodes(stage(total(s12_1, bias1), m1), q0_1 + 192)
  storeCodes(stage(total(s13_1, bias1), m1), q0_1 + 208)
}

/// 2 × 7 pixels, 32 bytes apart, 2 blocks of channels.
@inline(never)
private func tile2x7x2s32(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x3 = loadQuad(term + 96)
    s3_0 = accumulate(s3_0, x3, w0)
    s3_1 = accumulate(s3_1, x3, w1)
    let x4 = loadQuad(term + 128)
    s4_0 = accumulate(s4_0, x4, w0)
    s4_1 = accumulate(s4_1, x4, w1)
    let x5 = loadQuad(term + 160)
    s5_0 = accumulate(s5_0, x5, w0)
    s5_1 = accumulate(s5_1, x5, w1)
    let x6 = loadQuad(term + 192)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(lower)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(lower + 32)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(lower + 64)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(lower + 96)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(lower + 128)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(lower + 160)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(lower + 192)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s3_0, bias0), m0), loadCodes(r0_0 + 48)),
      q0_0 + 48)
    storeCodes(
      sum(stage.centred(total(s4_0, bias0), m0), loadCodes(r0_0 + 64)),
      q0_0 + 64)
    storeCodes(
      sum(stage.centred(total(s5_0, bias0), m0), loadCodes(r0_0 + 80)),
      q0_0 + 80)
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    let r1_0 = residual + a.residualRowStride
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r1_0)),
      q1_0)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r1_0 + 16)),
      q1_0 + 16)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r1_0 + 32)),
      q1_0 + 32)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r1_0 + 48)),
      q1_0 + 48)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r1_0 + 64)),
      q1_0 + 64)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r1_0 + 80)),
      q1_0 + 80)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r1_0 + 96)),
      q1_0 + 96)
    let r1_1 = residual + a.residualRowStride + a.residualBlockStride
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r1_1)),
      q1_1)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r1_1 + 16)),
      q1_1 + 16)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r1_1 + 32)),
      q1_1 + 32)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r1_1 + 48)),
      q1_1 + 48)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r1_1 + 64)),
      q1_1 + 64)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r1_1 + 80)),
      q1_1 + 80)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r1_1 + 96)),
      q1_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
  storeFour(
    stage, total(s7_0, bias0), total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), m0, a,
    q1_0)
  storeCodes(stage(total(s11_0, bias0), m0), q1_0 + 64)
  storeCodes(stage(total(s12_0, bias0), m0), q1_0 + 80)
  storeCodes(stage(total(s13_0, bias0), m0), q1_0 + 96)
  storeFour(
    stage, total(s7_1, bias1), total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), m1, a,
    q1_1)
  storeCodes(stage(total(s11_1, bias1), m1), q1_1 + 64)
  storeCodes(stage(total(s12_1, bias1), m1), q1_1 + 80)
  storeCodes(stage(total(s13_1, bias1), m1), q1_1 + 96)
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

/// 1 × 7 pixels, 3 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s3(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 18)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
}

/// 1 × 14 pixels, 3 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s3(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 18)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 21)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 24)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 27)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 30)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 33)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(term + 36)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(term + 39)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r0_1 + 192)),
      q0_1 + 192)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r0_1 + 208)),
      q0_1 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
  storeCodes(stage(total(s12_1, bias1), m1), q0_1 + 192)
  storeCodes(stage(total(s13_1, bias1), m1), q0_1 + 208)
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

/// 1 × 7 pixels, 6 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s6(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 36)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
}

/// 1 × 14 pixels, 6 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s6(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 36)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 42)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 48)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 54)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 60)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 66)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(term + 72)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(term + 78)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r0_1 + 192)),
      q0_1 + 192)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r0_1 + 208)),
      q0_1 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
  storeCodes(stage(total(s12_1, bias1), m1), q0_1 + 192)
  storeCodes(stage(total(s13_1, bias1), m1), q0_1 + 208)
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

/// 1 × 7 pixels, 12 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x7x2s12(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 72)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeCodes(stage(total(s4_0, bias0), m0), q0_0 + 64)
  storeCodes(stage(total(s5_0, bias0), m0), q0_0 + 80)
  storeCodes(stage(total(s6_0, bias0), m0), q0_0 + 96)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeCodes(stage(total(s4_1, bias1), m1), q0_1 + 64)
  storeCodes(stage(total(s5_1, bias1), m1), q0_1 + 80)
  storeCodes(stage(total(s6_1, bias1), m1), q0_1 + 96)
}

/// 1 × 14 pixels, 12 bytes apart, 2 blocks of channels.
@inline(never)
private func tile1x14x2s12(_ t: UnsafePointer<IntegerTile>) {
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
  var s6_0 = beginSums(a.bias)
  var s6_1 = beginSums(a.bias + 16)
  var s7_0 = beginSums(a.bias)
  var s7_1 = beginSums(a.bias + 16)
  var s8_0 = beginSums(a.bias)
  var s8_1 = beginSums(a.bias + 16)
  var s9_0 = beginSums(a.bias)
  var s9_1 = beginSums(a.bias + 16)
  var s10_0 = beginSums(a.bias)
  var s10_1 = beginSums(a.bias + 16)
  var s11_0 = beginSums(a.bias)
  var s11_1 = beginSums(a.bias + 16)
  var s12_0 = beginSums(a.bias)
  var s12_1 = beginSums(a.bias + 16)
  var s13_0 = beginSums(a.bias)
  var s13_1 = beginSums(a.bias + 16)
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
    let x6 = loadQuad(term + 72)
    s6_0 = accumulate(s6_0, x6, w0)
    s6_1 = accumulate(s6_1, x6, w1)
    let x7 = loadQuad(term + 84)
    s7_0 = accumulate(s7_0, x7, w0)
    s7_1 = accumulate(s7_1, x7, w1)
    let x8 = loadQuad(term + 96)
    s8_0 = accumulate(s8_0, x8, w0)
    s8_1 = accumulate(s8_1, x8, w1)
    let x9 = loadQuad(term + 108)
    s9_0 = accumulate(s9_0, x9, w0)
    s9_1 = accumulate(s9_1, x9, w1)
    let x10 = loadQuad(term + 120)
    s10_0 = accumulate(s10_0, x10, w0)
    s10_1 = accumulate(s10_1, x10, w1)
    let x11 = loadQuad(term + 132)
    s11_0 = accumulate(s11_0, x11, w0)
    s11_1 = accumulate(s11_1, x11, w1)
    let x12 = loadQuad(term + 144)
    s12_0 = accumulate(s12_0, x12, w0)
    s12_1 = accumulate(s12_1, x12, w1)
    let x13 = loadQuad(term + 156)
    s13_0 = accumulate(s13_0, x13, w0)
    s13_1 = accumulate(s13_1, x13, w1)
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
    storeCodes(
      sum(stage.centred(total(s6_0, bias0), m0), loadCodes(r0_0 + 96)),
      q0_0 + 96)
    storeCodes(
      sum(stage.centred(total(s7_0, bias0), m0), loadCodes(r0_0 + 112)),
      q0_0 + 112)
    storeCodes(
      sum(stage.centred(total(s8_0, bias0), m0), loadCodes(r0_0 + 128)),
      q0_0 + 128)
    storeCodes(
      sum(stage.centred(total(s9_0, bias0), m0), loadCodes(r0_0 + 144)),
      q0_0 + 144)
    storeCodes(
      sum(stage.centred(total(s10_0, bias0), m0), loadCodes(r0_0 + 160)),
      q0_0 + 160)
    storeCodes(
      sum(stage.centred(total(s11_0, bias0), m0), loadCodes(r0_0 + 176)),
      q0_0 + 176)
    storeCodes(
      sum(stage.centred(total(s12_0, bias0), m0), loadCodes(r0_0 + 192)),
      q0_0 + 192)
    storeCodes(
      sum(stage.centred(total(s13_0, bias0), m0), loadCodes(r0_0 + 208)),
      q0_0 + 208)
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
    storeCodes(
      sum(stage.centred(total(s6_1, bias1), m1), loadCodes(r0_1 + 96)),
      q0_1 + 96)
    storeCodes(
      sum(stage.centred(total(s7_1, bias1), m1), loadCodes(r0_1 + 112)),
      q0_1 + 112)
    storeCodes(
      sum(stage.centred(total(s8_1, bias1), m1), loadCodes(r0_1 + 128)),
      q0_1 + 128)
    storeCodes(
      sum(stage.centred(total(s9_1, bias1), m1), loadCodes(r0_1 + 144)),
      q0_1 + 144)
    storeCodes(
      sum(stage.centred(total(s10_1, bias1), m1), loadCodes(r0_1 + 160)),
      q0_1 + 160)
    storeCodes(
      sum(stage.centred(total(s11_1, bias1), m1), loadCodes(r0_1 + 176)),
      q0_1 + 176)
    storeCodes(
      sum(stage.centred(total(s12_1, bias1), m1), loadCodes(r0_1 + 192)),
      q0_1 + 192)
    storeCodes(
      sum(stage.centred(total(s13_1, bias1), m1), loadCodes(r0_1 + 208)),
      q0_1 + 208)
    return
  }
  storeFour(
    stage, total(s0_0, bias0), total(s1_0, bias0), total(s2_0, bias0), total(s3_0, bias0), m0, a,
    q0_0)
  storeFour(
    stage, total(s4_0, bias0), total(s5_0, bias0), total(s6_0, bias0), total(s7_0, bias0), m0, a,
    q0_0 + 64)
  storeFour(
    stage, total(s8_0, bias0), total(s9_0, bias0), total(s10_0, bias0), total(s11_0, bias0), m0, a,
    q0_0 + 128)
  storeCodes(stage(total(s12_0, bias0), m0), q0_0 + 192)
  storeCodes(stage(total(s13_0, bias0), m0), q0_0 + 208)
  storeFour(
    stage, total(s0_1, bias1), total(s1_1, bias1), total(s2_1, bias1), total(s3_1, bias1), m1, a,
    q0_1)
  storeFour(
    stage, total(s4_1, bias1), total(s5_1, bias1), total(s6_1, bias1), total(s7_1, bias1), m1, a,
    q0_1 + 64)
  storeFour(
    stage, total(s8_1, bias1), total(s9_1, bias1), total(s10_1, bias1), total(s11_1, bias1), m1, a,
    q0_1 + 128)
  storeCodes(stage(total(s12_1, bias1), m1), q0_1 + 192)
  storeCodes(stage(total(s13_1, bias1), m1), q0_1 + 208)
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
  case (32, 1, 14): tile1x14x2s32(t)
  case (32, 2, 7): tile2x7x2s32(t)
  case (3, 1, 1): tile1x1x2s3(t)
  case (3, 1, 7): tile1x7x2s3(t)
  case (3, 1, 14): tile1x14x2s3(t)
  case (6, 1, 1): tile1x1x2s6(t)
  case (6, 1, 7): tile1x7x2s6(t)
  case (6, 1, 14): tile1x14x2s6(t)
  case (12, 1, 1): tile1x1x2s12(t)
  case (12, 1, 7): tile1x7x2s12(t)
  case (12, 1, 14): tile1x14x2s12(t)
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
  case 16: 0b111111111111110
  case 32: 0b100000010010110
  case 3: 0b100000010000010
  case 6: 0b100000010000010
  case 12: 0b100000010000010
  default: 0b10
  }
}

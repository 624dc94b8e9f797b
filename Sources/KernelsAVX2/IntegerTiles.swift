// Written by Sources/Kernels/generate_integer_tiles.py. SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The most pixels of a tile.
@inline(always) var integerTilePixels: Int { 3 }

/// The most blocks of output channels of a tile.
@inline(always) var integerTileBlocks: Int { 1 }

/// Computes one tile.
func integerTile(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int, blocks: Int
) {
  integerTile1(t, rows: rows, columns: columns, spacing: spacing)
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
    espalier_prefetch(weights + 2048)
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
    espalier_prefetch(weights + 2048)
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
    espalier_prefetch(weights + 2048)
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

/// 1 × 2 pixels, 3 bytes apart, 1 block of channels.
@inline(never)
private func tile1x2x1s3(_ t: UnsafePointer<IntegerTile>) {
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
    let x1 = loadQuad(term + 3)
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
    espalier_prefetch(weights + 2048)
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

/// 1 × 2 pixels, 6 bytes apart, 1 block of channels.
@inline(never)
private func tile1x2x1s6(_ t: UnsafePointer<IntegerTile>) {
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
    let x1 = loadQuad(term + 6)
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
    espalier_prefetch(weights + 2048)
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

/// 1 × 2 pixels, 12 bytes apart, 1 block of channels.
@inline(never)
private func tile1x2x1s12(_ t: UnsafePointer<IntegerTile>) {
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
    let x1 = loadQuad(term + 12)
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

private func integerTile1(
  _ t: UnsafePointer<IntegerTile>, rows: Int, columns: Int, spacing: Int
) {
  switch (spacing, rows, columns) {
  case (16, 1, 1): tile1x1x1s16(t)
  case (16, 1, 2): tile1x2x1s16(t)
  case (16, 1, 3): tile1x3x1s16(t)
  case (32, 1, 1): tile1x1x1s32(t)
  case (32, 1, 2): tile1x2x1s32(t)
  case (32, 1, 3): tile1x3x1s32(t)
  case (3, 1, 1): tile1x1x1s3(t)
  case (3, 1, 2): tile1x2x1s3(t)
  case (3, 1, 3): tile1x3x1s3(t)
  case (6, 1, 1): tile1x1x1s6(t)
  case (6, 1, 2): tile1x2x1s6(t)
  case (6, 1, 3): tile1x3x1s6(t)
  case (12, 1, 1): tile1x1x1s12(t)
  case (12, 1, 2): tile1x2x1s12(t)
  case (12, 1, 3): tile1x3x1s12(t)
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
  case 16: 0b1110
  case 32: 0b1110
  case 3: 0b1110
  case 6: 0b1110
  case 12: 0b1110
  default: 0b10
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

// Products of 16 bits, added in pairs: two bytes of the input times two weights of each channel.

/// Sums of a pixel and block.
typealias IntegerSums = CodeSums
/// Weights of four bytes for a block, in 16 bits: those of the first two bytes, then of the others.
struct IntegerWeights {
  var first: CodeSums
  var second: CodeSums
}
/// Four bytes in pairs.
struct IntegerQuad {
  var first: Int32
  var second: Int32
}
/// Bytes of the packed weights of four bytes for a block.
@inline(always) var integerTermBytes: Int { 128 }

@inline(always) func beginSums(_ bias: UnsafePointer<Int32>) -> IntegerSums { loadSums(bias) }

@inline(always) func total(_ sums: IntegerSums, _ bias: UnsafePointer<Int32>) -> CodeSums { sums }

@inline(always) func loadWeights(_ p: UnsafeRawPointer) -> IntegerWeights {
  IntegerWeights(first: espalier_loadu_i32x16(p), second: espalier_loadu_i32x16(p + 64))
}

@inline(always) func loadQuad(_ p: UnsafePointer<UInt8>) -> IntegerQuad {
  let (a, b) = (Int32(truncatingIfNeeded: p[0]), Int32(truncatingIfNeeded: p[1]))
  let (c, d) = (Int32(truncatingIfNeeded: p[2]), Int32(truncatingIfNeeded: p[3]))
  return IntegerQuad(first: a | b &<< 16, second: c | d &<< 16)
}

@inline(always) func accumulate(
  _ sums: IntegerSums, _ x: IntegerQuad, _ w: IntegerWeights
) -> IntegerSums {
  sums &+ espalier_products_i16x32(CodeSums(repeating: x.first), w.first)
    &+ espalier_products_i16x32(CodeSums(repeating: x.second), w.second)
}

/// Packs the weight of byte `k` of four for a channel of a block.
@inline(always) func storeIntegerWeight(
  _ value: Int8, _ term: UnsafeMutableRawPointer, channel: Int, _ k: Int
) {
  let place = k / 2 &* 32 &+ channel &* 2 &+ k % 2
  term.storeBytes(of: Int16(truncatingIfNeeded: value), toByteOffset: 2 &* place, as: Int16.self)
}

/// `sums + x · w` for 16-bit numbers in 32 bits.
@inline(always) func addProducts(_ sums: CodeSums, _ x: CodeSums, _ w: CodeSums) -> CodeSums {
  sums &+ espalier_products_i16x32(x, w)
}

/// Stores the codes of the sums of four neighbouring pixels.
@inline(always) func storeFour(
  _ stage: FirstStage, _ a: CodeSums, _ b: CodeSums, _ c: CodeSums, _ d: CodeSums,
  _ multipliers: CodeReals, _ t: IntegerTile, _ p: UnsafeMutablePointer<UInt8>
) {
  storeCodes(stage(a, multipliers), p)
  storeCodes(stage(b, multipliers), p + blockChannels)
  storeCodes(stage(c, multipliers), p + 2 &* blockChannels)
  storeCodes(stage(d, multipliers), p + 3 &* blockChannels)
}

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

// Products of 16 bits, added in pairs, so that four bytes take two lanes and nothing saturates. Of
// each eight channels the first register has 0, 1, 4, 5, the second 2, 3, 6, 7.

/// Sums of a pixel and block, the two halves of each in neighbouring lanes.
struct IntegerSums {
  var a: SIMD8<Int32>
  var b: SIMD8<Int32>
  var c: SIMD8<Int32>
  var d: SIMD8<Int32>
}
/// Weights of four bytes for a block, in 16 bits.
typealias IntegerWeights = IntegerSums
/// Bytes of the packed weights of four bytes for a block.
@inline(always) var integerTermBytes: Int { 128 }

@inline(always) func beginSums(_ bias: UnsafePointer<Int32>) -> IntegerSums {
  let zero = SIMD8<Int32>(repeating: 0)
  return IntegerSums(a: zero, b: zero, c: zero, d: zero)
}

@inline(always) func total(_ sums: IntegerSums, _ bias: UnsafePointer<Int32>) -> CodeSums {
  espalier_join_i32x8(
    espalier_pair_sums_i32x8(sums.a, sums.b), espalier_pair_sums_i32x8(sums.c, sums.d))
    &+ loadSums(bias)
}

@inline(always) func loadWeights(_ p: UnsafeRawPointer) -> IntegerWeights {
  IntegerSums(
    a: espalier_loadu_i32x8(p), b: espalier_loadu_i32x8(p + 32),
    c: espalier_loadu_i32x8(p + 64), d: espalier_loadu_i32x8(p + 96))
}

@inline(always) func loadQuad(_ p: UnsafePointer<UInt8>) -> SIMD8<Int32> {
  espalier_quads_i16x16(espalier_loadu_i32(p))
}

@inline(always) func accumulate(
  _ sums: IntegerSums, _ x: SIMD8<Int32>, _ w: IntegerWeights
) -> IntegerSums {
  IntegerSums(
    a: sums.a &+ espalier_products_i16x16(x, w.a), b: sums.b &+ espalier_products_i16x16(x, w.b),
    c: sums.c &+ espalier_products_i16x16(x, w.c), d: sums.d &+ espalier_products_i16x16(x, w.d))
}

/// Packs the weight of byte `k` of four for a channel of a block.
@inline(always) func storeIntegerWeight(
  _ value: Int8, _ term: UnsafeMutableRawPointer, channel: Int, _ k: Int
) {
  let register = channel / 8 &* 2 &+ channel % 4 / 2
  let lane = channel % 8 / 4 &* 8 &+ channel % 2 &* 4
  let place = register &* 16 &+ lane &+ k
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

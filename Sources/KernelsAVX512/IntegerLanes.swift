// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

// Without VNNI: products of 16 bits, added in pairs, so that four bytes take two lanes. In each 128
// bits the first register has channels 4 n and 4 n + 1, the second 4 n + 2 and 4 n + 3.

/// Sums of a pixel and block, the two halves of each in neighbouring lanes.
struct IntegerSums {
  var first: CodeSums
  var second: CodeSums
}
/// Weights of four bytes for a block, in 16 bits.
typealias IntegerWeights = IntegerSums
/// Bytes of the packed weights of four bytes for a block.
@inline(always) var integerTermBytes: Int { 128 }

@inline(always) func beginSums(_ bias: UnsafePointer<Int32>) -> IntegerSums {
  IntegerSums(first: CodeSums(repeating: 0), second: CodeSums(repeating: 0))
}

@inline(always) func total(_ sums: IntegerSums, _ bias: UnsafePointer<Int32>) -> CodeSums {
  espalier_pairs_even_i32x16(sums.first, sums.second)
    &+ espalier_pairs_odd_i32x16(sums.first, sums.second) &+ loadSums(bias)
}

@inline(always) func loadWeights(_ p: UnsafeRawPointer) -> IntegerWeights {
  IntegerSums(first: espalier_loadu_i32x16(p), second: espalier_loadu_i32x16(p + 64))
}

@inline(always) func loadQuad(_ p: UnsafePointer<UInt8>) -> CodeSums {
  espalier_quads_i16x32(espalier_loadu_i32(p))
}

@inline(always) func accumulate(
  _ sums: IntegerSums, _ x: CodeSums, _ w: IntegerWeights
) -> IntegerSums {
  IntegerSums(
    first: sums.first &+ espalier_products_i16x32(x, w.first),
    second: sums.second &+ espalier_products_i16x32(x, w.second))
}

/// Packs the weight of byte `k` of four for a channel of a block.
@inline(always) func storeIntegerWeight(
  _ value: Int8, _ term: UnsafeMutableRawPointer, channel: Int, _ k: Int
) {
  let place = channel % 4 / 2 &* 32 &+ channel / 4 &* 8 &+ channel % 2 &* 4 &+ k
  term.storeBytes(of: Int16(truncatingIfNeeded: value), toByteOffset: 2 &* place, as: Int16.self)
}

/// `sums + x · w` for 16-bit numbers in 32 bits.
@inline(always) func addProducts(_ sums: CodeSums, _ x: CodeSums, _ w: CodeSums) -> CodeSums {
  sums &+ espalier_products_i16x32(x, w)
}

/// Stores the codes of the sums of four neighbouring pixels: packed together, which takes fewer
/// instructions than one by one. What is below all 16-bit numbers saturates on the way.
@inline(always) func storeFour(
  _ stage: FirstStage, _ a: CodeSums, _ b: CodeSums, _ c: CodeSums, _ d: CodeSums,
  _ multipliers: CodeReals, _ t: IntegerTile, _ p: UnsafeMutablePointer<UInt8>
) {
  let zero = Int16(truncatingIfNeeded: t.zeroPoint)
  let front = espalier_pack_i32x16(
    roundedSums(stage, a, multipliers), roundedSums(stage, b, multipliers))
  let back = espalier_pack_i32x16(
    roundedSums(stage, c, multipliers), roundedSums(stage, d, multipliers))
  let packed = espalier_pack_i16x32(
    espalier_add_i16x32(front, zero), espalier_add_i16x32(back, zero))
  espalier_storeu_i32x16(p, espalier_max_u8x64(espalier_transpose_i32x16(packed), t.lowCode))
}

@inline(always) private func roundedSums(
  _ stage: FirstStage, _ sums: CodeSums, _ multipliers: CodeReals
) -> CodeSums {
  espalier_integers_f32x16(espalier_min_f32x16(reals(sums) * multipliers, stage.high))
}

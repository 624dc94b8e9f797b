// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// What this target is compiled for.
@inline(always) var compiledInstructionSet: InstructionSet { .avx512vnni }

/// Sums of a pixel and block: one register, for the instruction that adds four products.
typealias IntegerSums = CodeSums
/// Weights of four bytes for a block.
typealias IntegerWeights = CodeSums
/// Bytes of the packed weights of four bytes for a block.
@inline(always) var integerTermBytes: Int { 64 }

@inline(always) func beginSums(_ bias: UnsafePointer<Int32>) -> IntegerSums { loadSums(bias) }

@inline(always) func total(_ sums: IntegerSums, _ bias: UnsafePointer<Int32>) -> CodeSums { sums }

@inline(always) func loadWeights(_ p: UnsafeRawPointer) -> IntegerWeights {
  espalier_loadu_i32x16(p)
}

@inline(always) func loadQuad(_ p: UnsafePointer<UInt8>) -> CodeSums {
  CodeSums(repeating: espalier_loadu_i32(p))
}

@inline(always) func accumulate(
  _ sums: IntegerSums, _ x: CodeSums, _ w: IntegerWeights
) -> IntegerSums {
  espalier_dot_u8x64(sums, x, w)
}

/// Packs the weight of byte `k` of four for a channel of a block.
@inline(always) func storeIntegerWeight(
  _ value: Int8, _ term: UnsafeMutableRawPointer, channel: Int, _ k: Int
) {
  term.storeBytes(of: value, toByteOffset: channel &* 4 &+ k, as: Int8.self)
}

/// `sums + x · w` for 16-bit numbers in 32 bits.
@inline(always) func addProducts(_ sums: CodeSums, _ x: CodeSums, _ w: CodeSums) -> CodeSums {
  espalier_dot_i16x32(sums, x, w)
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

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The vector that the kernels of this target are written for: one zmm register.
typealias Lanes = SIMD16<Float>
/// As many integers.
typealias IntegerLanes = SIMD16<Int32>

/// What this target is compiled for.
@inline(always) var compiledInstructionSet: InstructionSet { .avx512 }
/// `Float`s in `Lanes`.
@inline(always) var laneCount: Int { 16 }

/// `a · b + c` with one rounding.
@inline(always) func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  c.addingProduct(a, b)
}

@inline(always) func load(_ p: UnsafePointer<Float>) -> Lanes { espalier_loadu_f32x16(p) }

@inline(always) func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>) {
  espalier_storeu_f32x16(p, v)
}

/// Bits `first ..< end`, for `0 ≤ first ≤ end ≤ 16`.
@inline(always) private func bits(_ first: Int, _ end: Int) -> UInt32 {
  let below = (1 as UInt32) &<< UInt32(truncatingIfNeeded: first)
  let through = (1 as UInt32) &<< UInt32(truncatingIfNeeded: end)
  return through &- below
}

/// Loads lanes `first ..< end` from `p + lane`; the other lanes are zero and their memory is not
/// touched.
@inline(always) func load(_ p: UnsafePointer<Float>, _ first: Int, _ end: Int) -> Lanes {
  espalier_load_f32x16(p, bits(first, end))
}

/// Stores the first `count` lanes.
@inline(always) func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>, count: Int) {
  espalier_store_f32x16(p, bits(0, count), v)
}

@inline(always) func floor(_ v: Lanes) -> Lanes { espalier_floor_f32x16(v) }
@inline(always) func ceil(_ v: Lanes) -> Lanes { espalier_ceil_f32x16(v) }
@inline(always) func roundToEven(_ v: Lanes) -> Lanes { espalier_round_f32x16(v) }
@inline(always) func squareRoot(_ v: Lanes) -> Lanes { espalier_sqrt_f32x16(v) }

/// `v · 2^n` for integral `n`, correct where the result is subnormal or infinite.
@inline(always) func scale(_ v: Lanes, byPowerOfTwo n: Lanes) -> Lanes {
  espalier_scalef_f32x16(v, n)
}

/// Lanes 0, 2, 4, … of `a` followed by `b`.
@inline(always) func evenLanes(_ a: Lanes, _ b: Lanes) -> Lanes { espalier_even_f32x16(a, b) }

/// The sum of all lanes.
@inline(always) func horizontalSum(_ v: Lanes) -> Float {
  sum8(espalier_low_f32x16(v) + espalier_high_f32x16(v))
}

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The vector that the kernels of this target are written for: one ymm register.
typealias Lanes = SIMD8<Float>
/// As many integers.
typealias IntegerLanes = SIMD8<Int32>

/// What this target is compiled for.
@inline(always) var compiledInstructionSet: InstructionSet { .avx2 }
/// `Float`s in `Lanes`.
@inline(always) var laneCount: Int { 8 }

/// `a · b + c` with one rounding.
@inline(always) func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  c.addingProduct(a, b)
}

/// -1 in the lanes below `count`, 0 in the others.
@inline(always) func load(_ p: UnsafePointer<Float>) -> Lanes { espalier_loadu_f32x8(p) }

@inline(always) func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>) {
  espalier_storeu_f32x8(p, v)
}

@inline(always) private func mask(below count: Int) -> IntegerLanes {
  // The sign of the difference is the mask, since vmaskmov looks at nothing else.
  laneNumbers() &- IntegerLanes(repeating: Int32(truncatingIfNeeded: count))
}

/// Loads lanes `first ..< end` from `p + lane`; the other lanes are zero and their memory is not
/// touched.
@inline(always) func load(_ p: UnsafePointer<Float>, _ first: Int, _ end: Int) -> Lanes {
  espalier_load_f32x8(p, mask(below: end) & ~mask(below: first))
}

/// Stores the first `count` lanes.
@inline(always) func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>, count: Int) {
  espalier_store_f32x8(p, mask(below: count), v)
}

@inline(always) func floor(_ v: Lanes) -> Lanes { espalier_floor_f32x8(v) }
@inline(always) func ceil(_ v: Lanes) -> Lanes { espalier_ceil_f32x8(v) }
@inline(always) func roundToEven(_ v: Lanes) -> Lanes { espalier_round_f32x8(v) }
@inline(always) func squareRoot(_ v: Lanes) -> Lanes { espalier_sqrt_f32x8(v) }

/// `v · 2^n` for integral `n`, correct where the result is subnormal or infinite.
@inline(always) func scale(_ v: Lanes, byPowerOfTwo n: Lanes) -> Lanes {
  scaleInTwoSteps(v, byPowerOfTwo: n)
}

/// Lanes 0, 2, 4, … of `a` followed by `b`.
@inline(always) func evenLanes(_ a: Lanes, _ b: Lanes) -> Lanes { espalier_even_f32x8(a, b) }

/// The sum of all lanes.
@inline(always) func horizontalSum(_ v: Lanes) -> Float { sum8(v) }

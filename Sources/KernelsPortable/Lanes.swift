// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The vector that the kernels of this target are written for: two registers of SSE2 or NEON, so
/// that blocks of channels are as long as those of AVX2.
typealias Lanes = SIMD8<Float>
/// As many integers.
typealias IntegerLanes = SIMD8<Int32>

/// What this target is compiled for.
@inline(always) var compiledInstructionSet: InstructionSet { .portable }
/// `Float`s in `Lanes`.
@inline(always) var laneCount: Int { 8 }

/// `a · b + c`; with two roundings on x86-64, whose baseline has no such instruction.
@inline(always) func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if arch(arm64)
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

@inline(always) func load(_ p: UnsafePointer<Float>) -> Lanes { espalier_loadu_f32x8(p) }

@inline(always) func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>) {
  espalier_storeu_f32x8(p, v)
}

/// Loads lanes `first ..< end` from `p + lane`; the other lanes are zero and their memory is not
/// touched.
@inline(always) func load(_ p: UnsafePointer<Float>, _ first: Int, _ end: Int) -> Lanes {
  if first == 0 && end == laneCount { return load(p) }
  // Written out, because a vector that is indexed by a variable lives in memory.
  @inline(always) func lane(_ i: Int) -> Float { first <= i && i < end ? p[i] : 0 }
  return Lanes(lane(0), lane(1), lane(2), lane(3), lane(4), lane(5), lane(6), lane(7))
}

/// Stores the first `count` lanes.
@inline(always) func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>, count: Int) {
  if count == laneCount { return store(v, p) }
  @inline(always) func lane(_ i: Int) { if i < count { p[i] = v[i] } }
  lane(0)
  lane(1)
  lane(2)
  lane(3)
  lane(4)
  lane(5)
  lane(6)
}

/// Rounds to the nearest integer, ties to even.
@inline(always) func roundToEven(_ v: Lanes) -> Lanes {
  // Adding 2^23 leaves no bits for a fraction; larger magnitudes have none anyway, and those and
  // NaN fail the comparison. The sign is put back for -0.
  let magnitude = absolute(v)
  let shift = Lanes(repeating: 8_388_608)
  let rounded = copySign(of: v, to: (magnitude + shift) - shift)
  return v.replacing(with: rounded, where: magnitude .< shift)
}

@inline(always) func floor(_ v: Lanes) -> Lanes {
  let rounded = roundToEven(v)
  let below = rounded - Lanes(repeating: 1)
  return rounded.replacing(with: below, where: rounded .> v)
}

@inline(always) func ceil(_ v: Lanes) -> Lanes {
  let rounded = roundToEven(v)
  let above = copySign(of: v, to: rounded + Lanes(repeating: 1))
  return rounded.replacing(with: above, where: rounded .< v)
}

@inline(always) func squareRoot(_ v: Lanes) -> Lanes { espalier_sqrt_f32x8(v) }

/// `v · 2^n` for integral `n`, correct where the result is subnormal or infinite.
@inline(always) func scale(_ v: Lanes, byPowerOfTwo n: Lanes) -> Lanes {
  scaleInTwoSteps(v, byPowerOfTwo: n)
}

/// Lanes 0, 2, 4, … of `a` followed by `b`.
@inline(always) func evenLanes(_ a: Lanes, _ b: Lanes) -> Lanes { espalier_even_f32x8(a, b) }

/// The sum of all lanes.
@inline(always) func horizontalSum(_ v: Lanes) -> Float { sum8(v) }

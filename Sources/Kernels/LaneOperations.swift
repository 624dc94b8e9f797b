// SPDX-License-Identifier: Apache-2.0
internal import CSIMD

// Operations on `Lanes` that every instruction set spells the same way. `@inline(always)` is
// needed for all of them: a function that stays out of line passes vectors in pieces.
//
// Generics of the standard library are avoided here even where they are inlined: each object file
// keeps a weak copy of their specializations, under a name that all targets share.

/// The smaller integer.
@inline(always) func min(_ a: Int, _ b: Int) -> Int { a < b ? a : b }

/// The larger integer.
@inline(always) func max(_ a: Int, _ b: Int) -> Int { a > b ? a : b }

@inline(always) func splat(_ value: Float) -> Lanes { Lanes(repeating: value) }

@inline(always) func bits(_ v: Lanes) -> IntegerLanes {
  unsafeBitCast(v, to: IntegerLanes.self)
}

@inline(always) func lanes(_ v: IntegerLanes) -> Lanes { unsafeBitCast(v, to: Lanes.self) }

@inline(always) func absolute(_ v: Lanes) -> Lanes {
  lanes(bits(v) & IntegerLanes(repeating: 0x7fff_ffff))
}

/// The magnitude of `v` with the sign of `sign`. `v` must not be negative.
@inline(always) func copySign(of sign: Lanes, to v: Lanes) -> Lanes {
  lanes(bits(v) | (bits(sign) & IntegerLanes(repeating: .min)))
}

/// `a > b ? a : b`, one instruction on x86-64: `b` when either is NaN.
@inline(always) func larger(_ a: Lanes, _ b: Lanes) -> Lanes {
  b.replacing(with: a, where: a .> b)
}

/// `a < b ? a : b`, one instruction on x86-64: `b` when either is NaN.
@inline(always) func smaller(_ a: Lanes, _ b: Lanes) -> Lanes {
  b.replacing(with: a, where: a .< b)
}

/// The larger; NaN when either is NaN.
@inline(always) func maximum(_ a: Lanes, _ b: Lanes) -> Lanes {
  larger(a, b).replacing(with: a, where: a .!= a)
}

/// The smaller; NaN when either is NaN.
@inline(always) func minimum(_ a: Lanes, _ b: Lanes) -> Lanes {
  smaller(a, b).replacing(with: a, where: a .!= a)
}

/// The lanes of `v` below `count`, and `fill` in the others.
@inline(always) func keep(_ v: Lanes, _ first: Int, _ end: Int, fill: Lanes) -> Lanes {
  let number = laneNumbers()
  let inside =
    (number .>= IntegerLanes(repeating: Int32(truncatingIfNeeded: first)))
    .& (number .< IntegerLanes(repeating: Int32(truncatingIfNeeded: end)))
  return fill.replacing(with: v, where: inside)
}

@inline(always) func laneNumbers() -> IntegerLanes {
  var number = IntegerLanes(repeating: 0)
  var lane = 0
  while lane < laneCount {
    number[lane] = Int32(truncatingIfNeeded: lane)
    lane &+= 1
  }
  return number
}

@inline(always) func sum8(_ v: SIMD8<Float>) -> Float {
  let four = espalier_low_f32x8(v) + espalier_high_f32x8(v)
  return (four[0] + four[2]) + (four[1] + four[3])
}

/// `v · 2^n` by two exact powers, because one of them may be outside of what `Float` holds.
///
/// Only the second product can round, so a subnormal result is rounded once.
@inline(always) func scaleInTwoSteps(_ v: Lanes, byPowerOfTwo n: Lanes) -> Lanes {
  // The low bits of n + 1.5·2^23 are n in two's complement; the arithmetic shift halves it.
  let magic = splat(12_582_912)
  let exponent = bits(n + magic) &- bits(magic)
  let half = exponent &>> IntegerLanes(repeating: 1)
  return v * powerOfTwo(half) * powerOfTwo(exponent &- half)
}

/// `2^n` for `-126 ≤ n ≤ 127`.
@inline(always) func powerOfTwo(_ n: IntegerLanes) -> Lanes {
  lanes((n &+ IntegerLanes(repeating: 127)) &<< IntegerLanes(repeating: 23))
}

/// The largest lane; NaN when one is NaN.
@inline(always) func horizontalMaximum(_ v: Lanes) -> Float {
  var best = v[0]
  var lane = 1
  while lane < laneCount {
    best = scalarMaximum(best, v[lane])
    lane &+= 1
  }
  return best
}

/// The smallest lane; NaN when one is NaN.
@inline(always) func horizontalMinimum(_ v: Lanes) -> Float { -horizontalMaximum(-v) }

/// The larger; NaN when either is NaN.
@inline(always) func scalarMaximum(_ a: Float, _ b: Float) -> Float {
  a != a ? a : (a > b ? a : b)
}

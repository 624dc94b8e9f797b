// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

// Sixteen codes of a pixel and the numbers made of them. One zmm, two ymm or four xmm: the compiler
// splits them, since everything here is inlined.

/// Sums of products, one for each channel of a block.
typealias CodeSums = SIMD16<Int32>
/// Real numbers, as many.
typealias CodeReals = SIMD16<Float>
/// Codes, as many.
typealias Codes = SIMD16<UInt8>

/// Channels in a block.
@inline(always) var blockChannels: Int { 16 }

/// The smaller integer.
@inline(always) func smallest(_ a: Int, _ b: Int) -> Int { a < b ? a : b }

/// The larger integer.
@inline(always) func largest(_ a: Int, _ b: Int) -> Int { a > b ? a : b }

@inline(always) func loadCodes(_ p: UnsafePointer<UInt8>) -> Codes { espalier_loadu_u8x16(p) }

@inline(always) func storeCodes(_ v: Codes, _ p: UnsafeMutablePointer<UInt8>) {
  espalier_storeu_u8x16(p, v)
}

@inline(always) func loadSums(_ p: UnsafePointer<Int32>) -> CodeSums { espalier_loadu_i32x16(p) }

@inline(always) func loadReals(_ p: UnsafePointer<Float>) -> CodeReals {
  espalier_loadu_f32x16(p)
}

/// Bytes as integers.
@inline(always) func widened(_ v: Codes) -> CodeSums { espalier_widen_u8x16(v) }

/// Integers as real numbers, rounded to nearest even.
@inline(always) func reals(_ v: CodeSums) -> CodeReals { espalier_real_i32x16(v) }

/// Codes less a zero point, as real numbers.
@inline(always) func reals(_ v: Codes, less zeroPoint: CodeSums) -> CodeReals {
  reals(widened(v) &- zeroPoint)
}

/// `low ≤ v ≤ high`; NaN becomes `low`.
@inline(always) func clamped(_ v: CodeReals, _ low: CodeReals, _ high: CodeReals) -> CodeReals {
  espalier_min_f32x16(espalier_max_f32x16(v, low), high)
}

/// 1.5 · 2^23: numbers below 2^22 that are added to it are rounded to integers, half to even, which
/// are then the low bits.
@inline(always) var roundingOffset: CodeReals { CodeReals(repeating: 12_582_912) }

/// The codes of clamped numbers: rounded half to even, plus the zero point.
@inline(always) func codes(_ v: CodeReals, _ zeroPoint: Codes) -> Codes {
  // The offset's low byte is zero, so that of the sum is the integer's.
  espalier_narrow_i32x16(unsafeBitCast(v + roundingOffset, to: CodeSums.self)) &+ zeroPoint
}

/// The first stage of a requantization.
struct FirstStage {
  let low: CodeReals
  let high: CodeReals
  let zeroPoint: Codes

  @inline(always) init(_ low: Float, _ high: Float, _ zeroPoint: UInt8) {
    self.low = CodeReals(repeating: low)
    self.high = CodeReals(repeating: high)
    self.zeroPoint = Codes(repeating: zeroPoint)
  }

  /// The codes of sums.
  @inline(always) func callAsFunction(_ sums: CodeSums, _ multipliers: CodeReals) -> Codes {
    codes(clamped(reals(sums) * multipliers, low, high), zeroPoint)
  }

  /// The codes of sums less the zero point, as real numbers.
  @inline(always) func centred(_ sums: CodeSums, _ multipliers: CodeReals) -> CodeReals {
    clamped(reals(sums) * multipliers, low, high) + roundingOffset - roundingOffset
  }
}

/// The second stage of a requantization.
struct SecondStage {
  let ownScale: CodeReals
  let residualScale: CodeReals
  let residualZeroPoint: CodeSums
  let low: CodeReals
  let high: CodeReals
  let zeroPoint: Codes

  @inline(always) init(_ r: Requantization) {
    ownScale = CodeReals(repeating: r.ownScale)
    residualScale = CodeReals(repeating: r.residualScale)
    residualZeroPoint = CodeSums(repeating: Int32(truncatingIfNeeded: r.residualZeroPoint))
    low = CodeReals(repeating: r.sumLow)
    high = CodeReals(repeating: r.sumHigh)
    zeroPoint = Codes(repeating: r.zeroPoint)
  }

  /// Without a residual.
  @inline(always) func callAsFunction(_ own: CodeReals) -> Codes {
    codes(clamped(own * ownScale, low, high), zeroPoint)
  }

  /// With the residual's codes.
  @inline(always) func callAsFunction(_ own: CodeReals, _ residual: Codes) -> Codes {
    let other = reals(residual, less: residualZeroPoint) * residualScale
    return codes(clamped(own * ownScale + other, low, high), zeroPoint)
  }
}

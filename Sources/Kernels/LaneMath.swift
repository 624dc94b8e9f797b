// SPDX-License-Identifier: Apache-2.0

// Elementary functions on `Lanes`. The polynomials are minimax fits (Lawson's iteration on
// Chebyshev nodes, coefficients rounded to Float), good to 0.05 ulp before rounding; the comment
// gives the interval. Errors of the whole functions are measured by the tests over all of Float.

/// `p₀ + x·(p₁ + x·(p₂ + …))`
@inline(always) private func polynomial(
  _ x: Lanes, _ p0: Float, _ p1: Float, _ p2: Float, _ p3: Float, _ p4: Float, _ p5: Float
) -> Lanes {
  var sum = multiplyAdd(splat(p5), x, splat(p4))
  sum = multiplyAdd(sum, x, splat(p3))
  sum = multiplyAdd(sum, x, splat(p2))
  sum = multiplyAdd(sum, x, splat(p1))
  return multiplyAdd(sum, x, splat(p0))
}

/// Splits `x = n·ln 2 + r` with `|r| ≤ ln 2 / 2`.
@inline(always) private func reduceByLogarithmOfTwo(_ x: Lanes) -> (n: Lanes, r: Lanes) {
  let magic = splat(12_582_912)  // 1.5·2^23: the sum is rounded to an integer
  let n = multiplyAdd(x, splat(1.442_695_04), magic) - magic
  // The first part of ln 2 has 9 significant bits, so that n times it is exact without FMA too.
  let r = multiplyAdd(n, splat(-0.693_359_375), x)
  return (n, multiplyAdd(n, splat(2.121_944_4e-4), r))
}

/// `e^x`: 0 below -104, ∞ above 88.7228, gradual underflow between.
@inline(always) func exponential(_ x: Lanes) -> Lanes {
  // The operand that may be NaN comes second, where NaN wins.
  let clamped = smaller(splat(89), larger(splat(-104), x))
  let (n, r) = reduceByLogarithmOfTwo(clamped)
  let p = polynomial(
    r, 0.5, 0.166_666_656_7, 0.041_666_295_4, 0.008_333_497_7, 0.001_394_470_5, 1.979_03e-4)
  let mantissa = multiplyAdd(p, r * r, r) + splat(1)
  return scale(mantissa, byPowerOfTwo: n)
}

/// `e^x - 1` without cancellation, for `x ≤ 88`.
@inline(always) func exponentialMinusOne(_ x: Lanes) -> Lanes {
  let clamped = larger(splat(-20), x)
  let (n, r) = reduceByLogarithmOfTwo(clamped)
  let p = polynomial(
    r, 0.5, 0.166_666_656_7, 0.041_666_358_7, 0.008_333_389_6, 0.001_394_066_8, 1.984_588e-4)
  let mantissa = multiplyAdd(p, r * r, r)
  let power = scale(splat(1), byPowerOfTwo: n)
  return multiplyAdd(power, mantissa, power - splat(1))
}

/// `x = m · 2^e` with `√½ ≤ m < √2`, for positive normal or subnormal `x`; returns `(m - 1, e)`.
@inline(always) private func splitMantissa(_ x: Lanes) -> (f: Lanes, e: Lanes) {
  let tiny = x .< splat(.leastNormalMagnitude)
  let normal = x.replacing(with: x * splat(8_388_608), where: tiny)
  let bias = splat(0).replacing(with: splat(-23), where: tiny)
  // Subtracting √½ moves the border between exponents from 1 to √½.
  let shifted = bits(normal) &- IntegerLanes(repeating: 0x3f35_04f3)
  let exponent = shifted &>> IntegerLanes(repeating: 23)
  let m = lanes(bits(normal) &- (exponent &<< IntegerLanes(repeating: 23)))
  let magic = splat(12_582_912)
  let e = lanes(bits(magic) &+ exponent) - magic
  return (m - splat(1), e + bias)
}

/// `log(1 + f) + e·ln 2` for `√½ - 1 ≤ f ≤ √2 - 1`, plus a correction of the size of a rounding.
@inline(always) private func logarithm(_ f: Lanes, _ e: Lanes, _ correction: Lanes) -> Lanes {
  var p = multiplyAdd(splat(0.067_466_013), f, splat(-0.116_756_41))
  p = multiplyAdd(p, f, splat(0.118_881_727))
  p = multiplyAdd(p, f, splat(-0.124_055_915))
  p = multiplyAdd(p, f, splat(0.142_195_508))
  p = multiplyAdd(p, f, splat(-0.166_679_963))
  p = multiplyAdd(p, f, splat(0.200_021_192))
  p = multiplyAdd(p, f, splat(-0.250_000_089))
  p = multiplyAdd(p, f, splat(0.333_333_135))
  let square = f * f
  var tail = multiplyAdd(p * f, square, multiplyAdd(e, splat(-2.121_944_4e-4), correction))
  tail = multiplyAdd(square, splat(-0.5), tail)
  return multiplyAdd(e, splat(0.693_359_375), tail + f)
}

/// The natural logarithm: -∞ of ±0, NaN of negative numbers.
@inline(always) func naturalLogarithm(_ x: Lanes) -> Lanes {
  let (f, e) = splitMantissa(x)
  var y = logarithm(f, e, splat(0))
  y = y.replacing(with: x, where: x .== splat(.infinity))
  y = y.replacing(with: splat(-.infinity), where: x .== splat(0))
  y = y.replacing(with: splat(.nan), where: x .< splat(0))
  return y.replacing(with: x, where: x .!= x)
}

/// `log(1 + x)` for `0 ≤ x ≤ 1`.
@inline(always) func logarithmOfOnePlus(_ x: Lanes) -> Lanes {
  let sum = splat(1) + x
  let lost = (x - (sum - splat(1))) / sum
  let (f, e) = splitMantissa(sum)
  // Below 2^-12 the sum keeps too little of x for the division to repair subnormals.
  return logarithm(f, e, lost).replacing(
    with: multiplyAdd(x * x, splat(-0.5), x), where: x .< splat(2.44e-4))
}

/// `1/(1 + e^-x)`, accurate for large negative `x` too.
@inline(always) func logisticSigmoid(_ x: Lanes) -> Lanes {
  let e = exponential(-absolute(x))
  let numerator = e.replacing(with: splat(1), where: x .>= splat(0))
  return numerator / (splat(1) + e)
}

@inline(always) func hyperbolicTangent(_ x: Lanes) -> Lanes {
  let magnitude = smaller(splat(10), absolute(x))
  let e = exponentialMinusOne(magnitude + magnitude)
  return copySign(of: x, to: e / (e + splat(2)))
}

@inline(always) func errorFunction(_ x: Lanes) -> Lanes {
  // Below 0.925: x + x·P(x²).
  let s = x * x
  var small = multiplyAdd(splat(8.349_600_8e-5), s, splat(-8.137_851_8e-4))
  small = multiplyAdd(small, s, splat(0.005_200_604_4))
  small = multiplyAdd(small, s, splat(-0.026_859_226))
  small = multiplyAdd(small, s, splat(0.112_836_927))
  small = multiplyAdd(small, s, splat(-0.376_126_35))
  small = multiplyAdd(small, s, splat(0.128_379_166))
  small = multiplyAdd(small, x, x)
  // Above: 1 - e^-(t + t·Q(t)); from 4 on that is 1.
  let t = smaller(splat(4), absolute(x))
  let q = polynomial(
    t, 0.128_514_245, 0.635_718_7, 0.105_261_363, -0.022_889_659, 0.003_214_861_3, -2.139_735_9e-4)
  let large = copySign(of: x, to: splat(1) - exponential(-multiplyAdd(q, t, t)))
  return small.replacing(with: large, where: t .> splat(0.925))
}

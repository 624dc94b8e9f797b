// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// An elementwise function of `Lanes`; a type for each, so that a loop over one is specialized.
protocol LaneMap {
  func callAsFunction(_ x: Lanes) -> Lanes
}

struct IdentityMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { x }
}

struct ReLUMap: LaneMap {
  // The order of the operands keeps NaN, here and in the other clamps.
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { larger(splat(0), x) }
}

struct ClipMap: LaneMap {
  let low: Lanes
  let high: Lanes
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { smaller(high, larger(low, x)) }
}

struct LeakyReLUMap: LaneMap {
  let slope: Lanes
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    x.replacing(with: slope * x, where: x .< splat(0))
  }
}

struct ThresholdedReLUMap: LaneMap {
  let threshold: Lanes
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    x.replacing(with: splat(0), where: x .<= threshold)
  }
}

struct HardSigmoidMap: LaneMap {
  let slope: Lanes
  let offset: Lanes
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    smaller(splat(1), larger(splat(0), multiplyAdd(slope, x, offset)))
  }
}

struct HardSwishMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    let gate = multiplyAdd(x, splat(1 / 6), splat(0.5))
    return x * smaller(splat(1), larger(splat(0), gate))
  }
}

struct AbsoluteMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { absolute(x) }
}

struct NegateMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    lanes(bits(x) ^ IntegerLanes(repeating: .min))
  }
}

struct SquareRootMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { squareRoot(x) }
}

struct ReciprocalMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { splat(1) / x }
}

struct FloorMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { floor(x) }
}

struct CeilMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { ceil(x) }
}

struct RoundMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { roundToEven(x) }
}

struct ExponentialMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { exponential(x) }
}

struct LogarithmMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { naturalLogarithm(x) }
}

struct SigmoidMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { logisticSigmoid(x) }
}

struct TanhMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { hyperbolicTangent(x) }
}

struct ErfMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { errorFunction(x) }
}

struct GELUMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    let half = x * splat(0.5)
    return half * (splat(1) + errorFunction(x * splat(0.707_106_78)))
  }
}

struct GELUTanhMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    let cubic = multiplyAdd(x * x * splat(0.044_715), x, x)
    return x * splat(0.5) * (splat(1) + hyperbolicTangent(cubic * splat(0.797_884_56)))
  }
}

struct SiLUMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { x * logisticSigmoid(x) }
}

struct MishMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    // tanh(log(1 + e)) = e(e + 2)/(e(e + 2) + 2), which is 1 long before e² overflows.
    let e = exponential(smaller(splat(20), x))
    let n = e * (e + splat(2))
    return x * (n / (n + splat(2)))
  }
}

struct SoftplusMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    larger(splat(0), x) + logarithmOfOnePlus(exponential(-absolute(x)))
  }
}

struct SoftsignMap: LaneMap {
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes { x / (splat(1) + absolute(x)) }
}

struct SELUMap: LaneMap {
  let alpha: Lanes
  let gamma: Lanes
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    // Positive lanes are thrown away; the clamp keeps them from overflowing on the way.
    let negative = alpha * exponentialMinusOne(smaller(splat(0), x))
    return gamma * x.replacing(with: negative, where: x .< splat(0))
  }
}

struct CELUMap: LaneMap {
  let alpha: Lanes
  @inline(always) func callAsFunction(_ x: Lanes) -> Lanes {
    let negative = alpha * exponentialMinusOne(smaller(splat(0), x / alpha))
    return larger(splat(0), x) + smaller(splat(0), negative)
  }
}

/// Work that is specialized for each function.
protocol UnaryBody {
  func run<M: LaneMap>(_ map: M)
}

/// Runs `body` with the type that computes `f`.
@inline(always)
func withMap<B: UnaryBody>(_ f: UnaryFunction, _ body: B) {
  switch f.kind {
  case .identity: body.run(IdentityMap())
  case .relu: body.run(ReLUMap())
  case .clip: body.run(ClipMap(low: splat(f.a), high: splat(f.b)))
  case .leakyReLU: body.run(LeakyReLUMap(slope: splat(f.a)))
  case .thresholdedReLU: body.run(ThresholdedReLUMap(threshold: splat(f.a)))
  case .hardSigmoid: body.run(HardSigmoidMap(slope: splat(f.a), offset: splat(f.b)))
  case .hardSwish: body.run(HardSwishMap())
  case .absolute: body.run(AbsoluteMap())
  case .negate: body.run(NegateMap())
  case .squareRoot: body.run(SquareRootMap())
  case .reciprocal: body.run(ReciprocalMap())
  case .floor: body.run(FloorMap())
  case .ceil: body.run(CeilMap())
  case .round: body.run(RoundMap())
  case .exp: body.run(ExponentialMap())
  case .log: body.run(LogarithmMap())
  case .sigmoid: body.run(SigmoidMap())
  case .tanh: body.run(TanhMap())
  case .erf: body.run(ErfMap())
  case .gelu: body.run(GELUMap())
  case .geluTanh: body.run(GELUTanhMap())
  case .silu: body.run(SiLUMap())
  case .mish: body.run(MishMap())
  case .softplus: body.run(SoftplusMap())
  case .softsign: body.run(SoftsignMap())
  case .elu: body.run(SELUMap(alpha: splat(f.a), gamma: splat(1)))
  case .selu: body.run(SELUMap(alpha: splat(f.a), gamma: splat(f.b)))
  case .celu: body.run(CELUMap(alpha: splat(f.a)))
  }
}

/// The clamp that `f` is, or one that changes nothing when `f` is not a clamp.
///
/// Hot kernels have one loop with a clamp at its end, and send the result of the other functions
/// through `unary` row by row while it is in cache.
@inline(always)
func clamp(of f: UnaryFunction) -> (map: ClipMap, isAll: Bool) {
  let infinity = splat(.infinity)
  switch f.kind {
  case .identity: return (ClipMap(low: -infinity, high: infinity), true)
  case .relu: return (ClipMap(low: splat(0), high: infinity), true)
  case .clip: return (ClipMap(low: splat(f.a), high: splat(f.b)), true)
  default: return (ClipMap(low: -infinity, high: infinity), false)
  }
}

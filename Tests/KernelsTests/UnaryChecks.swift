// SPDX-License-Identifier: Apache-2.0
import Glibc
import KernelTypes
import Testing

/// What each function is, in `Double`.
func reference(_ f: UnaryFunction, _ x: Double) -> Double {
  let a = Double(f.a)
  let b = Double(f.b)
  // NaN is kept by hand because `min` and `max` may drop it.
  func clamp(_ v: Double, _ low: Double, _ high: Double) -> Double {
    v.isNaN ? v : min(max(v, low), high)
  }
  func sigmoid(_ v: Double) -> Double { 1 / (1 + Glibc.exp(-v)) }
  switch f.kind {
  case .identity: return x
  case .relu: return clamp(x, 0, .infinity)
  case .clip: return clamp(x, a, b)
  case .leakyReLU: return x < 0 ? a * x : x
  case .thresholdedReLU: return x <= a ? 0 : x
  case .hardSigmoid: return clamp(a * x + b, 0, 1)
  case .hardSwish: return x * clamp(x / 6 + 0.5, 0, 1)
  case .absolute: return abs(x)
  case .negate: return -x
  case .squareRoot: return x.squareRoot()
  case .reciprocal: return 1 / x
  case .floor: return x.rounded(.down)
  case .ceil: return x.rounded(.up)
  case .round: return x.rounded(.toNearestOrEven)
  case .exp: return Glibc.exp(x)
  case .log: return Glibc.log(x)
  case .sigmoid: return sigmoid(x)
  case .tanh: return Glibc.tanh(x)
  case .erf: return Glibc.erf(x)
  case .gelu: return 0.5 * x * (1 + Glibc.erf(x * 0.5.squareRoot()))
  case .geluTanh:
    return 0.5 * x * (1 + Glibc.tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
  case .silu: return x * sigmoid(x)
  case .mish: return x * Glibc.tanh(clamp(x, 0, .infinity) + log1p(Glibc.exp(-abs(x))))
  case .softplus: return clamp(x, 0, .infinity) + log1p(Glibc.exp(-abs(x)))
  case .softsign: return x / (1 + abs(x))
  case .elu: return x < 0 ? a * expm1(x) : x
  case .selu: return b * (x < 0 ? a * expm1(x) : x)
  case .celu: return clamp(x, 0, .infinity) + clamp(a * expm1(x / a), -.infinity, 0)
  }
}

/// Each kind with parameters as they occur in networks.
func example(_ kind: UnaryFunction.Kind) -> UnaryFunction {
  switch kind {
  case .clip: UnaryFunction(kind, -0.5, 6)
  case .leakyReLU: UnaryFunction(kind, 0.01)
  case .thresholdedReLU: UnaryFunction(kind, 1)
  case .hardSigmoid: UnaryFunction(kind, 0.2, 0.5)
  case .elu: UnaryFunction(kind, 1)
  case .selu: UnaryFunction(kind, 1.673_263_2, 1.050_701)
  case .celu: UnaryFunction(kind, 0.7)
  default: UnaryFunction(kind)
  }
}

/// The reference's distance from exact roundings, for one kind.
func tolerance(_ kind: UnaryFunction.Kind) -> Tolerance {
  switch kind {
  case .identity, .relu, .clip, .absolute, .negate, .squareRoot, .reciprocal, .floor, .ceil,
    .round, .thresholdedReLU:
    .exact
  // 1 + erf and 1 + tanh cancel for negative x; what is left is a rounding of 1 times x.
  case .gelu, .geluTanh: Tolerance(relative: 2e-6, absolute: 4e-7)
  // Where e^x is subnormal its error of half a unit is multiplied by x.
  case .silu, .mish: Tolerance(relative: 2e-6, absolute: 3e-43)
  case .hardSwish, .hardSigmoid: Tolerance(relative: 2e-6, absolute: 2e-7)
  default: Tolerance(relative: 2e-6, absolute: 3e-45)
  }
}

func checkUnary(_ kernel: Kernel, _ kind: UnaryFunction.Kind) throws {
  var random = Random(seed: 1)
  let f = example(kind)
  for count in sizes + [specials.count, 1000] {
    var x = count == specials.count ? specials : random.floats(count, in: -12...12)
    if count == 1000 { x.replaceSubrange(400..<400 + specials.count, with: specials) }
    // Rotated, so that every special value meets whole vectors and tails.
    for shift in count == specials.count ? [0, 5, 11] : [0] {
      let rotated = Array(x[shift...] + x[..<shift])
      let expected = rotated.map { reference(f, Double($0)) }
      let what = "\(kernel) of \(count)"
      try check(
        inputs: [rotated], outputCount: count, expected: expected, tolerance(kind), what
      ) { inputs, y in kernel.kernels.unary(f, inputs[0], y, count) }
      let inPlace = try GuardedBuffer(rotated, .touchesEnd)
      withExtendedLifetime(inPlace) {
        kernel.kernels.unary(f, inPlace.floats, inPlace.floats, count)
      }
      expectClose(inPlace.values, expected, tolerance(kind), what + " in place")
    }
  }
}

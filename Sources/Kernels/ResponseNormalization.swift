// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// `x / base^beta`
private protocol PowerDivision {
  func callAsFunction(_ x: Lanes, _ base: Lanes) -> Lanes
}

/// The exponent of AlexNet and GoogLeNet needs two square roots only.
private struct ThreeQuarters: PowerDivision {
  @inline(always) func callAsFunction(_ x: Lanes, _ base: Lanes) -> Lanes {
    let root = squareRoot(base)
    return x / (root * squareRoot(root))
  }
}

private struct AnyPower: PowerDivision {
  let beta: Lanes
  @inline(always) func callAsFunction(_ x: Lanes, _ base: Lanes) -> Lanes {
    x * exponential(-beta * naturalLogarithm(base))
  }
}

@inline(always)
private func normalize<P: PowerDivision>(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ channels: Int, _ count: Int,
  _ p: ResponseNormalization, _ power: P
) {
  let factor = splat(p.alpha / Float(p.size))
  let bias = splat(p.bias)
  var c = 0
  while c < channels {
    let first = max(0, c &- (p.size &- 1) / 2)
    let end = min(channels, c &+ p.size / 2 &+ 1)
    var i = 0
    while i < count {
      let width = min(laneCount, count &- i)
      var sum = splat(0)
      var k = first
      while k < end {
        let v = load(x + (k &* count &+ i), 0, width)
        sum = multiplyAdd(v, v, sum)
        k &+= 1
      }
      let v = load(x + (c &* count &+ i), 0, width)
      store(power(v, multiplyAdd(factor, sum, bias)), y + (c &* count &+ i), count: width)
      i &+= laneCount
    }
    c &+= 1
  }
}

func responseNormalization(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ channels: Int, _ count: Int,
  _ p: ResponseNormalization
) {
  if p.beta == 0.75 {
    normalize(x, y, channels, count, p, ThreeQuarters())
  } else {
    normalize(x, y, channels, count, p, AnyPower(beta: splat(p.beta)))
  }
}

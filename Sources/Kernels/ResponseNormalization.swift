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

/// Normalizes up to 8 pixels of a block; `squares` is memory for 24 vectors.
///
/// The squares of the block and of those beside it are written first and then read at every shift:
/// to read across vectors that were just written would wait for the memory.
@inline(always)
private func normalizeBlock<P: PowerDivision>(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, block: Int, channels: Int,
  blockStride: Int, pixels: Int, squares: UnsafeMutablePointer<Float>, _ p: ResponseNormalization,
  _ power: P
) {
  var side = 0
  while side < 3 {
    let neighbour = block &+ side &- 1
    let count = max(0, min(laneCount, channels &- neighbour &* laneCount))
    var pixel = 0
    while pixel < pixels {
      var v = splat(0)
      if neighbour >= 0, count > 0 {
        // What fills the last block is no number of ours.
        v = load(x + (neighbour &* blockStride &+ pixel &* laneCount), 0, count)
      }
      store(v * v, squares + (pixel &* 3 &+ side) &* laneCount)
      pixel &+= 1
    }
    side &+= 1
  }
  let factor = splat(p.alpha / Float(p.size))
  let bias = splat(p.bias)
  var pixel = 0
  while pixel < pixels {
    let first = squares + ((pixel &* 3 &+ 1) &* laneCount &- (p.size &- 1) / 2)
    var sum = splat(0)
    var k = 0
    while k < p.size {
      sum += load(first + k)
      k &+= 1
    }
    let at = block &* blockStride &+ pixel &* laneCount
    store(power(load(x + at), multiplyAdd(factor, sum, bias)), y + at)
    pixel &+= 1
  }
}

@inline(always)
private func normalizeBlocks<P: PowerDivision>(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ channels: Int,
  _ blockStride: Int, _ pixels: Int, _ p: ResponseNormalization, _ power: P,
  squares: UnsafeMutableRawPointer
) {
  let squares = squares.assumingMemoryBound(to: Float.self)
  var pixel = 0
  while pixel < pixels {
    let count = min(8, pixels &- pixel)
    var block = 0
    while block &* laneCount < channels {
      normalizeBlock(
        x + pixel &* laneCount, y + pixel &* laneCount, block: block, channels: channels,
        blockStride: blockStride, pixels: count, squares: squares, p, power)
      block &+= 1
    }
    pixel &+= count
  }
}

func blockedResponseNormalization(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ channels: Int,
  _ blockStride: Int, _ pixels: Int, _ p: ResponseNormalization
) {
  typealias Row = (Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes, Lanes)
  let none = splat(0)
  let row: Row = (none, none, none, none, none, none, none, none)
  var memory = (row, row, row)
  if p.beta == 0.75 {
    normalizeBlocks(
      x, y, channels, blockStride, pixels, p, ThreeQuarters(), squares: &memory)
  } else {
    normalizeBlocks(
      x, y, channels, blockStride, pixels, p, AnyPower(beta: splat(p.beta)), squares: &memory)
  }
}

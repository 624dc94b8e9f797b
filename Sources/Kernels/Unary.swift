// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

private struct UnaryLoop: UnaryBody {
  let x: UnsafePointer<Float>
  let y: UnsafeMutablePointer<Float>
  let count: Int

  @inline(always) func run<M: LaneMap>(_ map: M) {
    var i = 0
    while i &+ laneCount <= count {
      store(map(load(x + i)), y + i)
      i &+= laneCount
    }
    if i < count {
      store(map(load(x + i, 0, count &- i)), y + i, count: count &- i)
    }
  }
}

func unary(
  _ f: UnaryFunction, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  withMap(f, UnaryLoop(x: x, y: y, count: count))
}

// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// `y = f(x · scale + shift)` with a scale and a shift for each channel.
func blockedScaleShift(
  _ x: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, _ shift: UnsafePointer<Float>,
  _ y: UnsafeMutablePointer<Float>, _ f: UnaryFunction, _ g: RowsGeometry
) {
  let (map, isAll) = clamp(of: f)
  var block = 0
  while block < g.rows {
    let factor = load(scale + block &* laneCount)
    let offset = load(shift + block &* laneCount)
    let source = x + block &* g.inputStride
    let out = y + block &* g.outputStride
    var i = 0
    while i < g.columns {
      store(map(multiplyAdd(load(source + i), factor, offset)), out + i)
      i &+= laneCount
    }
    if !isAll { unary(f, out, out, g.columns) }
    block &+= 1
  }
}

func moveChannels(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ g: ChannelMove
) {
  var block = g.outputLane / laneCount
  while block &* laneCount < g.outputLane &+ g.channels {
    let start = block &* laneCount
    let first = max(0, g.outputLane &- start)
    let end = min(laneCount, g.outputLane &+ g.channels &- start)
    // The lanes of a block come from one or two blocks of the source.
    let source = start &+ first &- g.outputLane &+ g.inputLane
    let lane = source % laneCount
    let middle = min(end, first &+ laneCount &- lane)
    let near = x + (source / laneCount &* g.inputBlockStride &+ lane &- first)
    let far = x + ((source / laneCount &+ 1) &* g.inputBlockStride &- middle)
    let out = y + block &* g.outputBlockStride
    var pixel = 0
    while pixel < g.pixels {
      let at = pixel &* laneCount
      var v = load(near + at, first, middle)
      if middle < end { v = keep(v, first, middle, fill: load(far + at, middle, end)) }
      if first > 0 || end < laneCount { v = keep(v, first, end, fill: load(out + at)) }
      store(v, out + at)
      pixel &+= 1
    }
    block &+= 1
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

// Kernels on codes one after the other. What is left behind the last sixteen goes through memory on
// the stack, so that there is one formula.

/// Calls `body` with the first of each sixteen elements; the last sixteen may overlap the ones before
/// them unless there are fewer in all or results overwrite operands.
@inline(always) private func forEachCodes(
  _ count: Int, _ whole: (Int) -> Void, _ rest: (Int, Int) -> Void
) {
  var index = 0
  while index &+ blockChannels <= count {
    whole(index)
    index &+= blockChannels
  }
  if index < count { rest(index, count &- index) }
}

/// The first `count` codes at `p`, and zeros.
@inline(always) private func loadCodes(_ p: UnsafePointer<UInt8>, count: Int) -> Codes {
  var codes = Codes(repeating: 0)
  var lane = 0
  while lane < count {
    codes[lane] = p[lane]
    lane &+= 1
  }
  return codes
}

@inline(always) private func storeCodes(
  _ codes: Codes, _ p: UnsafeMutablePointer<UInt8>, count: Int
) {
  var lane = 0
  while lane < count {
    p[lane] = codes[lane]
    lane &+= 1
  }
}

func combineCodes(
  _ x: UnsafePointer<UInt8>, _ zeroPoint: UInt8, _ residual: UnsafePointer<UInt8>?,
  _ y: UnsafeMutablePointer<UInt8>, _ count: Int, _ r: Requantization
) {
  let stage = SecondStage(r)
  let zero = CodeSums(repeating: Int32(truncatingIfNeeded: zeroPoint))
  forEachCodes(count) { i in
    let own = reals(loadCodes(x + i), less: zero)
    if let residual {
      storeCodes(stage(own, loadCodes(residual + i)), y + i)
    } else {
      storeCodes(stage(own), y + i)
    }
  } _: { i, rest in
    let own = reals(loadCodes(x + i, count: rest), less: zero)
    if let residual {
      storeCodes(stage(own, loadCodes(residual + i, count: rest)), y + i, count: rest)
    } else {
      storeCodes(stage(own), y + i, count: rest)
    }
  }
}

func scaleShiftCodes(
  _ x: UnsafePointer<UInt8>, _ scales: UnsafePointer<Float>, _ shifts: UnsafePointer<Float>,
  _ y: UnsafeMutablePointer<UInt8>, _ pixels: Int, _ zeroPoint: UInt8, _ r: Requantization
) {
  let (scale, shift) = (loadReals(scales), loadReals(shifts))
  let (low, high) = (CodeReals(repeating: r.low), CodeReals(repeating: r.high))
  let zero = CodeSums(repeating: Int32(truncatingIfNeeded: zeroPoint))
  let point = Codes(repeating: r.zeroPoint)
  var i = 0
  while i < pixels &* blockChannels {
    let value = reals(loadCodes(x + i), less: zero) * scale + shift
    storeCodes(codes(clamped(value, low, high), point), y + i)
    i &+= blockChannels
  }
}

func lookUpCodes(
  _ x: UnsafePointer<UInt8>, _ table: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<UInt8>,
  _ count: Int
) {
  var i = 0
  while i < count {
    y[i] = table[Int(truncatingIfNeeded: x[i])]
    i &+= 1
  }
}

func quantizeReals(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<UInt8>, _ count: Int, _ scale: Float,
  _ zeroPoint: UInt8
) {
  let zero = Float(zeroPoint)
  let (low, high) = (CodeReals(repeating: -zero), CodeReals(repeating: 255 - zero))
  let divisor = CodeReals(repeating: scale)
  let point = Codes(repeating: zeroPoint)
  forEachCodes(count) { i in
    storeCodes(codes(clamped(loadReals(x + i) / divisor, low, high), point), y + i)
  } _: { i, rest in
    var values = CodeReals(repeating: 0)
    var lane = 0
    while lane < rest {
      values[lane] = x[i &+ lane]
      lane &+= 1
    }
    storeCodes(codes(clamped(values / divisor, low, high), point), y + i, count: rest)
  }
}

func dequantizeCodes(
  _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<Float>, _ count: Int, _ scale: Float,
  _ zeroPoint: UInt8
) {
  let factor = CodeReals(repeating: scale)
  let zero = CodeSums(repeating: Int32(truncatingIfNeeded: zeroPoint))
  forEachCodes(count) { i in
    espalier_storeu_f32x16(y + i, reals(loadCodes(x + i), less: zero) * factor)
  } _: { i, rest in
    let values = reals(loadCodes(x + i, count: rest), less: zero) * factor
    var lane = 0
    while lane < rest {
      y[i &+ lane] = values[lane]
      lane &+= 1
    }
  }
}

func interleaveCodes(
  _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<UInt8>, _ channels: Int, _ plane: Int,
  _ count: Int
) {
  if channels == 3 {
    var pixel = 0
    while pixel < count {
      let out = y + 3 &* pixel
      out[0] = x[pixel]
      out[1] = x[plane &+ pixel]
      out[2] = x[2 &* plane &+ pixel]
      pixel &+= 1
    }
    return
  }
  var pixel = 0
  while pixel < count {
    var channel = 0
    while channel < channels {
      y[pixel &* channels &+ channel] = x[channel &* plane &+ pixel]
      channel &+= 1
    }
    pixel &+= 1
  }
}

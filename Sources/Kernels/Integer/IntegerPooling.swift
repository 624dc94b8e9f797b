// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// The taps of a window along one axis that are inside of the input, and those that count as padding
/// does.
private struct TapRange {
  let first: Int
  let end: Int
  let padded: Int

  @inline(always) init(
    at position: Int, stride: Int, pad: Int, padEnd: Int, kernel: Int, dilation: Int, input: Int
  ) {
    let start = position &* stride &- pad
    if dilation == 1 {
      end = largest(0, smallest(kernel, input &- start))
      first = smallest(largest(0, 0 &- start), end)
      padded = largest(0, smallest(kernel, input &+ padEnd &- start))
      return
    }
    var (first, end) = (kernel, 0)
    var tap = 0
    while tap < kernel {
      let place = start &+ tap &* dilation
      if place >= 0 && place < input {
        first = smallest(first, tap)
        end = tap &+ 1
      }
      tap &+= 1
    }
    self.first = smallest(first, end)
    self.end = end
    padded = kernel
  }
}

@inline(always) private func rowTaps(_ g: WindowGeometry, _ row: Int) -> TapRange {
  TapRange(
    at: row, stride: g.strideHeight, pad: g.padTop, padEnd: g.padBottom, kernel: g.kernelHeight,
    dilation: g.dilationHeight, input: g.inputHeight)
}

@inline(always) private func columnTaps(_ g: WindowGeometry, _ column: Int) -> TapRange {
  TapRange(
    at: column, stride: g.strideWidth, pad: g.padLeft, padEnd: g.padRight, kernel: g.kernelWidth,
    dilation: g.dilationWidth, input: g.inputWidth)
}

func maxPoolCodes(
  _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<UInt8>, _ planes: Int, _ g: WindowGeometry
) {
  let (inputPlane, outputRow) = (g.inputHeight &* g.inputWidth, g.outputWidth &* blockChannels)
  var index = 0
  while index < planes &* g.outputHeight {
    let (plane, row) = (index / g.outputHeight, index % g.outputHeight)
    let rows = rowTaps(g, row)
    let source = x + plane &* inputPlane &* blockChannels
    var out = y + index &* outputRow
    var column = 0
    while column < g.outputWidth {
      let columns = columnTaps(g, column)
      let left = column &* g.strideWidth &- g.padLeft
      var best = Codes(repeating: 0)
      var i = rows.first
      while i < rows.end {
        let inputRow = row &* g.strideHeight &- g.padTop &+ i &* g.dilationHeight
        let line = source + (inputRow &* g.inputWidth &+ left) &* blockChannels
        var j = columns.first
        while j < columns.end {
          best = espalier_max_u8x16(best, loadCodes(line + j &* g.dilationWidth &* blockChannels))
          j &+= 1
        }
        i &+= 1
      }
      storeCodes(best, out)
      out += blockChannels
      column &+= 1
    }
    index &+= 1
  }
}

func averagePoolCodes(
  _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<UInt8>, _ planes: Int,
  _ average: IntegerAverage, _ g: WindowGeometry
) {
  let (inputPlane, outputRow) = (g.inputHeight &* g.inputWidth, g.outputWidth &* blockChannels)
  let zero = Float(average.zeroPoint)
  let (low, high) = (CodeReals(repeating: -zero), CodeReals(repeating: 255 - zero))
  let zeroPoint = Codes(repeating: average.zeroPoint)
  let inputZero = CodeSums(repeating: Int32(truncatingIfNeeded: average.inputZeroPoint))
  let inputScale = CodeReals(repeating: average.inputScale)
  let scale = CodeReals(repeating: average.scale)
  var index = 0
  while index < planes &* g.outputHeight {
    let (plane, row) = (index / g.outputHeight, index % g.outputHeight)
    let rows = rowTaps(g, row)
    let source = x + plane &* inputPlane &* blockChannels
    var out = y + index &* outputRow
    var column = 0
    while column < g.outputWidth {
      let columns = columnTaps(g, column)
      let left = column &* g.strideWidth &- g.padLeft
      var sums = CodeReals(repeating: 0)
      var i = rows.first
      while i < rows.end {
        let inputRow = row &* g.strideHeight &- g.padTop &+ i &* g.dilationHeight
        let line = source + (inputRow &* g.inputWidth &+ left) &* blockChannels
        var j = columns.first
        while j < columns.end {
          let tap = loadCodes(line + j &* g.dilationWidth &* blockChannels)
          sums = sums + reals(tap, less: inputZero) * inputScale
          j &+= 1
        }
        i &+= 1
      }
      let taps = (rows.end &- rows.first) &* (columns.end &- columns.first)
      let counted = average.countsPadding ? rows.padded &* columns.padded : taps
      // Where nothing counts the sum is zero.
      let mean = sums / CodeReals(repeating: Float(largest(counted, 1))) / scale
      storeCodes(codes(clamped(mean, low, high), zeroPoint), out)
      out += blockChannels
      column &+= 1
    }
    index &+= 1
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

// Channels in lanes: a tap is one load that zero-extends sixteen codes to 32 bits, and a product of
// pairs of 16 bits of which the upper are zero.

func depthwiseCodes(
  _ input: UnsafePointer<UInt8>, _ weights: UnsafePointer<Int32>, _ bias: UnsafePointer<Int32>,
  _ multipliers: UnsafePointer<Float>, _ residual: UnsafePointer<UInt8>?,
  _ output: UnsafeMutablePointer<UInt8>, _ g: IntegerConvolution, _ rows: Range<Int>
) {
  let is3x3 =
    g.kernelHeight == 3 && g.kernelWidth == 3 && g.dilationHeight == 1 && g.dilationWidth == 1
  let width = g.outputRowStride / blockChannels
  var row = rows.lowerBound
  while row < rows.upperBound {
    let source = input + row &* g.strideHeight &* g.inputRowStride
    let target = output + row &* g.outputRowStride
    if is3x3 {
      depthwiseRow3x3(source, weights, bias, multipliers, target, width, g)
    } else {
      depthwiseRow(source, weights, bias, multipliers, target, width, g)
    }
    if g.requantization.hasSecondStage {
      combineCodes(
        target, g.requantization.ownZeroPoint, residual.map { $0 + row &* g.residualRowStride },
        target, width &* blockChannels, g.requantization)
    }
    row &+= 1
  }
}

@inline(never)
private func depthwiseRow(
  _ input: UnsafePointer<UInt8>, _ weights: UnsafePointer<Int32>, _ bias: UnsafePointer<Int32>,
  _ multipliers: UnsafePointer<Float>, _ output: UnsafeMutablePointer<UInt8>, _ width: Int,
  _ g: IntegerConvolution
) {
  let finish = DepthwiseFinish(g, bias, multipliers, output)
  var column = 0
  while column < width {
    let pixel = input + column &* g.strideWidth &* blockChannels
    var sums = finish.bias
    var w = weights
    var i = 0
    while i < g.kernelHeight {
      var tap = pixel + i &* g.dilationHeight &* g.inputRowStride
      var j = 0
      while j < g.kernelWidth {
        sums = addProducts(sums, widened(loadCodes(tap)), loadSums(w))
        tap += g.dilationWidth &* blockChannels
        w += blockChannels
        j &+= 1
      }
      i &+= 1
    }
    finish(sums, column)
    column &+= 1
  }
}

/// The nine weights stay in registers where there are enough.
@inline(never)
private func depthwiseRow3x3(
  _ input: UnsafePointer<UInt8>, _ weights: UnsafePointer<Int32>, _ bias: UnsafePointer<Int32>,
  _ multipliers: UnsafePointer<Float>, _ output: UnsafeMutablePointer<UInt8>, _ width: Int,
  _ g: IntegerConvolution
) {
  let finish = DepthwiseFinish(g, bias, multipliers, output)
  let (w0, w1, w2) = (loadSums(weights), loadSums(weights + 16), loadSums(weights + 32))
  let (w3, w4, w5) = (loadSums(weights + 48), loadSums(weights + 64), loadSums(weights + 80))
  let (w6, w7, w8) = (loadSums(weights + 96), loadSums(weights + 112), loadSums(weights + 128))
  let step = g.strideWidth &* blockChannels
  var top = input
  var middle = input + g.inputRowStride
  var bottom = middle + g.inputRowStride
  var column = 0
  while column < width {
    var sums = addProducts(finish.bias, widened(loadCodes(top)), w0)
    var others = product(widened(loadCodes(top + 16)), w1)
    sums = addProducts(sums, widened(loadCodes(top + 32)), w2)
    others = addProducts(others, widened(loadCodes(middle)), w3)
    sums = addProducts(sums, widened(loadCodes(middle + 16)), w4)
    others = addProducts(others, widened(loadCodes(middle + 32)), w5)
    sums = addProducts(sums, widened(loadCodes(bottom)), w6)
    others = addProducts(others, widened(loadCodes(bottom + 16)), w7)
    sums = addProducts(sums, widened(loadCodes(bottom + 32)), w8)
    finish(sums &+ others, column)
    top += step
    middle += step
    bottom += step
    column &+= 1
  }
}

/// Turns the sums of a pixel into codes.
private struct DepthwiseFinish {
  let bias: CodeSums
  private let multipliers: CodeReals
  private let stage: FirstStage
  private let output: UnsafeMutablePointer<UInt8>

  @inline(always) init(
    _ g: IntegerConvolution, _ bias: UnsafePointer<Int32>, _ multipliers: UnsafePointer<Float>,
    _ output: UnsafeMutablePointer<UInt8>
  ) {
    self.bias = loadSums(bias)
    self.multipliers = loadReals(multipliers)
    let r = g.requantization
    stage = FirstStage(r.low, r.high, r.ownZeroPoint)
    self.output = output
  }

  @inline(always) func callAsFunction(_ sums: CodeSums, _ column: Int) {
    storeCodes(stage(sums, multipliers), output + column &* blockChannels)
  }
}

@inline(always) private func product(_ x: CodeSums, _ w: CodeSums) -> CodeSums {
  espalier_products_i16x32(x, w)
}

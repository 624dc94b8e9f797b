// SPDX-License-Identifier: Apache-2.0
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ValueHistogramTests {
  private func numbers(_ count: Int, seed: UInt64, scale: Float = 1) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return generator.normalTensor([count], scale: scale).array()
  }

  @Test func `bins are as many after a thousand batches of growing numbers as after one`() {
    var histogram = ValueHistogram(binCount: 64)
    var count = 0
    for batch in 0..<1000 {
      histogram.add(numbers(20, seed: UInt64(batch), scale: Float(1 + batch)))
      count += 20
      #expect(histogram.positive.count == 64 && histogram.negative.count == 64)
    }
    let counted = histogram.positive.reduce(0, +) + histogram.negative.reduce(0, +)
    #expect(counted + histogram.zeroCount == count && histogram.count == count)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `the order of the numbers does not matter`(
    seed: UInt64
  ) {
    let parts = [1, 1e-3, 1e4, 0.3].map { numbers(100, seed: seed, scale: $0) }
    var forwards = ValueHistogram(binCount: 128)
    for part in parts { forwards.add(part) }
    var backwards = ValueHistogram(binCount: 128)
    for part in parts.reversed() { backwards.add(part) }
    var atOnce = ValueHistogram(binCount: 128)
    atOnce.add(parts.flatMap { $0 })
    #expect(forwards == backwards && forwards == atOnce)
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `each number is in the bin of its size`(
    seed: UInt64
  ) {
    let values = numbers(300, seed: seed)
    var histogram = ValueHistogram(binCount: 32)
    for value in values { histogram.add([value]) }
    for index in 0..<32 {
      let range = Double(index) * histogram.binWidth..<Double(index + 1) * histogram.binWidth
      #expect(histogram.positive[index] == values.count { range.contains(Double($0)) })
      #expect(histogram.negative[index] == values.count { $0 < 0 && range.contains(Double(-$0)) })
    }
    let largest = Double(values.map(\.magnitude).max() ?? 0)
    #expect(largest < 32 * histogram.binWidth && largest >= 16 * histogram.binWidth)
  }

  @Test func `zeros and numbers that are not finite count apart`() {
    var histogram = ValueHistogram()
    histogram.add([0, -0.0, .nan, .infinity, -.infinity])
    #expect(histogram.binWidth == 0 && histogram.positive.isEmpty)
    histogram.add([1, 0, .nan, -.greatestFiniteMagnitude, .leastNonzeroMagnitude])
    #expect(histogram.zeroCount == 3 && histogram.nonFiniteCount == 4 && histogram.count == 6)
    #expect(histogram.negative.reduce(0, +) == 1 && histogram.positive.reduce(0, +) == 2)
  }
}

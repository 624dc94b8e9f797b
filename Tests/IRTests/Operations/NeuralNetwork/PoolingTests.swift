// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Sums are computed in `Double`; only the rounding of the result to `float32` remains.
private let rounding = 1e-6

@Suite struct PoolingTests {
  private let image = Tensor((1...9).map(Float.init), shape: [1, 1, 3, 3])

  @Test func `the largest value comes with its place`() throws {
    let outputs = try evaluateAll(MaxPool(kernel: [2, 2]), [image])
    #expect(outputs[0] == Tensor([5, 6, 8, 9] as [Float], shape: [1, 1, 2, 2]))
    #expect(outputs[1] == Tensor([4, 5, 7, 8] as [Int64], shape: [1, 1, 2, 2]))
    let columns = try evaluateAll(MaxPool(kernel: [2, 2], countsColumnsFirst: true), [image])
    #expect(columns[1] == Tensor([4, 7, 5, 8] as [Int64], shape: [1, 1, 2, 2]))
  }

  @Test func `padding is below every value and NaN above`() throws {
    let x = Tensor([-1, -2, .nan, -4] as [Float], shape: [1, 1, 4])
    let window = SlidingWindow(strides: [2], padding: .explicit(begin: [1], end: [1]))
    let y = try evaluate(MaxPool(kernel: [2], window: window), [x])
    expectClose(y, Tensor([-1, .nan, -4] as [Float], shape: [1, 1, 3]), absolute: 0)
  }

  @Test func `bytes are pooled as they are`() throws {
    let x = Tensor([1, 255, 3] as [UInt8], shape: [1, 1, 3])
    #expect(
      try evaluate(MaxPool(kernel: [2]), [x]) == Tensor([255, 255] as [UInt8], shape: [1, 1, 2]))
  }

  @Test func `unpooling puts the values back`() throws {
    let pooled = try evaluateAll(
      MaxPool(kernel: [2], window: SlidingWindow(strides: [2])),
      [Tensor([1, 2, 4, 3] as [Float], shape: [1, 1, 4])])
    let unpool = MaxUnpool(kernel: [2], window: SlidingWindow(strides: [2]))
    let back = try evaluate(unpool, pooled)
    #expect(back == Tensor([0, 2, 4, 0] as [Float], shape: [1, 1, 4]))
    let larger = try evaluate(unpool, pooled + [Tensor([1, 1, 5] as [Int64])])
    #expect(larger == Tensor([0, 2, 4, 0, 0] as [Float], shape: [1, 1, 5]))
  }

  @Test(arguments: [-1, 4, Int64.max, Int64.min])
  func `unpooling refuses indices outside`(index: Int64) {
    let unpool = MaxUnpool(kernel: [2], window: SlidingWindow(strides: [2]))
    let error = #expect(throws: GraphError.self) {
      try evaluate(
        unpool,
        [
          Tensor([1, 2] as [Float], shape: [1, 1, 2]), Tensor([0, index], shape: [1, 1, 2]),
        ])
    }
    #expect(error?.code == .indexOutOfRange)
  }

  @Test(arguments: [(false, [1.5, 3, 4.5]), (true, [1, 3, 3])])
  func `padding counts in the mean only when told`(counts: Bool, expected: [Float]) throws {
    let x = Tensor([1, 2, 3, 4, 5] as [Float], shape: [1, 1, 5])
    let window = SlidingWindow(strides: [2], padding: .explicit(begin: [1], end: [1]))
    let y = try evaluate(AveragePool(kernel: [3], window: window, countsPadding: counts), [x])
    expectClose(y, Tensor(expected, shape: [1, 1, 3]), absolute: rounding)
  }

  @Test func `what is behind the padding of a rounded-up window does not count`() throws {
    let x = Tensor([1, 1, 1, 1, 1, 1] as [Float], shape: [1, 1, 6])
    let window = SlidingWindow(
      strides: [2], padding: .explicit(begin: [1], end: [1]), roundsUp: true)
    let y = try evaluate(AveragePool(kernel: [3], window: window, countsPadding: true), [x])
    // The values that ONNX Runtime 1.32 gives.
    let third = Float(2) / 3
    expectClose(
      y, Tensor([third, 1, 1, 0.5] as [Float], shape: [1, 1, 4]), absolute: rounding)
  }

  @Test(arguments: [(1, Float(7)), (2, 5), (3, 4.4979415)])
  func `Lp pooling gives the norm`(p: Int, expected: Float) throws {
    let x = Tensor([-3, 4] as [Float], shape: [1, 1, 2])
    let y = try evaluate(LpPool(kernel: [2], p: p), [x])
    expectClose(y, Tensor([expected], shape: [1, 1, 1]), absolute: rounding)
    let global = try evaluate(GlobalLpPool(p: p), [x])
    expectClose(global, Tensor([expected], shape: [1, 1, 1]), absolute: rounding)
  }

  @Test func `global poolings reduce all spatial axes`() throws {
    let x = Tensor([1, 2, 3, 6, -1, .nan, 0, 1] as [Float], shape: [1, 2, 2, 2])
    let mean = try evaluate(GlobalAveragePool(), [x])
    expectClose(mean, Tensor([3, .nan] as [Float], shape: [1, 2, 1, 1]), absolute: rounding)
    let largest = try evaluate(GlobalMaxPool(), [x])
    expectClose(largest, Tensor([6, .nan] as [Float], shape: [1, 2, 1, 1]), absolute: 0)
  }

  @Test func `a kernel far larger than the input costs neither memory nor time`() throws {
    let side = 1 << 30
    let window = SlidingWindow(padding: .explicit(begin: [side, side], end: [side, side]))
    let error = #expect(throws: GraphError.self) {
      try evaluate(AveragePool(kernel: [2, 2], window: window), [image])
    }
    #expect(error?.code == .limitExceeded)
    let half = SlidingWindow(
      padding: .explicit(begin: [side / 2, side / 2], end: [side / 2 - 3, side / 2 - 3]))
    let y = try evaluate(AveragePool(kernel: [side, side], window: half), [image])
    expectClose(y, Tensor([5] as [Float], shape: [1, 1, 1, 1]), absolute: rounding)
  }

  @Test func `kernels of the wrong length are refused`() {
    #expect(throws: GraphError.self) { try evaluate(MaxPool(kernel: [2]), [image]) }
    #expect(throws: GraphError.self) { try evaluate(MaxPool(kernel: []), [image]) }
    #expect(throws: GraphError.self) { try evaluate(AveragePool(kernel: [2, 0]), [image]) }
    #expect(throws: GraphError.self) { try evaluate(LpPool(kernel: [2, 2], p: 0), [image]) }
  }
}

@Suite struct RegionTests {
  private let image = Tensor((0..<16).map(Float.init), shape: [1, 1, 4, 4])

  @Test func `a region is cut into cells and the largest values are kept`() throws {
    let region = Tensor([0, 0, 0, 3, 3] as [Float], shape: [1, 5])
    let y = try evaluate(MaxRoiPool(pooledShape: [2, 2]), [image, region])
    #expect(y == Tensor([5, 7, 13, 15] as [Float], shape: [1, 1, 2, 2]))
  }

  @Test(arguments: [RoiAlign.Mode.average, .max])
  func `an aligned region samples between positions`(mode: RoiAlign.Mode) throws {
    let region = Tensor([0.5, 0.5, 2.5, 2.5] as [Float], shape: [1, 4])
    let align = RoiAlign(
      mode: mode, shiftsHalfPixel: true, outputHeight: 2, outputWidth: 2, samplingRatio: 1)
    let y = try evaluate(align, [image, region, Tensor([0] as [Int64])])
    // One sample a cell at 0.5 and 1.5: the mean of four neighbours, or the largest quarter of one.
    let expected: [Float] = mode == .average ? [2.5, 3.5, 6.5, 7.5] : [1.25, 1.5, 2.25, 2.5]
    expectClose(y, Tensor(expected, shape: [1, 1, 2, 2]), absolute: rounding)
  }

  @Test(arguments: [-1, 1, Int64.max])
  func `regions of samples that do not exist are refused`(sample: Int64) {
    let region = Tensor([0, 0, 1, 1] as [Float], shape: [1, 4])
    #expect(
      throws: GraphError(.indexOutOfRange, "region 0 is in sample \(sample) of 1")
    ) {
      try evaluate(RoiAlign(), [image, region, Tensor([sample])])
    }
  }

  @Test(arguments: [Float.nan, .infinity, 1e30])
  func `regions without bounds are refused`(corner: Float) {
    let region = Tensor([0, 0, corner, 1] as [Float], shape: [1, 4])
    #expect(throws: GraphError.self) {
      try evaluate(RoiAlign(), [image, region, Tensor([0] as [Int64])])
    }
    let pool = Tensor([0, 0, 0, corner, 1] as [Float], shape: [1, 5])
    #expect(throws: GraphError.self) {
      try evaluate(MaxRoiPool(pooledShape: [1, 1]), [image, pool])
    }
  }
}

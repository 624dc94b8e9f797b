// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Sums are computed in `Double`; only the rounding of the result to `float32` remains.
private let rounding = 1e-6

@Suite struct ConvTests {
  private let image = Tensor((1...9).map(Float.init), shape: [1, 1, 3, 3])
  private let ones = Tensor([1, 1, 1, 1] as [Float], shape: [1, 1, 2, 2])

  @Test func `each output is the sum under the kernel plus the bias`() throws {
    let y = try evaluate(Conv(), [image, ones, Tensor([10] as [Float])])
    let expected = Tensor([22, 26, 34, 38] as [Float], shape: [1, 1, 2, 2])
    expectClose(y, expected, absolute: rounding)
  }

  @Test func `padding is zero, before and after`() throws {
    let window = SlidingWindow(strides: [2, 2], padding: .explicit(begin: [1, 0], end: [0, 1]))
    let y = try evaluate(Conv(window: window), [image, ones])
    expectClose(
      y, Tensor([3, 3, 24, 15] as [Float], shape: [1, 1, 2, 2]), absolute: rounding)
  }

  @Test func `dilated taps skip positions`() throws {
    let window = SlidingWindow(dilations: [2, 2])
    let y = try evaluate(Conv(window: window), [image, ones])
    expectClose(y, Tensor([20] as [Float], shape: [1, 1, 1, 1]), absolute: rounding)
  }

  @Test func `groups see only their own channels`() throws {
    let x = Tensor([1, 2, 10, 20] as [Float], shape: [1, 2, 2])
    let weights = Tensor([1, 3] as [Float], shape: [2, 1, 1])
    let y = try evaluate(Conv(groups: 2), [x, weights])
    expectClose(y, Tensor([1, 2, 30, 60] as [Float], shape: [1, 2, 2]), absolute: rounding)
  }

  /// A convolution is linear, so a sum of inputs gives the sum of outputs.
  @Test(arguments: [1, 2, 3])
  func `a convolution of any rank is linear`(axes: Int) throws {
    var generator = SeededGenerator(seed: UInt64(axes))
    let shape = [2, 4] + [Int](repeating: 5, count: axes)
    let (a, b) = (generator.normalTensor(shape), generator.normalTensor(shape))
    let weights = generator.normalTensor([6, 2] + [Int](repeating: 3, count: axes))
    let conv = Conv(window: SlidingWindow(padding: .sameUpper), groups: 2)
    let sum = Tensor(zip(a.doubles(), b.doubles()).map { Float($0 + $1) }, shape: shape)
    let parts = zip(
      try evaluate(conv, [a, weights]).doubles(), try evaluate(conv, [b, weights]).doubles())
    let whole = try evaluate(conv, [sum, weights])
    // The inputs' sum is rounded to float32 before it is multiplied by up to 54 weights.
    expectClose(
      whole, Tensor(parts.map { Float($0 + $1) }, shape: whole.shape), absolute: 1e-4)
  }

  @Test func `dynamic batch and extents keep their names`() throws {
    let x = ValueType.tensor(
      .float32, dimensions: [.symbolic("N"), .fixed(3), .symbolic("H"), .fixed(8)])
    let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))
    let types = try Conv(window: window).outputTypes(
      OperandTypes([x, .tensor(.float32, [16, 3, 3, 3])]))
    #expect(
      types == [
        .tensor(
          .float32, dimensions: [.symbolic("N"), .fixed(16), .symbolic("H"), .fixed(8)])
      ])
  }

  @Test func `the cost is one multiply-add a tap and output`() {
    let cost = Conv(groups: 4).cost(
      OperandTypes([.tensor(.float32, [2, 8, 6, 6]), .tensor(.float32, [12, 2, 3, 3])]))
    #expect(cost.multiplyAdds == 2 * 12 * 4 * 4 * 2 * 3 * 3)
  }

  @Test func `channels that do not fit are refused with the numbers`() {
    #expect(
      throws: GraphError(
        .shapeMismatch,
        "expects 64 input channels (weight [128, 64, 3, 3], 1 groups), got 32")
    ) {
      try Conv().outputTypes(
        OperandTypes([.tensor(.float32, [1, 32, 56, 56]), .tensor(.float32, [128, 64, 3, 3])]))
    }
  }

  @Test(arguments: [0, -1, Int.max, Int.min])
  func `hostile groups are refused`(groups: Int) {
    #expect(throws: GraphError.self) {
      try Conv(groups: groups).outputTypes(
        OperandTypes([.tensor(.float32, [1, 4, 8, 8]), .tensor(.float32, [4, 4, 3, 3])]))
    }
    #expect(throws: GraphError.self) {
      try ConvTranspose(groups: groups).outputTypes(
        OperandTypes([.tensor(.float32, [1, 4, 8, 8]), .tensor(.float32, [4, 4, 3, 3])]))
    }
  }
}

@Suite struct ConvTransposeTests {
  @Test func `each input adds its kernel to the output`() throws {
    let x = Tensor([1, 2] as [Float], shape: [1, 1, 2])
    let weights = Tensor([1, 10, 100] as [Float], shape: [1, 1, 3])
    let y = try evaluate(ConvTranspose(window: SlidingWindow(strides: [2])), [x, weights])
    expectClose(
      y, Tensor([1, 10, 102, 20, 200] as [Float], shape: [1, 1, 5]), absolute: rounding)
  }

  @Test func `a given output shape decides the padding`() throws {
    let window = SlidingWindow(strides: [2], padding: .sameUpper)
    let geometry = try ConvTranspose(window: window, outputPadding: [1], outputShape: [7])
      .geometry(input: [4], kernel: [3])
    #expect(geometry.input == [7])
    #expect((geometry.padsBegin, geometry.padsEnd) == ([1], [2]))
  }

  /// `⟨conv(x), y⟩ = ⟨x, convTranspose(y)⟩` with the same weights.
  @Test(arguments: [1, 2], [1, 2])
  func `it is the adjoint of the convolution`(stride: Int, groups: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let window = SlidingWindow(
      strides: [stride, 1], dilations: [1, 2], padding: .explicit(begin: [1, 2], end: [1, 0]))
    let x = generator.normalTensor([2, 4, 7, 9])
    let weights = generator.normalTensor([6, 4 / groups, 3, 2])
    let forward = try evaluate(Conv(window: window, groups: groups), [x, weights])
    let y = generator.normalTensor(forward.shape)
    let back = try evaluate(ConvTranspose(window: window, groups: groups), [y, weights])
    #expect(back.shape == x.shape)
    let left = zip(forward.doubles(), y.doubles()).reduce(0) { $0 + $1.0 * $1.1 }
    let right = zip(x.doubles(), back.doubles()).reduce(0) { $0 + $1.0 * $1.1 }
    // Both sums add some thousand products that were rounded to float32.
    #expect(abs(left - right) < 1e-3)
  }

  @Test func `an output that padding eats up is refused`() {
    let window = SlidingWindow(padding: .explicit(begin: [5], end: [5]))
    #expect(throws: GraphError.self) {
      try ConvTranspose(window: window).outputTypes(
        OperandTypes([.tensor(.float32, [1, 1, 4]), .tensor(.float32, [1, 1, 3])]))
    }
  }
}

@Suite struct DeformConvTests {
  @Test func `without offsets it is a convolution`() throws {
    var generator = SeededGenerator(seed: 3)
    let x = generator.normalTensor([2, 4, 6, 5])
    let weights = generator.normalTensor([4, 2, 3, 3])
    let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))
    let offsets = Tensor(zeros: .float32, shape: [2, 2 * 9 * 2, 6, 5])
    let y = try evaluate(
      DeformConv(window: window, groups: 2, offsetGroups: 2), [x, weights, offsets])
    let expected = try evaluate(Conv(window: window, groups: 2), [x, weights])
    expectClose(y, expected, absolute: rounding)
  }

  @Test func `half a step interpolates and the mask scales`() throws {
    let x = Tensor([0, 4, 8] as [Float], shape: [1, 1, 3])
    let weights = Tensor([1] as [Float], shape: [1, 1, 1])
    let offsets = Tensor([0.5, -0.25, .nan] as [Float], shape: [1, 1, 3])
    let mask = Tensor([1, 2, 1] as [Float], shape: [1, 1, 3])
    let y = try evaluate(DeformConv(), [x, weights, offsets, nil, mask])
    expectClose(y, Tensor([2, 6, 0] as [Float], shape: [1, 1, 3]), absolute: rounding)
  }

  @Test func `offsets of another shape are refused`() {
    #expect(throws: GraphError.self) {
      try DeformConv().outputTypes(
        OperandTypes([
          .tensor(.float32, [1, 1, 3, 3]), .tensor(.float32, [1, 1, 2, 2]),
          .tensor(.float32, [1, 4, 2, 2]),
        ]))
    }
  }
}

@Suite struct Col2ImTests {
  @Test func `overlapping windows add up`() throws {
    let columns = Tensor([1, 2, 3, 4, 5, 6] as [Int32], shape: [1, 2, 3])
    let y = try evaluate(
      Col2Im(), [columns, Tensor([4] as [Int64]), Tensor([2] as [Int64])])
    #expect(y == Tensor([1, 6, 8, 6] as [Int32], shape: [1, 1, 4]))
  }

  @Test func `a wrong number of windows is refused`() {
    #expect(throws: GraphError(.shapeMismatch, "the input has 2 windows, expected 3")) {
      try evaluate(
        Col2Im(),
        [
          Tensor(zeros: .float32, shape: [1, 2, 2]), Tensor([4] as [Int64]), Tensor([2] as [Int64]),
        ])
    }
  }
}

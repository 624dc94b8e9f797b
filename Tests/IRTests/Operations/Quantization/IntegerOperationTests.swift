// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct IntegerOperationTests {
  @Test(arguments: [
    (Int32(5), Float(0.5), UInt8(12)), (7, 0.5, 14), (-25, 0.5, 0), (1000, 0.5, 255),
    (1000, .infinity, 255), (0, .nan, 0),
  ])
  func `sums round half to even and saturate`(sum: Int32, multiplier: Float, code: UInt8) {
    #expect(CodeRounding(zeroPoint: 10).code(sum, multiplier: multiplier) == code)
  }

  @Test func `a bound is one of codes`() {
    let rounding = CodeRounding(zeroPoint: 10, low: 10, high: 200)
    #expect(rounding.code(-3, multiplier: 1) == 10)
    #expect(rounding.code(500, multiplier: 1) == 200)
  }

  @Test func `the second stage begins with rounded codes`() {
    let sum = CodeSum(ownScale: 2, residualScale: 0.5, residualZeroPoint: 4, zeroPoint: 1)
    let rounding = CodeRounding(zeroPoint: 10, sum: sum)
    // 2.5 is rounded to 2 first: 2 · 2 + (7 - 4) · 0.5 = 5.5, to even, plus 1.
    #expect(rounding.code(5, multiplier: 0.5, residual: 7) == 7)
  }

  @Test func `padding of a convolution holds the zero point`() throws {
    let conv = IntegerConv(
      window: SlidingWindow(padding: .sameUpper), groups: 1, inputZeroPoint: 5,
      rounding: CodeRounding(zeroPoint: 100))
    let y = try evaluate(
      conv,
      [
        Tensor([UInt8](repeating: 6, count: 4), shape: [1, 1, 2, 2]),
        Tensor([Int8](repeating: 1, count: 9), shape: [1, 1, 3, 3]), Tensor([Int32(3)]),
        Tensor([Float(1)]),
      ])
    #expect(y == Tensor([UInt8](repeating: 107, count: 4), shape: [1, 1, 2, 2]))
  }

  @Test func `a mean counts what its pool counts`() throws {
    for countsPadding in [false, true] {
      let pool = IntegerAveragePool(
        kernel: [2, 2], window: SlidingWindow(padding: .explicit(begin: [1, 1], end: [0, 0])),
        countsPadding: countsPadding, inputZeroPoint: 2, inputScale: 1, scale: 1, zeroPoint: 0)
      let y = try evaluate(pool, [Tensor([UInt8(10)], shape: [1, 1, 1, 1])])
      #expect(y == Tensor([UInt8(countsPadding ? 2 : 8)], shape: [1, 1, 1, 1]))
    }
  }

  @Test func `operands of other types are refused`() {
    let codes = ValueType.tensor(.int8, [1, 4])
    #expect(throws: GraphError.self) {
      try IntegerGemm(inputZeroPoint: 0, rounding: CodeRounding(zeroPoint: 0))
        .outputTypes(
          OperandTypes([codes, codes, .tensor(.int32, [1]), .tensor(.float32, [1])]))
    }
    #expect(throws: GraphError.self) {
      try CodeTable().outputTypes(
        OperandTypes([.tensor(.uint8, [3]), .tensor(.uint8, [255])]))
    }
  }
}

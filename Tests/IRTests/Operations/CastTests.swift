// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct CastTests {
  @Test func `floats become integers towards zero, within the range`() throws {
    let x = Tensor([1.9, -1.9, 300, -300, .nan, .infinity] as [Float])
    #expect(try evaluate(Cast(to: .int8), [x]) == Tensor([1, -1, 127, -128, 0, 127] as [Int8]))
    #expect(try evaluate(Cast(to: .uint8), [x]) == Tensor([1, 0, 255, 0, 0, 255] as [UInt8]))
    let large = Tensor([1.8e19, -1] as [Double])
    #expect(
      try evaluate(Cast(to: .uint64), [large])
        == Tensor([18_000_000_000_000_000_000, 0] as [UInt64]))
  }

  @Test func `integers keep their low bits`() throws {
    let x = Tensor([200, -1, 256] as [Int16])
    #expect(try evaluate(Cast(to: .int8), [x]) == Tensor([-56, -1, 0] as [Int8]))
    #expect(try evaluate(Cast(to: .uint64), [x]) == Tensor([200, UInt64.max, 256]))
    let nibbles = try evaluate(Cast(to: .int4), [x])
    #expect(nibbles.int64s() == [-8, -1, 0])
    #expect(try evaluate(Cast(to: .uint4), [x]).int64s() == [8, 15, 0])
    #expect(try evaluate(Cast(to: .float32), [Tensor([UInt64.max])]) == Tensor([0x1p64 as Float]))
  }

  @Test func `everything but zero is true`() throws {
    let x = Tensor([0, -0.0, 0.25, .nan] as [Float])
    #expect(try evaluate(Cast(to: .bool), [x]) == Tensor([false, false, true, true]))
    #expect(try evaluate(Cast(to: .bool), [Tensor([0, -2] as [Int8])]) == Tensor([false, true]))
    #expect(try evaluate(Cast(to: .float16), [Tensor([true])]) == Tensor([1 as Float16]))
  }

  @Test(
    arguments: [
      (ElementType.float8E4M3FN, 448.0, Double.nan), (.float8E4M3FNUZ, 240, .nan),
      (.float8E5M2, 57344, .infinity), (.float8E5M2FNUZ, 57344, .nan),
    ])
  func `8-bit floats saturate unless told not to`(
    _ dtype: ElementType, _ largest: Double, _ overflow: Double
  ) throws {
    let x = Tensor([1, 1e6] as [Float])
    #expect(try evaluate(Cast(to: dtype), [x]).doubles() == [1, largest])
    let exact = try evaluate(Cast(to: dtype, isSaturating: false), [x]).doubles()[1]
    #expect(exact == overflow || (exact.isNaN && overflow.isNaN))
    let like = try evaluate(CastLike(), [x, Tensor(zeros: dtype, shape: [1])])
    #expect(like.doubles() == [1, largest])
  }

  /// The spelling of `str(numpy.float32(x))`.
  static let floats: [(Float, String)] = [
    (0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e-4, "0.0001"),
    (1.5e-5, "1.5e-05"), (16_777_216, "16777216.0"), (1e15, "1000000000000000.0"),
    (1e16, "1e+16"), (3.402_823_5e38, "3.4028235e+38"),
    (.leastNonzeroMagnitude, "1e-45"),
    (.infinity, "inf"),
    (-.infinity, "-inf"), (.nan, "nan"), (123.456, "123.456"),
  ]

  @Test(arguments: floats)
  func `floats are spelled as NumPy spells them, and read back`(
    _ value: Float, _ text: String
  ) throws {
    let x = Tensor([value])
    let spelled = try evaluate(Cast(to: .string), [x])
    #expect(spelled.strings == [text])
    expectClose(try evaluate(Cast(to: .float32), [spelled]), x, absolute: 0)
  }

  @Test func `other types are spelled as NumPy spells them`() throws {
    let double = try evaluate(Cast(to: .string), [Tensor([0.1, 1e16, 123_456_789.5])])
    #expect(double.strings == ["0.1", "1e+16", "123456789.5"])
    #expect(try evaluate(Cast(to: .string), [Tensor([0.1 as Float16])]).strings == ["0.1"])
    #expect(
      try evaluate(Cast(to: .string), [Tensor([UInt64.max])]).strings == ["18446744073709551615"])
    #expect(try evaluate(Cast(to: .string), [Tensor([-5 as Int8])]).strings == ["-5"])
    #expect(try evaluate(Cast(to: .string), [Tensor([true, false])]).strings == ["True", "False"])
  }

  @Test func `numbers are read in any of their spellings`() throws {
    let x = Tensor(strings: [" 3.5", "1E3", "+INF", "-inf", "NaN", "-7"], shape: [6])
    expectClose(
      try evaluate(Cast(to: .float32), [x]),
      Tensor([3.5, 1000, .infinity, -.infinity, .nan, -7] as [Float]), absolute: 0)
    let integers = Tensor(strings: ["9223372036854775807", "-3", "2.9"], shape: [3])
    #expect(try evaluate(Cast(to: .int64), [integers]) == Tensor([Int64.max, -3, 2]))
    let unsigned = Tensor(strings: ["18446744073709551615"], shape: [1])
    #expect(try evaluate(Cast(to: .uint64), [unsigned]) == Tensor([UInt64.max]))
  }

  @Test(arguments: ["", "abc", "0x10", "1e", "nan(1)", "99999999999999999999"])
  func `text that is no number is refused`(_ text: String) {
    let x = Tensor(strings: [text], shape: [1])
    let expected = GraphError(.typeMismatch, "the text \"\(text)\" is no int64")
    #expect(throws: expected) { try evaluate(Cast(to: .int64), [x]) }
  }

  @Test func `dynamic dimensions pass through`() throws {
    let x = TensorType(.float32, dimensions: [.symbolic("N"), .unknown])
    let expected = ValueType.tensor(.int8, dimensions: [.symbolic("N"), .unknown])
    #expect(try Cast(to: .int8).outputTypes(OperandTypes([.tensor(x)])) == [expected])
    #expect(
      try CastLike().outputTypes(OperandTypes([.tensor(x), .tensor(.int8, [])])) == [expected])
    #expect(throws: GraphError.self) { try CastLike().outputTypes(OperandTypes([.tensor(x)])) }
  }
}

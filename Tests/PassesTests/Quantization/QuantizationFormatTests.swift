// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct QuantizationFormatTests {
  @Test(arguments: 2...16) func `codes fit the narrowest type that has so many bits`(
    bits: Int
  ) throws {
    for isSigned in [false, true] {
      for isSymmetric in [false, true] {
        let format = try QuantizationFormat(
          bits: bits, isSigned: isSigned, isSymmetric: isSymmetric)
        let type = try #require(format.codeType.integerRange)
        #expect(type.contains(format.codes.lowerBound) && type.contains(format.codes.upperBound))
        #expect(format.codeType.bitWidth < 2 * max(bits, 3))
        let count = format.codes.upperBound - format.codes.lowerBound + 1
        #expect(count == Int64(1) << Int64(bits) - (isSigned && isSymmetric ? 1 : 0))
      }
    }
  }

  @Test func `bits and block sizes out of range are refused`() {
    for bits in [-1, 1, 17] {
      #expect(
        throws: GraphError(.invalidAttribute, "codes have 2 to 16 bits, got \(bits)")
      ) { try QuantizationFormat(bits: bits, isSigned: true, isSymmetric: true) }
    }
    #expect(throws: GraphError(.invalidAttribute, "a block has at least 1 element, got 0")) {
      try QuantizationFormat(
        bits: 4, isSigned: true, isSymmetric: true, granularity: .block(axis: 0, size: 0))
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `zero has a code, and the ends are near theirs`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let (a, b) = (Float(generator.nextUniform() * 8 - 4), Float(generator.nextUniform() * 8 - 4))
    let (low, high) = (min(a, b), max(a, b))
    let format = try QuantizationFormat(
      bits: 2 + Int(seed % 15), isSigned: seed % 2 == 0, isSymmetric: seed % 3 == 0)
    let (scale, zeroPoint) = format.parameters(low: low, high: high)
    #expect(format.codes.contains(zeroPoint))
    for value in [0, min(low, 0), max(high, 0)] {
      let code = LinearQuantization.quantize(
        value, scale: scale, zeroPoint: zeroPoint, in: format.codes)
      let back = LinearQuantization.dequantize(code, scale: scale, zeroPoint: zeroPoint)
      #expect(value == 0 ? back == 0 : abs(back - value) <= scale * 0.501)
    }
  }

  @Test func `an empty range and one of subnormal numbers have usable scales`() {
    #expect(QuantizationFormat.uint8.parameters(low: 0, high: 0) == (1, 0))
    let tiny = QuantizationFormat.int8Weights.parameters(low: 0, high: .leastNonzeroMagnitude)
    #expect((1 / tiny.scale).isFinite)
    let huge = QuantizationFormat.uint8.parameters(
      low: -.greatestFiniteMagnitude, high: .greatestFiniteMagnitude)
    #expect(huge.scale.isFinite)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct QuantizedTensorTests {
  private func squaredError(_ tensor: QuantizedTensor, _ original: Tensor) -> Double {
    zip(tensor.dequantized().doubles(), original.doubles()).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
  }

  /// Weights whose channels differ in size, as those of trained networks do.
  private func weights(_ shape: [Int], seed: UInt64) -> Tensor {
    var generator = SeededGenerator(seed: seed)
    var values = generator.normalTensor(shape).array(of: Float.self)
    let run = values.count / shape[0]
    for channel in 0..<shape[0] {
      let scale = Float(0.05 + 2 * generator.nextUniform())
      for index in channel * run..<(channel + 1) * run { values[index] *= scale }
    }
    return Tensor(values, shape: shape)
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func `scales by channel are never worse than one`(
    seed: UInt64
  ) throws {
    let tensor = weights([8, 4, 3, 3], seed: seed)
    for bits in [3, 4, 8] {
      var format = try QuantizationFormat(bits: bits, isSigned: true, isSymmetric: true)
      let whole = try QuantizedTensor(tensor, format: format)
      format.granularity = .channel(axis: 0)
      let byChannel = try QuantizedTensor(tensor, format: format)
      #expect(squaredError(byChannel, tensor) <= squaredError(whole, tensor))
      #expect(byChannel.scales.shape == [8] && whole.scales.shape == [])
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func `each bit more makes the error smaller`(
    seed: UInt64
  ) throws {
    let tensor = weights([6, 50], seed: seed)
    var last = Double.infinity
    for bits in 2...16 {
      let format = try QuantizationFormat(
        bits: bits, isSigned: true, isSymmetric: true, granularity: .channel(axis: 0))
      let error = squaredError(try QuantizedTensor(tensor, format: format), tensor)
      #expect(error < last)
      last = error
    }
  }

  @Test(arguments: [
    QuantizationFormat.Granularity.tensor, .channel(axis: 0), .channel(axis: 1),
    .channel(axis: -1), .block(axis: 1, size: 2), .block(axis: 0, size: 3),
    .block(axis: -1, size: 4),
  ])
  func `codes are those of QuantizeLinear, numbers those of DequantizeLinear`(
    granularity: QuantizationFormat.Granularity
  ) throws {
    let tensor = weights([4, 5, 6], seed: 3)
    for isSigned in [true, false] {
      let format = try QuantizationFormat(
        bits: 8, isSigned: isSigned, isSymmetric: false, granularity: granularity)
      let quantized = try QuantizedTensor(tensor, format: format)
      let (axis, size) =
        switch granularity {
        case .tensor: (0, 0)
        case .channel(let axis): (axis, 0)
        case .block(let axis, let size): (axis, size)
        }
      let parameters = [quantized.scales, quantized.zeroPoints]
      let codes = try QuantizeLinear(axis: axis, blockSize: size).evaluate(
        Operands(tensors: [tensor] + parameters), in: EvaluationContext())[0].tensor
      #expect(codes == quantized.codes)
      let numbers = try DequantizeLinear(axis: axis, blockSize: size).evaluate(
        Operands(tensors: [quantized.codes] + parameters), in: EvaluationContext())[0].tensor
      #expect(numbers == quantized.dequantized())
    }
  }

  @Test func `four bits take half a byte`() throws {
    let quantized = try QuantizedTensor(weights([2, 64], seed: 1), format: .int4Weights)
    #expect(quantized.codes.dtype == .int4 && quantized.codes.byteCount == 64)
    #expect(quantized.codes.int64s().allSatisfy { (-7...7).contains($0) })
    #expect(quantized.scales.shape == [1, 64])
  }

  @Test func `a missing axis and numbers that are not finite are refused`() throws {
    let format = try QuantizationFormat(
      bits: 8, isSigned: true, isSymmetric: true, granularity: .channel(axis: 2))
    #expect(
      throws: GraphError(.indexOutOfRange, "scales lie along axis 2, the tensor has 2 axes")
    ) { try QuantizedTensor(Tensor([1, 2] as [Float], shape: [1, 2]), format: format) }
    #expect(
      throws: GraphError(.invalidAttribute, "cannot quantize weights that are not finite")
    ) {
      try QuantizedTensor(Tensor([1, .nan] as [Float], shape: [1, 2]), format: .int8Weights)
    }
  }
}

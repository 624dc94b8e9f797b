// SPDX-License-Identifier: Apache-2.0
import IR
import ONNXFormat
import Tensors
import Testing

/// Quantized operators of ONNX Runtime.
@Suite struct ContribQuantizationTests {
  private static func codes(_ values: [UInt8], _ shape: [Int]? = nil) -> Tensor {
    Tensor(values, shape: shape ?? [values.count])
  }
  private static func scale(_ value: Float) -> Tensor { Tensor(scalar: value) }
  private static func zero(_ value: UInt8) -> Tensor { Tensor(scalar: value) }

  private func output(
    _ name: String, _ inputs: [Tensor?], _ attributes: [Wire_AttributeProto] = []
  ) throws -> Tensor {
    let model = NodeModel(
      opType: name, domain: "com.microsoft", opset: 1, attributes: attributes, inputs: inputs)
    return try #require(try model.outputs().first)
  }

  @Test func `sums and products requantize`() throws {
    let (a, b) = (Self.codes([10, 20, 255]), Self.codes([4, 6, 255]))
    let parameters: [Tensor?] = [
      a, Self.scale(0.5), Self.zero(10), b, Self.scale(2), Self.zero(4), Self.scale(1),
      Self.zero(3),
    ]
    // Reals: 0, 5, 122.5 and 0, 4, 502.
    #expect(try output("QLinearAdd", parameters) == Self.codes([3, 12, 255]))
    #expect(try output("QLinearMul", parameters) == Self.codes([3, 23, 255]))
  }

  @Test func `without zero points the codes keep their type`() throws {
    let a = Tensor([-4, 6] as [Int8])
    let inputs: [Tensor?] = [a, Self.scale(1), nil, a, Self.scale(0.5), nil, Self.scale(1), nil]
    // 1.5 · -4 and 1.5 · 6.
    #expect(try output("QLinearAdd", inputs) == Tensor([-6, 9] as [Int8]))
  }

  @Test func `activations, poolings and softmax requantize`() throws {
    let x = Self.codes([0, 8, 10, 14], [1, 1, 2, 2])
    let inputs: [Tensor?] = [x, Self.scale(1), Self.zero(8), Self.scale(0.5), Self.zero(100)]
    // Reals: -8, 0, 2, 6.
    #expect(
      try output("QLinearLeakyRelu", inputs, [.float("alpha", 0.5)]).int64s()
        == [92, 100, 104, 112])
    #expect(try output("QLinearGlobalAveragePool", inputs).int64s() == [100])
    let pool = try output("QLinearAveragePool", inputs, [.ints("kernel_shape", [2, 1])])
    #expect(pool.int64s() == [94, 106])
    let unit: [Tensor?] = [x, Self.scale(1), Self.zero(8), Self.scale(1.0 / 256), Self.zero(0)]
    // 256 σ(-8), 128, 256 σ(2), and 256 σ(6) = 255.4.
    #expect(try output("QLinearSigmoid", unit).int64s() == [0, 128, 225, 255])
    let flat = try output("QLinearSoftmax", unit, [.int("axis", 1), .int("opset", 12)])
    // The exponentials of -8, 0, 2, 6 over their sum.
    #expect(flat.int64s() == [0, 1, 5, 251])
    let rows = try output("QLinearSoftmax", unit, [.int("axis", -1), .int("opset", 13)])
    #expect(rows.int64s() == [0, 255, 5, 251])
  }

  @Test func `channels behind the rest are refused`() throws {
    let model = NodeModel(
      opType: "QLinearGlobalAveragePool", domain: "com.microsoft", opset: 1,
      attributes: [.int("channels_last", 1)],
      inputs: [
        Self.codes([1], [1, 1, 1]), Self.scale(1), Self.zero(0), Self.scale(1), Self.zero(0),
      ])
    let error = #expect(throws: ONNXError.self) { try ONNX.read(bytes: model.bytes()) }
    #expect(error?.code == .unsupported)
  }

  @Test func `concatenation and choice bring several scales to one`() throws {
    let (x, y) = (Self.codes([1, 2]), Self.codes([3]))
    let joined = try output(
      "QLinearConcat",
      [
        Self.scale(1), Self.zero(5), x, Self.scale(2), Self.zero(0), y, Self.scale(4),
        Self.zero(1),
      ], [.int("axis", 0)])
    #expect(joined.int64s() == [7, 9, 13])
    let chosen = try output(
      "QLinearWhere",
      [
        Tensor([true, false]), x, Self.scale(2), Self.zero(0), y, Self.scale(4), Self.zero(1),
        Self.scale(1), Self.zero(5),
      ])
    #expect(chosen.int64s() == [7, 13])
  }

  @Test func `a matrix product has a bias in its own scale`() throws {
    let a = Self.codes([1, 2], [1, 2])
    let b = Self.codes([1, 2, 3, 4], [2, 2])
    let bias = Tensor([10, -20] as [Int32])
    let scales = Tensor([0.5, 1] as [Float])
    let zeros = Self.codes([0, 0])
    let inputs: [Tensor?] = [a, Self.scale(2), Self.zero(0), b, scales, zeros, bias]
    // Rows of b are columns: 2 · 0.5 · (1 + 4 + 10) and 2 · 1 · (3 + 8 - 20), twice by alpha.
    let attributes: [Wire_AttributeProto] = [.float("alpha", 2), .int("transB", 1)]
    #expect(
      try output("QGemm", inputs, attributes) == Tensor([30, -36] as [Float], shape: [1, 2]))
    let quantized = try output(
      "QGemm", inputs + [Self.scale(1), Self.zero(50)], attributes)
    #expect(quantized == Self.codes([80, 14], [1, 2]))
  }
}

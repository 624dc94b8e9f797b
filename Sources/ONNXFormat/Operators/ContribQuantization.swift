// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Quantized operators of ONNX Runtime: each is read as dequantizing, the float operator and
  /// quantizing, which is their definition, and is how they are written.
  static let contribQuantization: [OperatorBinding] = [
    .quantizedPair("QLinearAdd", Add()),
    .quantizedPair("QLinearMul", Mul()),
    .quantizedUnary("QLinearSigmoid") { _, x in (Sigmoid(), x) },
    .quantizedUnary("QLinearLeakyRelu") { reader, x in
      (LeakyReLU(alpha: try reader.float("alpha", default: 0.01)), x)
    },
    .quantizedUnary("QLinearGlobalAveragePool") { reader, x in
      try refuseChannelsLast(reader)
      return (GlobalAveragePool(), x)
    },
    .quantizedUnary("QLinearAveragePool") { reader, x in
      try refuseChannelsLast(reader)
      let pool = AveragePool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(),
        countsPadding: try reader.bool("count_include_pad", default: false))
      return (pool, x)
    },
    .expansion("QLinearSoftmax", domain: contribDomain, read: readSoftmax),
    .expansion("QLinearConcat", domain: contribDomain) { reader in
      let parts = try stride(from: 2, to: reader.inputs.count, by: 3).map {
        try reader.dequantized($0, $0 + 1, $0 + 2)
      }
      let axis = try reader.require(reader.int("axis"), "axis")
      let joined = try reader.add(Concat(axis: axis), parts, outputCount: 1).first ?? nil
      return [try reader.quantized(joined, 0, 1)]
    },
    .expansion("QLinearWhere", domain: contribDomain) { reader in
      let (x, y) = (try reader.dequantized(1, 2, 3), try reader.dequantized(4, 5, 6))
      let chosen = try reader.add(Where(), reader.inputs.first ?? nil, x, y)
      return [try reader.quantized(chosen, 7, 8)]
    },
    .expansion("QGemm", domain: contribDomain, read: readGemm),
  ]

  fileprivate static let contribDomain = "com.microsoft"

  private static func refuseChannelsLast(_ reader: NodeReader) throws {
    guard try !reader.bool("channels_last", default: false) else {
      throw ONNXError(
        .unsupported, at: reader.place,
        "channels are last; convert the model with the channels behind the batch")
    }
  }

  /// Before opset 13, which an attribute gives, all axes from the given one on are one.
  private static func readSoftmax(_ reader: NodeReader) throws -> [ValueID?] {
    let axis = try reader.int("axis", default: -1)
    let isFlat = try reader.require(reader.int("opset"), "opset") < 13
    let x = try reader.dequantized(0, 1, 2)
    guard isFlat else {
      return [try reader.quantized(try reader.add(Softmax(axis: axis), x), 3, 4)]
    }
    let matrix = try reader.add(Softmax(axis: -1), try reader.add(Flatten(axis: axis), x))
    let shape = try reader.add(Shape(), x)
    let result = try reader.add(Reshape(allowsZero: true), matrix, shape)
    return [try reader.quantized(result, 3, 4)]
  }

  /// `alpha · A · B + C`, where C has the scale of the product; without an output scale the result
  /// is float.
  private static func readGemm(_ reader: NodeReader) throws -> [ValueID?] {
    let alpha = try reader.float("alpha", default: 1)
    let transposesB = try reader.bool("transB", default: false)
    let gemm = Gemm(
      alpha: alpha, transposesA: try reader.bool("transA", default: false),
      transposesB: transposesB)
    let a = try reader.dequantized(0, 1, 2)
    let b = try reader.dequantized(3, 4, 5, axis: transposesB ? 0 : 1)
    var inputs: [ValueID?] = [a, b]
    if let bias = reader.input(6) {
      guard let rank = reader.rank(6) else {
        throw ONNXError(.unsupported, at: reader.place, "the rank of the bias is not known")
      }
      var scale = try reader.add(Mul(), reader.input(1), reader.input(4))
      if alpha != 1 {
        scale = try reader.add(Mul(), scale, reader.addConstant(Tensor(scalar: alpha), "alpha"))
      }
      // A scale for each column: along the last axis of the bias.
      let dequantize = DequantizeLinear(axis: max(rank - 1, 0))
      inputs.append(try reader.add(dequantize, bias, scale))
    }
    let product = try reader.add(gemm, inputs, outputCount: 1).first ?? nil
    return [reader.input(7) == nil ? product : try reader.quantized(product, 7, 8)]
  }
}

extension OperatorBinding {
  /// An operator on two quantized tensors that broadcast.
  fileprivate static func quantizedPair(
    _ name: String, _ operation: any Operation
  ) -> OperatorBinding {
    .expansion(name, domain: OperatorRegistry.contribDomain) { reader in
      let (a, b) = (try reader.dequantized(0, 1, 2), try reader.dequantized(3, 4, 5))
      return [try reader.quantized(try reader.add(operation, a, b), 6, 7)]
    }
  }

  /// An operator on one quantized tensor.
  fileprivate static func quantizedUnary(
    _ name: String,
    _ operation: @escaping @Sendable (NodeReader, ValueID) throws -> (any Operation, ValueID)
  ) -> OperatorBinding {
    .expansion(name, domain: OperatorRegistry.contribDomain) { reader in
      let (operation, x) = try operation(reader, try reader.dequantized(0, 1, 2))
      return [try reader.quantized(try reader.add(operation, x), 3, 4)]
    }
  }
}

extension NodeReader {
  /// Input `index`, nil when omitted.
  fileprivate func input(_ index: Int) -> ValueID? {
    index < inputs.count ? inputs[index] : nil
  }

  /// Input `code` as real numbers, by the inputs `scale` and `zeroPoint`.
  fileprivate func dequantized(
    _ code: Int, _ scale: Int, _ zeroPoint: Int, axis: Int = 1
  ) throws -> ValueID {
    try add(DequantizeLinear(axis: axis), input(code), input(scale), input(zeroPoint))
  }

  /// Codes for real numbers, by the inputs `scale` and `zeroPoint`. Without a zero point they have
  /// the type of the first codes among the inputs.
  fileprivate func quantized(
    _ value: ValueID?, _ scale: Int, _ zeroPoint: Int
  ) throws -> ValueID {
    let codes: Set<ElementType> = [.int8, .uint8]
    let types = inputs.indices.compactMap { type($0)?.tensorType?.dtype }
    return try add(
      QuantizeLinear(
        outputType: input(zeroPoint) == nil ? types.first(where: codes.contains) : nil),
      value, input(scale), input(zeroPoint))
  }
}

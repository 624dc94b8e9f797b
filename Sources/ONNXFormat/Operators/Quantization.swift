// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators on codes, scales and zero points.
  static let quantization: [OperatorBinding] = [
    .one("QuantizeLinear", since: 10, QuantizeLinear.self, read: readQuantize) {
      operation, writer in
      writeGranularity(operation.axis, operation.blockSize, writer)
      // With a zero point, its type says the same.
      if let type = operation.outputType, writer.type(2) == nil, type != .uint8 {
        writer.requireOpset(21)
        writer.set("output_dtype", type)
      }
      if let precision = operation.precision {
        writer.requireOpset(23)
        writer.set("precision", precision)
      }
      if !operation.isSaturating {
        writer.requireOpset(19)
        writer.set("saturate", false)
      }
      let code = writer.type(2)?.tensorType?.dtype ?? operation.outputType ?? .uint8
      requireOpset(code: code, real: writer.type(1)?.tensorType?.dtype, writer)
    },
    .one("DequantizeLinear", since: 10, DequantizeLinear.self, read: readDequantize) {
      operation, writer in
      writeGranularity(operation.axis, operation.blockSize, writer)
      if let type = operation.outputType, type != writer.type(1)?.tensorType?.dtype {
        writer.requireOpset(23)
        writer.set("output_dtype", type)
      }
      if let code = writer.type(0)?.tensorType?.dtype {
        requireOpset(code: code, real: writer.type(1)?.tensorType?.dtype, writer)
      }
    },
    .alias("QuantizeLinear", domain: "com.microsoft", read: readQuantize),
    .alias("DequantizeLinear", domain: "com.microsoft", read: readDequantize),
    .one("DynamicQuantizeLinear", since: 11, DynamicQuantizeLinear.self) { _ in
      DynamicQuantizeLinear()
    },
    .one("QLinearMatMul", since: 10, QLinearMatMul.self) { _ in
      QLinearMatMul()
    } write: { _, writer in
      for index in [1, 4, 6] { writer.requireOpset(21, for: [.float16, .bfloat16], input: index) }
    },
    .one("MatMulInteger", since: 10, MatMulInteger.self) { _ in MatMulInteger() },
    .one("ConvInteger", since: 10, ConvInteger.self) { reader in
      try reader.checkKernelShape(weights: 1)
      return ConvInteger(
        window: try reader.slidingWindow(), groups: try reader.int("group", default: 1))
    } write: { operation, writer in
      writer.setKernelShape(weights: 1)
      writer.set(window: operation.window)
      if operation.groups != 1 { writer.set("group", operation.groups) }
    },
    .one("QLinearConv", since: 10, QLinearConv.self) { reader in
      try reader.checkKernelShape(weights: 3)
      return QLinearConv(
        window: try reader.slidingWindow(), groups: try reader.int("group", default: 1))
    } write: { operation, writer in
      writer.setKernelShape(weights: 3)
      writer.set(window: operation.window)
      if operation.groups != 1 { writer.set("group", operation.groups) }
    },
  ]

  private static func readQuantize(_ reader: NodeReader) throws -> QuantizeLinear {
    QuantizeLinear(
      axis: try readAxis(reader), blockSize: try reader.int("block_size", default: 0),
      // 0 stands for "as the zero point says".
      outputType: try reader.int("output_dtype", default: 0) == 0
        ? nil : try reader.elementType("output_dtype"),
      precision: try reader.int("precision", default: 0) == 0
        ? nil : try reader.elementType("precision"),
      isSaturating: try reader.bool("saturate", default: true))
  }

  private static func readDequantize(_ reader: NodeReader) throws -> DequantizeLinear {
    DequantizeLinear(
      axis: try readAxis(reader), blockSize: try reader.int("block_size", default: 0),
      outputType: try reader.int("output_dtype", default: 0) == 0
        ? nil : try reader.elementType("output_dtype"))
  }

  /// The attribute `axis`. A known quantizer writes it into files of opset 12, which have no
  /// quantization along an axis.
  private static func readAxis(_ reader: NodeReader) throws -> Int {
    let isStandard = reader.domain.isEmpty
    if isStandard, reader.opset < 13, reader.has("axis") {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "attribute \"axis\" came with opset 13, and the model declares opset \(reader.opset): "
          + "convert the float model to opset 13 before quantizing it along an axis")
    }
    return try reader.int("axis", default: 1)
  }

  private static func writeGranularity(_ axis: Int, _ blockSize: Int, _ writer: NodeWriter) {
    if axis != 1 {
      writer.requireOpset(13)
      writer.set("axis", axis)
    }
    if writer.type(1)?.tensorType?.rank ?? 0 > 0 { writer.requireOpset(13) }
    if blockSize != 0 {
      writer.requireOpset(21)
      writer.set("block_size", blockSize)
    }
  }

  private static func requireOpset(
    code: ElementType, real: ElementType?, _ writer: NodeWriter
  ) {
    if ElementTypes.float8s.contains(code) { writer.requireOpset(19) }
    if real == .float16 || real == .bfloat16 { writer.requireOpset(19) }
    if [.int4, .uint4, .int16, .uint16].contains(code) { writer.requireOpset(21) }
  }
}

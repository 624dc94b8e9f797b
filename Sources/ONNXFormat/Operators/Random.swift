// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators whose output is drawn.
  static let random: [OperatorBinding] = [
    .one("Bernoulli", since: 15, Bernoulli.self) { reader in
      Bernoulli(
        outputType: try reader.elementType("dtype"), seed: try reader.float("seed"))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.set("dtype", operation.outputType)
      writeSeed(operation.seed, writer)
    },
    .one("Multinomial", since: 7, Multinomial.self) { reader in
      Multinomial(
        sampleCount: try reader.int("sample_size", default: 1),
        outputType: try reader.elementType("dtype") ?? .int32, seed: try reader.float("seed"))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.sampleCount != 1 { writer.set("sample_size", operation.sampleCount) }
      writer.set("dtype", operation.outputType, default: .int32)
      writeSeed(operation.seed, writer)
    },
    .one("RandomNormal", RandomNormal.self) { reader in
      RandomNormal(
        shape: try reader.require(reader.ints("shape"), "shape"),
        mean: try reader.float("mean", default: 0), scale: try reader.float("scale", default: 1),
        dtype: try reader.elementType("dtype") ?? .float32, seed: try reader.float("seed"))
    } write: { operation, writer in
      if operation.dtype == .bfloat16 { writer.requireOpset(22) }
      writer.set("shape", operation.shape)
      writeNormal(operation.mean, operation.scale, writer)
      writer.set("dtype", operation.dtype, default: .float32)
      writeSeed(operation.seed, writer)
    },
    .one("RandomNormalLike", RandomNormalLike.self) { reader in
      RandomNormalLike(
        mean: try reader.float("mean", default: 0), scale: try reader.float("scale", default: 1),
        outputType: try reader.elementType("dtype"), seed: try reader.float("seed"))
    } write: { operation, writer in
      requireOpset(ofLike: operation.outputType, writer)
      writeNormal(operation.mean, operation.scale, writer)
      writer.set("dtype", operation.outputType)
      writeSeed(operation.seed, writer)
    },
    .one("RandomUniform", RandomUniform.self) { reader in
      RandomUniform(
        shape: try reader.require(reader.ints("shape"), "shape"),
        low: try reader.float("low", default: 0), high: try reader.float("high", default: 1),
        dtype: try reader.elementType("dtype") ?? .float32, seed: try reader.float("seed"))
    } write: { operation, writer in
      if operation.dtype == .bfloat16 { writer.requireOpset(22) }
      writer.set("shape", operation.shape)
      writeUniform(operation.low, operation.high, writer)
      writer.set("dtype", operation.dtype, default: .float32)
      writeSeed(operation.seed, writer)
    },
    .one("RandomUniformLike", RandomUniformLike.self) { reader in
      RandomUniformLike(
        low: try reader.float("low", default: 0), high: try reader.float("high", default: 1),
        outputType: try reader.elementType("dtype"), seed: try reader.float("seed"))
    } write: { operation, writer in
      requireOpset(ofLike: operation.outputType, writer)
      writeUniform(operation.low, operation.high, writer)
      writer.set("dtype", operation.outputType)
      writeSeed(operation.seed, writer)
    },
  ]

  private static func writeSeed(_ seed: Float?, _ writer: NodeWriter) {
    if let seed { writer.set("seed", seed) }
  }

  private static func writeNormal(_ mean: Float, _ scale: Float, _ writer: NodeWriter) {
    if mean != 0 { writer.set("mean", mean) }
    if scale != 1 { writer.set("scale", scale) }
  }

  private static func writeUniform(_ low: Float, _ high: Float, _ writer: NodeWriter) {
    if low != 0 { writer.set("low", low) }
    if high != 1 { writer.set("high", high) }
  }

  private static func requireOpset(ofLike outputType: ElementType?, _ writer: NodeWriter) {
    writer.requireOpset(22, forBFloat16Input: 0)
    if outputType == .bfloat16 { writer.requireOpset(22) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that pass on, convert or limit.
  static let conversions: [OperatorBinding] = [
    .one("Identity", Identity.self) { _ in
      Identity()
    } write: { _, writer in
      switch writer.type(0) {
      case .sequence: writer.requireOpset(14)
      case .optional: writer.requireOpset(16)
      default: break
      }
      requireOpset(of: writer.type(0)?.tensorType?.dtype, writer)
    },
    .one("Cast", Cast.self) { reader in
      let number = try reader.require(reader.int("to"), "to")
      return Cast(
        to: try ElementType(onnx: number, place: reader.place),
        isSaturating: try reader.bool("saturate", default: true))
    } write: { operation, writer in
      requireOpset(of: operation.target, writer)
      requireOpset(of: writer.type(0)?.tensorType?.dtype, writer)
      writer.set("to", operation.target.onnxNumber)
      writeSaturation(operation.isSaturating, writer)
    },
    .one("CastLike", since: 15, CastLike.self) { reader in
      CastLike(isSaturating: try reader.bool("saturate", default: true))
    } write: { operation, writer in
      requireOpset(of: writer.type(0)?.tensorType?.dtype, writer)
      requireOpset(of: writer.type(1)?.tensorType?.dtype, writer)
      writeSaturation(operation.isSaturating, writer)
    },
    .one("Clip", Clip.self, read: readClip),
  ]

  /// Requires the opset in which an element type became known.
  private static func requireOpset(of dtype: ElementType?, _ writer: NodeWriter) {
    switch dtype {
    case .int4, .uint4: writer.requireOpset(21)
    case .float8E4M3FN, .float8E4M3FNUZ, .float8E5M2, .float8E5M2FNUZ: writer.requireOpset(19)
    default: break
    }
  }

  private static func writeSaturation(_ isSaturating: Bool, _ writer: NodeWriter) {
    guard !isSaturating else { return }
    writer.requireOpset(19)
    writer.set("saturate", false)
  }

  // MARK: Clip

  private static func readClip(_ reader: NodeReader) throws -> Clip {
    reader.ignore("consumed_inputs")
    guard reader.opset < 11 else { return Clip() }
    for (index, name) in [(1, "min"), (2, "max")] {
      guard let bound = try reader.float(name), let dtype = reader.type(0)?.tensorType?.dtype
      else { continue }
      guard dtype.isFloatingPoint else {
        throw ONNXError(
          .invalidModel, at: reader.place,
          "opset \(reader.opset) clips floating-point numbers only, got \(dtype)")
      }
      reader.setInput(index, Tensor(doubles: [Double(bound)], dtype: dtype, shape: []), name)
    }
    return Clip()
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Fourier transforms, windows and the mel scale.
  static let signal: [OperatorBinding] = [
    .one("DFT", since: 17, DFT.self, read: readTransform, write: writeTransform),
    .one("STFT", since: 17, STFT.self) { reader in
      STFT(isOneSided: try reader.bool("onesided", default: true))
    } write: { operation, writer in
      if !operation.isOneSided { writer.set("onesided", false) }
    },
    .one("HannWindow", since: 17, HannWindow.self) { reader in
      let (type, isPeriodic) = try readWindow(reader)
      return HannWindow(outputType: type, isPeriodic: isPeriodic)
    } write: {
      writeWindow($0, $1)
    },
    .one("HammingWindow", since: 17, HammingWindow.self) { reader in
      let (type, isPeriodic) = try readWindow(reader)
      return HammingWindow(outputType: type, isPeriodic: isPeriodic)
    } write: {
      writeWindow($0, $1)
    },
    .one("BlackmanWindow", since: 17, BlackmanWindow.self) { reader in
      let (type, isPeriodic) = try readWindow(reader)
      return BlackmanWindow(outputType: type, isPeriodic: isPeriodic)
    } write: {
      writeWindow($0, $1)
    },
    .one("MelWeightMatrix", since: 17, MelWeightMatrix.self) { reader in
      MelWeightMatrix(outputType: try reader.elementType("output_datatype") ?? .float32)
    } write: { operation, writer in
      writer.set("output_datatype", operation.outputType, default: .float32)
    },
  ]

  private static func readTransform(_ reader: NodeReader) throws -> DFT {
    let operation = DFT(
      isInverse: try reader.bool("inverse", default: false),
      isOneSided: try reader.bool("onesided", default: false))
    guard reader.opset < 20 else { return operation }
    // Opset 20 made the axis an input, and its default the last but one.
    let axis = try reader.int("axis", default: 1)
    if axis != -2, reader.rank(0).map({ axis != $0 - 2 }) ?? true {
      reader.setInput(2, Tensor(scalar: Int64(axis)), "axis")
    }
    return operation
  }

  private static func writeTransform(_ operation: DFT, _ writer: NodeWriter) {
    if operation.isInverse { writer.set("inverse", true) }
    if operation.isOneSided { writer.set("onesided", true) }
    guard writer.opset < 20 else { return }
    if let axis = writer.takeConstant(2, before: 20) {
      writer.set("axis", Int(axis.integer(at: 0)))
    } else if writer.type(2) == nil {
      writer.set("axis", -2)
    }
  }

  private static func readWindow(_ reader: NodeReader) throws -> (ElementType, isPeriodic: Bool) {
    (
      try reader.elementType("output_datatype") ?? .float32,
      try reader.bool("periodic", default: true)
    )
  }

  private static func writeWindow(_ operation: some WindowOperation, _ writer: NodeWriter) {
    writer.set("output_datatype", operation.outputType, default: .float32)
    if !operation.isPeriodic { writer.set("periodic", false) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Normalizations and dropout.
  static let normalization: [OperatorBinding] = [
    batchNormalization,
    .one("LRN", LocalResponseNormalization.self) { reader in
      LocalResponseNormalization(
        size: try reader.require(try reader.int("size"), "size"),
        alpha: try reader.float("alpha", default: 1e-4),
        beta: try reader.float("beta", default: 0.75),
        bias: try reader.float("bias", default: 1))
    } write: { operation, writer in
      writer.set("size", operation.size)
      if operation.alpha != 1e-4 { writer.set("alpha", operation.alpha) }
      if operation.beta != 0.75 { writer.set("beta", operation.beta) }
      if operation.bias != 1 { writer.set("bias", operation.bias) }
    },
    dropout,
  ]

  private static let batchNormalization = OperatorBinding.converted(
    "BatchNormalization", BatchNormalization.self, read: readBatchNormalization
  ) { operation, writer in
    if operation.epsilon != 1e-5 { writer.set("epsilon", operation.epsilon) }
    if operation.momentum != 0.9 { writer.set("momentum", operation.momentum) }
    if operation.isTraining {
      writer.requireOpset(14)
      writer.set("training_mode", true)
    }
  }

  /// Opset 14 and later say whether to train; before, it shows in the number of outputs, and in
  /// opset 6 in `is_test`. Before opset 9 statistics may be those of single elements.
  private static func readBatchNormalization(
    _ reader: NodeReader
  ) throws -> OperatorBinding.Reading {
    let isTest = try reader.bool("is_test", default: false)
    let isPerChannel = try reader.bool("spatial", default: true)
    var isTraining = try reader.bool("training_mode", default: false)
    if reader.opset < 14 { isTraining = reader.outputCount > 1 && !isTest }
    let operation = BatchNormalization(
      epsilon: try reader.float("epsilon", default: 1e-5),
      momentum: try reader.float("momentum", default: 0.9), isTraining: isTraining)
    guard isPerChannel || reader.rank(0) == 2 else {
      throw ONNXError(
        .unsupported, at: reader.place,
        "spatial=0 (statistics for each element) needs an input of two axes")
    }
    guard reader.outputCount > 3 else { return .operation(operation) }
    // The saved statistics of old opsets are for a backward pass only; nothing else reads them.
    let outputs = try reader.add(operation, reader.inputs, outputCount: isTraining ? 3 : 1)
    return .values(outputs + Array(repeating: nil, count: reader.outputCount - outputs.count))
  }

  private static let dropout = OperatorBinding.converted(
    "Dropout", Dropout.self,
    read: { reader in
      // Opset 6 trains unless `is_test` is set; files made for inference that lack it exist, so
      // only an explicit zero trains.
      let isTest = try reader.int("is_test").map { $0 != 0 } ?? true
      if let ratio = try reader.float("ratio"), ratio != 0.5 || !isTest {
        reader.setInput(1, Tensor(scalar: ratio), "ratio")
      }
      if !isTest { reader.setInput(2, Tensor(scalar: true), "training_mode") }
      return .operation(Dropout(seed: try reader.int("seed")))
    },
    write: { operation, writer in
      if writer.inputs.count > 1 || operation.seed != nil { writer.requireOpset(12) }
      if let seed = operation.seed { writer.set("seed", seed) }
    })
}

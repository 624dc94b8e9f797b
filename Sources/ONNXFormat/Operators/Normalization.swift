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
    .one("InstanceNormalization", InstanceNormalization.self) { reader in
      InstanceNormalization(epsilon: try reader.float("epsilon", default: 1e-5))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.epsilon != 1e-5 { writer.set("epsilon", operation.epsilon) }
    },
    groupNormalization,
    .one("LayerNormalization", since: 17, LayerNormalization.self) { reader in
      LayerNormalization(
        axis: try reader.int("axis", default: -1),
        epsilon: try reader.float("epsilon", default: 1e-5),
        stashesBFloat16: try reader.int("stash_type", default: 1) == bfloat16Code)
    } write: { operation, writer in
      if operation.axis != -1 { writer.set("axis", operation.axis) }
      if operation.epsilon != 1e-5 { writer.set("epsilon", operation.epsilon) }
      if operation.stashesBFloat16 { writer.set("stash_type", bfloat16Code) }
    },
    .one("RMSNormalization", since: 23, RMSNormalization.self) { reader in
      reader.ignore("stash_type")
      return RMSNormalization(
        axis: try reader.int("axis", default: -1),
        epsilon: try reader.float("epsilon", default: 1e-5))
    } write: { operation, writer in
      if operation.axis != -1 { writer.set("axis", operation.axis) }
      if operation.epsilon != 1e-5 { writer.set("epsilon", operation.epsilon) }
    },
    .one("LpNormalization", LpNormalization.self) { reader in
      LpNormalization(
        axis: try reader.int("axis", default: -1), p: try reader.int("p", default: 2))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.axis != -1 { writer.set("axis", operation.axis) }
      if operation.p != 2 { writer.set("p", operation.p) }
    },
    .one("MeanVarianceNormalization", since: 9, MeanVarianceNormalization.self) { reader in
      MeanVarianceNormalization(axes: try reader.ints("axes") ?? [0, 2, 3])
    } write: { operation, writer in
      writer.requireOpset(13, forBFloat16Input: 0)
      // Always: some releases of the checker cannot expand the function without.
      writer.set("axes", operation.axes)
    },
  ]

  /// `TensorProto.DataType.BFLOAT16`, the value of `stash_type`.
  private static let bfloat16Code = 16

  /// Opset 18 has a scale and a bias for each group, opset 21 for each channel.
  private static let groupNormalization = OperatorBinding.one(
    "GroupNormalization", since: 18, GroupNormalization.self
  ) { reader in
    // All sums are wider than what `stash_type` asks for.
    reader.ignore("stash_type")
    let operation = GroupNormalization(
      groups: try reader.require(try reader.int("num_groups"), "num_groups"),
      epsilon: try reader.float("epsilon", default: 1e-5))
    guard reader.opset < 21 else { return operation }
    guard let channels = reader.type(0)?.tensorType?.dimensions?.dropFirst().first?.value,
      operation.groups > 0, channels % operation.groups == 0
    else {
      throw ONNXError(
        .unsupported, at: reader.place,
        "before opset 21 the channels must be known and divide into the groups")
    }
    let places = (0..<channels).map { Int64($0 / (channels / operation.groups)) }
    for index in 1...2 where index < reader.inputs.count {
      let source = reader.addConstant(Tensor(places), "groupOfChannel")
      reader.setInput(index, try reader.add(Gather(), reader.inputs[index], source))
    }
    return operation
  } write: { operation, writer in
    writer.requireOpset(21)
    writer.set("num_groups", operation.groups)
    if operation.epsilon != 1e-5 { writer.set("epsilon", operation.epsilon) }
  }

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
    if !isPerChannel, reader.rank(0) != 2 {
      guard !isTraining else {
        throw ONNXError(
          .unsupported, at: reader.place, "training with spatial=0 (statistics for each element)")
      }
      return .values(try normalizeElements(operation, reader))
    }
    guard reader.outputCount > 3 else { return .operation(operation) }
    // The saved statistics of old opsets are for a backward pass only; nothing else reads them.
    let outputs = try reader.add(operation, reader.inputs, outputCount: isTraining ? 3 : 1)
    return .values(outputs + Array(repeating: nil, count: reader.outputCount - outputs.count))
  }

  /// Statistics for each element: all elements of a sample become channels.
  private static func normalizeElements(
    _ operation: BatchNormalization, _ reader: NodeReader
  ) throws -> [ValueID?] {
    let inputs = reader.inputs
    guard inputs.count == 5 else {
      throw GraphError(.missingInput, "expects 5 inputs, got \(inputs.count)")
    }
    let rows = reader.addConstant(Tensor([0, -1] as [Int64]), "rows")
    let vector = reader.addConstant(Tensor([-1] as [Int64]), "vector")
    var flat: [ValueID?] = [try reader.add(Reshape(), inputs[0], rows)]
    for parameter in inputs.dropFirst() {
      flat.append(try reader.add(Reshape(), parameter, vector))
    }
    let normalized = try reader.add(operation, flat, outputCount: 1)
    let shape = try reader.add(Shape(), inputs[0])
    let result = try reader.add(Reshape(), normalized.first ?? nil, shape)
    return [result] + Array(repeating: nil, count: max(0, reader.outputCount - 1))
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
      // Without a training input nothing is random; a seed makes the node say so.
      let canTrain = reader.inputs.count > 2 && reader.inputs[2] != nil
      let operation = Dropout(seed: try reader.int("seed") ?? (canTrain ? nil : 0))
      // Before opset 10 the mask has the type of the input.
      guard reader.opset < 10, reader.outputCount > 1, let type = reader.type(0)?.tensorType else {
        return .operation(operation)
      }
      let outputs = try reader.add(operation, reader.inputs, outputCount: 2)
      return .values([outputs[0], try reader.add(Cast(to: type.dtype), outputs[1])])
    },
    write: { operation, writer in
      let canTrain = writer.inputs.count > 2
      let seed = !canTrain && operation.seed == 0 ? nil : operation.seed
      if writer.inputs.count > 1 || seed != nil { writer.requireOpset(12) }
      if let seed { writer.set("seed", seed) }
    })
}

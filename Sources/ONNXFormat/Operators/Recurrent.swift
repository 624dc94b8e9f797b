// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Recurrent layers.
  static let recurrent: [OperatorBinding] = [
    .one("LSTM", LSTM.self) { reader in
      let common = try RecurrentAttributes(reader, LSTM.self)
      return LSTM(
        hiddenSize: common.hiddenSize, direction: common.direction,
        isBatchFirst: common.isBatchFirst, clip: common.clip, activations: common.activations,
        couplesInputAndForget: try reader.bool("input_forget", default: false))
    } write: { operation, writer in
      writer.set(recurrent: operation)
      if operation.couplesInputAndForget { writer.set("input_forget", true) }
    },
    .one("GRU", GRU.self) { reader in
      let common = try RecurrentAttributes(reader, GRU.self)
      return GRU(
        hiddenSize: common.hiddenSize, direction: common.direction,
        isBatchFirst: common.isBatchFirst, clip: common.clip, activations: common.activations,
        isLinearBeforeReset: try reader.bool("linear_before_reset", default: false))
    } write: { operation, writer in
      writer.set(recurrent: operation)
      if operation.isLinearBeforeReset { writer.set("linear_before_reset", true) }
    },
    .one("RNN", RNN.self) { reader in
      let common = try RecurrentAttributes(reader, RNN.self)
      return RNN(
        hiddenSize: common.hiddenSize, direction: common.direction,
        isBatchFirst: common.isBatchFirst, clip: common.clip, activations: common.activations)
    } write: { operation, writer in
      writer.set(recurrent: operation)
    },
  ]
}

/// The attributes that all recurrent layers have.
private struct RecurrentAttributes {
  let hiddenSize: Int
  let direction: RecurrentDirection
  let isBatchFirst: Bool
  let clip: Float?
  let activations: [RecurrentActivation]

  init<Op: RecurrentOperation>(_ reader: NodeReader, _ type: Op.Type) throws {
    // Before opset 7 it said whether the first output is wanted.
    reader.ignore("output_sequence")
    direction = try reader.choice("direction", default: .forward)
    isBatchFirst = try reader.bool("layout", default: false)
    clip = try reader.float("clip")
    let defaults = (0..<direction.count).flatMap { _ in Op.defaultActivations }
    activations = try Self.activations(reader) ?? defaults
    // The recurrent weights [D, G·H, H] tell the size that the attribute repeats.
    let known = reader.type(2)?.tensorType?.dimensions?.last?.value
    guard let size = try reader.int("hidden_size") ?? known else {
      throw ONNXError(
        .unsupported, at: reader.place,
        "attribute \"hidden_size\" is absent, and the shape of the recurrent weights is not known")
    }
    hiddenSize = size
  }

  /// The attribute `activations`; each function takes its parameters from the front of the lists.
  private static func activations(_ reader: NodeReader) throws -> [RecurrentActivation]? {
    let alphas = try reader.floats("activation_alpha") ?? []
    let betas = try reader.floats("activation_beta") ?? []
    guard let names = try reader.strings("activations") else { return nil }
    var (alpha, beta) = (alphas[...], betas[...])
    return try names.map { name in
      let known = RecurrentActivation.Function.allCases
      guard let function = known.first(where: { $0.rawValue.lowercased() == name.lowercased() })
      else {
        throw ONNXError(
          .invalidModel, at: reader.place,
          "attribute \"activations\" names \"\(name)\", expected one of "
            + known.map(\.rawValue).joined(separator: ", "))
      }
      return RecurrentActivation(
        function, alpha: function.defaultAlpha == nil ? nil : alpha.popFirst(),
        beta: function.defaultBeta == nil ? nil : beta.popFirst())
    }
  }
}

extension NodeWriter {
  /// Writes the attributes that all recurrent layers have.
  fileprivate func set<Op: RecurrentOperation>(recurrent operation: Op) {
    requireOpset(22, forBFloat16Input: 0)
    set("hidden_size", operation.hiddenSize)
    if operation.direction != .forward { set("direction", operation.direction.rawValue) }
    if operation.isBatchFirst {
      requireOpset(14)
      set("layout", true)
    }
    if let clip = operation.clip { set("clip", clip) }
    let defaults = (0..<operation.direction.count).flatMap { _ in Op.defaultActivations }
    guard operation.activations != defaults else { return }
    set("activations", operation.activations.map(\.function.rawValue))
    let alphas = operation.activations.filter { $0.function.defaultAlpha != nil }.map(\.alpha)
    let betas = operation.activations.filter { $0.function.defaultBeta != nil }.map(\.beta)
    if !alphas.isEmpty { set("activation_alpha", alphas) }
    if !betas.isEmpty { set("activation_beta", betas) }
  }
}

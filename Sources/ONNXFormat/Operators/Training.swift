// SPDX-License-Identifier: Apache-2.0
import IR

extension OperatorRegistry {
  /// Losses and steps of optimizers.
  static let training: [OperatorBinding] = [
    .one("NegativeLogLikelihoodLoss", since: 12, NegativeLogLikelihoodLoss.self) { reader in
      NegativeLogLikelihoodLoss(
        reduction: try reader.choice("reduction", default: .mean),
        ignoredClass: try reader.int("ignore_index"))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writeLoss(operation.reduction, operation.ignoredClass, writer)
    },
    .one("SoftmaxCrossEntropyLoss", since: 12, SoftmaxCrossEntropyLoss.self) { reader in
      SoftmaxCrossEntropyLoss(
        reduction: try reader.choice("reduction", default: .mean),
        ignoredClass: try reader.int("ignore_index"))
    } write: { operation, writer in
      writeLoss(operation.reduction, operation.ignoredClass, writer)
    },
    .one("Adagrad", domain: trainingDomain, Adagrad.self) { reader in
      Adagrad(
        decay: try reader.float("decay_factor", default: 0),
        epsilon: try reader.float("epsilon", default: 1e-6),
        weightDecay: try reader.float("norm_coefficient", default: 0))
    } write: { operation, writer in
      if operation.decay != 0 { writer.set("decay_factor", operation.decay) }
      if operation.epsilon != 1e-6 { writer.set("epsilon", operation.epsilon) }
      if operation.weightDecay != 0 { writer.set("norm_coefficient", operation.weightDecay) }
    },
    .one("Adam", domain: trainingDomain, Adam.self) { reader in
      Adam(
        alpha: try reader.float("alpha", default: 0.9),
        beta: try reader.float("beta", default: 0.999),
        epsilon: try reader.float("epsilon", default: 1e-6),
        weightDecay: try reader.float("norm_coefficient", default: 0),
        weightDecayAfter: try reader.float("norm_coefficient_post", default: 0))
    } write: { operation, writer in
      if operation.alpha != 0.9 { writer.set("alpha", operation.alpha) }
      if operation.beta != 0.999 { writer.set("beta", operation.beta) }
      if operation.epsilon != 1e-6 { writer.set("epsilon", operation.epsilon) }
      if operation.weightDecay != 0 { writer.set("norm_coefficient", operation.weightDecay) }
      if operation.weightDecayAfter != 0 {
        writer.set("norm_coefficient_post", operation.weightDecayAfter)
      }
    },
    .one("Momentum", domain: trainingDomain, Momentum.self) { reader in
      Momentum(
        alpha: try reader.require(reader.float("alpha"), "alpha"),
        beta: try reader.require(reader.float("beta"), "beta"),
        mode: try reader.choice("mode", default: .standard),
        weightDecay: try reader.require(reader.float("norm_coefficient"), "norm_coefficient"))
    } write: { operation, writer in
      writer.set("alpha", operation.alpha)
      writer.set("beta", operation.beta)
      writer.set("mode", operation.mode.rawValue)
      writer.set("norm_coefficient", operation.weightDecay)
    },
  ]

  private static let trainingDomain = "ai.onnx.preview.training"

  private static func writeLoss(
    _ reduction: LossReduction, _ ignoredClass: Int?, _ writer: NodeWriter
  ) {
    if reduction != .mean { writer.set("reduction", reduction.rawValue) }
    if let ignoredClass { writer.set("ignore_index", ignoredClass) }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Losses, and steps of optimizers.
  static let training: [any Operation.Type] = [
    NegativeLogLikelihoodLoss.self, SoftmaxCrossEntropyLoss.self, Adagrad.self, Adam.self,
    Momentum.self,
  ]
}

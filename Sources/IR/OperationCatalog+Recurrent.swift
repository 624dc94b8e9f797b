// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Layers that go through a sequence step by step.
  static let recurrent: [any Operation.Type] = [LSTM.self, GRU.self, RNN.self]
}

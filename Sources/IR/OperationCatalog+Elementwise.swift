// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators whose every output element depends on one element of each input.
  static let elementwise: [any Operation.Type] = [
    ReLU.self
  ]
}

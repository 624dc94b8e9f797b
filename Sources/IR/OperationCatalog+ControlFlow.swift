// SPDX-License-Identifier: Apache-2.0

extension OperationCatalog {
  /// Operators that choose or repeat subgraphs.
  static let controlFlow: [any Operation.Type] = [
    If.self,
    Loop.self,
    Scan.self,
  ]
}

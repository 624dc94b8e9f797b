// SPDX-License-Identifier: Apache-2.0
import IR

extension OperatorRegistry {
  /// Operators whose every output element depends on one element of each input.
  static let elementwise: [OperatorBinding] = [
    .one("Relu", ReLU.self) { reader in
      reader.ignore("consumed_inputs")
      return ReLU()
    }
  ]
}

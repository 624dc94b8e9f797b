// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Convolutions.
  static let convolution: [OperatorBinding] = [
    .one("Conv", Conv.self) { reader in
      try reader.checkKernelShape(weights: 1)
      return Conv(window: try reader.slidingWindow(), groups: try reader.int("group", default: 1))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.setKernelShape(weights: 1)
      writer.set(window: operation.window)
      if operation.groups != 1 { writer.set("group", operation.groups) }
    }
  ]
}

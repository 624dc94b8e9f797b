// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Poolings.
  static let pooling: [OperatorBinding] = [
    .one("MaxPool", MaxPool.self) { reader in
      MaxPool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(),
        countsColumnsFirst: try reader.bool("storage_order", default: false))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.set("kernel_shape", operation.kernel)
      writer.set(window: operation.window)
      if operation.countsColumnsFirst { writer.set("storage_order", 1) }
    },
    .one("AveragePool", AveragePool.self) { reader in
      AveragePool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(),
        countsPadding: try reader.bool("count_include_pad", default: false))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.window.dilations.contains(where: { $0 != 1 }) { writer.requireOpset(19) }
      writer.set("kernel_shape", operation.kernel)
      var window = operation.window
      if !window.dilations.contains(where: { $0 != 1 }) { window.dilations = [] }
      writer.set(window: window)
      if operation.countsPadding { writer.set("count_include_pad", true) }
    },
    .one("LpPool", LpPool.self) { reader in
      LpPool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(), p: try reader.int("p", default: 2))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.window.roundsUp || !operation.window.dilations.isEmpty {
        writer.requireOpset(18)
      }
      writer.set("kernel_shape", operation.kernel)
      writer.set(window: operation.window)
      if operation.p != 2 { writer.set("p", operation.p) }
    },
    .one("GlobalAveragePool", GlobalAveragePool.self) { _ in
      GlobalAveragePool()
    } write: { _, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
    },
    .one("GlobalMaxPool", GlobalMaxPool.self) { _ in
      GlobalMaxPool()
    } write: { _, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
    },
    .one("GlobalLpPool", GlobalLpPool.self) { reader in
      GlobalLpPool(p: try reader.int("p", default: 2))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.p != 2 { writer.set("p", operation.p) }
    },
  ]
}

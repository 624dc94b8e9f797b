// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Convolutions and what moves windows like them.
  static let convolution: [OperatorBinding] = [
    .one("Conv", Conv.self) { reader in
      try reader.checkKernelShape(weights: 1)
      return Conv(window: try reader.slidingWindow(), groups: try reader.int("group", default: 1))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.setKernelShape(weights: 1)
      writer.set(window: operation.window)
      if operation.groups != 1 { writer.set("group", operation.groups) }
    },
    .one("ConvTranspose", ConvTranspose.self) { reader in
      try reader.checkKernelShape(weights: 1)
      var outputShape = try reader.ints("output_shape")
      // Some producers list the batch and the channels too.
      if let shape = outputShape, shape.count == reader.rank(0) {
        outputShape = Array(shape.dropFirst(2))
      }
      return ConvTranspose(
        window: try reader.slidingWindow(), groups: try reader.int("group", default: 1),
        outputPadding: try reader.ints("output_padding") ?? [],
        outputShape: outputShape?.isEmpty == true ? nil : outputShape)
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.setKernelShape(weights: 1)
      writer.set(window: operation.window)
      if operation.groups != 1 { writer.set("group", operation.groups) }
      if !operation.outputPadding.isEmpty {
        writer.set("output_padding", operation.outputPadding)
      }
      if let shape = operation.outputShape { writer.set("output_shape", shape) }
    },
    .one("DeformConv", since: 19, DeformConv.self) { reader in
      try reader.checkKernelShape(weights: 1)
      return DeformConv(
        window: try reader.slidingWindow(), groups: try reader.int("group", default: 1),
        offsetGroups: try reader.int("offset_group", default: 1))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.setKernelShape(weights: 1)
      writer.set(window: operation.window)
      if operation.groups != 1 { writer.set("group", operation.groups) }
      if operation.offsetGroups != 1 { writer.set("offset_group", operation.offsetGroups) }
    },
    .one("Col2Im", since: 18, Col2Im.self) { reader in
      Col2Im(window: try reader.slidingWindow())
    } write: { operation, writer in
      writer.set(window: operation.window)
    },
  ]
}

// SPDX-License-Identifier: Apache-2.0
import IR

extension OperatorRegistry {
  /// Convolutions, poolings, normalizations, resampling and matrix products.
  static let neuralNetwork =
    convolution + pooling + normalization + resampling + matrixProducts + fused
}

extension OperatorBinding {
  /// An operator that is mostly one IR operation, but in some forms or opsets several nodes.
  static func converted<Op: Operation>(
    _ name: String, since: Int = 1, _ type: Op.Type,
    read: @escaping @Sendable (NodeReader) throws -> Reading,
    write: @escaping @Sendable (Op, NodeWriter) throws -> Void
  ) -> OperatorBinding {
    OperatorBinding(
      domain: "", name: name, since: since, operation: type, read: read,
      write: { operation, writer in
        guard let operation = operation as? Op else {
          throw GraphError(.unsupported, "\(operation.opType) cannot be written as \(name)")
        }
        try write(operation, writer)
      })
  }
}

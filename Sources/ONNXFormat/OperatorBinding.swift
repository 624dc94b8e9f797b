// SPDX-License-Identifier: Apache-2.0
package import IR

/// How one ONNX operator is read into the IR and written back.
///
/// The bindings stand in `Operators/<Family>.swift`, one an operator, and are collected in
/// ``OperatorRegistry``.
package struct OperatorBinding: Sendable {
  /// What reading a node gives.
  package enum Reading {
    /// One IR node with this operation and the reader's (possibly changed) inputs.
    case operation(any Operation)
    /// Values that the reader has already made by adding other nodes, one for each output.
    case values([ValueID?])
  }

  /// ONNX domain: empty for the standard operators.
  package let domain: String
  /// ONNX operator name.
  package let name: String
  /// First opset of the domain that has the operator.
  package let since: Int
  /// The IR operation that is written by this binding, nil when the operator is only read.
  package let operation: (any Operation.Type)?
  package let read: @Sendable (NodeReader) throws -> Reading
  package let write: @Sendable (any Operation, NodeWriter) throws -> Void

  /// An operator that is one IR operation, read and written.
  ///
  /// - Parameters:
  ///   - read: Makes the operation from the attributes; may change `reader.inputs`, to lift what
  ///     old opsets had as attributes into constant inputs.
  ///   - write: Sets the attributes that differ from their defaults; may change `writer.inputs`,
  ///     and calls `requireOpset` for what needs a newer opset than `since`.
  package static func one<Op: Operation>(
    _ name: String, domain: String = "", since: Int = 1, _ type: Op.Type,
    read: @escaping @Sendable (NodeReader) throws -> Op,
    write: @escaping @Sendable (Op, NodeWriter) throws -> Void = { _, _ in }
  ) -> OperatorBinding {
    OperatorBinding(
      domain: domain, name: name, since: since, operation: type,
      read: { .operation(try read($0)) },
      write: { operation, writer in
        guard let operation = operation as? Op else {
          throw GraphError(.unsupported, "\(operation.opType) cannot be written as \(name)")
        }
        try write(operation, writer)
      })
  }

  /// An operator that is read as an IR operation which another binding writes.
  package static func alias(
    _ name: String, domain: String = "", since: Int = 1,
    read: @escaping @Sendable (NodeReader) throws -> any Operation
  ) -> OperatorBinding {
    OperatorBinding(
      domain: domain, name: name, since: since, operation: nil,
      read: { .operation(try read($0)) },
      write: { operation, _ in
        throw GraphError(.unsupported, "\(operation.opType) cannot be written as \(name)")
      })
  }

  /// An operator that is read as several IR nodes.
  ///
  /// - Parameter read: Adds the nodes through the reader and returns the values of the outputs.
  package static func expansion(
    _ name: String, domain: String = "", since: Int = 1,
    read: @escaping @Sendable (NodeReader) throws -> [ValueID?]
  ) -> OperatorBinding {
    OperatorBinding(
      domain: domain, name: name, since: since, operation: nil, read: { .values(try read($0)) },
      write: { operation, _ in
        throw GraphError(.unsupported, "\(operation.opType) cannot be written as \(name)")
      })
  }
}

// SPDX-License-Identifier: Apache-2.0
package import IR
package import Tensors

/// The value of an attribute of a node, decoded.
///
/// Graph-valued attributes are not here: ``NodeReader/subgraph(_:inputTypes:)`` imports them in
/// their scope.
package enum AttributeValue: Hashable, Sendable {
  case int(Int64)
  case float(Float)
  case string(String)
  case tensor(Tensor)
  case ints([Int64])
  case floats([Float])
  case strings([String])
  case tensors([Tensor])
  case type(ValueType)

  /// For messages, as in `ints`.
  package var kind: String {
    switch self {
    case .int: "int"
    case .float: "float"
    case .string: "string"
    case .tensor: "tensor"
    case .ints: "ints"
    case .floats: "floats"
    case .strings: "strings"
    case .tensors: "tensors"
    case .type: "type"
    }
  }
}

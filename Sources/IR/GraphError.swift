// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a graph, or with the tensors given to it, and where.
public struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of error.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case shapeMismatch, typeMismatch, missingInput, invalidAttribute, indexOutOfRange
      case limitExceeded, invalidGraph, unsupported, cancelled
    }
    private let kind: Kind

    /// Extents do not fit each other.
    public static let shapeMismatch = Code(kind: .shapeMismatch)
    /// An element type, or a tensor where a sequence should be.
    public static let typeMismatch = Code(kind: .typeMismatch)
    /// A required input is absent.
    public static let missingInput = Code(kind: .missingInput)
    /// An attribute's value is outside its domain.
    public static let invalidAttribute = Code(kind: .invalidAttribute)
    /// An index, axis or offset points outside its tensor.
    public static let indexOutOfRange = Code(kind: .indexOutOfRange)
    /// More memory, nodes, depth, iterations or time than the limits allow.
    public static let limitExceeded = Code(kind: .limitExceeded)
    /// A cycle, a dangling value, a duplicate name: the graph itself is malformed.
    public static let invalidGraph = Code(kind: .invalidGraph)
    /// Correct, but not implemented.
    public static let unsupported = Code(kind: .unsupported)
    /// The caller cancelled the run.
    public static let cancelled = Code(kind: .cancelled)

    /// The code's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of error.
  public let code: Code
  /// Name and operator of the node, or empty when no node is involved.
  public var node: String
  /// What was expected, what came, and the way out.
  public let message: String

  /// An error at `node`; operations leave `node` empty and their caller fills it in.
  public init(_ code: Code, node: String = "", _ message: String) {
    (self.code, self.node, self.message) = (code, node, message)
  }

  /// The same error, placed at `node` unless it already has a place.
  public func at(_ node: String) -> GraphError {
    self.node.isEmpty ? GraphError(code, node: node, message) : self
  }

  /// One line: place and message; control characters are escaped, because names come from files.
  public var description: String {
    let text = node.isEmpty ? message : "\(node): \(message)"
    guard text.unicodeScalars.contains(where: \.breaksLine) else { return text }
    var line = ""
    for scalar in text.unicodeScalars {
      line += scalar.breaksLine ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return line
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may act on this scalar instead of showing it.
  fileprivate var breaksLine: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

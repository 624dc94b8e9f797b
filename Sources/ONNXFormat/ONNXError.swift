// SPDX-License-Identifier: Apache-2.0

/// Why a model file could not be read or written.
public struct ONNXError: Error, Hashable, Sendable {
  /// The kind of failure.
  public let code: Code
  /// Where it happened, such as `offset 1234, graph.node[3]` or a file; empty when nowhere.
  public let place: String
  /// What was expected and what came, with the numbers.
  public let message: String

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - code: The kind of failure.
  ///   - place: Where it happened; empty when there is no such place.
  ///   - message: One line, without a full stop.
  public init(_ code: Code, at place: String = "", _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  /// The kinds of failure; more may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case malformed, truncated, limitExceeded, unsupported, invalidModel
      case noSuchFile, io, externalData
    }

    private let kind: Kind

    /// The bytes are not a protobuf message of the ONNX format.
    public static let malformed = Code(kind: .malformed)
    /// The file ends inside a field.
    public static let truncated = Code(kind: .truncated)
    /// The file asks for more than a declared limit allows.
    public static let limitExceeded = Code(kind: .limitExceeded)
    /// The model is valid and needs something this package does not have.
    public static let unsupported = Code(kind: .unsupported)
    /// The message is well formed and breaks a rule of ONNX.
    public static let invalidModel = Code(kind: .invalidModel)
    /// There is no file of that name.
    public static let noSuchFile = Code(kind: .noSuchFile)
    /// The operating system refused to read or write.
    public static let io = Code(kind: .io)
    /// A tensor's external data breaks a rule: its path, its kind of file or its range.
    public static let externalData = Code(kind: .externalData)

    /// The code's name, as in `limitExceeded`.
    public var description: String { kind.rawValue }
  }
}

extension ONNXError: CustomStringConvertible {
  /// The place and the message on one line; control characters are escaped, because names come
  /// from files.
  public var description: String {
    let text = place.isEmpty ? message : "\(place): \(message)"
    guard text.unicodeScalars.contains(where: \.isControl) else { return text }
    var line = ""
    for scalar in text.unicodeScalars {
      line += scalar.isControl ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return line
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may act on this scalar instead of showing it.
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

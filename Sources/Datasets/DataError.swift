// SPDX-License-Identifier: Apache-2.0
public import Imaging
public import Tensors

/// Why data for a model could not be read.
public struct DataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure; more may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case malformed, unsupported, limitExceeded, mismatch, invalidSpecification, noSuchFile, io
    }
    private let kind: Kind

    /// A file does not follow its format, or contradicts another one.
    public static let malformed = Code(kind: .malformed)
    /// A variant of a format that is not read here.
    public static let unsupported = Code(kind: .unsupported)
    /// A file asks for more than is accepted.
    public static let limitExceeded = Code(kind: .limitExceeded)
    /// The data does not fit the model's input.
    public static let mismatch = Code(kind: .mismatch)
    /// The text that names the data does not follow its grammar.
    public static let invalidSpecification = Code(kind: .invalidSpecification)
    /// There is no such file or folder.
    public static let noSuchFile = Code(kind: .noSuchFile)
    /// The operating system refused to read.
    public static let io = Code(kind: .io)

    /// The code's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of failure.
  public let code: Code
  /// The file, with the member or the offset where that says more.
  public let place: String
  /// What was expected and what came; without a full stop.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, at place: String, _ message: String) {
    (self.code, self.place, self.message) = (code, place, message)
  }

  /// The failure of an image among the data.
  public init(_ error: ImageError) {
    let code: Code =
      switch error.code {
      case .noSuchFile: .noSuchFile
      case .io: .io
      case .unsupported: .unsupported
      case .tooLarge: .limitExceeded
      case .invalidPreprocessing: .mismatch
      default: .malformed
      }
    self.init(code, at: error.place, error.message)
  }

  /// The failure of an array among the data.
  public init(_ error: NumPyError) {
    let code: Code =
      switch error.code {
      case .unsupported: .unsupported
      case .limitExceeded: .limitExceeded
      default: .malformed
      }
    self.init(code, at: error.place, error.message)
  }

  /// `place: message`, one line.
  public var description: String { "\(place): \(message)" }
}

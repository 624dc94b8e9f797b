// SPDX-License-Identifier: Apache-2.0

/// A recipe that cannot be followed.
public struct RecipeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure; more may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String { case malformed, unknownKey, invalidStep, limitExceeded }
    private let kind: Kind

    /// The text is not YAML, or not of the form of a recipe.
    public static let malformed = Code(kind: .malformed)
    /// A key that recipes do not have.
    public static let unknownKey = Code(kind: .unknownKey)
    /// A step that names no pass, or gives a parameter that it lacks or a value out of range.
    public static let invalidStep = Code(kind: .invalidStep)
    /// More steps or bytes than are accepted.
    public static let limitExceeded = Code(kind: .limitExceeded)

    /// The code's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of failure.
  public let code: Code
  /// The file.
  public let place: String
  /// The line, from 1; nil when it is the file as a whole.
  public let line: Int?
  /// What was expected and what came; without a full stop.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, at place: String, line: Int?, _ message: String) {
    (self.code, self.place, self.line, self.message) = (code, place, line, message)
  }

  /// `place:line: message`, one line.
  public var description: String { "\(place)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

// SPDX-License-Identifier: Apache-2.0

/// An image that could not be read, written or prepared for a model.
public struct ImageError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case notAnImage, corrupt, unsupported, tooLarge, noSuchFile, io
      case invalidPreprocessing
    }
    private let kind: Kind
    private init(_ kind: Kind) { self.kind = kind }

    /// The file begins like no image format that is known here.
    public static let notAnImage = Code(.notAnImage)
    /// The file is cut or damaged.
    public static let corrupt = Code(.corrupt)
    /// The file is an image of a kind that is not read here.
    public static let unsupported = Code(.unsupported)
    /// The image has more pixels, or the file more bytes, than is accepted.
    public static let tooLarge = Code(.tooLarge)
    /// There is no file of this name.
    public static let noSuchFile = Code(.noSuchFile)
    /// The operating system refused to read or write.
    public static let io = Code(.io)
    /// A preprocessing specification does not follow its grammar, or does not fit the model.
    public static let invalidPreprocessing = Code(.invalidPreprocessing)

    /// The name of the code, such as `corrupt`.
    public var description: String { kind.rawValue }
  }

  /// What kind of failure it is.
  public let code: Code
  /// The file, or whatever else the caller named the data.
  public let place: String
  /// What was expected, what came and, where there is one, the way out; without a full stop.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, place: String, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

extension ImageError: CustomStringConvertible {
  /// `place: message`, one line.
  public var description: String { "\(place): \(message)" }
}

// SPDX-License-Identifier: Apache-2.0

/// A parameter of a pass: what recipes, the command line and the documentation know about it.
public struct PassParameter: Hashable, Sendable {
  /// The values that a parameter can have, and its default; nil: the pass decides.
  public enum Kind: Hashable, Sendable {
    /// `true` or `false`.
    case boolean(default: Bool)
    /// A whole number.
    case integer(ClosedRange<Int>, default: Int?)
    /// A number.
    case number(ClosedRange<Double>, default: Double?)
    /// One of some words.
    case choice([String], default: String)
    /// Names, such as those of nodes; none by default.
    case names
  }

  /// The name in kebab-case.
  public let name: String
  /// What values there are.
  public let kind: Kind
  /// What it does, in a line without a full stop.
  public let summary: String

  /// Makes a parameter.
  public init(_ name: String, _ kind: Kind, _ summary: String) {
    (self.name, self.kind, self.summary) = (name, kind, summary)
  }

  /// What values there are, for people: `0 ... 1`, `min-max, percentile`.
  public var range: String {
    switch kind {
    case .boolean: "true, false"
    case .integer(let range, _):
      range.upperBound == .max
        ? "\(range.lowerBound) or more" : "\(range.lowerBound) ... \(range.upperBound)"
    case .number(let range, _):
      range.upperBound == .infinity
        ? "\(range.lowerBound) or more" : "\(range.lowerBound) ... \(range.upperBound)"
    case .choice(let words, _): words.joined(separator: ", ")
    case .names: "names"
    }
  }

  /// The default for people; empty when there is none.
  public var defaultText: String {
    switch kind {
    case .boolean(let value): "\(value)"
    case .integer(_, let value): value.map { "\($0)" } ?? ""
    case .number(_, let value): value.map { "\($0)" } ?? ""
    case .choice(_, let value): value
    case .names: ""
    }
  }
}

/// A value as a recipe or the command line gives it: text, or several.
public enum PassValue: Hashable, Sendable, CustomStringConvertible {
  /// One text, such as a number or a word.
  case scalar(String)
  /// Several texts.
  case list([String])

  /// The text, or the texts in brackets.
  public var description: String {
    switch self {
    case .scalar(let text): text
    case .list(let texts): "[\(texts.joined(separator: ", "))]"
    }
  }
}

/// The values of a pass's parameters, checked: each of its kind and within its range.
public struct PassArguments: Hashable, Sendable {
  private let parameters: [String: PassParameter]
  private let values: [String: PassValue]

  /// Checks values against parameters.
  ///
  /// - Throws: `unknownParameter`, `invalidValue`.
  init(
    _ values: [String: PassValue], for parameters: [PassParameter], of pass: String
  ) throws(CatalogError) {
    self.parameters = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0) })
    self.values = values
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let parameter = self.parameters[name] else {
        let names = parameters.map(\.name).joined(separator: ", ")
        throw CatalogError(
          .unknownParameter, parameter: name,
          "\(pass) has no parameter '\(name)', "
            + (names.isEmpty ? "it has none" : "it has \(names)"))
      }
      guard Self.isValid(value, parameter.kind) else {
        throw CatalogError(
          .invalidValue, parameter: name,
          "\(name) of \(pass): expected \(Self.expected(parameter)), got '\(value)'")
      }
    }
  }

  private static func isValid(_ value: PassValue, _ kind: PassParameter.Kind) -> Bool {
    switch (kind, value) {
    case (.boolean, .scalar(let text)): Bool(text) != nil
    case (.integer(let range, _), .scalar(let text)): Int(text).map(range.contains) ?? false
    case (.number(let range, _), .scalar(let text)): Double(text).map(range.contains) ?? false
    case (.choice(let words, _), .scalar(let text)): words.contains(text)
    case (.names, _): true
    default: false
    }
  }

  private static func expected(_ parameter: PassParameter) -> String {
    switch parameter.kind {
    case .boolean: "true or false"
    case .integer: "a whole number of \(parameter.range)"
    case .number: "a number of \(parameter.range)"
    case .choice: "one of \(parameter.range)"
    case .names: "names"
    }
  }

  /// The value of a `boolean`.
  public func boolean(_ name: String) -> Bool {
    guard case .boolean(let usual) = kind(name) else { preconditionFailure("\(name): no boolean") }
    return text(name).flatMap { Bool($0) } ?? usual
  }

  /// The value of an `integer`, nil when it is not given and has no default.
  public func integer(_ name: String) -> Int? {
    guard case .integer(_, let usual) = kind(name) else {
      preconditionFailure("\(name): no integer")
    }
    return text(name).flatMap { Int($0) } ?? usual
  }

  /// The value of a `number`, nil when it is not given and has no default.
  public func number(_ name: String) -> Double? {
    guard case .number(_, let usual) = kind(name) else { preconditionFailure("\(name): no number") }
    return text(name).flatMap { Double($0) } ?? usual
  }

  /// The word of a `choice`.
  public func choice(_ name: String) -> String {
    guard case .choice(_, let usual) = kind(name) else { preconditionFailure("\(name): no choice") }
    return text(name) ?? usual
  }

  /// The `names`.
  public func names(_ name: String) -> [String] {
    switch values[name] {
    case .list(let names): names
    case .scalar(let name): [name]
    case nil: []
    }
  }

  private func kind(_ name: String) -> PassParameter.Kind? { parameters[name]?.kind }

  private func text(_ name: String) -> String? {
    guard case .scalar(let text) = values[name] else { return nil }
    return text
  }
}

/// A pass or a parameter that a recipe or the command line names wrongly.
public struct CatalogError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure; more may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String { case unknownPass, unknownParameter, invalidValue, missingData }
    private let kind: Kind

    /// There is no pass of the name.
    public static let unknownPass = Code(kind: .unknownPass)
    /// The pass has no parameter of the name.
    public static let unknownParameter = Code(kind: .unknownParameter)
    /// A value of another kind, or out of its range.
    public static let invalidValue = Code(kind: .invalidValue)
    /// The pass needs data, and none is given.
    public static let missingData = Code(kind: .missingData)

    /// The code's name.
    public var description: String { kind.rawValue }
  }

  /// The kind of failure.
  public let code: Code
  /// The parameter at fault, nil when it is the pass.
  public let parameter: String?
  /// What was expected and what came; without a full stop.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, parameter: String? = nil, _ message: String) {
    (self.code, self.parameter, self.message) = (code, parameter, message)
  }

  /// The message.
  public var description: String { message }
}

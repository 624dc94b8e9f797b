// SPDX-License-Identifier: Apache-2.0
public import Passes
import Yams

/// Steps that make a model smaller or faster, as a YAML file lists them; `docs/recipes.md` describes
/// the format.
public struct Recipe: Hashable, Sendable {
  /// The steps, first to run first.
  public var steps: [PassStep]
  /// Where the passes draw random numbers from.
  public var seed: UInt64

  /// The most bytes of a file that is read.
  public static let maximumBytes = 1 << 20
  /// The most steps that are read.
  public static let maximumSteps = 1000

  /// A recipe of steps.
  public init(steps: [PassStep] = [], seed: UInt64 = 0) { (self.steps, self.seed) = (steps, seed) }

  /// Reads a recipe, and checks the steps against the catalogue of passes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: What errors call it.
  /// - Throws: `RecipeError`, with the line.
  public init(_ bytes: [UInt8], name: String) throws(RecipeError) {
    guard bytes.count <= Self.maximumBytes else {
      throw RecipeError(
        .limitExceeded, at: name, line: nil,
        "has \(bytes.count) bytes, the limit is \(Self.maximumBytes)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RecipeError(.malformed, at: name, line: nil, "expected YAML in UTF-8")
    }
    self = try RecipeReader(name: name).recipe(text)
  }

  /// The recipe as YAML, which ``init(_:name:)`` reads.
  public var yaml: String {
    var lines = seed == 0 ? [] : ["seed: \(seed)"]
    lines.append(steps.isEmpty ? "steps: []" : "steps:")
    for step in steps {
      let values = step.values.sorted { $0.key < $1.key }
      lines.append("  - \(step.name)\(values.isEmpty ? "" : ":")")
      for (key, value) in values { lines.append("      \(key): \(Self.scalar(value))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Quoted wherever YAML might read something else than text.
  private static func scalar(_ value: PassValue) -> String {
    switch value {
    case .scalar(let text): quoted(text)
    case .list(let texts): "[\(texts.map(quoted).joined(separator: ", "))]"
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte.isPlain
    }
    if isPlain, !text.isEmpty, text.utf8.first != UInt8(ascii: "-") || Double(text) != nil {
      return text
    }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension UInt8 {
  /// Whether the byte is a letter, a digit, or one of `-`, `.` and `_`.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

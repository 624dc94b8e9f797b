// SPDX-License-Identifier: Apache-2.0

/// Parses the syntax that ``RegularExpression`` describes.
struct RegularExpressionParser {
  private typealias Node = RegularExpression.Node
  private typealias ScalarSet = RegularExpression.ScalarSet

  private let pattern: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var flags = Flags()

  private struct Flags {
    var ignoresCase = false
    var dotTakesNewline = false
    var isMultiline = false
  }

  static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
  static let space: [ClosedRange<UInt32>] = [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]

  private static let namedClasses: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "ascii": [0...0x7F], "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0...0x1F, 0x7F...0x7F],
    "digit": digits, "graph": [0x21...0x7E], "lower": [0x61...0x7A], "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
    "space": [0x09...0x0D, 0x20...0x20], "upper": [0x41...0x5A], "word": word,
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  /// A parser at the start of `pattern`.
  init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

  /// The whole expression.
  ///
  /// - Throws: as ``RegularExpression/init(_:)``.
  mutating func parse() throws(GraphError) -> RegularExpression.Node {
    let node = try choice()
    guard position == pattern.count else { throw invalid("unexpected )") }
    return node
  }

  private func invalid(_ reason: String) -> GraphError {
    GraphError(
      .invalidAttribute, "regular expression, position \(position): \(reason)")
  }

  private func unsupported(_ what: String) -> GraphError {
    GraphError(
      .unsupported, "regular expression, position \(position): \(what) is not supported")
  }

  private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

  private mutating func skip(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard pattern[position...].starts(with: scalars) else { return false }
    position += scalars.count
    return true
  }

  // MARK: Structure

  private mutating func choice() throws(GraphError) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200 else {
      throw GraphError(.limitExceeded, "the regular expression nests deeper than 200 groups")
    }
    var options = [try sequence()]
    while skip("|") { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(GraphError) -> Node {
    var nodes: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if skip("\\Q") {
        let start = nodes.count
        while position < pattern.count, !skip("\\E") {
          nodes.append(literal(pattern[position]))
          position += 1
        }
        // What follows the quote repeats its last scalar.
        if nodes.count > start, let last = nodes.popLast() { nodes.append(try repeated(last)) }
        continue
      }
      let atom = try atom()
      nodes.append(try repeated(atom))
    }
    return .sequence(nodes)
  }

  private mutating func repeated(_ atom: Node) throws(GraphError) -> Node {
    var node = atom
    var isRepeated = false
    while true {
      let bounds: (least: Int, most: Int?)
      if skip("*") {
        bounds = (0, nil)
      } else if skip("+") {
        bounds = (1, nil)
      } else if skip("?") {
        bounds = (0, 1)
      } else if let counts = try counts() {
        bounds = counts
      } else {
        return node
      }
      guard !isRepeated else { throw invalid("a repetition of a repetition") }
      isRepeated = true
      // Whether a repetition prefers more or less does not change what matches as a whole.
      _ = skip("?")
      node = .repetition(node, least: bounds.least, most: bounds.most)
    }
  }

  /// `{n}`, `{n,}` or `{n,m}`; nil when the brace is a plain one.
  private mutating func counts() throws(GraphError) -> (least: Int, most: Int?)? {
    let start = position
    guard skip("{"), let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if skip(",") { most = number() }
    guard skip("}") else {
      position = start
      return nil
    }
    guard least <= 1000, most ?? 0 <= 1000, most ?? least >= least else {
      throw invalid("repetition counts must ascend and be at most 1000")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, Self.digits[0].contains(scalar.value), value ?? 0 < 100_000 {
      value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
      position += 1
    }
    return value
  }

  private func literal(_ scalar: Unicode.Scalar) -> Node {
    .set(ScalarSet(ranges: [scalar.value...scalar.value], ignoresCase: flags.ignoresCase))
  }

  private mutating func atom() throws(GraphError) -> Node {
    guard let scalar = next else { throw invalid("unexpected end") }
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracket())
    case "\\": return try escape()
    case "*", "+", "?": throw invalid("nothing to repeat")
    default: position += 1
    }
    switch scalar {
    case ".":
      let newline: [ClosedRange<UInt32>] = flags.dotTakesNewline ? [] : [0x0A...0x0A]
      return .set(ScalarSet(ranges: newline, isInverted: true))
    case "^": return .position(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .position(flags.isMultiline ? .lineEnd : .textEnd)
    default: return literal(scalar)
    }
  }

  /// A group; flags that it sets end with the group around it.
  private mutating func group() throws(GraphError) -> Node {
    _ = skip("(")
    let outer = flags
    if skip("?P<") || skip("?<") {
      while let scalar = next, scalar != ">" {
        guard Self.word.contains(where: { $0.contains(scalar.value) }) else {
          throw invalid("the name of a group holds \"\(scalar)\"")
        }
        position += 1
      }
      guard skip(">") else { throw invalid("a name of a group without >") }
    } else if skip("?") {
      try readFlags()
      if skip(")") {
        // Holds for the rest of the enclosing group.
        let rest = try choice()
        flags = outer
        return rest
      }
      guard skip(":") else { throw invalid("a group without :") }
    }
    let node = try choice()
    flags = outer
    guard skip(")") else { throw invalid("a group without )") }
    return node
  }

  private mutating func readFlags() throws(GraphError) {
    var value = true
    while let scalar = next, scalar != ")", scalar != ":" {
      switch scalar {
      case "-": value = false
      case "i": flags.ignoresCase = value
      case "s": flags.dotTakesNewline = value
      case "m": flags.isMultiline = value
      case "U": break
      default: throw invalid("unknown flag \"\(scalar)\"")
      }
      position += 1
    }
  }

  // MARK: Escapes and classes

  private mutating func escape() throws(GraphError) -> Node {
    if let ranges = try perlClass() {
      return .set(ScalarSet(ranges: ranges))
    }
    let kind: RegularExpression.Position? =
      skip("\\b")
      ? .wordBoundary
      : skip("\\B") ? .noWordBoundary : skip("\\A") ? .textStart : skip("\\z") ? .textEnd : nil
    if let kind { return .position(kind) }
    return literal(try escapedScalar())
  }

  /// `\d`, `\w`, `\s` or an inverse; nil when there is something else.
  private mutating func perlClass() throws(GraphError) -> [ClosedRange<UInt32>]? {
    for (letter, ranges) in [("d", Self.digits), ("w", Self.word), ("s", Self.space)] {
      if skip("\\" + letter) { return ranges }
      if skip("\\" + letter.uppercased()) { return Self.inverse(ranges) }
    }
    if skip("\\p") || skip("\\P") { throw unsupported("a Unicode class") }
    return nil
  }

  private static func inverse(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if range.lowerBound > start { result.append(start...(range.lowerBound - 1)) }
      start = range.upperBound + 1
    }
    return result + [start...0x10FFFF]
  }

  private mutating func escapedScalar() throws(GraphError) -> Unicode.Scalar {
    _ = skip("\\")
    guard let scalar = next else { throw invalid("a backslash at the end") }
    position += 1
    let controls: [Unicode.Scalar: Unicode.Scalar] = [
      "a": "\u{7}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
    ]
    if let control = controls[scalar] { return control }
    if scalar == "x" { return try hexadecimal() }
    if scalar == "C" { throw unsupported("a single byte") }
    let isPlain = scalar.value < 0x80 && !Self.word.contains { $0.contains(scalar.value) }
    guard isPlain || scalar == "_" || scalar.value >= 0x80 else {
      throw invalid("unknown escape \\\(scalar)")
    }
    return scalar
  }

  private mutating func hexadecimal() throws(GraphError) -> Unicode.Scalar {
    var digits = ""
    let isBraced = skip("{")
    while let scalar = next, scalar.properties.isASCIIHexDigit, digits.count < (isBraced ? 8 : 2) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard isBraced == false ? digits.count == 2 : skip("}"),
      let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
    else {
      throw invalid("\\x without a scalar")
    }
    return scalar
  }

  private mutating func bracket() throws(GraphError) -> ScalarSet {
    _ = skip("[")
    var set = ScalarSet(isInverted: skip("^"), ignoresCase: flags.ignoresCase)
    var isFirst = true
    while isFirst || next != "]" {
      guard next != nil else { throw invalid("a class without ]") }
      isFirst = false
      if skip("[:") {
        set.ranges += try namedClass()
      } else if let ranges = try perlClass() {
        set.ranges += ranges
      } else {
        let low = try classScalar()
        var high = low
        if next == "-", position + 1 < pattern.count, pattern[position + 1] != "]" {
          position += 1
          high = try classScalar()
        }
        guard low <= high else { throw invalid("a range that descends") }
        set.ranges.append(low.value...high.value)
      }
    }
    _ = skip("]")
    return set
  }

  private mutating func classScalar() throws(GraphError) -> Unicode.Scalar {
    guard let scalar = next else { throw invalid("a class without ]") }
    if scalar == "\\" { return try escapedScalar() }
    position += 1
    return scalar
  }

  private mutating func namedClass() throws(GraphError) -> [ClosedRange<UInt32>] {
    let isInverse = skip("^")
    for (name, ranges) in Self.namedClasses where skip(name + ":]") {
      return isInverse ? Self.inverse(ranges) : ranges
    }
    throw invalid("an unknown class [:…:]")
  }
}

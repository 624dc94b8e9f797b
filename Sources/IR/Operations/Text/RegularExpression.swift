// SPDX-License-Identifier: Apache-2.0

/// A regular expression that is matched in time linear in the text, whatever the expression: a
/// model's pattern must not be able to hang a run, as backtracking matchers can.
///
/// Syntax of RE2 without Unicode classes (`\p`), single bytes (`\C`) and captured text. Classes and
/// word boundaries know ASCII only; `$` is the end of the text unless the flag `m` is set.
///
/// - Source: simulation of a non-deterministic automaton, Thompson, CACM 11(6), 1968; syntax of RE2.
struct RegularExpression {
  private let program: [Instruction]

  /// One step of the automaton.
  enum Instruction {
    /// Consumes a scalar of the set.
    case take(ScalarSet)
    /// Continues at both places.
    case split(Int, Int)
    case jump(Int)
    /// Continues when the position is of this kind.
    case require(Position)
    case accept
  }

  /// What holds at a position between two scalars.
  enum Position {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  /// A set of Unicode scalars.
  struct ScalarSet {
    var ranges: [ClosedRange<UInt32>] = []
    var isInverted = false
    var ignoresCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      var isFound = has(scalar.value)
      if !isFound, ignoresCase {
        let properties = scalar.properties
        isFound = [properties.lowercaseMapping, properties.uppercaseMapping].contains { text in
          let scalars = text.unicodeScalars
          return scalars.count == 1 && scalars.first.map { has($0.value) } == true
        }
      }
      return isFound != isInverted
    }

    private func has(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }
  }

  /// The parts of an expression.
  indirect enum Node {
    case set(ScalarSet)
    case position(Position)
    case sequence([Node])
    case choice([Node])
    case repetition(Node, least: Int, most: Int?)
  }

  /// Compiles a pattern.
  ///
  /// - Throws: `invalidAttribute` for what is no expression, `unsupported` for what RE2 has and this
  ///   type has not, `limitExceeded` for a program of more than 20,000 steps.
  init(_ pattern: String) throws(GraphError) {
    var parser = RegularExpressionParser(pattern)
    var compiler = Compiler()
    try compiler.add(try parser.parse())
    program = compiler.program + [.accept]
  }

  private struct Compiler {
    var program: [Instruction] = []
    private var work = 0

    mutating func add(_ node: Node) throws(GraphError) {
      // Repetitions of nothing add no instruction, but take time as well.
      work += 1
      guard work <= 20_000, program.count <= 20_000 else {
        throw GraphError(
          .limitExceeded, "the regular expression takes more than 20000 steps")
      }
      switch node {
      case .set(let set): program.append(.take(set))
      case .position(let position): program.append(.require(position))
      case .sequence(let nodes): for node in nodes { try add(node) }
      case .choice(let nodes): try addChoice(nodes[...])
      case .repetition(let node, let least, let most):
        for _ in 0..<least { try add(node) }
        if let most {
          var splits: [Int] = []
          for _ in least..<max(most, least) {
            splits.append(program.count)
            program.append(.accept)
            try add(node)
          }
          for split in splits { program[split] = .split(split + 1, program.count) }
        } else {
          let split = program.count
          program.append(.accept)
          try add(node)
          program.append(.jump(split))
          program[split] = .split(split + 1, program.count)
        }
      }
    }

    private mutating func addChoice(_ nodes: ArraySlice<Node>) throws(GraphError) {
      var exits: [Int] = []
      for node in nodes.dropLast() {
        let split = program.count
        program.append(.accept)
        try add(node)
        exits.append(program.count)
        program.append(.accept)
        program[split] = .split(split + 1, program.count)
      }
      if let last = nodes.last { try add(last) }
      for exit in exits { program[exit] = .jump(program.count) }
    }
  }

  /// Whether the whole text matches.
  ///
  /// - Throws: what the deadline of `context` throws.
  /// - Complexity: O(length of the text × steps of the program).
  func matchesWhole(_ text: String, _ context: EvaluationContext) throws(GraphError) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var states = [0]
    for position in 0...scalars.count {
      if position % 256 == 0 { try context.checkDeadline() }
      let reached = reachable(from: states, scalars, position)
      guard position < scalars.count else {
        return reached.contains { if case .accept = program[$0] { true } else { false } }
      }
      states = reached.compactMap { state in
        guard case .take(let set) = program[state], set.contains(scalars[position]) else {
          return nil
        }
        return state + 1
      }
      if states.isEmpty { return false }
    }
    return false
  }

  /// The states that consume or accept, reached without consuming anything.
  private func reachable(
    from states: [Int], _ scalars: [Unicode.Scalar], _ position: Int
  ) -> [Int] {
    var isSeen = [Bool](repeating: false, count: program.count)
    var (pending, result) = (states, [Int]())
    while let state = pending.popLast() {
      guard !isSeen[state] else { continue }
      isSeen[state] = true
      switch program[state] {
      case .take, .accept: result.append(state)
      case .jump(let target): pending.append(target)
      case .split(let one, let other): pending += [other, one]
      case .require(let kind):
        if Self.holds(kind, scalars, position) { pending.append(state + 1) }
      }
    }
    return result
  }

  private static func holds(
    _ kind: Position, _ scalars: [Unicode.Scalar], _ position: Int
  ) -> Bool {
    let before = position > 0 ? scalars[position - 1] : nil
    let after = position < scalars.count ? scalars[position] : nil
    func isWord(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return RegularExpressionParser.word.contains { $0.contains(scalar.value) }
    }
    return switch kind {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: isWord(before) != isWord(after)
    case .noWordBoundary: isWord(before) == isWord(after)
    }
  }
}

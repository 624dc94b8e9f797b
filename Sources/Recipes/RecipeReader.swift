// SPDX-License-Identifier: Apache-2.0
import Passes
import Yams

/// Reads the YAML of a recipe, keeping the lines for errors.
struct RecipeReader {
  /// What errors call the file.
  let name: String

  private static let keys = ["steps", "seed"]

  /// Levels of nesting; recipes need four. The parser recurses, so that a file must not decide.
  private static let maximumDepth = 50

  /// Reads a recipe.
  func recipe(_ text: String) throws(RecipeError) -> Recipe {
    try checkNesting(text)
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
      throw yamlError(error, lines: text.split(separator: "\n").count)
    } catch { throw RecipeError(.malformed, at: name, line: nil, "\(error)") }
    guard let root else {
      throw RecipeError(.malformed, at: name, line: nil, "expected 'steps:', the file is empty")
    }
    guard let mapping = root.mapping else {
      throw malformed(root, "expected 'steps:' with a list of passes")
    }
    var recipe = Recipe()
    var hasSteps = false
    for (key, value) in mapping {
      switch key.string {
      case "steps":
        recipe.steps = try steps(value)
        hasSteps = true
      case "seed":
        guard let text = value.scalar?.string, let seed = UInt64(text) else {
          throw malformed(value, "seed: expected a whole number from 0")
        }
        recipe.seed = seed
      default:
        throw RecipeError(
          .unknownKey, at: name, line: key.mark?.line,
          "there is no key '\(shown(key))', there are \(Self.keys.joined(separator: " and "))")
      }
    }
    guard hasSteps else { throw malformed(root, "expected 'steps:' with a list of passes") }
    return recipe
  }

  /// Refuses what would make the parser's work grow faster than the file: deep nesting, and aliases.
  private func checkNesting(_ text: String) throws(RecipeError) {
    var depth = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var previous: UInt8 = 32
      var isIndentation = true
      for (column, byte) in line.utf8.enumerated() {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          guard " \t[{,".utf8.contains(previous) else { break }
          throw RecipeError(
            .malformed, at: name, line: index + 1, "recipes have no anchors and no aliases")
        default: break
        }
        // A level of a block takes a column at least.
        if !" \t-?:".utf8.contains(byte) { isIndentation = false }
        guard depth <= Self.maximumDepth, !isIndentation || column < 2 * Self.maximumDepth else {
          throw RecipeError(
            .limitExceeded, at: name, line: index + 1,
            "is nested deeper than \(Self.maximumDepth) levels")
        }
        previous = byte
      }
    }
  }

  private func steps(_ node: Node) throws(RecipeError) -> [PassStep] {
    guard let sequence = node.sequence else {
      throw malformed(node, "steps: expected a list, each item a pass")
    }
    guard sequence.count <= Recipe.maximumSteps else {
      throw RecipeError(
        .limitExceeded, at: name, line: node.mark?.line,
        "has \(sequence.count) steps, the limit is \(Recipe.maximumSteps)")
    }
    var steps: [PassStep] = []
    for item in sequence { steps.append(try step(item)) }
    return steps
  }

  /// `- pass`, or `- pass: {parameter: value}`.
  private func step(_ node: Node) throws(RecipeError) -> PassStep {
    var step: PassStep
    var lines: [String: Int] = [:]
    if let scalar = node.scalar {
      step = PassStep(scalar.string)
    } else if let mapping = node.mapping, mapping.count == 1, let entry = mapping.first,
      let pass = entry.key.scalar?.string
    {
      step = PassStep(pass)
      // `- pass:` without parameters is null.
      if let parameters = entry.value.mapping {
        for (key, value) in parameters {
          guard let parameter = key.scalar?.string else {
            throw malformed(key, "expected the name of a parameter of \(pass)")
          }
          step.values[parameter] = try passValue(value, parameter)
          lines[parameter] = key.mark?.line
        }
      } else if entry.value.null == nil {
        throw malformed(entry.value, "expected parameters of \(pass), each as 'name: value'")
      }
    } else {
      throw malformed(node, "expected one pass, as '- pass' or '- pass: {parameter: value}'")
    }
    do throws(CatalogError) { try PassCatalog.check(step, hasData: true) } catch {
      let line = error.parameter.flatMap { lines[$0] } ?? node.mark?.line
      throw RecipeError(.invalidStep, at: name, line: line, error.message)
    }
    return step
  }

  private func passValue(_ node: Node, _ parameter: String) throws(RecipeError) -> PassValue {
    if let scalar = node.scalar { return .scalar(scalar.string) }
    if let sequence = node.sequence {
      var texts: [String] = []
      for item in sequence {
        guard let text = item.scalar?.string else {
          throw malformed(item, "\(parameter): expected a list of names")
        }
        texts.append(text)
      }
      return .list(texts)
    }
    throw malformed(node, "\(parameter): expected a value or a list of names")
  }

  private func shown(_ node: Node) -> String { String((node.scalar?.string ?? "…").prefix(40)) }

  private func malformed(_ node: Node, _ message: String) -> RecipeError {
    RecipeError(.malformed, at: name, line: node.mark?.line, message)
  }

  /// - Parameter lines: The lines of the file, behind the last of which the parser may stand.
  private func yamlError(_ error: YamlError, lines: Int) -> RecipeError {
    var (line, message): (Int?, String) = (nil, "expected YAML")
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (line, message) = (min(mark.line, max(lines, 1)), "is not YAML: \(problem)")
    case .reader(let problem, _, _, _): message = "is not YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      (line, message) = (context.mark.line, "has the key '\(duplicates.first ?? "")' twice")
    default: message = "is not YAML: \(error)".split(separator: "\n").joined(separator: " ")
    }
    return RecipeError(.malformed, at: name, line: line, message)
  }
}

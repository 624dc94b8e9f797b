// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Drops stop words and changes the case of the other words.
///
/// - Inputs: `x`, `string` `[C]` or `[1, C]`.
/// - Outputs: the words that stay, `[D]` or `[1, D]`; one empty text when none does.
/// - Source: ONNX `StringNormalizer`, opset 10.
public struct StringNormalizer: Operation {
  public static let opType = "StringNormalizer"

  /// What happens to the case of letters, by Unicode's rules without a language.
  public enum CaseChange: String, CaseIterable, Sendable {
    case none = "NONE"
    case lower = "LOWER"
    case upper = "UPPER"
  }

  /// What happens to the case of letters. Default: nothing.
  public var caseChange: CaseChange
  /// Whether stop words are compared with case. Default false.
  public var isCaseSensitive: Bool
  /// The words to drop.
  public var stopWords: [String]

  /// The operator.
  public init(
    caseChange: CaseChange = .none, isCaseSensitive: Bool = false, stopWords: [String] = []
  ) {
    (self.caseChange, self.isCaseSensitive) = (caseChange, isCaseSensitive)
    self.stopWords = stopWords
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [.string])
    guard let dimensions = x.dimensions else { return [.tensor(.string, dimensions: nil)] }
    let isRow = dimensions.count == 2 && dimensions[0].isCompatible(with: .fixed(1))
    guard dimensions.count == 1 || isRow else {
      throw GraphError(.shapeMismatch, "expects words [C] or [1, C], got \(x)")
    }
    return [.tensor(.string, dimensions: isRow ? [.fixed(1), .unknown] : [.unknown])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    func key(_ word: String) -> [UInt8] {
      Array((isCaseSensitive ? word : word.lowercased()).utf8)
    }
    let stops = Set(stopWords.map(key))
    var words = stops.isEmpty ? x.strings : x.strings.filter { !stops.contains(key($0)) }
    switch caseChange {
    case .none: break
    case .lower: words = words.map { $0.lowercased() }
    case .upper: words = words.map { $0.uppercased() }
    }
    if words.isEmpty { words = [""] }
    return [.tensor(Tensor(strings: words, shape: x.rank == 2 ? [1, words.count] : [words.count]))]
  }
}

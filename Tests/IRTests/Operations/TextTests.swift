// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct TextTests {
  private func words(_ words: String...) -> Tensor {
    Tensor(strings: words, shape: [words.count])
  }

  @Test func `texts are joined with broadcasting`() throws {
    let x = Tensor(strings: ["a", "b"], shape: [2, 1])
    let y = try evaluate(StringConcat(), [x, words("1", "2")])
    #expect(y == Tensor(strings: ["a1", "a2", "b1", "b2"], shape: [2, 2]))
  }

  @Test func `texts are split at a delimiter or at white space`() throws {
    let parts = try evaluateAll(StringSplit(delimiter: "-", limit: 2), [words("a-b-c-d", "")])
    #expect(parts[0] == Tensor(strings: ["a", "b", "c-d", "", "", ""], shape: [2, 3]))
    #expect(parts[1] == Tensor([3, 1] as [Int64]))
    let spaces = try evaluateAll(StringSplit(), [words("  a \n b ", " ")])
    #expect(spaces[0] == Tensor(strings: ["a", "b", "", ""], shape: [2, 2]))
    #expect(spaces[1] == Tensor([2, 0] as [Int64]))
  }

  @Test func `one long text may not blow all others up`() {
    var limits = ResourceLimits()
    limits.tensorBytes = 100
    let error = #expect(throws: GraphError.self) {
      try evaluate(
        StringSplit(delimiter: ","), [words("a", ",,,,,,,,")],
        context: EvaluationContext(limits: limits))
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test func `stop words go and the others change their case`() throws {
    let days = words("Monday", "tuesday", "MONDAY")
    #expect(
      try evaluate(StringNormalizer(caseChange: .upper, stopWords: ["monday"]), [days])
        == words("TUESDAY"))
    #expect(
      try evaluate(StringNormalizer(isCaseSensitive: true, stopWords: ["Monday"]), [days])
        == words("tuesday", "MONDAY"))
    #expect(
      try evaluate(
        StringNormalizer(stopWords: ["a"]), [Tensor(strings: ["A"], shape: [1, 1])])
        == Tensor(strings: [""], shape: [1, 1]))
  }

  private func vectorizer(
    _ mode: TfIdfVectorizer.Mode, skips: Int = 0, weights: [Float] = []
  ) -> TfIdfVectorizer {
    TfIdfVectorizer(
      mode: mode, shortest: 1, longest: 2, mostSkips: skips, poolStarts: [0, 2],
      outputIndices: [1, 0, 2], pool: words("a", "b", "a", "b"), weights: weights)
  }

  @Test func `n-grams are counted, with skips and weights`() throws {
    let x = words("a", "b", "c", "b", "a")
    #expect(
      try evaluate(vectorizer(.frequency), [x]) == Tensor([2, 2, 1] as [Float]))
    #expect(
      try evaluate(vectorizer(.frequency, skips: 2), [x]) == Tensor([2, 2, 2] as [Float]))
    #expect(
      try evaluate(vectorizer(.both, weights: [2, 3, 4]), [x]) == Tensor([6, 4, 4] as [Float]))
    #expect(
      try evaluate(vectorizer(.inverseDocumentFrequency, weights: [2, 3, 4]), [words("a", "a")])
        == Tensor([0, 2, 0] as [Float]))
  }

  @Test func `a pool that does not fit its lengths is refused`() {
    var broken = vectorizer(.frequency)
    broken.outputIndices = [0]
    var odd = vectorizer(.frequency)
    odd.poolStarts = [0, 3]
    var huge = vectorizer(.frequency)
    huge.outputIndices = [0, 1, .max]
    for operation in [broken, odd, huge] {
      let error = #expect(throws: GraphError.self) { try evaluate(operation, [words("a")]) }
      #expect(error?.code == .invalidAttribute)
    }
  }

  @Test func `labels are looked up, NaN too, and the default fills in`() throws {
    let names = LabelEncoder(
      keys: words("x", "y", "x"), values: Tensor([1, 2, 3] as [Int64]),
      fallback: Tensor([-1] as [Int64]))
    #expect(try evaluate(names, [words("x", "z", "y")]) == Tensor([3, -1, 2] as [Int64]))
    let numbers = LabelEncoder(
      keys: Tensor([.nan, 0] as [Float]), values: words("none", "zero"), fallback: words("?"))
    #expect(
      try evaluate(numbers, [Tensor([-0.0, .nan, 2] as [Float])]) == words("zero", "none", "?"))
  }

  /// Pattern, texts that match as a whole, texts that do not.
  static let patterns: [(String, [String], [String])] = [
    ("", [""], ["a"]),
    ("a|bc", ["a", "bc"], ["ab", "abc"]),
    ("(ab)*c?", ["", "ababc", "c"], ["aab"]),
    ("a{2,3}", ["aa", "aaa"], ["a", "aaaa"]),
    ("a{2}b{1,}", ["aab", "aabbb"], ["aa"]),
    ("a{,2}", ["a{,2}"], ["aa"]),
    ("[a-c^-]+", ["a^-c"], ["d"]),
    ("[^\\d\\s]", ["x"], ["1", " "]),
    ("[]a]", ["]", "a"], ["b"]),
    ("[[:alpha:]]\\x41\\x{1F600}", ["zA😀"], ["1A😀"]),
    ("\\w+\\b-\\B-\\W", ["ab--!"], ["ab-c!"]),
    ("(?i)straSSe[k]", ["STRASSEK", "strassek"], ["strasse"]),
    ("(?i:A)b", ["ab", "Ab"], ["aB"]),
    ("a.c", ["axc"], ["a\nc"]),
    ("(?s)a.c", ["a\nc"], ["ac"]),
    ("(?m)a$\n^b", ["a\nb"], ["ab"]),
    ("^a$", ["a"], ["a\n"]),
    ("(?P<name>x)y", ["xy"], ["x"]),
    ("\\Qa.b\\E+", ["a.bb"], ["axb"]),
    ("(a*)*", ["", "aaaa"], ["b"]),
    ("x*?y", ["xxy", "y"], ["x"]),
  ]

  @Test(arguments: patterns.indices)
  func `expressions match whole texts`(_ index: Int) throws {
    let (pattern, matching, others) = Self.patterns[index]
    let texts = matching + others
    let result = try evaluate(
      RegexFullMatch(pattern: pattern), [Tensor(strings: texts, shape: [texts.count])])
    let expected = matching.map { _ in true } + others.map { _ in false }
    #expect(result == Tensor(expected), "\(pattern): \(texts)")
  }

  @Test func `matching takes linear time where backtracking takes exponential time`() throws {
    let text = String(repeating: "a", count: 3000) + "!"
    let result = try evaluate(RegexFullMatch(pattern: "(a|a)*(a*)*"), [words(text)])
    #expect(result == Tensor([false]))
  }

  @Test(
    arguments: [
      ("(", .invalidAttribute), ("a)", .invalidAttribute), ("*", .invalidAttribute),
      ("a**", .invalidAttribute), ("[a", .invalidAttribute), ("[b-a]", .invalidAttribute),
      ("\\", .invalidAttribute), ("\\1", .invalidAttribute), ("\\x{110000}", .invalidAttribute),
      ("a{3,2}", .invalidAttribute), ("a{1001}", .invalidAttribute), ("(?=a)", .invalidAttribute),
      ("[[:no:]]", .invalidAttribute), ("\\pL", .unsupported), ("\\C", .unsupported),
      ("((a{1000}){1000}){1000}", .limitExceeded), ("((){1000}){1000}", .limitExceeded),
      (String(repeating: "(", count: 10_000), .limitExceeded),
      ("(a{1,1000}){1,1000}", .limitExceeded),
    ] as [(String, GraphError.Code)])
  func `bad and excessive expressions are refused`(_ pattern: String, code: GraphError.Code) {
    let error = #expect(throws: GraphError.self) {
      try evaluate(RegexFullMatch(pattern: pattern), [words("a")])
    }
    #expect(error?.code == code)
  }
}

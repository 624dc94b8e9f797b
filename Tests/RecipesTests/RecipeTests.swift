// SPDX-License-Identifier: Apache-2.0
import Passes
import Recipes
import Testing

@Suite struct RecipeTests {
  private func recipe(_ text: String) throws -> Recipe {
    try Recipe(Array(text.utf8), name: "r.yaml")
  }

  @Test func `steps are passes with or without parameters, in order`() throws {
    let read = try recipe(
      """
      # comment
      seed: 7
      steps:
        - simplification
        - constant-folding:
            maximum-bytes: 1024
        - dead-code-elimination:
        - constant-folding: {maximum-bytes: 1}
      """)
    let names = ["simplification", "constant-folding", "dead-code-elimination", "constant-folding"]
    #expect(read.steps.map(\.name) == names && read.seed == 7)
    #expect(read.steps[1].values == ["maximum-bytes": .scalar("1024")])
  }

  @Test func `what is written is read again`() throws {
    let values: [String: PassValue] = [
      "maximum-bytes": .scalar("5")
    ]
    let original = Recipe(
      steps: [PassStep("simplification"), PassStep("constant-folding", values: values)], seed: 3)
    #expect(try recipe(original.yaml) == original)
    #expect(try recipe(Recipe().yaml) == Recipe())
  }

  @Test(
    arguments: [
      ("", nil, "empty"), ("steps", 1, "steps:"), ("steps: 5", 1, "expected a list"),
      ("seed: 1", 1, "steps:"), ("steps: []\nspeed: 3", 2, "'speed', there are steps and seed"),
      ("steps:\n  - nothing", 2, "no pass 'nothing', there are int8,"),
      ("steps:\n  - simplification:\n      level: 3", 3, "no parameter 'level', it has none"),
      ("steps:\n  - constant-folding:\n      bytes: 3", 3, "it has maximum-bytes"),
      ("steps:\n  - constant-folding:\n      maximum-bytes: -3", 3, "whole number of 0 or more"),
      ("steps:\n  - constant-folding:\n      maximum-bytes: [1]", 3, "got '[1]'"),
      ("steps:\n  - constant-folding: 5", 2, "expected parameters of constant-folding"),
      ("steps:\n  - {simplification: , pad-folding: }", 2, "expected one pass"),
      ("steps:\n  - - simplification", 2, "expected one pass"),
      ("seed: -1\nsteps: []", 1, "seed"), ("steps: []\nsteps: []", nil, "twice"),
      ("steps: [", 1, "is not YAML"), ("steps: *x", 1, "no aliases"), ("\u{0}", nil, "not YAML"),
      ("a: &a [x, x]\nsteps: [*a, *a]", 1, "no aliases"),
    ] as [(String, Int?, String)])
  func `what is wrong is refused with its line`(text: String, line: Int?, message: String) throws {
    let error = try #require(throws: RecipeError.self) { try recipe(text) }
    if let line { #expect(error.line == line, "\(error)") }
    #expect(error.message.contains(message), "\(error)")
    #expect(error.place == "r.yaml" && !error.message.contains("\n"))
  }

  @Test func `bytes that are no text, and too many of them, are refused`() {
    let text = #expect(throws: RecipeError.self) { try Recipe([0xFF, 0xFE, 0x80], name: "r") }
    #expect(text?.message == "expected YAML in UTF-8")
    let long = [UInt8](repeating: 32, count: Recipe.maximumBytes + 1)
    #expect(throws: RecipeError.self) { try Recipe(long, name: "r") }
    let many = "steps:\n" + String(repeating: "  - simplification\n", count: 1001)
    #expect(throws: RecipeError.self) { try recipe(many) }
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func `deep nesting is refused before it is parsed`(level: String) {
    let error = #expect(throws: RecipeError.self) {
      try recipe("steps:\n  " + String(repeating: level, count: 100_000))
    }
    #expect(error?.code == .limitExceeded)
  }
}

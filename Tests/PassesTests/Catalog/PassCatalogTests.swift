// SPDX-License-Identifier: Apache-2.0
import Foundation
import Passes
import Testing

@Suite struct PassCatalogTests {
  @Test func `names are unique, in kebab-case, and described`() {
    let names = PassCatalog.all.map { $0.name } + PassCatalog.presets.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(name)")
    }
    for pass in PassCatalog.all {
      #expect(!pass.summary.isEmpty && !pass.summary.hasSuffix("."))
      #expect(Set(pass.parameters.map(\.name)).count == pass.parameters.count)
    }
  }

  @Test func `every pass and preset is made with its defaults`() throws {
    for pass in PassCatalog.all where !pass.needsActivations {
      #expect(try PassCatalog.make(PassStep(pass.name), in: PassContext()).name == pass.name)
    }
    for preset in PassCatalog.presets {
      try PassCatalog.check(PassStep(preset.name), hasData: true)
    }
  }

  /// Files of passes that no recipe can name, and why.
  private static let unnamed: [String: String] = [
    "Unfusing": "writing a model does it", "ResidualFusion": "the runtime does it",
    "ActivationFusion": "the runtime does it", "RepeatedPasses": "a way to combine passes",
    "CodePassing": "the runtime does it", "IntegerFusion": "the runtime does it",
    "IntegerSumFusion": "the runtime does it", "QLinearExpansion": "the runtime does it",
    "UnsignedCodes": "the runtime does it",
    "MaskPreservation": "every step is run by it",
  ]

  @Test func `every pass of the module is in the list`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Passes")
    let files = try #require(FileManager.default.enumerator(atPath: root.path))
    let listed = Set(PassCatalog.all.map { "\($0)" })
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /public struct (\w+): (?:\w+, )*Pass\b/) {
        let name = String(match.1)
        #expect(listed.contains(name) || Self.unnamed[name] != nil, "\(name) in \(file)")
      }
    }
  }

  @Test func `flags write steps as recipes do`() throws {
    let step = try PassStep(parsing: "constant-folding,maximum-bytes=5,skip=a|b")
    #expect(step.name == "constant-folding")
    #expect(step.values == ["maximum-bytes": .scalar("5"), "skip": .list(["a", "b"])])
    #expect(try PassStep(parsing: step.text) == step)
    #expect(throws: CatalogError.self) { try PassStep(parsing: "a,b") }
    #expect(throws: CatalogError.self) { try PassStep(parsing: "a,b=1,b=2") }
  }

  @Test func `unknown names are answered with those that there are`() {
    let pass = #expect(throws: CatalogError.self) {
      try PassCatalog.check(PassStep("fold"), hasData: true)
    }
    #expect(pass?.code == .unknownPass && pass?.message.contains("pad-folding") == true)
    let family = #expect(throws: CatalogError.self) {
      try PassCatalog.check(PassStep("simplification", family: .prune), hasData: true)
    }
    #expect(family?.message.contains("to prune with") == true)
  }
}

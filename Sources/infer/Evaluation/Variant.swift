// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Passes
import Recipes

/// A form of a model that `infer bench --variants` makes.
struct Variant {
  /// How it is made.
  enum Source {
    /// The model as it is.
    case original
    /// By steps.
    case recipe(Recipe)
    /// A model file that is there.
    case file(String)
  }

  /// What the table calls it.
  let name: String
  let source: Source

  /// Reads `dense`, `PASS+PASS`, `NAME=RECIPE.yaml` or `NAME=MODEL.onnx`; a pass may have parameters,
  /// separated by colons, since commas separate variants.
  ///
  /// - Throws: `CatalogError` for passes that there are not; what reading a recipe throws.
  init(_ text: String) throws {
    let equals = text.firstIndex(of: "=")
    let path = equals.map { String(text[text.index(after: $0)...]) } ?? text
    let lowercased = path.lowercased()
    let isFile = [".yaml", ".yml", ".onnx"].contains(where: lowercased.hasSuffix)
    guard isFile else {
      name = text
      guard text != "dense" else {
        source = .original
        return
      }
      var recipe = Recipe()
      for part in text.split(separator: "+", omittingEmptySubsequences: false) {
        let step = try PassStep(parsing: String(part).replacing(":", with: ","))
        try PassCatalog.check(step, hasData: true)
        recipe.add([step])
      }
      source = .recipe(recipe)
      return
    }
    name = equals.map { String(text[..<$0]) } ?? path
    source = lowercased.hasSuffix(".onnx") ? .file(path) : .recipe(try readRecipe(path))
  }

  /// Whether a step needs data.
  var needsData: Bool {
    guard case .recipe(let recipe) = source else { return false }
    return recipe.steps.contains { step in
      (try? PassCatalog.entry(step.name, family: step.family).pass.needsActivations) ?? false
    }
  }

  /// Makes the model's file and gives its path.
  ///
  /// - Parameter folder: Where files that are made go.
  /// - Throws: what the passes and writing throw.
  func file(of model: Model, at path: String, in folder: String, context: PassContext) throws
    -> String
  {
    switch source {
    case .original: return path
    case .file(let path): return path
    case .recipe(let recipe):
      let made = try Compressor(recipe: recipe, context: context).run(on: model).model
      let target = "\(folder)/\(UUID().uuidString).onnx"
      try writeModel(made, to: target)
      return target
    }
  }
}

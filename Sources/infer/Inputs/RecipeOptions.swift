// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Passes
import Recipes

/// Options that say what is done to a model: a recipe, then single steps.
struct RecipeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Steps in a YAML file; see docs/recipes.md.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var recipe: String?

  @Option(
    name: .customLong("pass"),
    help: ArgumentHelp(
      "A step: the name of a pass, as 'infer methods' lists them, and parameters.",
      valueName: "pass[,key=value…]"),
    transform: { try RecipeOptions.step($0, nil) })
  var passes: [PassStep] = []

  @Option(
    help: ArgumentHelp("A step that factorizes layers.", valueName: "pass[,key=value…]"),
    transform: { try RecipeOptions.step($0, .factorize) })
  var factorize: [PassStep] = []

  @Option(
    help: ArgumentHelp("A step that prunes.", valueName: "pass[,key=value…]"),
    transform: { try RecipeOptions.step($0, .prune) })
  var prune: [PassStep] = []

  @Option(
    help: ArgumentHelp("A step that quantizes.", valueName: "pass[,key=value…]"),
    transform: { try RecipeOptions.step($0, .quantize) })
  var quantize: [PassStep] = []

  /// The steps: those of the recipe, then those of the flags: passes, factorization, pruning and
  /// quantization, which is the order in which they do not undo each other.
  ///
  /// - Throws: what reading the recipe throws; `CatalogError` when a step needs data.
  func steps(hasData: Bool, seed: UInt64) throws -> Recipe {
    var result = Recipe(seed: seed)
    if let recipe { result = try readRecipe(recipe) }
    result.add(passes + factorize + prune + quantize)
    for step in result.steps { try PassCatalog.check(step, hasData: hasData) }
    return result
  }

  private static func step(_ text: String, _ family: PassFamily?) throws -> PassStep {
    let step = try PassStep(parsing: text, family: family)
    try PassCatalog.check(step, hasData: true)
    return step
  }
}

/// Reads a recipe.
///
/// - Throws: what reading the file throws; `RecipeError`.
func readRecipe(_ path: String) throws -> Recipe {
  try Recipe(try readBytes(path), name: path)
}

extension Recipe {
  /// Adds steps of the command line, and before the first of them that changes layers a
  /// simplification: batch norms that are left between layers would stay in floating point, and
  /// weights that the file computes would be taken for activations.
  ///
  /// A criterion that looks at batch norms gets them as they are.
  mutating func add(_ added: [PassStep]) {
    for step in added {
      let family = try? PassCatalog.entry(step.name, family: step.family).pass.family
      var needed: [String] = []
      if family != nil, family != .simplify {
        needed =
          step.values["criterion"] == .scalar("batch-norm-scale")
          ? [ConstantFolding.name, IdentityElimination.name] : [Simplification.name]
      }
      let names = Set(steps.map(\.name))
      if !names.contains(Simplification.name) {
        steps += needed.filter { !names.contains($0) }.map { PassStep($0) }
      }
      steps.append(step)
    }
  }
}

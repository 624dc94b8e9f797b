// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Passes
import Recipes
import Tensors

/// Runs the steps of a recipe on a model.
struct Compressor {
  /// What a step did.
  struct StepResult {
    let step: PassStep
    let report: PassReport
    let seconds: Double
  }

  /// The metadata entry in which a model remembers how it was made.
  static let metadataKey = "espalier.recipe"

  let recipe: Recipe
  let context: PassContext

  /// Runs all steps, and checks the graph after each.
  ///
  /// - Returns: The model as standard ONNX can hold it, and what each step did.
  /// - Throws: what the passes throw, naming the step; `invalidGraph` when a step fills weights that were
  ///   zero before it.
  func run(on model: Model) throws -> (model: Model, results: [StepResult]) {
    var result = model
    var results: [StepResult] = []
    var bar = ProgressBar("steps", total: recipe.steps.count)
    for (index, step) in recipe.steps.enumerated() {
      bar.update(index)
      let start = ContinuousClock.now
      let pass = try PassCatalog.make(step, in: context)
      let place = "step \(index + 1), \(step.text)"
      do throws(GraphError) {
        let report = try MaskPreservation([pass]).run(on: &result.graph)
        results.append(
          StepResult(
            step: step, report: report, seconds: (ContinuousClock.now - start) / .seconds(1)))
      } catch {
        throw GraphError(error.code, node: error.node, "\(place): \(error.message)")
      }
    }
    bar.clear()
    // What the runtime would do itself has no place in a file.
    try Pipeline([Unfusing(), DeadCodeElimination()]).run(on: &result.graph)
    result.metadata[Self.metadataKey] = recipe.yaml
    return (result, results)
  }
}

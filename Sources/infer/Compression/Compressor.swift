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
    /// What codes of each layer cost and save; nil unless it was asked for.
    let sensitivity: QuantizationSensitivity.Table?
  }

  /// The metadata entry in which a model remembers how it was made.
  static let metadataKey = "espalier.recipe"

  let recipe: Recipe
  let context: PassContext
  /// Data on which steps that quantize activations compare outputs layer by layer; nil: they do not.
  var sensitivityData: (any ActivationSource & Sendable)?

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
        let sensitivity = try sensitivity(of: pass, in: result.graph)
        let report = try MaskPreservation([pass]).run(on: &result.graph)
        results.append(
          StepResult(
            step: step, report: report, seconds: (ContinuousClock.now - start) / .seconds(1),
            sensitivity: sensitivity))
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

  private func sensitivity(
    of pass: any Pass, in graph: Graph
  ) throws(GraphError) -> QuantizationSensitivity.Table? {
    guard let sensitivityData, var quantization = pass as? PostTrainingQuantization else {
      return nil
    }
    quantization.timing = context.timing
    return try QuantizationSensitivity(quantization, source: sensitivityData).measure(graph)
  }
}

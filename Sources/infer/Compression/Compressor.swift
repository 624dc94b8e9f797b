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
  /// - Throws: what the passes throw, naming the step; `badData` when a step brings back weights that
  ///   an earlier one removed.
  func run(on model: Model) throws -> (model: Model, results: [StepResult]) {
    var result = model
    var results: [StepResult] = []
    var zeros = ZeroPattern()
    var bar = ProgressBar("steps", total: recipe.steps.count)
    for (index, step) in recipe.steps.enumerated() {
      bar.update(index)
      let start = ContinuousClock.now
      let pass = try PassCatalog.make(step, in: context)
      let place = "step \(index + 1), \(step.text)"
      do throws(GraphError) {
        let sensitivity = try sensitivity(of: pass, in: result.graph)
        var report = try Pipeline([pass]).run(on: &result.graph)[0].report
        // Passes need not count non-zeros, which a report of compression is about.
        report.before.nonZeros = results.last?.report.after.nonZeros ?? report.before.nonZeros
        report.after = GraphSize(result.graph, countingNonZeros: true)
        results.append(
          StepResult(
            step: step, report: report, seconds: (ContinuousClock.now - start) / .seconds(1),
            sensitivity: sensitivity))
      } catch {
        throw GraphError(error.code, node: error.node, "\(place): \(error.message)")
      }
      if let lost = zeros.firstLoss(in: result.graph) {
        throw CommandError(.internalError, "\(place): brings back removed weights of '\(lost)'")
      }
      zeros.update(result.graph)
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

/// Which weights are zero, so that a later step can be held to keep them.
private struct ZeroPattern {
  /// Part of zeros from which on they are taken for a pattern that an earlier step made.
  private static let leastSparsity = 0.1

  private var zeros: [String: (shape: [Int], isZero: [Bool])] = [:]

  /// Remembers the zeros of the weights.
  mutating func update(_ graph: Graph) {
    zeros = [:]
    for (value, tensor) in graph.initializers where tensor.dtype == .float32 && tensor.rank >= 2 {
      let count = tensor.count - tensor.nonZeroCount
      guard Double(count) >= Self.leastSparsity * Double(tensor.count), count > 0
      else { continue }
      let isZero = tensor.withElements(of: Float.self) { $0.map { $0 == 0 } }
      zeros[graph.name(of: value)] = (tensor.shape, isZero)
    }
  }

  /// The name of a weight of the same name and shape that has lost zeros, nil when none has.
  func firstLoss(in graph: Graph) -> String? {
    for (value, tensor) in graph.initializers where tensor.dtype == .float32 {
      let name = graph.name(of: value)
      guard let before = zeros[name], before.shape == tensor.shape else { continue }
      let isLost = tensor.withElements(of: Float.self) { elements in
        zip(before.isZero, elements).contains { $0 && $1 != 0 }
      }
      if isLost { return name }
    }
    return nil
  }
}

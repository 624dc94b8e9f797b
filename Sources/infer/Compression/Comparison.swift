// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Passes
import Runtime
import Tensors

/// Measures a model and what was made of it side by side.
struct Comparison {
  let before: LoadedModel
  let after: LoadedModel
  let data: CompressionData
  /// Shapes of the inputs that are timed.
  let shapes: ShapeOptions
  /// Seconds to measure each model for.
  let seconds: Double
  /// What the report calls the models.
  var names = ("", "")
  /// Bytes of their files.
  var fileBytes = (0, 0)

  init(
    before: LoadedModel, after: LoadedModel, data: CompressionData, shapes: ShapeOptions,
    seconds: Double
  ) {
    (self.before, self.after, self.data) = (before, after, data)
    (self.shapes, self.seconds) = (shapes, seconds)
  }

  /// Measures everything.
  ///
  /// - Throws: what running and reading throw.
  func report(
    _ results: [Compressor.StepResult], _ common: CommonOptions
  ) throws -> CompressReport {
    let timing = InterleavedTiming(models: [before, after], shapes: shapes, seconds: seconds)
    let times = try timing.run()
    var scores = [Score(), Score()]
    var preprocess: String?
    if let (dataset, indices) = data.evaluation {
      let subjects = try [before, after].map {
        try Subject(
          $0, dataset: dataset, indices: indices, preprocess: data.options.preprocess,
          batch: shapes.batch)
      }
      scores = try Evaluator(subjects: subjects, comparesWithFirst: true).run()
      preprocess = "\(subjects[1].reader.preprocessing)"
    } else if let first = times[0].output?.tensor, let second = times[1].output?.tensor,
      first.shape == second.shape, first.dtype != .string, second.dtype != .string
    {
      scores[1].samples = 1
      scores[1].add(output: second.doubles()[...], reference: first.doubles()[...])
    }
    let layers = try zip([before, after], times).map { model, result in
      try LayerFacts.all(
        of: model.model, types: shapes.inputTypes(of: model.model.graph), steps: result.steps)
    }
    return CompressReport(
      before: state(before, names.0, fileBytes.0, times[0], scores[0]),
      after: state(after, names.1, fileBytes.1, times[1], scores[1]),
      steps: results.map { CompressReport.Step($0) },
      layers: CompressReport.layers(layers[0], layers[1]),
      data: data.evaluation?.dataset.name ?? "seeded random input", samples: scores[1].samples,
      agreement: scores[1].agreement, sqnrDb: scores[1].signalToNoise,
      maxError: scores[1].maximumError, preprocess: preprocess, isa: before.instructionSet,
      threads: common.threadCount)
  }

  private func state(
    _ model: LoadedModel, _ name: String, _ bytes: Int, _ times: InterleavedTiming.Result,
    _ score: Score
  ) -> CompressReport.State {
    let size = GraphSize(model.model.graph, countingNonZeros: true)
    return CompressReport.State(
      model: name, fileBytes: bytes, parameters: size.parameters, nonZeros: size.nonZeros,
      weightBytes: size.bytes, multiplyAdds: times.multiplyAdds, medianMs: times.medianMs,
      minMs: times.minMs, top1: score.top1Accuracy, top5: score.top5Accuracy)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Datasets
import Foundation
import IR
import Passes
import Runtime

/// Makes variants of a model and measures them side by side.
struct VariantBench {
  let path: String
  let variants: [Variant]
  let shapes: ShapeOptions
  let seconds: Double
  let data: DataOptions
  let calibration: Int
  let common: CommonOptions

  /// Makes, measures and evaluates.
  ///
  /// - Throws: what the passes, running and reading throw.
  func run() throws -> VariantReport {
    let original = try LoadedModel(path, common)
    let samples = try CompressionData(
      data, calibration: calibration, model: original.model, session: common.sessionOptions)
    let timing = try SessionTiming(original, shapes: shapes, common)
    let folder = FileManager.default.temporaryDirectory.path + "/espalier-\(UUID().uuidString)"
    try makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var models: [LoadedModel] = []
    var bytes: [Int] = []
    var context = samples.context(seed: data.seed, timing: timing)
    context.latency = try SessionMeter(
      for: original, shapes: shapes, options: common.sessionOptions)
    for variant in variants {
      let file = try variant.file(
        of: original.model, at: path, in: folder, context: context)
      bytes.append(try fileBytes(of: file))
      models.append(try LoadedModel(file, common, sharing: original.wisdom))
    }
    try original.wisdom.save()
    let times = try InterleavedTiming(models: models, shapes: shapes, seconds: seconds).run()
    var scores = models.map { _ in Score() }
    if let (dataset, indices) = samples.evaluation {
      let subjects = try models.map {
        try Subject(
          $0, dataset: dataset, indices: indices, preprocess: data.preprocess, batch: shapes.batch)
      }
      scores = try Evaluator(subjects: subjects, comparesWithFirst: true).run()
    }
    let entries = variants.indices.map { index in
      VariantReport.Entry(
        name: variants[index].name, fileBytes: bytes[index], medianMs: times[index].medianMs,
        minMs: times[index].minMs, speedup: times[0].medianMs / times[index].medianMs,
        gmacs: Double(times[index].multiplyAdds) / 1e9, top1: scores[index].top1Accuracy,
        top5: scores[index].top5Accuracy, agreement: scores[index].agreement,
        sqnrDb: scores[index].signalToNoise)
    }
    let types = try shapes.inputTypes(of: original.model.graph)
    let batch = original.model.graph.requiredInputs.first.flatMap {
      types[$0]?.tensorType?.shape?.first
    }
    return VariantReport(
      model: path, data: samples.evaluation?.dataset.name, samples: scores[0].samples,
      batch: batch ?? 1, threads: common.threadCount,
      isa: original.instructionSet, variants: entries)
  }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Datasets
import IR
import Runtime

/// `infer eval`: accuracy on data, and agreement with another model.
struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure accuracy, agreement with a reference and throughput on data.",
    discussion: """
      mnist:DIR holds the four IDX files, cifar10:DIR and cifar100:DIR the binary version, \
      folder:DIR one folder of PNG and JPEG files for each class (the classes are their names in \
      order, or their numbers) or images without labels, npz:FILE the arrays x and y. Samples are \
      read batch by batch.

      --reference runs another model on the same batches in turns: how often both prefer the same \
      class, and the ratio of signal to noise of the first output.

      Examples:
        infer eval lenet.onnx --data mnist:mnist
        infer eval int8.onnx --reference float.onnx --data folder:photos --crops 500
        infer eval model.onnx --data npz:test.npz --limit 1000 --json
      """)

  @Argument(help: "The ONNX model.", completion: .file(extensions: ["onnx"]))
  var model: String

  @Option(
    help: ArgumentHelp("A model to compare with.", valueName: "model"),
    completion: .file(extensions: ["onnx"]))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "The part of mnist, cifar10 or cifar100: train or test (default: test).", valueName: "part"),
    transform: { try dataSplit($0) })
  var split: DataSplit = .test

  @Option(
    help: ArgumentHelp(
      "Samples that run at once, where the model leaves the batch open.", valueName: "n"))
  var batch = DataOptions.usualBatch

  @OptionGroup var options: DataOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...4096).contains(batch) else {
      throw ValidationError("--batch: expected 1 to 4096, got \(batch)")
    }
    guard options.data != nil else {
      throw ValidationError("Missing expected argument '--data <format:path>'")
    }
  }

  func run() throws {
    let loaded = try LoadedModel(model, common)
    let other = try reference.map { try LoadedModel($0, common, sharing: loaded.wisdom) }
    guard let dataset = try options.open(split, for: loaded.model) else { return }
    let indices = SampleSelection.indices(
      limit: options.limit, of: dataset.count, seed: options.seed)
    // The reference comes first.
    let subjects = try [other, loaded].compactMap(\.self).map {
      try Subject(
        $0, dataset: dataset, indices: indices, preprocess: options.preprocess, batch: batch)
    }
    let scores = try Evaluator(subjects: subjects, comparesWithFirst: other != nil).run()
    try loaded.wisdom.save()
    let own = subjects[subjects.count - 1].reader
    let report = EvalReport(
      data: dataset.name, samples: indices.count, preprocess: "\(own.preprocessing)",
      batch: own.batchSize, threads: common.threadCount, isa: loaded.instructionSet,
      result: EvalReport.Entry(model, scores[scores.count - 1]),
      reference: reference.map { EvalReport.Entry($0, scores[0]) })
    if common.json { try printJSON(report) } else { report.printText() }
  }
}

/// A part of a data set by its name.
///
/// - Throws: `ValidationError`.
func dataSplit(_ text: String) throws -> DataSplit {
  guard let split = DataSplit(rawValue: text) else {
    throw ValidationError("expected train or test, got '\(text)'")
  }
  return split
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Datasets
import Foundation
import IR
import Imaging
import Passes
import Recipes
import Runtime

/// `infer compress`: makes a model smaller or faster, and shows what that costs.
struct Compress: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a model smaller or faster, and report what that changes.",
    discussion: """
      Steps come from a recipe, then from flags: --pass, --factorize, --prune, --quantize. 'infer \
      methods' lists the passes and their parameters. The file is written whole or not at all, and \
      remembers its preprocessing and the steps.

      The result is read from its file and measured beside the original, in turns. With --data both \
      are evaluated; where a format has training data, passes see that, and the evaluation the test \
      data; of other data --calibration samples are for the passes, and others for the evaluation. \
      Quantized layers are measured, and stay as they are where codes are not faster on this CPU.

      --sensitivity prints what codes of each layer cost and save; without -o that is all.

      Examples:
        infer compress model.onnx -o small.onnx --pass simplification
        infer compress model.onnx -o small.onnx --recipe recipe.yaml --data folder:photos
        infer compress model.onnx -o int8.onnx --quantize int8 --data folder:photos --crops 600
        infer compress model.onnx --quantize int8 --data folder:photos --sensitivity
        infer compress model.onnx -o thin.onnx --prune thinned
        infer compress model.onnx -o thin.onnx --prune channel,ms=20 --threads 1
        infer compress model.onnx -o low.onnx --factorize matrix,energy=0.95 --prune weight,ratio=0.8
        infer compress lenet.onnx -o out.onnx --recipe r.yaml --data mnist:mnist --report out.html
      """)

  @Argument(help: "The ONNX model.", completion: .file(extensions: ["onnx"]))
  var model: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("The ONNX file to write.", valueName: "file"),
    completion: .file(extensions: ["onnx"]))
  var output: String?

  @OptionGroup var recipe: RecipeOptions

  @Option(
    help: ArgumentHelp("Samples of --data that passes see.", valueName: "n"))
  var calibration = 100

  @Option(
    help: ArgumentHelp(
      "Data that passes see, where they are not to be a part of --data.",
      valueName: "format:path"),
    completion: .directory, transform: { try DataSpecification($0) })
  var calibrationData: DataSpecification?

  @Flag(help: "Measure each layer that --quantize takes: error, size, ms saved.")
  var sensitivity = false

  @Option(
    help: ArgumentHelp("Write the report as a page with charts.", valueName: "file.html"),
    completion: .file(extensions: ["html"]))
  var report: String?

  @Option(help: ArgumentHelp("Seconds to measure each of the two models for.", valueName: "s"))
  var seconds = 2.0

  @OptionGroup var options: DataOptions
  @OptionGroup var shapes: ShapeOptions
  @OptionGroup var common: CommonOptions

  /// Samples on which outputs are compared layer by layer: they are held in memory.
  private static let sensitivitySamples = 32

  func validate() throws {
    guard output != nil || sensitivity else {
      throw ValidationError("Missing expected argument '--output <file>'")
    }
    guard (1...10_000_000).contains(calibration) else {
      throw ValidationError("--calibration: expected 1 to 10000000, got \(calibration)")
    }
    guard seconds >= 0, seconds <= 3600 else {
      throw ValidationError("--seconds: expected 0 to 3600, got \(seconds)")
    }
  }

  func run() throws {
    let hasData = options.data != nil || calibrationData != nil
    let steps = try recipe.steps(hasData: hasData, seed: options.seed)
    guard !steps.steps.isEmpty else {
      throw CommandError(
        .usage, "nothing to do; give --recipe, --pass, --factorize, --prune or --quantize")
    }
    let original = try LoadedModel(model, common)
    // The file may be the one that is replaced.
    let bytesBefore = try fileBytes(of: model)
    let data = try CompressionData(
      options, calibration: calibration, from: calibrationData, model: original.model,
      session: common.sessionOptions)
    let timing = try SessionTiming(original, shapes: shapes, common)
    var context = data.context(seed: steps.seed, timing: timing)
    context.latency = try SessionMeter(
      for: original, shapes: shapes, options: common.sessionOptions)
    var compressor = Compressor(recipe: steps, context: context)
    if sensitivity { compressor.sensitivityData = data.first(Self.sensitivitySamples) }
    var (compressed, results) = try compressor.run(on: original.model)
    guard let output else { return try printSensitivity(results) }
    if let preprocess = options.preprocess {
      compressed.metadata[ImageInput.metadataKey] = "\(preprocess)"
    }
    try writeModel(compressed, to: output)

    let after = try LoadedModel(output, common, sharing: original.wisdom)
    var comparison = Comparison(
      before: original, after: after, data: data, shapes: shapes, seconds: seconds)
    comparison.names = (model, output)
    comparison.fileBytes = (bytesBefore, try fileBytes(of: output))
    let result = try comparison.report(results, common)
    if let report { try writeAtomically(Array(result.html.utf8), to: report) }
    if common.json { try printJSON(result) } else { result.printText() }
  }
}

extension Compress {
  /// Prints what was found out about layers, where nothing is written.
  ///
  /// - Throws: `usage` when no step quantizes activations.
  private func printSensitivity(_ results: [Compressor.StepResult]) throws {
    let reports = results.compactMap { result in
      result.sensitivity.map { SensitivityReport(result.step.text, $0) }
    }
    guard !reports.isEmpty else {
      throw CommandError(.usage, "--sensitivity needs a step that quantizes activations")
    }
    if common.json { return try printJSON(["sensitivity": reports]) }
    for report in reports { report.printText() }
  }
}

/// Bytes of a model's file and of its external data beside it, as the file system tells.
///
/// - Throws: `io`.
func fileBytes(of path: String) throws -> Int {
  var total = 0
  for (index, file) in [path, path + ".data"].enumerated() {
    var status = stat()
    guard stat(file, &status) == 0 else {
      if index > 0 { continue }
      throw CommandError(.io, "\(path): cannot be looked at: \(systemError(errno))")
    }
    total += Int(status.st_size)
  }
  return total
}

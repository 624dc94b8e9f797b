// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import IR
import Imaging
import Runtime
import Tensors

/// `infer run`: runs a model.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a model on images, arrays or ONNX tensors.",
    discussion: """
      Images go through the preprocessing that the model remembers, or that --preprocess names: \
      imagenet, inception, efficientnet-lite, unit, raw, or settings such as \
      mean=0.5,std=0.25,size=224,crop=0.875,order=bgr.

      Examples:
        infer run efficientnet.onnx cat.jpg dog.png --labels imagenet.txt --top 3
        infer run model.onnx --input image=x.npy --output-dir results
        infer run model.onnx photo.jpg --preprocess inception --json
      """)

  @Argument(help: "The ONNX model.", completion: .file(extensions: ["onnx"]))
  var model: String

  @Argument(
    help: "PNG or JPEG images for the model's only input that --input does not give.",
    completion: .file(extensions: ["png", "jpg", "jpeg"]))
  var images: [String] = []

  @Option(
    name: .customLong("input"),
    help: ArgumentHelp(
      "A file for an input: .npy, .pb (ONNX TensorProto) or an image.", valueName: "name=file"),
    completion: .file())
  var inputs: [NamedFile] = []

  @Option(
    help: ArgumentHelp(
      "Write each output to NAME.npy in this folder; '/' in a name becomes '_'.",
      valueName: "dir"),
    completion: .directory)
  var outputDir: String?

  @Option(help: ArgumentHelp("Classes to print for each image (default: 5).", valueName: "k"))
  var top: Int?

  @Option(
    help: ArgumentHelp("Class names, one a line.", valueName: "file"), completion: .file())
  var labels: String?

  @Option(
    help: ArgumentHelp(
      "How images become inputs (default: what the model remembers, else imagenet).",
      valueName: "p"),
    transform: { try Preprocessing($0) })
  var preprocess: Preprocessing?

  @OptionGroup var common: CommonOptions

  /// Images that run at once where the model leaves the batch open.
  private static let largestBatch = 16

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top: expected at least 1, got \(top)") }
    var seen: Set<String> = []
    for input in inputs where !seen.insert(input.name).inserted {
      throw ValidationError("--input: '\(input.name)' is given twice")
    }
  }

  func run() throws {
    let start = ContinuousClock.now
    let loaded = try LoadedModel(model, common)
    let names = try labels.map { try Labels(contentsOf: $0) }
    let request = try RunRequest(
      loaded.model, images: images, inputs: inputs, preprocessing: preprocess)
    let outputNames = loaded.model.graph.outputs.map(\.name)
    if outputDir != nil { try OutputFiles.check(outputNames) }

    var report = RunReport(
      model: model, threads: common.threadCount, isa: loaded.instructionSet,
      preprocess: request.image?.preprocessing.description, loadMs: 0)
    var collector = OutputCollector(names: outputNames)
    var bar = ProgressBar("images", total: images.count)
    for (index, batch) in request.batches(largest: Self.largestBatch).enumerated() {
      let values = try request.values(for: batch)
      try loaded.session.prepare(for: values)
      if index == 0 { report.loadMs = (ContinuousClock.now - start).milliseconds }
      let begin = ContinuousClock.now
      let outputs = try loaded.session.run(values)
      let milliseconds = (ContinuousClock.now - begin).milliseconds
      try collector.add(outputs, kept: batch.files.count, batch: batch.count)
      report.add(
        batch, milliseconds: milliseconds,
        classes: classify(outputs, batch, labels: names, hasImages: request.image != nil))
      bar.update(report.results.count)
    }
    bar.clear()
    try loaded.wisdom.save()
    let outputs = try collector.outputs()
    let files = try outputDir.map { try OutputFiles(folder: $0) }
    report.outputs = try outputs.map { name, value in
      OutputReport(name, value, file: try files?.write(name, value))
    }
    if common.json { try printJSON(report) } else { report.printText(request.image?.summary) }
  }

  /// The classes of each image of a batch, or nil when the model is no classifier.
  private func classify(
    _ outputs: [RuntimeValue], _ batch: RunRequest.Batch, labels: Labels?, hasImages: Bool
  ) -> [Classification]? {
    guard hasImages || top != nil || labels != nil,
      let tensor = outputs.lazy.compactMap(\.tensor).first,
      let scores = Classification.scores(
        tensor, batch: hasImages ? batch.count : tensor.shape.first ?? 0)
    else { return nil }
    return scores.map { Classification($0, count: top ?? 5, labels: labels) }
  }
}

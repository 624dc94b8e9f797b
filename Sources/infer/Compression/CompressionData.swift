// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Passes
import Runtime

/// The data of `infer compress`: samples that the passes see, and others to evaluate on.
struct CompressionData {
  let options: DataOptions
  /// What the models are evaluated on, nil without data.
  let evaluation: (dataset: any Dataset, indices: [Int])?
  /// What the passes see, nil without data.
  private let seen: CalibrationSource<DataBatches>?

  /// Opens the data and divides it.
  ///
  /// - Parameters:
  ///   - calibration: Samples that the passes see.
  ///   - specification: Where those come from; nil: the training data, else others of the same data.
  /// - Throws: what opening throws; `badData` when nothing is left to evaluate on.
  init(
    _ options: DataOptions, calibration: Int, from specification: DataSpecification? = nil,
    model: Model, session: SessionOptions
  ) throws {
    self.options = options
    func source(_ dataset: any Dataset) throws -> CalibrationSource<DataBatches> {
      let indices = SampleSelection.indices(
        limit: calibration, of: dataset.count, seed: options.seed)
      return try Self.source(dataset, indices, options, model, session)
    }
    let separate = try specification.map { try source($0.open(split: .train)) }
    guard let data = options.data, let test = try options.open(.test, for: model) else {
      (evaluation, seen) = (nil, separate)
      return
    }
    let isShared = separate == nil && !data.format.hasSplits
    let skipped = isShared ? calibration : 0
    let indices = SampleSelection.indices(
      limit: options.limit, of: test.count, skipping: skipped, seed: options.seed)
    guard !indices.isEmpty else {
      throw CommandError(
        .badData,
        "\(test.name): has \(test.count) samples, of which the passes see \(skipped) "
          + "(--calibration), so none is left to evaluate on; give more, or --crops")
    }
    evaluation = (test, indices)
    // The same seed draws the samples that the evaluation skips.
    let training = isShared ? test : try options.open(.train, for: model)
    seen = try separate ?? training.map(source)
  }

  private static func source(
    _ dataset: any Dataset, _ indices: [Int], _ options: DataOptions, _ model: Model,
    _ session: SessionOptions
  ) throws -> CalibrationSource<DataBatches> {
    let input = try DataInput(of: model, for: dataset, given: options.preprocess)
    let reader = BatchReader(
      dataset, indices: indices, form: input.form, preprocessing: input.preprocessing,
      batchSize: input.fixedBatch ?? DataOptions.usualBatch,
      fillsLastBatch: input.fixedBatch != nil)
    return CalibrationSource(DataBatches(reader: reader), options: session)
  }

  /// The first samples that the passes see, at least so many where there are as many; nil without
  /// data.
  func first(_ count: Int) -> CalibrationSource<DataBatches>? {
    guard var source = seen else { return nil }
    let reader = source.batches.reader
    source.batches = DataBatches(
      reader: BatchReader(
        reader.dataset, indices: Array(reader.indices.prefix(count)), form: reader.form,
        preprocessing: reader.preprocessing, batchSize: reader.batchSize,
        fillsLastBatch: reader.fillsLastBatch))
    return source
  }

  /// What the passes may use.
  ///
  /// - Parameter timing: Measures layers.
  func context(seed: UInt64, timing: SessionTiming) -> PassContext {
    PassContext(activations: seen, timing: timing, seed: seed)
  }
}

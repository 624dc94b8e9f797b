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

  /// Opens the data and divides it.
  ///
  /// - Parameter calibration: Samples that the passes see.
  /// - Throws: what opening throws; `badData` when nothing is left to evaluate on.
  init(
    _ options: DataOptions, calibration: Int, model: Model, session: SessionOptions
  ) throws {
    self.options = options
    guard let data = options.data, let test = try options.open(.test, for: model) else {
      evaluation = nil
      return
    }
    let skipped = data.format.hasSplits ? 0 : calibration
    let indices = SampleSelection.indices(
      limit: options.limit, of: test.count, skipping: skipped, seed: options.seed)
    guard !indices.isEmpty else {
      throw CommandError(
        .badData,
        "\(test.name): has \(test.count) samples, of which the passes see \(skipped) "
          + "(--calibration), so none is left to evaluate on; give more, or --crops")
    }
    evaluation = (test, indices)
  }

  /// What the passes may use.
  func context(seed: UInt64) -> PassContext { PassContext(seed: seed) }
}

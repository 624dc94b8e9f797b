// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Imaging
import Runtime
import Tensors

/// A model that is evaluated, with the data as its input takes it.
struct Subject {
  let loaded: LoadedModel
  let input: DataInput
  let reader: BatchReader

  /// Prepares a model for the samples that the options choose.
  ///
  /// - Parameters:
  ///   - dataset: The data, crops already made.
  ///   - indices: The samples.
  ///   - preprocess: The preprocessing of the command line.
  ///   - batch: Samples that run at once, where the model leaves the batch open.
  init(
    _ loaded: LoadedModel, dataset: any Dataset, indices: [Int], preprocess: Preprocessing?,
    batch: Int?
  ) throws {
    self.loaded = loaded
    input = try DataInput(of: loaded.model, for: dataset, given: preprocess)
    reader = BatchReader(
      dataset, indices: indices, form: input.form, preprocessing: input.preprocessing,
      batchSize: input.fixedBatch ?? batch ?? DataOptions.usualBatch,
      fillsLastBatch: input.fixedBatch != nil)
  }

  /// Whether a batch of the other is a batch of this one too.
  func sharesBatches(with other: Subject) -> Bool {
    reader.form.shape == other.reader.form.shape && reader.form.dtype == other.reader.form.dtype
      && reader.form.image == other.reader.form.image
      && reader.preprocessing == other.reader.preprocessing
      && reader.batchSize == other.reader.batchSize
      && reader.fillsLastBatch == other.reader.fillsLastBatch
  }

  /// The values of all inputs of the graph for a batch.
  func values(for batch: BatchReader.Batch) -> [RuntimeValue?] {
    loaded.session.graph.inputs.map { $0 == input.value ? .tensor(batch.input) : nil }
  }
}

extension DataOptions {
  /// Opens the data and makes crops of it.
  ///
  /// - Parameter model: Says the proportions of the crops.
  func open(_ split: DataSplit, for model: Model) throws -> (any Dataset)? {
    guard let data else { return nil }
    let dataset = try data.open(split: split)
    guard let crops else { return dataset }
    let form = try DataInput(of: model, for: dataset, given: preprocess).form
    let aspect = form.image.map { Double($0.width) / Double($0.height) } ?? 1
    return RandomCrops(of: dataset, count: crops, aspect: aspect, seed: seed)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Datasets
import IR
import Imaging
import Tensors

/// The input of a model that takes the samples of a data set.
struct DataInput {
  /// The input.
  let value: ValueID
  /// What a sample becomes.
  let form: InputForm
  /// How images are prepared.
  let preprocessing: Preprocessing
  /// The batch that the model fixes, nil when it takes any.
  let fixedBatch: Int?

  /// Looks at the only input of a model.
  ///
  /// - Parameter given: The preprocessing of the command line.
  /// - Throws: `badData` when there are more inputs, or the input's shape is open where the data does
  ///   not say it.
  init(of model: Model, for dataset: any Dataset, given: Preprocessing?) throws {
    let required = model.graph.requiredInputs
    guard required.count == 1, let value = required.first else {
      let names = required.map { "'\(model.graph.name(of: $0))'" }.joined(separator: ", ")
      throw CommandError(
        .badData, "data goes into a model of one input, this one has \(required.count): \(names)")
    }
    var chosen = given
    if chosen == nil, !dataset.holdsPhotographs {
      chosen = try Preprocessing(model.metadata[ImageInput.metadataKey] ?? "unit")
    }
    // What is stored at a network's size says that size, where the model leaves it open.
    if !dataset.holdsPhotographs, !(dataset is RandomCrops) {
      if case .image(let image) = try dataset.sample(at: 0).content {
        let size = chosen?.size ?? .init(height: image.height, width: image.width)
        chosen?.size = size
      }
    }
    self.value = value
    if let image = try? ImageInput(value, of: model, given: chosen) {
      (form, preprocessing, fixedBatch) = (image.form, image.preprocessing, image.fixedBatch)
      return
    }
    let (name, type) = (model.graph.name(of: value), model.graph.type(of: value))
    guard let tensor = type.tensorType, let dimensions = tensor.dimensions,
      let first = dimensions.first,
      tensor.dtype != .string, tensor.dtype.bitWidth >= 8
    else {
      throw CommandError(
        .badData,
        "the input '\(name)' is \(type), data needs a tensor whose first axis is the batch")
    }
    let shape = dimensions.dropFirst().compactMap(\.value)
    guard shape.count == dimensions.count - 1, first.value != 0 else {
      throw CommandError(
        .badData, "the input '\(name)' is \(type), data needs fixed dimensions behind the batch")
    }
    form = InputForm(name: name, dtype: tensor.dtype, shape: shape, image: nil)
    preprocessing = try chosen ?? Preprocessing(model.metadata[ImageInput.metadataKey] ?? "unit")
    fixedBatch = first.value
  }
}

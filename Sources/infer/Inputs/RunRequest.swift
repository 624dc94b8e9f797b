// SPDX-License-Identifier: Apache-2.0
import IR
import Imaging
import Tensors

/// What `infer run` is to compute: the values of the inputs, batch by batch.
struct RunRequest {
  /// Images that run at once.
  struct Batch {
    /// The image files; one empty name when there is no image.
    let files: ArraySlice<String>
    /// The extent of the batch axis, at least as many.
    let count: Int
  }

  /// The input that images go into, nil when there are none.
  let image: ImageInput?
  private let images: [String]
  private let inputs: [ValueID]
  private var given: [ValueID: RuntimeValue] = [:]

  /// Reads the files of the inputs, except images.
  ///
  /// - Throws: `usage` when names and inputs do not fit each other; what reading throws.
  init(
    _ model: Model, images: [String], inputs: [NamedFile], preprocessing: Preprocessing?
  ) throws {
    let graph = model.graph
    let names = graph.inputs.map { "'\(graph.name(of: $0))'" }.joined(separator: ", ")
    var images = images
    var image: ImageInput?
    for input in inputs {
      guard let value = graph.value(named: input.name), graph.inputs.contains(value) else {
        throw CommandError(
          .usage, "--input: the model has no input '\(input.name)', its inputs are \(names)")
      }
      if input.isImage {
        guard images.isEmpty else {
          throw CommandError(.usage, "--input: images can go into one input only")
        }
        image = try ImageInput(value, of: model, given: preprocessing)
        images = [input.path]
      } else {
        given[value] = try input.value(for: graph.type(of: value))
      }
    }
    let given = given
    let missing = graph.requiredInputs.filter { given[$0] == nil && $0 != image?.value }
    let missingNames = missing.map { "'\(graph.name(of: $0))'" }.joined(separator: ", ")
    if image == nil, !images.isEmpty {
      guard missing.count == 1, let value = missing.first else {
        throw CommandError(
          .usage,
          missing.isEmpty
            ? "the model's inputs \(names) are all given, so there is none for an image"
            : "images need one input that --input does not give, the model has \(missingNames)")
      }
      image = try ImageInput(value, of: model, given: preprocessing)
    } else if let first = missing.first {
      throw CommandError(
        .usage,
        "nothing is given for the input \(missingNames) (\(graph.type(of: first))); name an image, "
          + "or give --input \(graph.name(of: first))=FILE")
    }
    (self.image, self.images, self.inputs) = (image, images, graph.inputs)
  }

  /// The batches to run, in order: of the size that the model fixes, else of at most `largest`.
  func batches(largest: Int) -> [Batch] {
    guard let image else { return [Batch(files: [""], count: 1)] }
    let size = image.fixedBatch ?? largest
    return stride(from: 0, to: images.count, by: size).map { start in
      let files = images[start..<min(start + size, images.count)]
      return Batch(files: files, count: image.fixedBatch ?? files.count)
    }
  }

  /// The value of each input of the graph for a batch.
  ///
  /// - Throws: what reading images throws.
  func values(for batch: Batch) throws -> [RuntimeValue?] {
    var values = given
    if let image { values[image.value] = .tensor(try image.batch(batch.files, count: batch.count)) }
    return inputs.map { values[$0] }
  }
}

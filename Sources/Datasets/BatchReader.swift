// SPDX-License-Identifier: Apache-2.0
public import Imaging
public import Tensors

/// Reads samples of a data set as batches for a model's input, each when it is asked for.
public struct BatchReader: Sendable {
  /// Samples that run at once.
  public struct Batch: Sendable {
    /// The value of the input, `[N, …]`.
    public let input: Tensor
    /// How many samples count: behind them the last one is repeated up to N.
    public let count: Int
    /// The label of each sample that counts; empty without labels.
    public let labels: [Int]
  }

  /// Where the samples come from.
  public let dataset: any Dataset
  /// The samples, in the order of the batches.
  public let indices: [Int]
  /// What the model's input holds.
  public let form: InputForm
  /// How images are prepared.
  public let preprocessing: Preprocessing
  /// Samples of a batch.
  public let batchSize: Int
  /// Whether the last batch is filled up, for models that fix the batch.
  public let fillsLastBatch: Bool

  /// Reads the samples of `indices`.
  ///
  /// - Parameter preprocessing: Its `crop` does not apply where ``Dataset/usesWholeImages``.
  /// - Precondition: `batchSize` is positive, and the indices are those of samples.
  public init(
    _ dataset: any Dataset, indices: [Int], form: InputForm, preprocessing: Preprocessing,
    batchSize: Int, fillsLastBatch: Bool
  ) {
    precondition(batchSize > 0)
    (self.dataset, self.indices, self.form) = (dataset, indices, form)
    (self.batchSize, self.fillsLastBatch) = (batchSize, fillsLastBatch)
    var preprocessing = preprocessing
    if dataset.usesWholeImages { preprocessing.crop = 1 }
    self.preprocessing = preprocessing
  }

  /// The number of batches.
  public var batchCount: Int { (indices.count + batchSize - 1) / batchSize }

  /// Reads batch `index`.
  ///
  /// - Throws: what reading throws; `mismatch` when a sample does not fit the input.
  public func batch(_ index: Int) throws(DataError) -> Batch {
    let part = indices[index * batchSize..<min((index + 1) * batchSize, indices.count)]
    let extent = fillsLastBatch ? batchSize : part.count
    var labels: [Int] = []
    let shape = [extent] + form.shape
    guard let size = ShapeMath.byteCount(of: form.dtype, shape: shape) else {
      throw DataError(.limitExceeded, at: form.name, "a batch of shape \(shape) is too large")
    }
    let sampleBytes = size / extent
    let input = try Tensor(uninitialized: form.dtype, shape: shape) { target throws(DataError) in
      var last: [UInt8] = []
      for (position, sample) in part.enumerated() {
        let sample = try dataset.sample(at: sample)
        if let label = sample.label { labels.append(label) }
        last = try encoded(sample)
        copy(last, to: target, at: position * sampleBytes)
      }
      for position in part.count..<extent { copy(last, to: target, at: position * sampleBytes) }
    }
    return Batch(input: input, count: part.count, labels: labels)
  }

  private func copy(_ bytes: [UInt8], to target: UnsafeMutableRawBufferPointer, at offset: Int) {
    UnsafeMutableRawBufferPointer(rebasing: target[offset..<offset + bytes.count])
      .copyBytes(from: bytes)
  }

  /// The bytes of a sample as the input holds it.
  private func encoded(_ sample: Sample) throws(DataError) -> [UInt8] {
    let tensor =
      switch sample.content {
      case .image(let image): try encoded(image)
      case .array(let array): try checked(array)
      }
    let converted =
      tensor.dtype == form.dtype
      ? tensor : Tensor(doubles: tensor.doubles(), dtype: form.dtype, shape: tensor.shape)
    return converted.withUnsafeBytes { Array($0) }
  }

  private func encoded(_ image: Image) throws(DataError) -> Tensor {
    let count = form.shape.reduce(1, *)
    // A network of fully connected layers takes the pixels in a row.
    let axes =
      form.image
      ?? InputForm.ImageAxes(
        height: image.height, width: image.width,
        channels: count == image.width * image.height ? 1 : 3, layout: .planar)
    guard axes.height * axes.width * axes.channels == count else {
      throw mismatch("an image of \(image.height) x \(image.width) pixels")
    }
    do throws(ImageError) {
      let values = try preprocessing.apply(
        image, height: axes.height, width: axes.width, channels: axes.channels, layout: axes.layout)
      return Tensor(values, shape: form.shape)
    } catch { throw DataError(error) }
  }

  private func checked(_ array: Tensor) throws(DataError) -> Tensor {
    let isAlike = array.dtype.isFloatingPoint && form.dtype.isFloatingPoint
    guard array.dtype == form.dtype || isAlike,
      array.shape.filter({ $0 != 1 }) == form.shape.filter({ $0 != 1 })
    else { throw mismatch("\(array.dtype)\(array.shape)") }
    return array
  }

  private func mismatch(_ got: String) -> DataError {
    DataError(
      .mismatch, at: dataset.name,
      "the input '\(form.name)' takes samples of \(form.dtype)\(form.shape), got \(got)")
  }
}

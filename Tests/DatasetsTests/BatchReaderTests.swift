// SPDX-License-Identifier: Apache-2.0
import Datasets
import Imaging
import Tensors
import Testing

@Suite struct BatchReaderTests {
  private func form(_ shape: [Int], _ dtype: ElementType = .float32) -> InputForm {
    let image = InputForm.ImageAxes(height: 2, width: 3, channels: 1, layout: .planar)
    return InputForm(
      name: "x", dtype: dtype, shape: shape, image: shape.count == 3 ? image : nil)
  }

  private func mnist() throws -> (TemporaryFolder, any Dataset) {
    let folder = try TemporaryFolder()
    try folder.writeMNIST()
    return (folder, try MNISTDataset(folder: folder.path, split: .train))
  }

  @Test(arguments: [[1, 2, 3], [6]], [ElementType.float32, .float16, .uint8])
  func `images become batches, small ones uncropped`(shape: [Int], dtype: ElementType) throws {
    let (folder, data) = try mnist()
    let reader = BatchReader(
      data, indices: [1, 2, 5, 6], form: form(shape, dtype),
      preprocessing: try Preprocessing("raw"),
      batchSize: 3, fillsLastBatch: false)
    #expect(reader.batchCount == 2)
    let first = try reader.batch(0)
    #expect(first.count == 3 && first.labels == [1, 2, 5])
    #expect(first.input.shape == [3] + shape && first.input.dtype == dtype)
    let expected: [Double] = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 5]
    #expect(first.input.doubles() == expected)
    #expect(try reader.batch(1).input.shape == [1] + shape)
    withExtendedLifetime(folder) {}
  }

  @Test func `the last sample fills a batch that the model fixes`() throws {
    let (folder, data) = try mnist()
    let reader = BatchReader(
      data, indices: [0, 1, 2], form: form([6]), preprocessing: try Preprocessing("raw"),
      batchSize: 4, fillsLastBatch: true)
    let batch = try reader.batch(0)
    #expect(batch.count == 3 && batch.labels == [0, 1, 2])
    #expect(batch.input.doubles().suffix(12) == ArraySlice([Double](repeating: 2, count: 12)))
    withExtendedLifetime(folder) {}
  }

  @Test func `samples that do not fit the input are refused`() throws {
    let (folder, data) = try mnist()
    let reader = BatchReader(
      data, indices: [0], form: form([5]), preprocessing: Preprocessing(), batchSize: 1,
      fillsLastBatch: false)
    #expect(failure { _ = try reader.batch(0) }?.code == .mismatch)
    let numbers = BatchReader(
      try NPZDataset(file: golden("numbers.npz")), indices: [0], form: form([71]),
      preprocessing: Preprocessing(), batchSize: 1, fillsLastBatch: false)
    let error = failure { _ = try numbers.batch(0) }
    #expect(error?.message == "the input 'x' takes samples of float32[71], got float32[72]")
    withExtendedLifetime(folder) {}
  }
}

@Suite struct SampleSelectionTests {
  @Test func `a selection is drawn by its seed, sorted and without repetition`() {
    #expect(SampleSelection.indices(limit: nil, of: 5, seed: 1) == [0, 1, 2, 3, 4])
    #expect(SampleSelection.indices(limit: 9, of: 5, seed: 1) == [0, 1, 2, 3, 4])
    let some = SampleSelection.indices(limit: 30, of: 100, seed: 1)
    #expect(some.count == 30 && some == some.sorted() && Set(some).count == 30)
    #expect(some == SampleSelection.indices(limit: 30, of: 100, seed: 1))
    #expect(some != SampleSelection.indices(limit: 30, of: 100, seed: 2))
  }

  @Test func `what is skipped is the selection of that size`() {
    let first = SampleSelection.indices(limit: 30, of: 100, seed: 7)
    let rest = SampleSelection.indices(limit: nil, of: 100, skipping: 30, seed: 7)
    #expect((first + rest).sorted() == Array(0..<100))
    let some = SampleSelection.indices(limit: 20, of: 100, skipping: 30, seed: 7)
    #expect(some.count == 20 && Set(some).isDisjoint(with: first))
    #expect(SampleSelection.indices(limit: 5, of: 10, skipping: 10, seed: 7) == [])
  }
}

@Suite struct RandomCropsTests {
  @Test func `crops depend on seed and index alone, and lie within the images`() throws {
    let folder = try TemporaryFolder()
    try folder.writePicture(1, "a.png", width: 40, height: 30)
    try folder.writePicture(2, "b.png", width: 9, height: 50)
    let data = try ImageFolder(folder: folder.path)
    let crops = RandomCrops(of: data, count: 60, aspect: 1, seed: 3)
    let again = RandomCrops(of: data, count: 600, aspect: 1, seed: 3)
    var sizes: Set<Int> = []
    for index in 0..<60 {
      guard case .image(let image) = try crops.sample(at: index).content,
        case .image(let same) = try again.sample(at: index).content
      else { return }
      #expect(image == same)
      #expect(image.bytes[0] == (index % 2 == 0 ? 1 : 2))
      #expect(image.width == image.height)
      if index % 2 == 0 { sizes.insert(image.width) }
      #expect((index % 2 == 0 ? 12...30 : 4...9).contains(image.width))
    }
    #expect(sizes.count > 8)
  }

  @Test func `arrays cannot be cropped`() throws {
    let crops = RandomCrops(of: try NPZDataset(file: golden("numbers.npz")), count: 1, seed: 0)
    #expect(failure { _ = try crops.sample(at: 0) }?.code == .mismatch)
  }
}

@Suite struct DataSpecificationTests {
  @Test func `a specification is a format and a path`() throws {
    let data = try DataSpecification("folder:a:b")
    #expect(data.format == .folder && data.path == "a:b" && "\(data)" == "folder:a:b")
  }

  @Test(arguments: ["", "mnist", "mnist:", "tar:x", ":x"])
  func `others are refused with the list of formats`(text: String) {
    let error = failure { _ = try DataSpecification(text) }
    #expect(error?.code == .invalidSpecification)
    #expect(error?.message.contains("cifar100:DIR") == true)
  }
}

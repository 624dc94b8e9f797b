// SPDX-License-Identifier: Apache-2.0
import Datasets
import Imaging
import Testing

@Suite struct MNISTDatasetTests {
  @Test func `images and labels come from the files of the split`() throws {
    let folder = try TemporaryFolder()
    try folder.writeMNIST()
    let train = try MNISTDataset(folder: folder.path, split: .train)
    let test = try MNISTDataset(folder: folder.path, split: .test)
    #expect(train.count == 7 && test.count == 4)
    let sample = try train.sample(at: 5)
    #expect(sample.label == 5 && sample.bytes == [UInt8](repeating: 5, count: 6))
    guard case .image(let image) = sample.content else { return }
    #expect(image.width == 3 && image.height == 2 && image.channels == 1)
  }

  @Test(arguments: [
    (idx([4, 2, 3]), "24 bytes", DataError.Code.malformed),
    ([0, 0, 9, 3], "magic number", .malformed), ([], "magic number", .malformed),
    ([0, 0, 8, 3, 0, 0], "ends within the header", .malformed),
    ([0x1F, 0x8B, 8, 0], "gunzip", .unsupported),
    (idx([Int(UInt32.max), Int(UInt32.max), Int(UInt32.max)]), "promises", .malformed),
    (idx([0, Int(UInt32.max), Int(UInt32.max)]), "promises", .malformed),
    (idx([4, 0, 3]), "shape [4, 0, 3]", .malformed),
    (idx([5, 1, 1]) + [1, 2, 3, 4, 5], "has 4 labels", .malformed),
  ])
  func `damaged image files are refused`(bytes: [UInt8], text: String, code: DataError.Code) throws
  {
    let folder = try TemporaryFolder()
    try folder.writeMNIST()
    let path = try folder.write(bytes, "t10k-images-idx3-ubyte")
    let error = failure { _ = try MNISTDataset(folder: folder.path, split: .test) }
    #expect(error?.code == code)
    let isNamed = error?.place.hasPrefix(path) == true || error?.place.contains("labels") == true
    #expect(isNamed)
    if text != "24 bytes" { #expect(error?.message.contains(text) == true, "\(error as Any)") }
  }

  @Test func `a file that is not there is named`() throws {
    let folder = try TemporaryFolder()
    let error = failure { _ = try MNISTDataset(folder: folder.path, split: .test) }
    #expect(error?.code == .noSuchFile && error?.place.hasSuffix("t10k-images-idx3-ubyte") == true)
  }
}

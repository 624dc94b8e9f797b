// SPDX-License-Identifier: Apache-2.0
import Datasets
import Testing

@Suite struct CIFARDatasetTests {
  /// A record whose planes are filled with `label`, `label + 1` and `label + 2`.
  private func record(_ labels: [UInt8]) -> [UInt8] {
    labels + (0..<3).flatMap { [UInt8](repeating: labels[labels.count - 1] + $0, count: 1024) }
  }

  @Test func `the five batches follow each other, and planes become pixels`() throws {
    let folder = try TemporaryFolder()
    for file in 1...5 {
      let records = record([UInt8(file)]) + record([UInt8(file + 4)])
      try folder.write(records, "cifar-10-batches-bin/data_batch_\(file).bin")
    }
    let data = try CIFARDataset(.cifar10, folder: folder.path, split: .train)
    #expect(data.count == 10)
    let labels = try (0..<10).map { try data.sample(at: $0).label }
    #expect(labels == [1, 5, 2, 6, 3, 7, 4, 8, 5, 9])
    #expect(try data.sample(at: 3).bytes.prefix(6) == [6, 7, 8, 6, 7, 8])
  }

  @Test func `the fine labels of CIFAR-100 are used`() throws {
    let folder = try TemporaryFolder()
    try folder.write(record([19, 98]), "test.bin")
    let data = try CIFARDataset(.cifar100, folder: folder.path, split: .test)
    #expect(try data.sample(at: 0).label == 98)
  }

  @Test func `records that are cut and labels that are none are refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write(record([3]).dropLast(), "test_batch.bin")
    let cut = failure { _ = try CIFARDataset(.cifar10, folder: folder.path, split: .test) }
    #expect(cut?.code == .malformed && cut?.message.contains("3073") == true)
    try folder.write(record([3]) + record([10]), "test_batch.bin")
    let data = try CIFARDataset(.cifar10, folder: folder.path, split: .test)
    let label = failure { _ = try data.sample(at: 1) }
    #expect(label?.place.hasSuffix("test_batch.bin, offset 3073") == true)
    #expect(label?.message == "has the label 10, expected 0 to 9")
  }
}

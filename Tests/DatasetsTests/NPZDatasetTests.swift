// SPDX-License-Identifier: Apache-2.0
import Datasets
import Foundation
import Imaging
import Tensors
import Testing

@Suite struct NPZDatasetTests {
  @Test(arguments: ["pictures.npz", "compressed.npz", "zip64.npz"])
  func `samples are read in any order`(name: String) throws {
    let data = try NPZDataset(file: golden(name))
    #expect(data.count == 5 && data.hasLabels)
    for index in [0, 1, 4, 2, 2, 0] {
      let sample = try data.sample(at: index)
      #expect(sample.label == 4 - index)
      #expect(sample.bytes == (0..<72).map { UInt8((index * 72 + $0) * 7 % 251) })
      guard case .image(let image) = sample.content else { return }
      #expect(image.height == 4 && image.width == 6 && image.channels == 3)
    }
  }

  @Test func `numbers are arrays of either byte order`() throws {
    let data = try NPZDataset(file: golden("numbers.npz"))
    #expect(!data.hasLabels)
    guard case .array(let tensor) = try data.sample(at: 1).content else { return }
    #expect(tensor.dtype == .float32 && tensor.shape == [72])
    let expected: [Double] = (0..<72).map { Double((72 + $0) * 7 % 251) / 2 }
    #expect(tensor.doubles() == expected)
  }

  @Test func `what is not read here is refused with the way out`() throws {
    let fortran = failure { _ = try NPZDataset(file: golden("fortran.npz")) }
    #expect(fortran?.code == .unsupported && fortran?.message.contains("ascontiguous") == true)
    let unnamed = failure { _ = try NPZDataset(file: golden("unnamed.npz")) }
    #expect(unnamed?.message.contains("arr_0.npy") == true)
    let folder = try TemporaryFolder()
    let text = try folder.write(Array("not an archive at all, not even nearly".utf8), "x.npz")
    #expect(failure { _ = try NPZDataset(file: text) }?.code == .malformed)
  }

  @Test func `a wrong checksum is noticed`() throws {
    let folder = try TemporaryFolder()
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: golden("compressed.npz"))))
    // The checksum of the first central header stands 16 bytes behind its signature.
    let header = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])?.lowerBound)
    bytes[header + 16] ^= 1
    let path = try folder.write(bytes, "x.npz")
    #expect(failure { _ = try NPZDataset(file: path) }?.message.contains("checksum") == true)
  }

  /// Damaged files give samples or errors, never a trap.
  @Test(arguments: ["pictures.npz", "compressed.npz", "zip64.npz"])
  func `every damaged byte is survived`(name: String) throws {
    let original = [UInt8](try Data(contentsOf: URL(filePath: golden(name))))
    let folder = try TemporaryFolder()
    for position in original.indices {
      for value in [0, 0xFF, original[position] ^ 0x10] {
        var bytes = original
        bytes[position] = value
        let path = try folder.write(bytes, "x.npz")
        do {
          let data = try NPZDataset(file: path)
          for index in 0..<min(data.count, 5) { _ = try data.sample(at: index) }
        } catch {
          // What is refused is refused with an error of the module: the compiler knows no other.
          #expect(!error.place.isEmpty)
        }
      }
    }
    for length in 0..<original.count {
      let path = try folder.write(Array(original[..<length]), "x.npz")
      #expect(throws: DataError.self) { _ = try NPZDataset(file: path) }
    }
  }
}

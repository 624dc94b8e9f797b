// SPDX-License-Identifier: Apache-2.0
import Glibc
import Imaging

/// The 32 × 32 colour images of CIFAR-10 and CIFAR-100, in their binary version.
///
/// - Source: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and the
///   description of the binary version: one or two bytes of labels, then three planes of 1,024 bytes.
public struct CIFARDataset: Dataset {
  /// The two data sets.
  public enum Kind: Int, Sendable {
    /// Ten classes.
    case cifar10 = 10
    /// A hundred classes, of which the fine labels are used.
    case cifar100 = 100

    fileprivate var labelBytes: Int { self == .cifar10 ? 1 : 2 }
    fileprivate var subfolder: String {
      self == .cifar10 ? "cifar-10-batches-bin" : "cifar-100-binary"
    }

    fileprivate func files(_ split: DataSplit) -> [String] {
      switch (self, split) {
      case (.cifar10, .train): (1...5).map { "data_batch_\($0).bin" }
      case (.cifar10, .test): ["test_batch.bin"]
      case (.cifar100, .train): ["train.bin"]
      case (.cifar100, .test): ["test.bin"]
      }
    }
  }

  private static let side = 32
  private static let planeBytes = side * side

  public let name: String
  public let count: Int
  public var hasLabels: Bool { true }
  private let kind: Kind
  private let files: [DataFile]
  /// The index of the first sample of each file.
  private let starts: [Int]
  private var recordBytes: Int { kind.labelBytes + 3 * Self.planeBytes }

  /// Opens a folder with the binary files, or the folder around the one that the archive makes.
  ///
  /// - Throws: `noSuchFile`, `io`, `malformed`.
  public init(_ kind: Kind, folder: String, split: DataSplit) throws(DataError) {
    let nested = "\(folder)/\(kind.subfolder)"
    let root = access(nested, F_OK) == 0 ? nested : folder
    let recordBytes = kind.labelBytes + 3 * Self.planeBytes
    var files: [DataFile] = []
    var starts: [Int] = []
    var total = 0
    for file in kind.files(split) {
      let opened = try DataFile("\(root)/\(file)")
      guard opened.size > 0, opened.size % recordBytes == 0 else {
        throw DataError(
          .malformed, at: opened.path,
          "expected a whole number of records of \(recordBytes) bytes, the file has "
            + "\(opened.size) bytes")
      }
      files.append(opened)
      starts.append(total)
      total += opened.size / recordBytes
    }
    (self.kind, self.files, self.starts, count) = (kind, files, starts, total)
    name = "\(kind):\(folder) (\(split.rawValue))"
  }

  public func sample(at index: Int) throws(DataError) -> Sample {
    let file = (starts.lastIndex { $0 <= index }) ?? 0
    let offset = (index - starts[file]) * recordBytes
    let record = try files[file].read(at: offset, count: recordBytes)
    let label = Int(record[kind.labelBytes - 1])
    guard label < kind.rawValue else {
      throw DataError(
        .malformed, at: "\(files[file].path), offset \(offset)",
        "has the label \(label), expected 0 to \(kind.rawValue - 1)")
    }
    var pixels = [UInt8](repeating: 0, count: 3 * Self.planeBytes)
    for plane in 0..<3 {
      let start = kind.labelBytes + plane * Self.planeBytes
      for pixel in 0..<Self.planeBytes { pixels[pixel * 3 + plane] = record[start + pixel] }
    }
    let image = Image(width: Self.side, height: Self.side, channels: 3, bytes: pixels)
    return Sample(.image(image), label: label)
  }
}

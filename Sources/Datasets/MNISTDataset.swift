// SPDX-License-Identifier: Apache-2.0
import Glibc
import Imaging

/// The handwritten digits of MNIST, or any data in the same four IDX files: grey images and labels.
///
/// - Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
public struct MNISTDataset: Dataset {
  public let name: String
  public let count: Int
  public var hasLabels: Bool { true }
  private let images: IDXFile
  private let labels: [UInt8]

  /// Opens a folder with `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`,
  /// `t10k-images-idx3-ubyte` and `t10k-labels-idx1-ubyte`, of which those of one split are needed.
  ///
  /// - Throws: `noSuchFile`, `io`, `malformed`; `unsupported` for compressed files.
  public init(folder: String, split: DataSplit) throws(DataError) {
    let prefix = split == .train ? "train" : "t10k"
    let images = try IDXFile(Self.path(folder, "\(prefix)-images", "idx3-ubyte"), rank: 3)
    let labelFile = try IDXFile(Self.path(folder, "\(prefix)-labels", "idx1-ubyte"), rank: 1)
    guard labelFile.shape[0] == images.shape[0] else {
      throw DataError(
        .malformed, at: labelFile.file.path,
        "has \(labelFile.shape[0]) labels, \(images.file.path) has \(images.shape[0]) images")
    }
    guard images.itemSize > 0 else {
      throw DataError(.malformed, at: images.file.path, "has images of shape \(images.shape)")
    }
    labels = try labelFile.bytes()
    (self.images, count, name) = (images, images.shape[0], "mnist:\(folder) (\(split.rawValue))")
  }

  /// The name of the files has a hyphen in the originals, a point in some copies.
  private static func path(_ folder: String, _ stem: String, _ suffix: String) -> String {
    let usual = "\(folder)/\(stem)-\(suffix)"
    let other = "\(folder)/\(stem).\(suffix)"
    if access(usual, F_OK) != 0, access(other, F_OK) == 0 { return other }
    // A compressed file explains itself better than one that is missing.
    let compressed = usual + ".gz"
    return access(usual, F_OK) != 0 && access(compressed, F_OK) == 0 ? compressed : usual
  }

  public func sample(at index: Int) throws(DataError) -> Sample {
    let image = Image(
      width: images.shape[2], height: images.shape[1], channels: 1, bytes: try images.item(index))
    return Sample(.image(image), label: Int(labels[index]))
  }
}

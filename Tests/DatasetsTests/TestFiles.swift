// SPDX-License-Identifier: Apache-2.0
import Datasets
import Foundation
import Imaging
import Testing

/// A new empty folder, removed when the object goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/espalier-data-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders around it, and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes four IDX files of images of 2 × 3 pixels, sample `i` filled with `i`, labelled `i mod 10`.
  func writeMNIST(images: [UInt8]? = nil, labels: [UInt8]? = nil) throws {
    for (prefix, count) in [("train", 7), ("t10k", 4)] {
      let pixels = (0..<count).flatMap { [UInt8](repeating: UInt8($0), count: 6) }
      try write(
        images ?? idx([count, 2, 3]) + pixels, "\(prefix)-images-idx3-ubyte")
      try write(
        labels ?? idx([count]) + (0..<count).map { UInt8($0 % 10) }, "\(prefix)-labels-idx1-ubyte")
    }
  }

  /// Writes a picture of one grey.
  func writePicture(_ grey: UInt8, _ name: String, width: Int = 8, height: Int = 8) throws {
    let pixels = [UInt8](repeating: grey, count: width * height)
    let image = Image(width: width, height: height, channels: 1, bytes: pixels)
    try write(image.encodedAsPNG(), name)
  }
}

/// The header of an IDX file of bytes.
func idx(_ shape: [Int]) -> [UInt8] {
  [0, 0, 8, UInt8(shape.count)]
    + shape.flatMap { extent in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: extent >> $0) } }
}

/// The path of a file in `Tests/Golden/datasets`.
func golden(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/datasets/\(name)").path
}

extension Sample {
  /// The samples of the image; empty for an array.
  var bytes: [UInt8] {
    guard case .image(let image) = content else { return [] }
    return image.bytes
  }
}

/// The error that `body` throws.
func failure(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> DataError? {
  #expect(throws: DataError.self, sourceLocation: sourceLocation) { try body() }
}

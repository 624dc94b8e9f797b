// SPDX-License-Identifier: Apache-2.0

/// An array of bytes in the IDX format of the MNIST files.
///
/// - Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits": a big-endian
///   magic number (two zeros, the element type, the number of axes), the extents, the elements.
struct IDXFile: Sendable {
  private static let unsignedByte: UInt8 = 0x08

  /// The extents of the array.
  let shape: [Int]
  /// Bytes of one element of the first axis.
  let itemSize: Int
  let file: DataFile
  private let start: Int

  /// Opens a file and checks its header and length.
  ///
  /// - Parameter rank: The number of axes that are expected.
  /// - Throws: `noSuchFile`, `io`, `malformed`; `unsupported` for compressed files.
  init(_ path: String, rank: Int) throws(DataError) {
    file = try DataFile(path)
    start = 4 + 4 * rank
    let header = try file.read(at: 0, count: min(file.size, start))
    if header.starts(with: [0x1F, 0x8B]) {
      throw DataError(.unsupported, at: path, "is compressed; run gunzip on it first")
    }
    let magic: [UInt8] = [0, 0, Self.unsignedByte, UInt8(rank)]
    guard header.starts(with: magic) else {
      throw DataError(
        .malformed, at: path,
        "expected the IDX magic number \(magic) (bytes in \(rank) axes), got \(header.prefix(4))")
    }
    guard header.count == start else {
      throw DataError(.malformed, at: path, "ends within the header, after \(header.count) bytes")
    }
    var extents: [Int] = []
    for axis in 1...rank {
      extents.append(header[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) })
    }
    shape = extents
    // Extents have 32 bits each, and there are three at most: the product may overflow.
    var size = 1
    var item = 1
    for (axis, extent) in extents.enumerated() {
      let (product, overflow) = size.multipliedReportingOverflow(by: extent)
      let (itemProduct, itemOverflow) = item.multipliedReportingOverflow(
        by: axis > 0 ? extent : 1)
      guard !overflow, !itemOverflow else { throw Self.wrongSize(file, extents, start) }
      (size, item) = (product, itemProduct)
    }
    itemSize = item
    guard size == file.size - start else { throw Self.wrongSize(file, extents, start) }
  }

  private static func wrongSize(_ file: DataFile, _ extents: [Int], _ start: Int) -> DataError {
    DataError(
      .malformed, at: file.path,
      "the header promises bytes of shape \(extents), \(file.size - start) bytes follow it")
  }

  /// The bytes of one element of the first axis.
  func item(_ index: Int) throws(DataError) -> [UInt8] {
    try file.read(at: start + index * itemSize, count: itemSize)
  }

  /// All bytes.
  func bytes() throws(DataError) -> [UInt8] {
    try file.read(at: start, count: file.size - start)
  }
}

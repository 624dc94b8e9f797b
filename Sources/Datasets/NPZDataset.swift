// SPDX-License-Identifier: Apache-2.0
import Imaging
import Tensors

/// The arrays `x` (samples along the first axis) and `y` (labels, may be absent) of a `.npz` file, as
/// `numpy.savez` and `numpy.savez_compressed` write them.
///
/// Samples of `uint8` with the shape of an image, `[H, W]`, `[H, W, C]` or `[C, H, W]` of 1 or 3
/// channels, are images; all others are arrays that the model takes as they are.
public struct NPZDataset: Dataset {
  /// The most bytes of one sample.
  static let maximumSampleBytes = 1 << 30
  /// The most samples.
  static let maximumCount = 100_000_000

  public let name: String
  public let count: Int
  public var hasLabels: Bool { labels != nil }
  private let member: ZipMember
  private let header: NumPyHeader
  private let sampleBytes: Int
  private let labels: [Int]?

  /// Opens a file and reads the labels.
  ///
  /// - Throws: `noSuchFile`, `io`, `malformed`, `limitExceeded`; `unsupported` for element types that
  ///   `.npy` files do not share with this engine, Fortran order, and encryption.
  public init(file: String) throws(DataError) {
    let archive = try ZipArchive(file)
    guard let samples = try archive.member("x.npy") else {
      let names = archive.names.prefix(10).joined(separator: ", ")
      throw DataError(
        .malformed, at: file,
        "expected an array x, and y for labels, got \(names.isEmpty ? "none" : names); write it "
          + "with numpy.savez(file, x=…, y=…)")
    }
    member = ZipMember(samples, of: archive)
    header = try Self.header(of: member)
    let place = member.place
    guard let first = header.shape.first else {
      throw DataError(.malformed, at: place, "has no axes, expected samples along the first one")
    }
    guard !header.isFortranOrder || header.shape.count == 1 else {
      throw DataError(
        .unsupported, at: place,
        "is stored in Fortran order, whose samples are not in one piece; write it with "
          + "numpy.ascontiguousarray")
    }
    guard
      let bytes = ShapeMath.byteCount(of: header.dtype, shape: Array(header.shape.dropFirst())),
      bytes <= Self.maximumSampleBytes
    else {
      throw DataError(
        .limitExceeded, at: place,
        "a sample of shape \(header.shape.dropFirst()) takes more than \(Self.maximumSampleBytes) "
          + "bytes")
    }
    guard bytes > 0, first <= Self.maximumCount else {
      throw DataError(
        .limitExceeded, at: place,
        "has shape \(header.shape), expected samples of at least one byte, at most "
          + "\(Self.maximumCount) of them")
    }
    let total = first.multipliedReportingOverflow(by: bytes)
    guard !total.overflow, total.partialValue == member.size - header.dataOffset else {
      throw DataError(
        .malformed, at: place,
        "\(header.dtype) of shape \(header.shape) does not take the \(member.size) bytes that it has"
      )
    }
    (sampleBytes, count, name) = (bytes, first, "npz:\(file)")
    labels = try Self.labels(archive, count: first)
  }

  public func sample(at index: Int) throws(DataError) -> Sample {
    let bytes = try member.read(
      at: header.dataOffset + index * sampleBytes, count: sampleBytes)
    var part = header
    part.shape.removeFirst()
    let label = labels?[index]
    if let image = Self.image(bytes, part) { return Sample(.image(image), label: label) }
    do throws(NumPyError) {
      let tensor = try NumPyFile.tensor(part, bytes[...], name: member.place)
      return Sample(.array(tensor), label: label)
    } catch { throw DataError(error) }
  }

  /// The image that bytes stand for, nil when they are none.
  private static func image(_ bytes: [UInt8], _ header: NumPyHeader) -> Image? {
    let shape = header.shape
    guard header.dtype == .uint8, shape.allSatisfy({ $0 > 0 }) else { return nil }
    func isColour(_ extent: Int) -> Bool { extent == 1 || extent == 3 }
    if shape.count == 2 {
      return Image(width: shape[1], height: shape[0], channels: 1, bytes: bytes)
    }
    guard shape.count == 3 else { return nil }
    if isColour(shape[2]) {
      return Image(width: shape[1], height: shape[0], channels: shape[2], bytes: bytes)
    }
    guard isColour(shape[0]) else { return nil }
    let (channels, pixels) = (shape[0], shape[1] * shape[2])
    var interleaved = [UInt8](repeating: 0, count: bytes.count)
    for channel in 0..<channels {
      for pixel in 0..<pixels {
        interleaved[pixel * channels + channel] = bytes[channel * pixels + pixel]
      }
    }
    return Image(width: shape[2], height: shape[1], channels: channels, bytes: interleaved)
  }

  private static func header(of member: ZipMember) throws(DataError) -> NumPyHeader {
    let prefix = try member.read(
      at: 0, count: min(member.size, NumPyFile.maximumPrefixBytes))
    do throws(NumPyError) { return try NumPyFile.header(prefix[...], name: member.place) } catch {
      throw DataError(error)
    }
  }

  private static func labels(
    _ archive: ZipArchive, count: Int
  ) throws(DataError) -> [Int]? {
    guard let found = try archive.member("y.npy") else { return nil }
    let member = ZipMember(found, of: archive)
    let header = try header(of: member)
    guard header.dtype.isInteger, header.shape == [count] || header.shape == [count, 1],
      ShapeMath.byteCount(of: header.dtype, elements: count) == member.size - header.dataOffset
    else {
      throw DataError(
        .malformed, at: member.place,
        "expected an integer for each of the \(count) samples, got \(header.dtype)\(header.shape) in \(member.size) bytes"
      )
    }
    let bytes = try member.read(at: header.dataOffset, count: member.size - header.dataOffset)
    let tensor: Tensor
    do throws(NumPyError) {
      tensor = try NumPyFile.tensor(header, bytes[...], name: member.place)
    } catch { throw DataError(error) }
    let labels = tensor.int64s()
    if let index = labels.firstIndex(where: { $0 < 0 }) {
      throw DataError(
        .malformed, at: member.place, "has the label \(labels[index]) at index \(index)")
    }
    return labels.map { Int($0) }
  }
}

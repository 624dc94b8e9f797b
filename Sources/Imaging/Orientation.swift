// SPDX-License-Identifier: Apache-2.0

/// How the stored rows have to be turned to make a picture upright.
///
/// - Source: EXIF 2.32, section 4.6.4, tag 274 (Orientation), values 1 ... 8.
struct Orientation: Hashable {
  /// Rows and columns change places, before the flips, which speak of the stored picture.
  var transposes = false
  /// Read the stored columns from the right.
  var flipsColumns = false
  /// Read the stored rows from the bottom.
  var flipsRows = false

  static let upright = Orientation()

  private init() {}

  /// Makes the orientation of an EXIF value; others than 1 ... 8 are taken as upright.
  init(exif value: Int) {
    guard (1...8).contains(value) else { return }
    transposes = value >= 5
    flipsColumns = [2, 3, 7, 8].contains(value)
    flipsRows = [3, 4, 6, 7].contains(value)
  }

  /// Reads the orientation from EXIF data, which is laid out as a TIFF file.
  ///
  /// Looks only into the first directory, follows no other offset, and takes whatever does not make
  /// sense as upright, since EXIF data is advice and the picture can be shown without it.
  init(tiff: ArraySlice<UInt8>) {
    self = .upright
    let isBigEndian = tiff.starts(with: [0x4D, 0x4D, 0, 0x2A])
    guard isBigEndian || tiff.starts(with: [0x49, 0x49, 0x2A, 0]) else { return }
    let reader = ByteReader(tiff, bigEndian: isBigEndian)
    guard let directory = reader.uint32(at: 4), let count = reader.uint16(at: directory) else {
      return
    }
    for index in 0..<count {
      let entry = directory + 2 + index * 12
      guard let tag = reader.uint16(at: entry) else { return }
      guard tag == 0x0112 else { continue }
      // Type 3 is a 16-bit integer, stored in the entry itself.
      guard reader.uint16(at: entry + 2) == 3, reader.uint32(at: entry + 4) == 1,
        let value = reader.uint16(at: entry + 8)
      else { return }
      self = Orientation(exif: value)
      return
    }
  }

  /// Reads the orientation from the first EXIF segment of a JPEG file.
  init(jpeg file: [UInt8]) {
    self = .upright
    let reader = ByteReader(file[...], bigEndian: true)
    var offset = 2
    while let marker = reader.uint16(at: offset), let length = reader.uint16(at: offset + 2) {
      if marker == 0xFFFF {  // fill byte
        offset += 1
        continue
      }
      let end = offset + 2 + length
      // From the start of the first scan (DA) on, there are compressed data and no segments.
      guard marker > 0xFF00, marker != 0xFFDA, length >= 2, end <= file.count else { return }
      let body = file[offset + 4..<end]
      if marker == 0xFFE1, body.starts(with: Array("Exif\0\0".utf8)) {
        self = Orientation(tiff: body.dropFirst(6))
        return
      }
      offset = end
    }
  }
}

extension Image {
  /// The image turned upright.
  func upright(_ orientation: Orientation) -> Image {
    guard orientation != .upright else { return self }
    let turned = (orientation.transposes ? (height, width) : (width, height))
    let samples: Samples =
      switch samples {
      case .bytes(let bytes): .bytes(turn(bytes, orientation))
      case .words(let words): .words(turn(words, orientation))
      }
    return Image(width: turned.0, height: turned.1, channels: channels, samples: samples)
  }

  private func turn<Sample>(_ source: [Sample], _ orientation: Orientation) -> [Sample] {
    var result: [Sample] = []
    result.reserveCapacity(source.count)
    let (columns, rows) = orientation.transposes ? (height, width) : (width, height)
    for row in 0..<rows {
      for column in 0..<columns {
        var (x, y) = orientation.transposes ? (row, column) : (column, row)
        if orientation.flipsColumns { x = width - 1 - x }
        if orientation.flipsRows { y = height - 1 - y }
        let pixel = (y * width + x) * channels
        for channel in 0..<channels { result.append(source[pixel + channel]) }
      }
    }
    return result
  }
}

// SPDX-License-Identifier: Apache-2.0

import CImageShim

extension Image {
  /// Writes the image as an 8-bit PNG file, which appears complete or not at all.
  ///
  /// - Throws: `io`; `tooLarge` when PNG cannot hold it.
  public func writePNG(to path: String) throws(ImageError) {
    try writeFile(encodedAsPNG(name: path), to: path)
  }

  /// The image as the bytes of an 8-bit PNG file.
  ///
  /// - Parameter name: what errors call it.
  /// - Throws: `tooLarge` when PNG cannot hold it.
  public func encodedAsPNG(name: String = "image") throws(ImageError) -> [UInt8] {
    let limit = Int(Int32.max) / 4
    guard width <= limit, height <= limit, width * height <= limit else {
      throw ImageError(
        .tooLarge, place: name, "a PNG file cannot hold \(width) x \(height) pixels")
    }
    let (columns, rows, planes) = (UInt32(width), UInt32(height), UInt32(channels))
    let source = bytes
    var message = [CChar](repeating: 0, count: 256)
    var size = 0
    _ = espalier_png_write(source, columns, rows, planes, nil, &size, &message)
    var status: Int32 = 0
    let file = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      status = espalier_png_write(
        source, columns, rows, planes, buffer.baseAddress, &size, &message)
      initialized = status == 0 ? size : 0
    }
    guard status == 0 else {
      let reason = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw ImageError(
        .tooLarge, place: name,
        "cannot be written as PNG: \(String(decoding: reason, as: UTF8.self))")
    }
    return file
  }
}

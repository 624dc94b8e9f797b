// SPDX-License-Identifier: Apache-2.0

import CImageShim

/// One of the decoders of the C shim, whose contract is in its header.
typealias NativeDecoder = (
  UnsafePointer<UInt8>?, Int, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<espalier_image>?
) -> Int32

/// Decodes a whole file: reads the header, checks its size, and only then makes room for the pixels.
///
/// - Throws: `tooLarge`, `unsupported` or `corrupt`, with the message of the library.
func decode(
  _ file: [UInt8], as format: String, with decoder: NativeDecoder, name: String, maximumPixels: Int
) throws(ImageError) -> Image {
  var header = espalier_image()
  try check(decoder(file, file.count, nil, 0, &header), header, format: format, name: name)
  let (width, height, channels) = (Int(header.width), Int(header.height), Int(header.channels))
  try checkSize(width: width, height: height, name: name, maximumPixels: maximumPixels)

  let count = width * height * channels
  let size = count * Int(header.bytes_per_sample)
  var status: Int32 = 0
  let samples: Image.Samples
  if header.bytes_per_sample == 2 {
    samples = .words(
      [UInt16](unsafeUninitializedCapacity: count) { buffer, initialized in
        status = decoder(
          file, file.count, UnsafeMutableRawPointer(buffer.baseAddress), size, &header)
        initialized = status == 0 ? count : 0
      })
  } else {
    samples = .bytes(
      [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        status = decoder(
          file, file.count, UnsafeMutableRawPointer(buffer.baseAddress), size, &header)
        initialized = status == 0 ? count : 0
      })
  }
  try check(status, header, format: format, name: name)
  return Image(width: width, height: height, channels: channels, samples: samples)
}

/// Refuses an image of no or too many pixels.
///
/// - Throws: `corrupt`, `tooLarge`.
func checkSize(
  width: Int, height: Int, name: String, maximumPixels: Int
) throws(ImageError) {
  guard width > 0, height > 0 else {
    throw ImageError(.corrupt, place: name, "the header declares \(width) x \(height) pixels")
  }
  let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
  guard !overflows, pixels <= maximumPixels else {
    throw ImageError(
      .tooLarge, place: name,
      "expected at most \(maximumPixels) pixels, the header declares \(width) x \(height)")
  }
}

private func check(
  _ status: Int32, _ image: espalier_image, format: String, name: String
) throws(ImageError) {
  guard status != 0 else { return }
  let message = withUnsafeBytes(of: image.message) {
    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
  }
  switch Int(status) {
  case Int(ESPALIER_IMAGE_UNSUPPORTED):
    throw ImageError(.unsupported, place: name, "this kind of \(format) is not read: \(message)")
  case Int(ESPALIER_IMAGE_TOO_LARGE), Int(ESPALIER_IMAGE_NO_MEMORY):
    throw ImageError(.tooLarge, place: name, "the \(format) image is too large: \(message)")
  default:
    throw ImageError(.corrupt, place: name, "the \(format) data is damaged or cut: \(message)")
  }
}

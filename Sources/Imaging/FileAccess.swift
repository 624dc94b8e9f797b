// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The largest image file that is read, in bytes: 64 megapixels of 16-bit RGBA, uncompressed.
private let maximumFileSize = 512_000_000

/// Reads a whole file.
///
/// - Throws: `noSuchFile`, `io`, and `tooLarge` above 512 MB.
func readFile(_ path: String) throws(ImageError) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else {
    let code: ImageError.Code = errno == ENOENT || errno == ENOTDIR ? .noSuchFile : .io
    throw ImageError(code, place: path, "cannot be opened: \(reason(errno))")
  }
  defer { close(file) }
  var contents: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &piece, piece.count)
    guard count >= 0 else {
      if errno == EINTR { continue }
      throw ImageError(.io, place: path, "cannot be read: \(reason(errno))")
    }
    guard count > 0 else { return contents }
    guard contents.count + count <= maximumFileSize else {
      throw ImageError(
        .tooLarge, place: path, "expected an image file of at most \(maximumFileSize) bytes")
    }
    contents += piece[..<count]
  }
}

/// Writes a whole file or nothing: into a new file beside it, which then takes its name.
///
/// - Throws: `io`.
func writeFile(_ contents: [UInt8], to path: String) throws(ImageError) {
  let temporary = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max)).tmp"
  let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard file >= 0 else {
    throw ImageError(.io, place: path, "cannot be created: \(reason(errno))")
  }
  var failure: Int32 = 0
  var written = 0
  while written < contents.count, failure == 0 {
    let count = contents.withUnsafeBytes { bytes in
      write(file, bytes.baseAddress.map { $0 + written }, contents.count - written)
    }
    if count >= 0 { written += count } else if errno != EINTR { failure = errno }
  }
  if close(file) != 0, failure == 0 { failure = errno }
  if failure == 0, rename(temporary, path) != 0 { failure = errno }
  guard failure == 0 else {
    unlink(temporary)
    throw ImageError(.io, place: path, "cannot be written: \(reason(failure))")
  }
}

private func reason(_ code: Int32) -> String {
  var text = [CChar](repeating: 0, count: 256)
  // The POSIX form, which unlike `strerror` may be called from any thread.
  guard strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

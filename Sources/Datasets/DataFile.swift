// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that is open for reading at any offset, by any number of threads.
final class DataFile: Sendable {
  /// The name by which it was opened.
  let path: String
  /// Its length in bytes.
  let size: Int
  private let descriptor: Int32

  /// Opens a regular file.
  ///
  /// - Throws: `noSuchFile`, `io`.
  init(_ path: String) throws(DataError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let code: DataError.Code = errno == ENOENT || errno == ENOTDIR ? .noSuchFile : .io
      throw DataError(code, at: path, "cannot be opened: \(systemReason(errno))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw DataError(.io, at: path, "is not a regular file")
    }
    (self.path, self.descriptor, size) = (path, descriptor, Int(status.st_size))
  }

  deinit { close(descriptor) }

  /// Reads exactly `count` bytes.
  ///
  /// - Throws: `malformed` when the file ends before them; `io`.
  func read(at offset: Int, count: Int) throws(DataError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
      throw DataError(
        .malformed, at: path,
        "expected \(count) bytes at offset \(offset), the file has \(size) bytes")
    }
    var failure: Int32 = 0
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while done < count {
        let result = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if result > 0 { done += result }
        if result == 0 { break }
        if result < 0, errno != EINTR {
          failure = errno
          break
        }
      }
      initialized = done
    }
    guard failure == 0 else {
      throw DataError(.io, at: path, "cannot be read: \(systemReason(failure))")
    }
    guard bytes.count == count else {
      throw DataError(.io, at: path, "became shorter while it was read")
    }
    return bytes
  }
}

/// The system's words for an error number, from any thread.
func systemReason(_ code: Int32) -> String {
  var text = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

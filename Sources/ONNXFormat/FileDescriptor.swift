// SPDX-License-Identifier: Apache-2.0
import Glibc

/// An open file that closes itself.
struct FileDescriptor: ~Copyable {
  /// The number that system calls take; valid while this value is in use, so a method or a
  /// borrowed parameter should use it.
  let number: Int32

  /// Takes ownership of an open descriptor.
  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// What the system knows about the file.
  ///
  /// - Throws: `io`.
  borrowing func status(path: String) throws(ONNXError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else {
      throw ONNXError(.io, at: path, "cannot stat: \(errorText(errno))")
    }
    return status
  }

  /// Maps the first `size` bytes for reading; `MAP_FAILED` when that fails, with `errno` set.
  borrowing func map(_ size: Int) -> UnsafeMutableRawPointer? {
    mmap(nil, size, PROT_READ, MAP_PRIVATE, number, 0)
  }

  /// Sends what was written to the disk; negative when it fails, with `errno` set.
  borrowing func flush() -> Int32 { fsync(number) }

  /// Writes bytes at the current position; returns how many, or -1 with `errno` set.
  borrowing func write(_ bytes: UnsafeRawBufferPointer) -> Int {
    Glibc.write(number, bytes.baseAddress, bytes.count)
  }

  /// Calls `open`, which returns a new descriptor or sets `errno`, until no signal interrupts it.
  ///
  /// - Throws: `noSuchFile` or `io`.
  init(opening path: String, _ open: () -> Int32) throws(ONNXError) {
    while true {
      let number = open()
      if number >= 0 {
        self.init(number)
        return
      }
      switch errno {
      case EINTR: continue
      case ENOENT, ENOTDIR: throw ONNXError(.noSuchFile, at: path, "no such file")
      case let error: throw ONNXError(.io, at: path, "cannot open: \(errorText(error))")
      }
    }
  }
}

/// The system's words for an error number.
func errorText(_ number: Int32) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
    // strerror shares a buffer between threads; this one does not.
    guard let text = buffer.baseAddress, strerror_r(number, text, buffer.count) == 0 else {
      return "error \(number)"
    }
    return String(cString: text)
  }
}

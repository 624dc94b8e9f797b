// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The bytes of a regular file, mapped read-only for as long as the object lives.
///
/// Weights are read from here without a copy: whoever keeps a pointer into `bytes` keeps a
/// reference to this object. A file that another process shortens while it is mapped ends this
/// process with SIGBUS at the next access, as with every mapping; one that is replaced by a
/// rename, as `AtomicFile` does, stays readable.
package final class MappedFile: Sendable {
  /// The whole file, aligned to a page.
  ///
  /// Valid while the object lives, which may end with its last mention in the code: keep the
  /// object beside the pointer, or use `withBytes`.
  // nonisolated(unsafe): set once in the initializer, and nobody writes to the memory.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  /// The name to use in messages.
  package let path: String
  /// Whether the bytes are a mapping of a file, not a copy in memory.
  package let isFileBacked: Bool

  /// Maps the file at `path`.
  ///
  /// - Parameters:
  ///   - path: A file name; symbolic links are followed.
  ///   - maximumSize: The largest size accepted, in bytes.
  /// - Throws: `noSuchFile`; `io` when it is unreadable or not a regular file; `limitExceeded`.
  package convenience init(
    path: String, maximumSize: Int = .max
  ) throws(ONNXError) {
    let descriptor = try FileDescriptor(opening: path) {
      open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    try self.init(descriptor, path: path, maximumSize: maximumSize)
  }

  /// Maps an open file.
  ///
  /// - Parameters:
  ///   - descriptor: A file opened for reading.
  ///   - path: The name to use in messages.
  ///   - maximumSize: The largest size accepted, in bytes.
  /// - Throws: `io` when it is not a regular file or cannot be mapped; `limitExceeded`.
  init(
    _ descriptor: consuming FileDescriptor, path: String, maximumSize: Int
  ) throws(ONNXError) {
    self.path = path
    isFileBacked = true
    let status = try descriptor.status(path: path)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ONNXError(.io, at: path, "not a regular file")
    }
    let size = Int(status.st_size)
    guard size <= maximumSize else {
      throw ONNXError(
        .limitExceeded, at: path, "\(size) bytes, more than the limit of \(maximumSize)")
    }
    guard size > 0 else {  // mmap refuses a length of 0
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = descriptor.map(size), start != MAP_FAILED else {
      throw ONNXError(.io, at: path, "cannot map \(size) bytes: \(errorText(errno))")
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  /// Holds a copy of bytes that are in memory already, under the same interface as a file.
  ///
  /// - Parameters:
  ///   - contents: The bytes; copied to memory aligned to a page.
  ///   - path: The name to use in messages.
  /// - Throws: `io` when there is no memory for them.
  package init(copying contents: some Collection<UInt8>, path: String = "") throws(ONNXError) {
    self.path = path
    isFileBacked = false
    let size = contents.count
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard
      let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { throw ONNXError(.io, at: path, "no memory for \(size) bytes: \(errorText(errno))") }
    UnsafeMutableRawBufferPointer(start: start, count: size).copyBytes(from: contents)
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }

  /// The part of the file in `range`; see `bytes` for how long it is valid.
  ///
  /// - Precondition: `range` lies in `0 ..< bytes.count`.
  package func bytes(in range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  /// Calls `body` with the part of the file in `range`, which stays mapped for the call.
  ///
  /// - Precondition: `range` lies in `0 ..< bytes.count`.
  package func withBytes<Result: ~Copyable, Failure: Error>(
    in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes(in: range))
  }
}

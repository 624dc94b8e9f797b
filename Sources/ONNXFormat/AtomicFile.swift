// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that appears under its name complete or not at all.
///
/// Bytes go to a temporary file in the same folder; `commit()` flushes it to the disk, renames it
/// over the destination and flushes the folder. Without a commit the temporary file is removed.
/// A symbolic link at the destination is replaced, not followed.
///
/// ```swift
/// var file = try AtomicFile(path: "model.onnx")
/// try file.write(bytes)
/// try file.commit()
/// ```
package struct AtomicFile: ~Copyable {
  /// The destination.
  package let path: String
  /// Bytes written so far.
  package private(set) var byteCount = 0

  private let temporaryPath: String
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private var isCommitted = false

  /// Small writes are gathered up to this many bytes, so that a message of many short fields does
  /// not cost a system call each.
  private static let bufferSize = 1 << 18

  /// Starts a temporary file beside `path`.
  ///
  /// - Throws: `io` when the folder is missing or not writable.
  package init(path: String) throws(ONNXError) {
    self.path = path
    let folder = Self.folder(of: path)
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    guard !name.isEmpty, path.utf8.last != UInt8(ascii: "/") else {
      throw ONNXError(.io, at: path, "cannot write: not a file name")
    }
    var attempt = 0
    while true {
      // Shortened, so that a destination with a name of the maximum length still works.
      let candidate = "\(folder)/.\(name.prefix(32)).\(getpid())-\(attempt).tmp"
      let number = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if number >= 0 {
        temporaryPath = candidate
        descriptor = FileDescriptor(number)
        return
      }
      let error = errno
      if error == EEXIST, attempt < 10_000 {
        attempt += 1
      } else if error != EINTR {
        throw ONNXError(.io, at: path, "cannot create a file in its folder: \(errorText(error))")
      }
    }
  }

  deinit {
    if !isCommitted { unlink(temporaryPath) }
  }

  /// Appends bytes.
  ///
  /// - Throws: `io`, for instance when the disk is full.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ONNXError) {
    byteCount += bytes.count
    if buffer.count + bytes.count <= Self.bufferSize {
      buffer.append(contentsOf: bytes)
      return
    }
    try flush()
    try writeToFile(bytes)
  }

  /// Appends bytes.
  ///
  /// - Throws: `io`, for instance when the disk is full.
  package mutating func write(_ bytes: [UInt8]) throws(ONNXError) {
    try bytes.span.bytes.withUnsafeBytes { (bytes) throws(ONNXError) in try write(bytes) }
  }

  /// Makes the file appear under its name, in place of what was there.
  ///
  /// - Throws: `io`; what was there before stays, unless only the flush of the folder failed.
  package consuming func commit() throws(ONNXError) {
    try flush()
    try check("flush", descriptor.flush())
    try check("rename", rename(temporaryPath, path))
    isCommitted = true
    let number = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try check("open the folder", number)
    let folder = FileDescriptor(number)
    try check("flush the folder", folder.flush())
  }

  private mutating func flush() throws(ONNXError) {
    try buffer.span.bytes.withUnsafeBytes { (bytes) throws(ONNXError) in
      try writeToFile(bytes)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private borrowing func writeToFile(_ bytes: UnsafeRawBufferPointer) throws(ONNXError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = descriptor.write(part)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw ONNXError(.io, at: path, "cannot write: \(errorText(errno))")
      }
    }
  }

  private borrowing func check(_ act: String, _ result: Int32) throws(ONNXError) {
    if result < 0 { throw ONNXError(.io, at: path, "cannot \(act): \(errorText(errno))") }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// Opening files that a model names: the name comes from the file and is not trusted.
package enum ExternalData {
  /// How a path is kept inside the model's folder.
  package enum Resolution: Sendable, CaseIterable {
    /// By the kernel (`openat2`), or component by component where that call is missing.
    case automatic
    /// Component by component, refusing a link at each.
    case componentwise
  }

  /// Maps a file beneath `folder`.
  ///
  /// Refused are absolute paths, `..`, symbolic links on the way (links in `folder` itself are the
  /// caller's own), files with more than one hard link, and anything but regular files. What is
  /// checked is the open file, so replacing it meanwhile changes nothing.
  ///
  /// - Parameters:
  ///   - folder: The folder of the model; empty means the current one.
  ///   - relativePath: The path in the model.
  ///   - maximumSize: The largest size accepted, in bytes.
  ///   - resolution: How the path is kept inside; the default except in tests.
  /// - Throws: `externalData` for what is refused; `noSuchFile`, `io`, `limitExceeded`.
  package static func openBeneath(
    folder: String, relativePath: String, maximumSize: Int = .max,
    resolution: Resolution = .automatic
  ) throws(ONNXError) -> MappedFile {
    let components = try checkedComponents(relativePath)
    let base = try FileDescriptor(opening: folder.isEmpty ? "." : folder) {
      open(folder.isEmpty ? "." : folder, pathOnly | O_DIRECTORY | O_CLOEXEC)
    }
    let file: FileDescriptor
    switch resolution {
    case .automatic:
      if let opened = try openByKernel(base, relativePath) {
        file = opened
      } else {
        file = try openByComponents(base, components, relativePath)
      }
    case .componentwise: file = try openByComponents(base, components, relativePath)
    }
    let status = try file.status(path: relativePath)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw refusal(relativePath, "not a regular file")
    }
    guard status.st_nlink <= 1 else {
      throw refusal(relativePath, "has \(status.st_nlink) hard links, expects one; copy the file")
    }
    return try MappedFile(file, path: relativePath, maximumSize: maximumSize)
  }

  /// The bytes of a file that `offset` and `length` name.
  ///
  /// - Parameters:
  ///   - offset: Where they start; 0 when the model does not say.
  ///   - length: How many there are; nil means up to the end of the file.
  ///   - fileSize: The size of the file in bytes.
  ///   - path: The name to use in messages.
  /// - Throws: `externalData` when a number is negative or the range is not inside the file.
  package static func range(
    offset: Int64, length: Int64?, fileSize: Int, path: String
  ) throws(ONNXError) -> Range<Int> {
    guard offset >= 0, length ?? 0 >= 0 else {
      throw refusal(path, "offset \(offset) and length \(length ?? 0) must not be negative")
    }
    let size = Int64(fileSize)
    guard offset <= size else {
      throw refusal(path, "offset \(offset) is beyond the file's \(size) bytes")
    }
    let (end, overflow) = offset.addingReportingOverflow(length ?? size - offset)
    guard !overflow, end <= size else {
      throw refusal(
        path, "offset \(offset) and length \(length ?? 0) go beyond the file's \(size) bytes")
    }
    return Int(offset)..<Int(end)
  }

  /// The names on the way, `.` and empty ones left out.
  ///
  /// - Throws: `externalData`.
  private static func checkedComponents(_ path: String) throws(ONNXError) -> [Substring] {
    guard !path.utf8.isEmpty else { throw refusal(path, "the location is empty") }
    guard !path.utf8.contains(0) else { throw refusal(path, "the location contains a zero byte") }
    guard path.utf8.first != UInt8(ascii: "/") else {
      throw refusal(path, "absolute path, expects one relative to the model's folder")
    }
    // By bytes: a combining mark after a slash makes another character of it.
    let components = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
      .filter { $0 != "." }
    guard !components.contains("..") else {
      throw refusal(path, "'..' in the location, expects a path inside the model's folder")
    }
    guard !components.isEmpty, path.utf8.last != UInt8(ascii: "/") else {
      throw refusal(path, "not a file name")
    }
    return components
  }

  /// O_NONBLOCK: opening a named pipe must not wait for its other end.
  private static let fileFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY

  private static let pathOnly = Int32(ESPALIER_O_PATH)

  /// Nil when the kernel has no `openat2`, or a sandbox hides it.
  private static func openByKernel(
    _ base: borrowing FileDescriptor, _ path: String
  ) throws(ONNXError) -> FileDescriptor? {
    let resolve =
      ESPALIER_RESOLVE_BENEATH | ESPALIER_RESOLVE_NO_SYMLINKS | ESPALIER_RESOLVE_NO_MAGICLINKS
    while true {
      let number = espalier_openat2(
        base.number, path, UInt64(fileFlags), UInt64(resolve))
      if number >= 0 { return FileDescriptor(number) }
      switch errno {
      case EINTR, EAGAIN: continue
      case ENOSYS, EPERM: return nil
      case let error: throw failure(error, path)
      }
    }
  }

  private static func openByComponents(
    _ base: borrowing FileDescriptor, _ components: [Substring], _ path: String
  ) throws(ONNXError) -> FileDescriptor {
    var folder = try openAt(base, ".", pathOnly | O_DIRECTORY | O_CLOEXEC, path)
    for component in components.dropLast() {
      folder = try openAt(
        folder, String(component), pathOnly | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, path)
    }
    return try openAt(folder, String(components.last ?? ""), fileFlags, path)
  }

  private static func openAt(
    _ folder: borrowing FileDescriptor, _ name: String, _ flags: Int32, _ path: String
  ) throws(ONNXError) -> FileDescriptor {
    while true {
      let number = openat(folder.number, name, flags)
      if number >= 0 { return FileDescriptor(number) }
      guard errno != EINTR else { continue }
      var status = stat()
      // O_DIRECTORY on a link says ENOTDIR, which is also what a file in the way says.
      let error = errno
      if error == ENOTDIR, fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
        status.st_mode & S_IFMT == S_IFLNK
      {
        throw failure(ELOOP, path)
      }
      throw failure(error, path)
    }
  }

  private static func failure(_ error: Int32, _ path: String) -> ONNXError {
    switch error {
    case ENOENT, ENOTDIR: ONNXError(.noSuchFile, at: path, "no such file of external data")
    case ELOOP: refusal(path, "a symbolic link, expects files and folders")
    case EXDEV: refusal(path, "leaves the model's folder")
    case ENXIO: refusal(path, "not a regular file")
    default: ONNXError(.io, at: path, "cannot open: \(errorText(error))")
    }
  }

  private static func refusal(_ path: String, _ message: String) -> ONNXError {
    ONNXError(.externalData, at: path, message)
  }
}

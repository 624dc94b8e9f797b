// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ONNXFormat
import Runtime

/// Wisdom and the file that keeps it from one process to the next.
struct WisdomFile {
  /// What the file had, and what was learnt since.
  let wisdom: Wisdom
  private let path: String?
  private let knownCount: Int

  /// Reads the file; one that is not there is made by ``save()``.
  ///
  /// - Parameter path: Nil for wisdom of this process alone.
  /// - Throws: `io`, and bad data naming the file.
  init(_ path: String?) throws {
    self.path = path
    guard let path, FileManager.default.fileExists(atPath: path) else {
      (wisdom, knownCount) = (Wisdom(), 0)
      return
    }
    do {
      wisdom = try Wisdom(decoding: Data(readBytes(path)))
    } catch is DecodingError {
      throw CommandError(
        .badData, "\(path): expected wisdom that this program wrote; remove the file to begin anew")
    }
    knownCount = wisdom.count
  }

  /// Writes the file if there is more to remember.
  ///
  /// - Throws: `io`.
  func save() throws {
    guard let path, wisdom.count > knownCount else { return }
    try writeAtomically(Array(wisdom.encoded()), to: path)
  }
}

// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials
import KernelTypes
import Synchronization

/// Which algorithm was measured to be the fastest for each layer, on each kind of CPU.
///
/// Sessions learn it while they plan and share it; written to a file and read again, it makes planning
/// as quick as an estimate and repeatable. One file serves several machines.
///
/// - Source: the name is FFTW's: Frigo and Johnson, "The Design and Implementation of FFTW3",
///   Proceedings of the IEEE 93(2), 2005, section II.
public final class Wisdom: Sendable {
  /// What all sessions of the process share unless they are given another.
  public static let shared = Wisdom()

  /// A layer on a machine.
  struct Key: Hashable, Codable, Comparable {
    let cpu: String
    let isa: String
    let threads: Int
    /// See ``ConvolutionLayer/key``.
    let layer: String
    /// Whether only algorithms were measured that round as the definition does.
    let exact: Bool

    static func < (left: Key, right: Key) -> Bool {
      (left.cpu, left.isa, left.threads, left.layer, left.exact ? 1 : 0)
        < (right.cpu, right.isa, right.threads, right.layer, right.exact ? 1 : 0)
    }
  }

  /// A line of the file.
  private struct Entry: Codable {
    let key: Key
    let algorithm: String
  }

  private struct File: Codable {
    let version: Int
    let entries: [Entry]
  }

  private static let version = 1
  private let choices = Mutex<[Key: String]>([:])

  /// Wisdom without entries.
  public init() {}

  /// Number of layers known.
  public var count: Int { choices.withLock { $0.count } }

  /// The wisdom that ``encoded()`` gave.
  ///
  /// - Throws: `DecodingError` for what is no wisdom, or of another version.
  public convenience init(decoding data: Data) throws {
    self.init()
    let file = try JSONDecoder().decode(File.self, from: data)
    guard file.version == Self.version else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [],
          debugDescription: "expected version \(Self.version), got \(file.version)"))
    }
    choices.withLock { choices in
      for entry in file.entries { choices[entry.key] = entry.algorithm }
    }
  }

  /// A JSON document of all entries, the same for the same entries.
  public func encoded() throws -> Data {
    let entries = choices.withLock { choices in
      choices.sorted { $0.key < $1.key }.map { Entry(key: $0.key, algorithm: $0.value) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(File(version: Self.version, entries: entries))
  }

  /// The algorithm for a layer, nil when it was not measured.
  subscript(key: Key) -> String? {
    get { choices.withLock { $0[key] } }
    set { choices.withLock { $0[key] = newValue } }
  }
}

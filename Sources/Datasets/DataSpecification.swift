// SPDX-License-Identifier: Apache-2.0

/// Names data, as in `mnist:DIR`: the format and where the files are.
public struct DataSpecification: Hashable, Sendable, CustomStringConvertible {
  /// The formats of data sets.
  public enum Format: String, Sendable, CaseIterable {
    /// MNIST's four IDX files in a folder.
    case mnist
    /// CIFAR-10, binary version.
    case cifar10
    /// CIFAR-100, binary version.
    case cifar100
    /// Images in a folder, or in one folder for each class.
    case folder
    /// The arrays x and y of an `.npz` file.
    case npz

    /// What stands behind the colon.
    public var argument: String { self == .npz ? "FILE" : "DIR" }
    /// Whether there are files for training and others for testing.
    public var hasSplits: Bool { self != .folder && self != .npz }
  }

  /// The format of the files.
  public let format: Format
  /// The folder or file.
  public let path: String

  /// The grammar in a line, for help texts: `mnist:DIR, cifar10:DIR, …`.
  public static var grammar: String {
    Format.allCases.map { "\($0.rawValue):\($0.argument)" }.joined(separator: ", ")
  }

  /// Reads `FORMAT:PATH`.
  ///
  /// - Throws: `invalidSpecification`.
  public init(_ text: String) throws(DataError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let format = Format(rawValue: String(parts[0])), !parts[1].isEmpty
    else {
      throw DataError(.invalidSpecification, at: "'\(text)'", "expected one of \(Self.grammar)")
    }
    (self.format, path) = (format, String(parts[1]))
  }

  /// `FORMAT:PATH`.
  public var description: String { "\(format.rawValue):\(path)" }

  /// Opens the data.
  ///
  /// - Parameter split: Which part, of formats that have parts.
  /// - Throws: what opening throws; `malformed` when there are no samples.
  public func open(split: DataSplit) throws(DataError) -> any Dataset {
    let dataset: any Dataset =
      switch format {
      case .mnist: try MNISTDataset(folder: path, split: split)
      case .cifar10: try CIFARDataset(.cifar10, folder: path, split: split)
      case .cifar100: try CIFARDataset(.cifar100, folder: path, split: split)
      case .folder: try ImageFolder(folder: path)
      case .npz: try NPZDataset(file: path)
      }
    guard dataset.count > 0 else { throw DataError(.malformed, at: path, "holds no samples") }
    return dataset
  }
}

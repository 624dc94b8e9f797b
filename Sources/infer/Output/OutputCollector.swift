// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Puts the outputs of several runs together, one batch after the other.
struct OutputCollector {
  private let names: [String]
  private var parts: [[RuntimeValue]] = []
  private var counts: [Int] = []

  /// A collector for the outputs of the given names.
  init(names: [String]) { self.names = names }

  /// Adds the outputs of a run, of whose batch the first `kept` of `batch` images count.
  mutating func add(_ outputs: [RuntimeValue], kept: Int, batch: Int) throws {
    parts.append(
      try zip(names, outputs).map { name, value in
        guard kept < batch else { return value }
        guard let tensor = value.tensor, tensor.shape.first == batch else {
          throw noBatch(name, value)
        }
        let part = tensor.count / batch * kept
        return .tensor(tensor.picking(Array(0..<part), shape: [kept] + tensor.shape.dropFirst()))
      })
    counts.append(kept)
  }

  /// Name and value of each output; batches are joined along the first axis.
  ///
  /// - Throws: `badData` when an output has no batch axis and there were several runs.
  func outputs() throws -> [(name: String, value: RuntimeValue)] {
    guard let first = parts.first else { return [] }
    return try names.indices.map { index in
      guard parts.count > 1 else { return (names[index], first[index]) }
      return (names[index], .tensor(try joined(index)))
    }
  }

  private func joined(_ index: Int) throws -> Tensor {
    var bytes: [UInt8] = []
    var shape: [Int] = []
    var dtype: ElementType?
    for (part, count) in zip(parts, counts) {
      let value = part[index]
      guard let tensor = value.tensor, tensor.shape.first == count, tensor.dtype != .string,
        tensor.dtype.bitWidth >= 8, dtype == nil || dtype == tensor.dtype,
        shape.isEmpty || shape.dropFirst() == tensor.shape.dropFirst()
      else { throw noBatch(names[index], value) }
      dtype = tensor.dtype
      shape = [(shape.first ?? 0) + count] + tensor.shape.dropFirst()
      tensor.withUnsafeBytes { bytes += $0 }
    }
    return Tensor(dtype: dtype ?? .float32, shape: shape, bytes: bytes)
  }

  private func noBatch(_ name: String, _ value: RuntimeValue) -> CommandError {
    CommandError(
      .badData,
      "the output '\(name)' is \(value.type), so the results of several images cannot be put into "
        + "one file; run one image at a time")
  }
}

/// Files in which outputs are stored, `NAME.npy` each.
struct OutputFiles {
  private let folder: String

  /// Files in `folder`, which is made if need be.
  init(folder: String) throws {
    self.folder = folder
    try makeFolder(folder)
  }

  /// The file name of an output: '/' and control characters become '_'.
  static func fileName(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar in
      scalar == "/" || scalar.properties.generalCategory == .control ? "_" : String(scalar)
    }
    return scalars.joined() + ".npy"
  }

  /// Checks that no two outputs would have the same file.
  ///
  /// - Throws: `badData`.
  static func check(_ names: [String]) throws {
    for (fileName, group) in Dictionary(grouping: names, by: fileName(_:)) where group.count > 1 {
      let list = group.map { "'\($0)'" }.joined(separator: " and ")
      throw CommandError(.badData, "the outputs \(list) would both be written to \(fileName)")
    }
  }

  /// Writes one output.
  ///
  /// - Returns: The path of the file.
  /// - Throws: `unsupported` for what is not a tensor of numbers; `io`.
  func write(_ name: String, _ value: RuntimeValue) throws -> String {
    guard let tensor = value.tensor else {
      throw CommandError(
        .unsupported, "the output '\(name)' is \(value.type), only tensors are written as .npy")
    }
    let path = folder + "/" + Self.fileName(name)
    try writeAtomically(NumPyFile.bytes(of: tensor, name: "the output '\(name)'"), to: path)
    return path
  }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import IR
import ONNXFormat
import Tensors

/// `NAME=FILE`, the argument of `--input`.
struct NamedFile: ExpressibleByArgument {
  let name: String
  let path: String

  init?(argument: String) {
    // The name may hold '=', a file name hardly does; but a name without one is the common case.
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    path = String(argument[argument.index(after: equals)...])
    if path.isEmpty { return nil }
  }

  /// Whether the file is an image by its name: whatever is neither `.npy` nor `.pb`.
  var isImage: Bool {
    let lowercased = path.lowercased()
    return !lowercased.hasSuffix(".npy") && !lowercased.hasSuffix(".pb")
  }

  /// The value of the file for an input of type `type`.
  ///
  /// - Precondition: not ``isImage``.
  /// - Throws: what reading throws; `badData` when the file does not hold what the input is.
  func value(for type: ValueType) throws -> RuntimeValue {
    let value: RuntimeValue =
      path.lowercased().hasSuffix(".npy")
      ? .tensor(try NumPyFile.read(readBytes(path), name: path))
      : try ONNX.readValue(contentsOf: path, type: type)
    guard type.isCompatible(with: value.type) else {
      throw CommandError(
        .badData, "\(path): holds \(value.type), but the input '\(name)' is \(type)")
    }
    return value
  }
}

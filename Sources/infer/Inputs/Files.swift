// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat

/// Reads a whole regular file.
///
/// - Throws: `noSuchFile`, `io`.
func readBytes(_ path: String) throws -> [UInt8] {
  let file = try MappedFile(path: path)
  return file.withBytes(in: 0..<file.bytes.count) { Array($0) }
}

/// Writes a file that is there whole or not at all.
///
/// - Throws: `io`.
func writeAtomically(_ bytes: [UInt8], to path: String) throws {
  var file = try AtomicFile(path: path)
  try file.write(bytes)
  try file.commit()
}

/// Makes a folder and those around it, unless it is there.
///
/// - Throws: `io`.
func makeFolder(_ path: String) throws {
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw CommandError(
      .io, "\(path): cannot make the folder: \((error as NSError).localizedDescription)")
  }
}

/// Writes a model for the opset that it was read for, or the least one that it needs.
///
/// - Throws: what `ONNX.write` throws.
func writeModel(_ model: Model, to path: String) throws {
  try ONNX.write(
    model, to: path,
    opset: ONNX.writableOpsets.contains(model.opset) && model.opset > ONNX.defaultOpset
      ? model.opset : nil)
}

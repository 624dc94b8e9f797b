// SPDX-License-Identifier: Apache-2.0
import Tensors

extension NodeReader {
  /// An attribute that names an element type by its ONNX number, nil when absent.
  ///
  /// - Throws: `invalidModel` and `unsupported` for numbers that name no element type of ours.
  func elementType(_ name: String) throws(ONNXError) -> ElementType? {
    guard let number = try int(name) else { return nil }
    return try ElementType(onnx: number, place: place)
  }
}

extension NodeWriter {
  /// Writes an element type as its ONNX number, unless it is the default.
  func set(_ name: String, _ type: ElementType?, default missing: ElementType? = nil) {
    if let type, type != missing { set(name, type.onnxNumber) }
  }
}

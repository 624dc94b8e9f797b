// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that move elements and change shapes.
  static let movement: [OperatorBinding] =
    shapes + indexing + [
      .one("Concat", Concat.self) { reader in
        let axis = try reader.int("axis") ?? (reader.opset < 4 ? 1 : nil)
        return Concat(axis: try reader.require(axis, "axis"))
      } write: { operation, writer in
        writer.set("axis", operation.axis)
      },
      .one("Transpose", Transpose.self) { reader in
        Transpose(permutation: try reader.ints("perm"))
      } write: { operation, writer in
        if let permutation = operation.permutation { writer.set("perm", permutation) }
      },
      .one("Pad", Pad.self, read: readPad, write: writePad),
      .one("Slice", Slice.self, read: readSlice),
      .one("Split", Split.self, read: readSplit, write: writeSplit),
      .one("Gather", Gather.self) { reader in
        Gather(axis: try reader.int("axis", default: 0))
      } write: { operation, writer in
        if operation.axis != 0 { writer.set("axis", operation.axis) }
      },
      .one("Expand", since: 8, Expand.self) { _ in Expand() },
    ]

  // MARK: Pad

  private static func readPad(_ reader: NodeReader) throws -> Pad {
    let mode = try reader.choice("mode", default: Pad.Mode.constant)
    guard reader.opset < 11 else { return Pad(mode: mode) }
    let name = reader.opset < 2 ? "paddings" : "pads"
    let value = try reader.float("value", default: 0)
    reader.setInput(1, try reader.require(reader.ints(name), name).vector, "pads")
    if value != 0, let dtype = reader.type(0)?.tensorType?.dtype {
      reader.setInput(2, Tensor(doubles: [Double(value)], dtype: dtype, shape: []), "value")
    }
    return Pad(mode: mode)
  }

  private static func writePad(_ operation: Pad, _ writer: NodeWriter) {
    if operation.mode != .constant { writer.set("mode", operation.mode.rawValue) }
    if operation.mode == .wrap { writer.requireOpset(19) }
    if writer.inputs.count > 3 { writer.requireOpset(18) }
  }

  // MARK: Slice

  private static func readSlice(_ reader: NodeReader) throws -> Slice {
    guard reader.opset < 10 else { return Slice() }
    reader.setInput(1, try reader.require(reader.ints("starts"), "starts").vector, "starts")
    reader.setInput(2, try reader.require(reader.ints("ends"), "ends").vector, "ends")
    reader.setInput(3, try reader.ints("axes")?.vector, "axes")
    return Slice()
  }

  // MARK: Split

  private static func readSplit(_ reader: NodeReader) throws -> Split {
    let axis = try reader.int("axis", default: 0)
    if reader.opset < 13 { reader.setInput(1, try reader.ints("split")?.vector, "split") }
    if reader.opset >= 18, let count = try reader.int("num_outputs"), count != reader.outputCount {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "num_outputs is \(count), the node has \(reader.outputCount) outputs")
    }
    return Split(axis: axis, partCount: reader.outputCount)
  }

  private static func writeSplit(_ operation: Split, _ writer: NodeWriter) {
    writer.leastOutputCount = operation.partCount
    if operation.axis != 0 { writer.set("axis", operation.axis) }
    if writer.inputs.count < 2, writer.opset >= 18 {
      writer.set("num_outputs", operation.partCount)
    } else if writer.inputs.count < 2 {
      writeEqualParts(operation, writer)
    }
  }

  /// Before opset 18 the parts must be equal; sizes say the same where they are not.
  private static func writeEqualParts(_ operation: Split, _ writer: NodeWriter) {
    let dimensions = writer.type(0)?.tensorType?.dimensions
    let axis = operation.axis < 0 ? operation.axis + (dimensions?.count ?? 0) : operation.axis
    guard let dimensions, dimensions.indices.contains(axis), let extent = dimensions[axis].value
    else {
      writer.requireOpset(18)
      return
    }
    guard !extent.isMultiple(of: operation.partCount) else { return }
    let size = extent / operation.partCount + 1
    let sizes = (0..<operation.partCount).map { min(size, extent - $0 * size) }
    writer.inputs.append(writer.addConstant(sizes.vector, "split"))
  }
}

extension [Int] {
  /// The numbers as an `int64` vector.
  var vector: Tensor { Tensor(map(Int64.init)) }
}

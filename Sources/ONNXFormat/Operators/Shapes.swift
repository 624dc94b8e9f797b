// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that keep elements and change the shape, and those that make or tell shapes.
  static let shapes: [OperatorBinding] = [
    .one("Flatten", Flatten.self) { reader in
      Flatten(axis: try reader.int("axis", default: 1))
    } write: { operation, writer in
      if operation.axis != 1 { writer.set("axis", operation.axis) }
    },
    .one("Reshape", Reshape.self) { reader in
      if reader.opset < 5 {
        reader.ignore("consumed_inputs")
        reader.setInput(1, try reader.require(reader.ints("shape"), "shape").vector, "shape")
      }
      return Reshape(allowsZero: try reader.bool("allowzero", default: false))
    } write: { operation, writer in
      guard operation.allowsZero else { return }
      writer.requireOpset(14)
      writer.set("allowzero", true)
    },
    .one("Squeeze", Squeeze.self) { reader in
      if reader.opset < 13 { reader.setInput(1, try reader.ints("axes")?.vector, "axes") }
      return Squeeze()
    },
    .one("Unsqueeze", Unsqueeze.self) { reader in
      if reader.opset < 13 {
        reader.setInput(1, try reader.require(reader.ints("axes"), "axes").vector, "axes")
      }
      return Unsqueeze()
    },
    .one("Shape", Shape.self) { reader in
      Shape(start: try reader.int("start", default: 0), end: try reader.int("end"))
    } write: { operation, writer in
      if operation.start != 0 || operation.end != nil { writer.requireOpset(15) }
      if operation.start != 0 { writer.set("start", operation.start) }
      if let end = operation.end { writer.set("end", end) }
    },
    .one("Size", Size.self) { _ in Size() },
    .one("ConstantOfShape", since: 9, ConstantOfShape.self) { reader in
      try reader.tensor("value").map { ConstantOfShape(value: $0) } ?? ConstantOfShape()
    } write: { operation, writer in
      // ONNX wants the value as a vector of one element.
      if operation != ConstantOfShape() { writer.set("value", operation.value.reshaped(to: [1])) }
    },
    .expansion("Constant", read: readConstant),
  ]

  private static func readConstant(_ reader: NodeReader) throws -> [ValueID?] {
    let value: Tensor
    if reader.has("sparse_value") {
      throw ONNXError(
        .unsupported, at: reader.place, "sparse constants are read as initializers only")
    }
    if let tensor = try reader.tensor("value") {
      value = tensor
    } else if let float = try reader.float("value_float") {
      value = Tensor(scalar: float)
    } else if let floats = try reader.floats("value_floats") {
      value = Tensor(floats)
    } else if let int = try reader.int("value_int") {
      value = Tensor(scalar: Int64(int))
    } else if let ints = try reader.ints("value_ints") {
      value = ints.vector
    } else if let string = try reader.string("value_string") {
      value = Tensor(strings: [string], shape: [])
    } else {
      let strings = try reader.require(reader.strings("value_strings"), "value")
      value = Tensor(strings: strings, shape: [strings.count])
    }
    return [reader.addConstant(value, "value")]
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators on sequences and optionals.
  static let sequences: [OperatorBinding] = [
    .one("SequenceAt", since: 11, SequenceAt.self) { _ in SequenceAt() },
    .one("SequenceConstruct", since: 11, SequenceConstruct.self) { _ in SequenceConstruct() },
    .one("SequenceEmpty", since: 11, SequenceEmpty.self) { reader in
      let number = try reader.int("dtype", default: ElementType.float32.onnxNumber)
      return SequenceEmpty(dtype: try ElementType(onnx: number, place: reader.place))
    } write: { operation, writer in
      if operation.dtype != .float32 { writer.set("dtype", operation.dtype.onnxNumber) }
    },
    .one("SequenceErase", since: 11, SequenceErase.self) { _ in SequenceErase() },
    .one("SequenceInsert", since: 11, SequenceInsert.self) { _ in SequenceInsert() },
    .one("SequenceLength", since: 11, SequenceLength.self) { _ in SequenceLength() },
    .one("SplitToSequence", since: 11, SplitToSequence.self) { reader in
      SplitToSequence(
        axis: try reader.int("axis", default: 0),
        keepsAxis: try reader.bool("keepdims", default: true))
    } write: { operation, writer in
      if operation.axis != 0 { writer.set("axis", operation.axis) }
      if !operation.keepsAxis { writer.set("keepdims", false) }
    },
    .one("ConcatFromSequence", since: 11, ConcatFromSequence.self) { reader in
      ConcatFromSequence(
        axis: try reader.require(reader.int("axis"), "axis"),
        isNewAxis: try reader.bool("new_axis", default: false))
    } write: { operation, writer in
      writer.set("axis", operation.axis)
      if operation.isNewAxis { writer.set("new_axis", true) }
    },
    .one("SequenceMap", since: 17, SequenceMap.self) { reader in
      let types = reader.inputs.indices.map { index -> ValueType? in
        switch reader.type(index) {
        case .sequence(let element): .tensor(element.dtype, dimensions: nil)
        case let type: type
        }
      }
      let body = try reader.subgraph("body", inputTypes: types)
      reader.inputs += body.captures
      return SequenceMap(body: body.graph, captureCount: body.captures.count)
    } write: { operation, writer in
      let captures = writer.takeCaptures(operation.captureCount)
      writer.set("body", operation.body, captures: captures)
      writer.leastOutputCount = operation.body.outputs.count
    },
    .one("Optional", since: 15, OptionalConstruct.self) { reader in
      OptionalConstruct(type: try reader.valueType("type"))
    } write: { operation, writer in
      if let type = operation.type { writer.set("type", type) }
    },
    .one("OptionalGetElement", since: 15, OptionalGetElement.self) { _ in
      OptionalGetElement()
    } write: { _, writer in
      if case .optional = writer.type(0) { return }
      writer.requireOpset(18)
    },
    .one("OptionalHasElement", since: 15, OptionalHasElement.self) { reader in
      if reader.inputs == [nil] { reader.inputs = [] }
      return OptionalHasElement()
    } write: { _, writer in
      if case .optional = writer.type(0) { return }
      writer.requireOpset(18)
    },
  ]
}

extension NodeWriter {
  /// Takes away the last `count` inputs, which stand for captures of a subgraph.
  func takeCaptures(_ count: Int) -> [ValueID?] {
    let captures = Array(inputs.suffix(count))
    inputs.removeLast(captures.count)
    return captures
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that bring the elements along axes together, or put them in order.
  static let reductions: [OperatorBinding] = [
    .reduction("ReduceSum", ReduceSum.self, axesInput: 13),
    .reduction("ReduceProd", ReduceProd.self),
    .reduction("ReduceMean", ReduceMean.self),
    .reduction("ReduceMax", ReduceMax.self),
    .reduction("ReduceMin", ReduceMin.self),
    .reduction("ReduceL1", ReduceL1.self),
    .reduction("ReduceL2", ReduceL2.self),
    .reduction("ReduceSumSquare", ReduceSumSquare.self),
    .reduction("ReduceLogSum", ReduceLogSum.self),
    .reduction("ReduceLogSumExp", ReduceLogSumExp.self),
    .argument("ArgMax", ArgMax.self),
    .argument("ArgMin", ArgMin.self),
    .softmax("Softmax", Softmax.self),
    .softmax("LogSoftmax", LogSoftmax.self),
    .softmax("Hardmax", Hardmax.self),
    .one("CumSum", since: 11, CumSum.self) { reader in
      CumSum(
        isExclusive: try reader.bool("exclusive", default: false),
        isReversed: try reader.bool("reverse", default: false))
    } write: { operation, writer in
      writer.requireOpset(14, for: [.float16, .bfloat16])
      if operation.isExclusive { writer.set("exclusive", true) }
      if operation.isReversed { writer.set("reverse", true) }
    },
    .one("TopK", TopK.self, read: readTopK, write: writeTopK),
  ]

  private static func readTopK(_ reader: NodeReader) throws -> TopK {
    if reader.opset < 10 {
      reader.setInput(1, [try reader.require(reader.int("k"), "k")].vector, "k")
    }
    return TopK(
      axis: try reader.int("axis", default: -1),
      wantsLargest: try reader.bool("largest", default: true),
      isSorted: try reader.bool("sorted", default: true))
  }

  private static func writeTopK(_ operation: TopK, _ writer: NodeWriter) {
    if operation.axis != -1 { writer.set("axis", operation.axis) }
    writer.requireOpset(24, for: [.bfloat16])
    if !operation.wantsLargest { writer.set("largest", false) }
    if !operation.isSorted { writer.set("sorted", false) }
  }
}

extension OperatorBinding {
  /// A reduction whose axes became an input in opset `axesInput`.
  fileprivate static func reduction<Op: ReductionOperation>(
    _ name: String, _ type: Op.Type, axesInput: Int = 18
  ) -> OperatorBinding {
    .one(name, Op.self) { reader in
      if reader.opset < axesInput {
        reader.setInput(1, try reader.ints("axes")?.vector, "axes")
      }
      return Op(
        keepsAxes: try reader.bool("keepdims", default: true),
        isElementwiseWithoutAxes: try reader.bool("noop_with_empty_axes", default: false))
    } write: { operation, writer in
      writer.requireOpset(20, for: [.bool])
      if !operation.keepsAxes { writer.set("keepdims", false) }
      if operation.isElementwiseWithoutAxes {
        writer.requireOpset(axesInput)
        writer.set("noop_with_empty_axes", true)
      }
      let axes = writer.takeConstant(1, before: axesInput)?.int64s().map(Int.init) ?? []
      // An empty list means all axes, as its absence does.
      if !axes.isEmpty { writer.set("axes", axes) }
    }
  }

  /// `ArgMax` and `ArgMin`.
  fileprivate static func argument<Op: ArgumentOperation>(
    _ name: String, _ type: Op.Type
  ) -> OperatorBinding {
    .one(name, Op.self) { reader in
      Op(
        axis: try reader.int("axis", default: 0),
        keepsAxes: try reader.bool("keepdims", default: true),
        selectsLast: try reader.bool("select_last_index", default: false))
    } write: { operation, writer in
      if operation.axis != 0 { writer.set("axis", operation.axis) }
      if !operation.keepsAxes { writer.set("keepdims", false) }
      if operation.selectsLast { writer.set("select_last_index", true) }
    }
  }

  /// `Softmax` and its kin, which before opset 13 took all axes from the given one on together.
  fileprivate static func softmax<Op: SoftmaxOperation>(
    _ name: String, _ type: Op.Type
  ) -> OperatorBinding {
    OperatorBinding(
      domain: "", name: name, since: 1, operation: Op.self,
      read: { reader in
        guard reader.opset < 13 else {
          return .operation(Op(axis: try reader.int("axis", default: -1)))
        }
        return try coerced(type, axis: try reader.int("axis", default: 1), reader)
      },
      write: { operation, writer in
        guard let operation = operation as? Op else {
          throw GraphError(.unsupported, "\(operation.opType) cannot be written as \(name)")
        }
        if operation.axis != -1 { writer.set("axis", operation.axis) }
      })
  }

  /// `axis` from the front, if all axes behind it have extent 1: then the old and the new meaning
  /// are one.
  private static func onlyAxis(_ axis: Int, of type: ValueType?) -> Int? {
    guard let dimensions = type?.tensorType?.dimensions else { return nil }
    let axis = axis < 0 ? axis + dimensions.count : axis
    guard dimensions.indices.contains(axis) else { return nil }
    return dimensions[(axis + 1)...].allSatisfy { $0 == .fixed(1) } ? axis : nil
  }

  private static func coerced<Op: SoftmaxOperation>(
    _ type: Op.Type, axis: Int, _ reader: NodeReader
  ) throws -> Reading {
    if let axis = onlyAxis(axis, of: reader.type(0)) { return .operation(Op(axis: axis)) }
    let x = reader.inputs.first ?? nil
    let matrix = try reader.add(Flatten(axis: axis), x)
    let normalized = try reader.add(Op(axis: -1), matrix)
    let shape =
      if let fixed = reader.type(0)?.tensorType?.shape {
        reader.addConstant(fixed.vector, "shape")
      } else {
        try reader.add(Shape(), x)
      }
    return .values([try reader.add(Reshape(allowsZero: true), normalized, shape)])
  }
}

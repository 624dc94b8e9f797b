// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that combine tensors with broadcasting.
  static let arithmetic: [OperatorBinding] = [
    .broadcasting("Add", Add(), writing: numericOpsets),
    .broadcasting("Sub", Sub(), writing: numericOpsets),
    .broadcasting("Mul", Mul(), writing: numericOpsets),
    .broadcasting("Div", Div(), writing: numericOpsets),
    .broadcasting("Pow", Pow()) { writer in
      writer.requireOpset(15, for: [.bfloat16], input: 1)
    },
    .one("Mod", since: 10, Mod.self) { reader in
      Mod(followsDividend: try reader.bool("fmod", default: false))
    } write: { operation, writer in
      if operation.followsDividend { writer.set("fmod", true) }
    },
    .one("PRelu", PReLU.self) { reader in
      reader.ignore("consumed_inputs")
      if reader.opset < 7 { try alignSlopeToChannels(reader) }
      return PReLU()
    } write: { _, writer in
      writer.requireOpset(16, for: [.bfloat16])
    },
    .plain("Max", Max()),
    .plain("Min", Min()),
    .plain("Sum", Sum()),
    .plain("Mean", Mean()),
    .broadcasting("And", And()),
    .broadcasting("Or", Or()),
    .broadcasting("Xor", Xor()),
    .one("BitwiseAnd", since: 18, BitwiseAnd.self) { _ in BitwiseAnd() },
    .one("BitwiseOr", since: 18, BitwiseOr.self) { _ in BitwiseOr() },
    .one("BitwiseXor", since: 18, BitwiseXor.self) { _ in BitwiseXor() },
    .one("BitShift", since: 11, BitShift.self) { reader in
      guard reader.has("direction") else {
        throw ONNXError(
          .invalidModel, at: reader.place, "attribute \"direction\" is required and absent")
      }
      return BitShift(direction: try reader.choice("direction", default: BitShift.Direction.left))
    } write: { operation, writer in
      writer.set("direction", operation.direction.rawValue)
    },
  ]

  private static let numericOpsets: @Sendable (NodeWriter) -> Void = { writer in
    writer.requireOpset(14, for: [.int8, .int16, .uint8, .uint16])
  }

  /// Comparisons.
  static let comparisons: [OperatorBinding] = [
    .broadcasting("Equal", Equal()) { writer in writer.requireOpset(19, for: [.string]) },
    .broadcasting("Greater", Greater()),
    .broadcasting("Less", Less()),
    .plain("GreaterOrEqual", since: 12, GreaterOrEqual(), bfloat16: 16),
    .plain("LessOrEqual", since: 12, LessOrEqual(), bfloat16: 16),
    .plain("Where", since: 9, Where(), bfloat16: 16),
    .one("IsNaN", since: 9, IsNaN.self) { _ in
      IsNaN()
    } write: { _, writer in
      writer.requireOpset(20, for: ElementTypes.float8s)
    },
    .one("IsInf", since: 10, IsInf.self) { reader in
      IsInf(
        detectsNegative: try reader.bool("detect_negative", default: true),
        detectsPositive: try reader.bool("detect_positive", default: true))
    } write: { operation, writer in
      writer.requireOpset(20, for: ElementTypes.allFloats.subtracting([.float32, .float64]))
      if !operation.detectsNegative { writer.set("detect_negative", false) }
      if !operation.detectsPositive { writer.set("detect_positive", false) }
    },
  ]

  /// Before opset 7 a vector of slopes belonged to the channels, axis 1.
  private static func alignSlopeToChannels(_ reader: NodeReader) throws {
    guard let dimensions = reader.type(1)?.tensorType?.dimensions, dimensions.count == 1,
      dimensions[0] != .fixed(1)
    else { return }
    guard let rank = reader.rank(0) else {
      throw ONNXError(
        .unsupported, at: reader.place,
        "slopes of opset \(reader.opset) need an input of known rank")
    }
    guard rank > 2 else { return }
    reader.setInput(1, try withTrailingAxes(rank - 2, reader))
  }

  /// Input 1 with `count` axes of extent 1 behind its own.
  fileprivate static func withTrailingAxes(_ count: Int, _ reader: NodeReader) throws -> ValueID {
    let rank = reader.rank(1) ?? 0
    let axes = reader.addConstant(Array(rank..<rank + count).vector, "axes")
    return try reader.add(Unsqueeze(), reader.inputs[1], axes)
  }

  /// Turns the `broadcast` and `axis` of opset 6 into today's rule, by axes of extent 1 behind those
  /// of input 1.
  fileprivate static func liftBroadcast(_ reader: NodeReader) throws {
    reader.ignore("consumed_inputs", "broadcast")
    guard reader.opset < 7, let axis = try reader.int("axis"), reader.inputs.count > 1 else {
      return
    }
    guard let rank = reader.rank(0), let inner = reader.rank(1) else {
      throw ONNXError(
        .unsupported, at: reader.place,
        "attribute \"axis\" of opset \(reader.opset) needs inputs of known rank")
    }
    guard inner > 0 else { return }
    guard axis >= -rank, axis < rank, (axis < 0 ? axis + rank : axis) + inner <= rank else {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "axis \(axis) does not place an input of rank \(inner) in one of rank \(rank)")
    }
    let trailing = rank - (axis < 0 ? axis + rank : axis) - inner
    if trailing > 0 { reader.setInput(1, try withTrailingAxes(trailing, reader)) }
  }
}

extension OperatorBinding {
  /// An operator of two inputs, whose broadcasting had to be asked for before opset 7.
  fileprivate static func broadcasting<Op: Operation>(
    _ name: String, _ operation: Op, writing: @escaping @Sendable (NodeWriter) -> Void = { _ in }
  ) -> OperatorBinding {
    .one(name, Op.self) { reader in
      try OperatorRegistry.liftBroadcast(reader)
      return operation
    } write: { _, writer in
      writing(writer)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// A function of two integers of one type.
enum IntegerOperator: Sendable {
  /// The sum; it wraps around.
  case add
  /// The difference; it wraps around.
  case subtract
  /// The product; it wraps around.
  case multiply
  /// The quotient, rounded towards zero. A zero divisor is refused.
  case divide
  /// The smaller.
  case minimum
  /// The larger.
  case maximum
}

/// The step that folds all inputs, integers of one type, from the first to the last; nil for
/// other types.
func foldIntegers(_ context: LoweringContext, _ operation: IntegerOperator) -> LoweredStep? {
  let dtype = context.type(0).dtype
  guard context.all(are: dtype) else { return nil }
  return switch dtype {
  case .int64: fold(context, operation, Int64.self)
  case .int32: fold(context, operation, Int32.self)
  case .int16: fold(context, operation, Int16.self)
  case .int8: fold(context, operation, Int8.self)
  case .uint64: fold(context, operation, UInt64.self)
  case .uint32: fold(context, operation, UInt32.self)
  case .uint16: fold(context, operation, UInt16.self)
  case .uint8: fold(context, operation, UInt8.self)
  default: nil
  }
}

private func fold<Element: FixedWidthInteger & BitwiseCopyable & Sendable>(
  _ context: LoweringContext, _ operation: IntegerOperator, _ type: Element.Type
) -> LoweredStep? {
  let inputs = context.node.inputs.indices.filter { context.has($0) }
  guard inputs.count >= 2 else { return nil }
  let output = context.outputShape()
  // The first two give the result, each other one is folded into it.
  let rights = inputs.dropFirst().enumerated().map { position, index in
    let left = position == 0 ? context.shape(0) : output
    return (
      slot: context.input(index), count: context.shape(index).reduce(1, *),
      walk: StridedWalk(broadcasting: [left, context.shape(index)], to: output)
    )
  }
  let (first, y) = (context.input(0), context.output)
  return LoweredStep(algorithm: "integers") { run in
    let target = run.bytes(y)
    var left = UnsafeRawPointer(run.bytes(first))
    for operand in rights {
      let right = UnsafeRawPointer(run.bytes(operand.slot))
      if operation == .divide, hasZero(right, operand.count, type) { return run.refuse() }
      operand.walk.forEachRun(run) { offsets, position, count in
        let part = IntegerRun<Element>(
          left: left + offsets[0] * MemoryLayout<Element>.size,
          right: right + offsets[1] * MemoryLayout<Element>.size,
          target: target + position * MemoryLayout<Element>.size, count: count,
          steps: operand.walk.runSteps)
        switch operation {
        case .add: part.combine { $0 &+ $1 }
        case .subtract: part.combine { $0 &- $1 }
        case .multiply: part.combine { $0 &* $1 }
        case .divide: part.combine { $0.dividedReportingOverflow(by: $1).partialValue }
        case .minimum: part.combine { $1 < $0 ? $1 : $0 }
        case .maximum: part.combine { $1 > $0 ? $1 : $0 }
        }
      }
      left = UnsafeRawPointer(target)
    }
  }
}

private func hasZero<Element: FixedWidthInteger & BitwiseCopyable>(
  _ bytes: UnsafeRawPointer, _ count: Int, _ type: Element.Type
) -> Bool {
  for index in 0..<count
  where bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Element>.size, as: type) == 0 {
    return true
  }
  return false
}

/// A run of two operands, each standing still or advancing.
private struct IntegerRun<Element: FixedWidthInteger & BitwiseCopyable> {
  let left: UnsafeRawPointer
  let right: UnsafeRawPointer
  let target: UnsafeMutableRawPointer
  let count: Int
  let steps: SIMD4<Int>

  @inline(__always)
  func combine(_ body: (Element, Element) -> Element) {
    // Literal steps make loops that the compiler vectorizes.
    switch (steps[0], steps[1]) {
    case (1, 1): combine(1, 1, body)
    case (1, 0): combine(1, 0, body)
    case (0, 1): combine(0, 1, body)
    default: combine(steps[0], steps[1], body)
    }
  }

  @inline(__always)
  private func combine(
    _ leftStep: Int, _ rightStep: Int, _ body: (Element, Element) -> Element
  ) {
    let width = MemoryLayout<Element>.size
    for index in 0..<count {
      let a = left.loadUnaligned(fromByteOffset: index &* leftStep &* width, as: Element.self)
      let b = right.loadUnaligned(fromByteOffset: index &* rightStep &* width, as: Element.self)
      target.storeBytes(of: body(a, b), toByteOffset: index &* width, as: Element.self)
    }
  }
}

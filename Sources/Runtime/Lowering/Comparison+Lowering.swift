// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// A relation of two numbers, or a function of two truth values.
private enum Relation: Sendable {
  case equal, less, lessOrEqual
  case and, or, exclusiveOr
}

/// The step of a relation of inputs `left` and `right`; nil for types without code.
private func relationStep(
  _ context: LoweringContext, _ relation: Relation, swapped: Bool = false
) -> LoweredStep? {
  switch context.type(0).dtype {
  case .float64: relationStep(context, relation, swapped, Double.self)
  case .float32: relationStep(context, relation, swapped, Float.self)
  case .int64: relationStep(context, relation, swapped, Int64.self)
  case .int32: relationStep(context, relation, swapped, Int32.self)
  case .int16: relationStep(context, relation, swapped, Int16.self)
  case .int8: relationStep(context, relation, swapped, Int8.self)
  case .uint64: relationStep(context, relation, swapped, UInt64.self)
  case .uint32: relationStep(context, relation, swapped, UInt32.self)
  case .uint16: relationStep(context, relation, swapped, UInt16.self)
  case .uint8: relationStep(context, relation, swapped, UInt8.self)
  default: nil
  }
}

private func relationStep<Element: Comparable & BitwiseCopyable & Sendable>(
  _ context: LoweringContext, _ relation: Relation, _ swapped: Bool, _ type: Element.Type
) -> LoweredStep? {
  let walk = StridedWalk(
    broadcasting: [context.shape(swapped ? 1 : 0), context.shape(swapped ? 0 : 1)],
    to: context.outputShape())
  let (a, b) = (context.input(swapped ? 1 : 0), context.input(swapped ? 0 : 1))
  let y = context.output
  return LoweredStep(algorithm: "compare") { run in
    let (left, right, target) = (run.bytes(a), run.bytes(b), run.bytes(y))
    walk.forEachRun(run) { offsets, position, count in
      let part = RelationRun(
        left: left + offsets[0] * MemoryLayout<Element>.size,
        right: right + offsets[1] * MemoryLayout<Element>.size, target: target + position,
        count: count, steps: walk.runSteps)
      switch relation {
      case .equal: part.relate(type) { $0 == $1 }
      case .less: part.relate(type) { $0 < $1 }
      default: part.relate(type) { $0 <= $1 }
      }
    }
  }
}

/// The step of a function of truth values, which may be other bytes than 0 and 1.
private func logicalStep(_ context: LoweringContext, _ relation: Relation) -> LoweredStep? {
  guard context.all(are: .bool) else { return nil }
  let walk = StridedWalk(
    broadcasting: [context.shape(0), context.shape(1)], to: context.outputShape())
  let (a, b, y) = (context.input(0), context.input(1), context.output)
  return LoweredStep(algorithm: "logic") { run in
    let (left, right, target) = (run.bytes(a), run.bytes(b), run.bytes(y))
    walk.forEachRun(run) { offsets, position, count in
      let part = RelationRun(
        left: left + offsets[0], right: right + offsets[1], target: target + position,
        count: count, steps: walk.runSteps)
      switch relation {
      case .and: part.relate(UInt8.self) { $0 != 0 && $1 != 0 }
      case .or: part.relate(UInt8.self) { $0 != 0 || $1 != 0 }
      case .equal: part.relate(UInt8.self) { ($0 != 0) == ($1 != 0) }
      default: part.relate(UInt8.self) { ($0 != 0) != ($1 != 0) }
      }
    }
  }
}

/// A run of two operands, each standing still or advancing.
private struct RelationRun {
  let left: UnsafeRawPointer
  let right: UnsafeRawPointer
  let target: UnsafeMutableRawPointer
  let count: Int
  let steps: SIMD4<Int>

  @inline(__always)
  func relate<Element: BitwiseCopyable>(
    _ type: Element.Type, _ holds: (Element, Element) -> Bool
  ) {
    let width = MemoryLayout<Element>.size
    let (leftStep, rightStep) = (steps[0] * width, steps[1] * width)
    for index in 0..<count {
      let a = left.loadUnaligned(fromByteOffset: index &* leftStep, as: type)
      let b = right.loadUnaligned(fromByteOffset: index &* rightStep, as: type)
      target.storeBytes(of: holds(a, b) ? 1 : 0, toByteOffset: index, as: UInt8.self)
    }
  }
}

extension Equal: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    context.type(0).dtype == .bool
      ? logicalStep(context, .equal) : relationStep(context, .equal)
  }
}

extension Less: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    relationStep(context, .less)
  }
}

extension LessOrEqual: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    relationStep(context, .lessOrEqual)
  }
}

extension Greater: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    relationStep(context, .less, swapped: true)
  }
}

extension GreaterOrEqual: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    relationStep(context, .lessOrEqual, swapped: true)
  }
}

extension And: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    logicalStep(context, .and)
  }
}

extension Or: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    logicalStep(context, .or)
  }
}

extension Xor: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    logicalStep(context, .exclusiveOr)
  }
}

extension Not: Lowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let count = context.shape(0).reduce(1, *)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "logic") { run in
      let (source, target) = (run.bytes(x), run.bytes(y))
      run.parallel(count, grain: 1 << 14) { range, _ in
        for index in range {
          let value: UInt8 = source.load(fromByteOffset: index, as: UInt8.self) == 0 ? 1 : 0
          target.storeBytes(of: value, toByteOffset: index, as: UInt8.self)
        }
      }
    }
  }
}

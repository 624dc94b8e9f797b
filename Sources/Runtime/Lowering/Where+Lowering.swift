// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension Where: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let width = context.elementWidth(1) else { return nil }
    let walk = StridedWalk(
      broadcasting: [context.shape(0), context.shape(1), context.shape(2)],
      to: context.outputShape())
    let (condition, a, b) = (context.input(0), context.input(1), context.input(2))
    let y = context.output
    return LoweredStep(algorithm: "select") { run in
      let (choice, left, right) = (run.bytes(condition), run.bytes(a), run.bytes(b))
      let target = run.bytes(y)
      walk.forEachRun(run) { offsets, position, count in
        let places = SelectionRun(
          choice: choice + offsets[0], left: left + offsets[1] * width,
          right: right + offsets[2] * width, target: target + position * width, count: count,
          steps: walk.runSteps)
        switch width {
        case 1: places.select(as: UInt8.self)
        case 2: places.select(as: UInt16.self)
        case 4: places.select(as: UInt32.self)
        default: places.select(as: UInt64.self)
        }
      }
    }
  }
}

/// A run of `Where`.
private struct SelectionRun {
  let choice: UnsafeRawPointer
  let left: UnsafeRawPointer
  let right: UnsafeRawPointer
  let target: UnsafeMutableRawPointer
  let count: Int
  let steps: SIMD4<Int>

  @inline(__always)
  func select<Element: FixedWidthInteger & BitwiseCopyable>(as type: Element.Type) {
    if steps[0] == 0 {
      let isLeft = choice.load(as: UInt8.self) != 0
      return Elements.copy(
        isLeft ? left : right, to: target, count: count, step: isLeft ? steps[1] : steps[2],
        width: MemoryLayout<Element>.size)
    }
    // Literal steps make loops that the compiler vectorizes.
    switch (steps[0], steps[1], steps[2]) {
    case (1, 1, 1): select(type, 1, 1, 1)
    case (1, 1, 0): select(type, 1, 1, 0)
    case (1, 0, 1): select(type, 1, 0, 1)
    case (1, 0, 0): select(type, 1, 0, 0)
    default: select(type, steps[0], steps[1], steps[2])
    }
  }

  @inline(__always)
  private func select<Element: FixedWidthInteger & BitwiseCopyable>(
    _ type: Element.Type, _ choiceStep: Int, _ leftStep: Int, _ rightStep: Int
  ) {
    let width = MemoryLayout<Element>.size
    for index in 0..<count {
      let a = left.loadUnaligned(fromByteOffset: index &* leftStep &* width, as: type)
      let b = right.loadUnaligned(fromByteOffset: index &* rightStep &* width, as: type)
      let isLeft = choice.load(fromByteOffset: index &* choiceStep, as: UInt8.self) != 0
      target.storeBytes(of: isLeft ? a : b, toByteOffset: index &* width, as: type)
    }
  }
}

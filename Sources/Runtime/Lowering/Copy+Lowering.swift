// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

// Operators whose result is a strided view of their input, copied out in runs.

/// The step that copies input 0 along `walk` to `output`.
private func copyStep(_ context: LoweringContext, _ walk: StridedWalk, to output: Slot, width: Int)
  -> LoweredStep
{
  let x = context.input(0)
  return LoweredStep(algorithm: "runs") { run in
    walk.copy(run, from: run.bytes(x), to: run.bytes(output), width: width)
  }
}

extension Slice: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (shape, output) = (context.shape(0), context.outputShape())
    guard let width = context.elementWidth(0), let starts = context.integers(1),
      let ends = context.integers(2), let given = context.integers(3),
      let givenSteps = context.integers(4)
    else { return nil }
    let axes = context.has(3) ? given : Array(starts.indices)
    let multiples = context.has(4) ? givenSteps : starts.map { _ in 1 }
    var steps = ShapeMath.strides(shape)
    let strides = steps
    var start = 0
    guard !output.contains(0) else { return LoweredStep(algorithm: "empty") { _ in } }
    for (position, axis) in axes.enumerated() {
      guard let axis = context.axis(axis, rank: shape.count) else { return nil }
      let first = Self.resolve(
        (starts[position], ends[position], multiples[position]), extent: shape[axis]
      ).first
      start += first * strides[axis]
      // A step longer than the axis is not taken, and might overflow.
      steps[axis] = output[axis] == 1 ? 0 : strides[axis] * multiples[position]
    }
    let walk = StridedWalk(output, sources: [steps], start: SIMD4(start, 0, 0, 0))
    return copyStep(context, walk, to: context.output, width: width)
  }
}

extension Split: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard let width = context.elementWidth(0), let given = context.integers(1),
      let axis = context.axis(axis, rank: shape.count)
    else { return nil }
    let inner = shape[(axis + 1)...].reduce(1, *) * width
    let outer = shape[..<axis].reduce(1, *)
    let stride = shape[axis] * inner
    let chunk = (shape[axis] + partCount - 1) / partCount
    var parts: [(slot: Slot, bytes: Int, offset: Int)] = []
    var offset = 0
    for index in context.node.outputs.indices {
      let extent = context.has(1) ? given[index] : min(chunk, shape[axis] - offset / max(inner, 1))
      if let slot = context.optionalOutput(index), extent * inner > 0 {
        parts.append((slot, extent * inner, offset))
      }
      offset += extent * inner
    }
    let (x, copies) = (context.input(0), parts)
    return LoweredStep(algorithm: "copy") { run in
      let source = run.bytes(x)
      for part in copies {
        let target = run.bytes(part.slot)
        run.parallel(outer, grain: max(1 << 14 / part.bytes, 1)) { rows, _ in
          for row in rows {
            (target + row * part.bytes).copyMemory(
              from: source + row * stride + part.offset, byteCount: part.bytes)
          }
        }
      }
    }
  }
}

extension Expand: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let width = context.elementWidth(0) else { return nil }
    let walk = StridedWalk(broadcasting: [context.shape(0)], to: context.outputShape())
    return copyStep(context, walk, to: context.output, width: width)
  }
}

extension Tile: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard let width = context.elementWidth(0) else { return nil }
    let output = context.outputShape()
    guard !output.contains(0) else { return LoweredStep(algorithm: "empty") { _ in } }
    // Every axis as two: the repetitions, which stand still, and the axis itself.
    let strides = ShapeMath.strides(shape)
    let extents = shape.indices.flatMap { [output[$0] / shape[$0], shape[$0]] }
    let walk = StridedWalk(extents, sources: [strides.flatMap { [0, $0] }])
    return copyStep(context, walk, to: context.output, width: width)
  }
}

extension ConstantOfShape: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let width = value.dtype.bitWidth / 8
    guard width > 0, value.dtype != .string else { return nil }
    let size = context.outputShape().reduce(width, *)
    // Whole elements that are short enough to stay in the cache while they are copied out.
    let pattern = Tensor(
      repeating: value, shape: [max(min(size, Self.patternBytes) / width, 1)])
    let output = context.output
    return LoweredStep(algorithm: "fill") { run in
      let target = run.bytes(output)
      pattern.withUnsafeBytes { source in
        guard let base = source.baseAddress else { return }
        let pieces = (size + source.count - 1) / source.count
        run.parallel(pieces, grain: 8) { range, _ in
          for start in stride(
            from: range.lowerBound * source.count, to: range.upperBound * source.count,
            by: source.count)
          {
            (target + start).copyMemory(from: base, byteCount: min(source.count, size - start))
          }
        }
      }
    }
  }

  private static let patternBytes = 1 << 12
}

/// The step that permutes the axes of input 0 seen as `shape`.
private func permutationStep(_ context: LoweringContext, _ shape: [Int], _ order: [Int])
  -> LoweredStep?
{
  guard let width = context.elementWidth(0) else { return nil }
  let strides = ShapeMath.strides(shape)
  let walk = StridedWalk(order.map { shape[$0] }, sources: [order.map { strides[$0] }])
  return copyStep(context, walk, to: context.output, width: width)
}

extension DepthToSpace: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    let (n, c, h, w) = (shape[0], context.outputShape()[1], shape[2], shape[3])
    switch mode {
    case .depthColumnRow:
      return permutationStep(context, [n, blockSize, blockSize, c, h, w], [0, 3, 4, 1, 5, 2])
    case .columnRowDepth:
      return permutationStep(context, [n, c, blockSize, blockSize, h, w], [0, 1, 4, 2, 5, 3])
    }
  }
}

extension SpaceToDepth: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (shape, output) = (context.shape(0), context.outputShape())
    return permutationStep(
      context, [shape[0], shape[1], output[2], blockSize, output[3], blockSize],
      [0, 3, 5, 1, 2, 4])
  }
}

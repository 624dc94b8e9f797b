// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// The indices of a gather, read while it runs.
private struct Indices: Sendable {
  let slot: Slot
  let isWide: Bool
  let count: Int

  /// The integers of input `index`.
  init(_ context: LoweringContext, _ index: Int) {
    slot = context.input(index)
    isWide = context.type(index).dtype == .int64
    count = context.shape(index).reduce(1, *)
  }

  /// Index `position` as it is in the tensor.
  @inline(__always)
  func raw(_ bytes: UnsafeRawPointer, _ position: Int) -> Int {
    isWide
      ? Int(bytes.loadUnaligned(fromByteOffset: position * 8, as: Int64.self))
      : Int(bytes.loadUnaligned(fromByteOffset: position * 4, as: Int32.self))
  }

  /// Index `position` counted from the front of an axis.
  @inline(__always)
  func index(_ bytes: UnsafeRawPointer, _ position: Int, extent: Int) -> Int {
    let index = raw(bytes, position)
    return index < 0 ? index + extent : index
  }

  /// Whether the indices at `first`, `first + step`, … lie within an axis.
  func areValid(_ bytes: UnsafeRawPointer, extent: Int, first: Int = 0, step: Int = 1) -> Bool {
    for position in stride(from: first, to: count, by: step) {
      let index = raw(bytes, position)
      if index < -extent || index >= extent { return false }
    }
    return true
  }
}

extension Gather: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard let width = context.elementWidth(0), let axis = context.axis(axis, rank: shape.count)
    else { return nil }
    let extent = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    let indices = Indices(context, 1)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "runs") { run in
      let (source, target, table) = (run.bytes(x), run.bytes(y), run.bytes(indices.slot))
      guard indices.areValid(table, extent: extent) else { return run.refuse() }
      run.parallel(outer * indices.count, grain: max(4096 / max(inner, 1), 1)) { items, _ in
        for item in items {
          let (row, position) = item.quotientAndRemainder(dividingBy: indices.count)
          let index = indices.index(table, position, extent: extent)
          Elements.copy(
            source + (row * extent + index) * inner * width, to: target + item * inner * width,
            count: inner, step: 1, width: width)
        }
      }
    }
  }
}

extension GatherElements: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard let width = context.elementWidth(0), let axis = context.axis(axis, rank: shape.count)
    else { return nil }
    let extent = shape[axis]
    var steps = ShapeMath.strides(shape)
    let stride = steps[axis]
    steps[axis] = 0
    let walk = StridedWalk(context.outputShape(), sources: [steps])
    let indices = Indices(context, 1)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "elements") { run in
      let (source, target, table) = (run.bytes(x), run.bytes(y), run.bytes(indices.slot))
      guard indices.areValid(table, extent: extent) else { return run.refuse() }
      walk.forEachRun(run) { offsets, position, count in
        for index in 0..<count {
          let element = indices.index(table, position + index, extent: extent) * stride
          let place = offsets[0] + index * walk.runSteps[0] + element
          Elements.copy(
            source + place * width, to: target + (position + index) * width, count: 1, step: 1,
            width: width)
        }
      }
    }
  }
}

extension GatherND: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let (shape, indexShape) = (context.shape(0), context.shape(1))
    guard let width = context.elementWidth(0), let depth = indexShape.last,
      batchAxes + depth <= shape.count
    else { return nil }
    let strides = ShapeMath.strides(shape)
    let axes = (batchAxes..<batchAxes + depth).map { (extent: shape[$0], stride: strides[$0]) }
    let inner = shape[(batchAxes + depth)...].reduce(1, *)
    let batches = shape[..<batchAxes].reduce(1, *)
    let batchStride = shape[batchAxes...].reduce(1, *)
    let tuples = indexShape.dropLast().reduce(1, *)
    let indices = Indices(context, 1)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "runs") { run in
      let (source, target, table) = (run.bytes(x), run.bytes(y), run.bytes(indices.slot))
      for (component, axis) in axes.enumerated() {
        guard indices.areValid(table, extent: axis.extent, first: component, step: depth) else {
          return run.refuse()
        }
      }
      run.parallel(tuples, grain: max(4096 / max(inner, 1), 1)) { items, _ in
        for tuple in items {
          var start = tuple / max(tuples / max(batches, 1), 1) * batchStride
          for (component, axis) in axes.enumerated() {
            start +=
              indices.index(table, tuple * depth + component, extent: axis.extent) * axis.stride
          }
          Elements.copy(
            source + start * width, to: target + tuple * inner * width, count: inner, step: 1,
            width: width)
        }
      }
    }
  }
}

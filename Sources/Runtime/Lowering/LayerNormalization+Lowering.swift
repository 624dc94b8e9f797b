// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// Kernels on rows whose scale and shift are single numbers.
private struct RowKernels: Sendable {
  let kernels: KernelSet

  /// `y = x · scale + shift` over `count` elements; in place.
  func scaleShift(
    _ x: FloatPointer, _ y: MutableFloatPointer, _ count: Int, scale: Float, shift: Float
  ) {
    withUnsafePointer(to: scale) { scale in
      withUnsafePointer(to: shift) { shift in
        kernels.scaleShift(
          x, scale, shift, y, .identity, RowsGeometry(rows: 1, columns: count))
      }
    }
  }

  func reduce(_ kind: ReductionKind, _ x: FloatPointer, _ count: Int) -> Float {
    var result: Float = 0
    kernels.reduceRows(kind, x, &result, 1, count)
    return result
  }

  /// Takes the mean away: `y = x - mean`. Returns the mean and the variance.
  ///
  /// The variance is that of the differences, since the mean of squares less the square of the
  /// mean cancels.
  func center(
    _ x: FloatPointer, _ y: MutableFloatPointer, _ count: Int
  ) -> (mean: Float, variance: Float) {
    let mean = reduce(.mean, x, count)
    scaleShift(x, y, count, scale: 1, shift: -mean)
    return (mean, reduce(.sumOfSquares, y, count) / Float(count))
  }
}

/// Normalizes groups of channels; nil for other types than `float32` and empty tensors.
private func lowerGroups(
  _ context: LoweringContext, groups: Int, epsilon: Float
) -> LoweredStep? {
  let shape = context.shape(0)
  guard context.all(are: .float32), !shape.contains(0) else { return nil }
  let channels = shape[1] / groups
  let plane = shape.dropFirst(2).reduce(1, *)
  let rows = RowKernels(kernels: context.kernels)
  let (x, scale, bias) = (context.input(0), context.input(1), context.input(2))
  let y = context.output
  return LoweredStep(algorithm: "moments") { run in
    let (px, py) = (run.floats(x), run.floats(y))
    let (scales, biases) = (run.floats(scale), run.floats(bias))
    run.parallel(shape[0] * groups) { part, _ in
      for group in part {
        let start = group * channels * plane
        let (_, variance) = rows.center(px + start, py + start, channels * plane)
        let inverse = 1 / (variance + epsilon).squareRoot()
        for index in 0..<channels {
          let channel = group % groups * channels + index
          let row = py + start + index * plane
          rows.scaleShift(
            row, row, plane, scale: inverse * scales[channel], shift: biases[channel])
        }
      }
    }
  }
}

extension InstanceNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let channels = context.shape(0).dropFirst().first else { return nil }
    return lowerGroups(context, groups: channels, epsilon: epsilon)
  }
}

extension GroupNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerGroups(context, groups: groups, epsilon: epsilon)
  }
}

/// A scale or bias that broadcasts to `[rows, columns]`.
private struct RowParameter: Sendable {
  let slot: Slot
  /// Used when the parameter is not one row for all rows.
  private let plan: BroadcastPlan?

  init(_ context: LoweringContext, _ index: Int, shape: [Int], rowAxes: Int) {
    slot = context.input(index)
    let own = context.shape(index)
    let isRow = own.suffix(shape.count - rowAxes).elementsEqual(shape[rowAxes...])
    let isShared = own.dropLast(shape.count - rowAxes).allSatisfy { $0 == 1 }
    plan = isRow && isShared ? nil : BroadcastPlan(shape, own, to: shape)
  }

  /// Whether every row has the same values.
  var isShared: Bool { plan == nil }

  /// `row = operation(row, parameter)` for a shared parameter.
  func apply(
    _ kernels: KernelSet, _ operation: BinaryOperator, _ run: RunContext,
    to row: MutableFloatPointer, _ count: Int
  ) {
    if isShared {
      kernels.binary(operation, row, run.floats(slot), row, BinaryGeometry(count: count))
    }
  }

  /// `y = operation(y, parameter)` for a parameter that is not shared.
  func apply(
    _ kernels: KernelSet, _ operation: BinaryOperator, _ run: RunContext,
    toAll y: MutableFloatPointer
  ) {
    plan?.combine(run, kernels, operation, y, run.floats(slot), y)
  }
}

extension LayerNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard context.all(are: .float32), !shape.contains(0),
      let first = context.axis(axis, rank: shape.count)
    else { return nil }
    let (count, size) = (shape[..<first].reduce(1, *), shape[first...].reduce(1, *))
    let scale = RowParameter(context, 1, shape: shape, rowAxes: first)
    let bias =
      context.has(2) ? RowParameter(context, 2, shape: shape, rowAxes: first) : nil
    let kernels = context.kernels
    let rows = RowKernels(kernels: kernels)
    let epsilon = epsilon
    let (x, y) = (context.input(0), context.output)
    let (means, inverses) = (context.optionalOutput(1), context.optionalOutput(2))
    return LoweredStep(algorithm: "moments") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      let (meanTarget, inverseTarget) = (means.map(run.floats), inverses.map(run.floats))
      run.parallel(count, grain: max(2048 / size, 1)) { part, _ in
        for index in part {
          let row = py + index * size
          let (mean, variance) = rows.center(px + index * size, row, size)
          let inverse = 1 / (variance + epsilon).squareRoot()
          rows.scaleShift(row, row, size, scale: inverse, shift: 0)
          scale.apply(kernels, .multiply, run, to: row, size)
          if scale.isShared { bias?.apply(kernels, .add, run, to: row, size) }
          meanTarget?[index] = mean
          inverseTarget?[index] = inverse
        }
      }
      scale.apply(kernels, .multiply, run, toAll: py)
      if let bias { finish(run, kernels, py, bias, after: scale, rows: count, columns: size) }
    }
  }
}

/// Adds the bias where the loop over rows could not.
private func finish(
  _ run: RunContext, _ kernels: KernelSet, _ y: MutableFloatPointer, _ bias: RowParameter,
  after scale: RowParameter, rows: Int, columns: Int
) {
  bias.apply(kernels, .add, run, toAll: y)
  guard bias.isShared, !scale.isShared else { return }
  run.parallel(rows, grain: max(4096 / columns, 1)) { part, _ in
    for index in part { bias.apply(kernels, .add, run, to: y + index * columns, columns) }
  }
}

extension RMSNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard context.all(are: .float32), !shape.contains(0),
      let first = context.axis(axis, rank: shape.count)
    else { return nil }
    let (count, size) = (shape[..<first].reduce(1, *), shape[first...].reduce(1, *))
    let scale = RowParameter(context, 1, shape: shape, rowAxes: first)
    let kernels = context.kernels
    let rows = RowKernels(kernels: kernels)
    let epsilon = epsilon
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "moments") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(count, grain: max(2048 / size, 1)) { part, _ in
        for index in part {
          let (source, row) = (px + index * size, py + index * size)
          let mean = rows.reduce(.sumOfSquares, source, size) / Float(size)
          rows.scaleShift(
            source, row, size, scale: 1 / (mean + epsilon).squareRoot(), shift: 0)
          scale.apply(kernels, .multiply, run, to: row, size)
        }
      }
      scale.apply(kernels, .multiply, run, toAll: py)
    }
  }
}

extension LpNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard context.all(are: .float32), !shape.contains(0),
      let axis = context.axis(axis, rank: shape.count)
    else { return nil }
    let (outer, extent) = (shape[..<axis].reduce(1, *), shape[axis])
    let inner = shape[(axis + 1)...].reduce(1, *)
    let kernels = context.kernels
    let isSquare = p == 2
    let (x, y) = (context.input(0), context.output)
    context.needScratch(bytes: inner * MemoryLayout<Float>.stride)
    return LoweredStep(algorithm: inner == 1 ? "rows" : "columns") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      let kind: ReductionKind = isSquare ? .sumOfSquares : .sumOfMagnitudes
      run.parallel(outer, grain: max(2048 / (extent * inner), 1)) { part, task in
        let norms = run.scratch(task: task)
        for block in part {
          let start = block * extent * inner
          if inner == 1 {
            kernels.reduceRows(kind, px + start, norms, 1, extent)
          } else {
            kernels.reduceColumns(kind, px + start, norms, extent, inner)
          }
          for index in 0..<inner {
            let norm = isSquare ? norms[index].squareRoot() : norms[index]
            // Zeros divided by it stay zeros.
            norms[index] = norm == 0 ? .infinity : norm
          }
          kernels.binary(
            .divide, px + start, norms, py + start,
            BinaryGeometry(
              rows: inner == 1 ? 1 : extent, columns: inner == 1 ? extent : inner,
              leftRowStride: inner, leftColumnStride: 1, rightRowStride: 0,
              rightColumnStride: inner == 1 ? 0 : 1))
        }
      }
    }
  }
}

extension MeanVarianceNormalization: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    let shape = context.shape(0)
    guard context.all(are: .float32), !shape.contains(0) else { return nil }
    let reduced = Set(axes.compactMap { context.axis($0, rank: shape.count) })
    let plan = ReductionPlan(shape, reduced: reduced)
    let kept = shape.indices.map { reduced.contains($0) ? 1 : shape[$0] }
    let sets = kept.reduce(1, *)
    let broadcast = BroadcastPlan(shape, kept, to: shape)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    context.needScratch(bytes: (sets + plan.scratchCount) * MemoryLayout<Float>.stride)
    return LoweredStep(algorithm: "moments") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      let moments = run.scratch(task: 0)
      let free = moments + sets
      plan.run(run, kernels, .mean, scratch: free, from: px, to: moments)
      broadcast.combine(run, kernels, .subtract, px, moments, py)
      plan.run(run, kernels, .sumOfSquares, scratch: free, from: py, to: moments)
      for index in 0..<sets {
        moments[index] = (moments[index] / Float(plan.setSize)).squareRoot() + 1e-9
      }
      broadcast.combine(run, kernels, .divide, py, moments, py)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// The softmax, or its logarithm, along one axis; nil for other types than `float32`.
private func softmaxStep(_ context: LoweringContext, axis: Int, logarithm: Bool) -> LoweredStep? {
  let shape = context.shape(0).isEmpty ? [1] : context.shape(0)
  guard context.all(are: .float32), let axis = context.axis(axis, rank: shape.count) else {
    return nil
  }
  let (outer, extent) = (shape[..<axis].reduce(1, *), shape[axis])
  let inner = shape[(axis + 1)...].reduce(1, *)
  let kernels = context.kernels
  let (x, y) = (context.input(0), context.output)
  return LoweredStep(algorithm: inner == 1 ? "rows" : "columns") { run in
    let (px, py) = (run.floats(x), run.floats(y))
    run.parallel(outer, grain: max(1024 / max(extent * inner, 1), 1)) { part, _ in
      let offset = part.lowerBound * extent * inner
      kernels.softmax(px + offset, py + offset, part.count, extent, inner, logarithm)
    }
  }
}

extension Softmax: Lowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    softmaxStep(context, axis: axis, logarithm: false)
  }
}

extension LogSoftmax: Lowerable {
  var inPlaceInput: Int? { 0 }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    softmaxStep(context, axis: axis, logarithm: true)
  }
}

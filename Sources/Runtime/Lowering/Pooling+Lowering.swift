// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// The planes of an `[N, C, H, W]` or `[N, C, W]` input and the window over them, nil for others.
private func poolingPlane(
  _ shape: [Int], kernel: [Int], window: SlidingWindow, countsPadding: Bool = false
) throws(GraphError) -> (planes: Int, input: Int, output: Int, window: KernelTypes.WindowGeometry)?
{
  guard shape.count == 3 || shape.count == 4, kernel.count == shape.count - 2 else { return nil }
  let geometry = try window.geometry(input: Array(shape.dropFirst(2)), kernel: kernel)
  return (
    shape[0] * shape[1], geometry.input.reduce(1, *), geometry.output.reduce(1, *),
    geometry.plane(countsPadding: countsPadding)
  )
}

extension MaxPool: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.all(are: .float32), context.optionalOutput(1) == nil,
      let pool = try poolingPlane(context.shape(0), kernel: kernel, window: window)
    else { return nil }
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "planes") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(pool.planes) { planes, _ in
        kernels.maxPool(
          px + planes.lowerBound * pool.input, py + planes.lowerBound * pool.output, planes.count,
          pool.window)
      }
    }
  }
}

extension AveragePool: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.all(are: .float32),
      let pool = try poolingPlane(
        context.shape(0), kernel: kernel, window: window, countsPadding: countsPadding)
    else { return nil }
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "planes") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      run.parallel(pool.planes) { planes, _ in
        kernels.averagePool(
          px + planes.lowerBound * pool.input, py + planes.lowerBound * pool.output, planes.count,
          pool.window)
      }
    }
  }
}

extension GlobalAveragePool: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerGlobalPool(context, .mean)
  }
}

extension GlobalMaxPool: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    lowerGlobalPool(context, .maximum)
  }
}

private func lowerGlobalPool(_ context: LoweringContext, _ kind: ReductionKind) -> LoweredStep? {
  let shape = context.shape(0)
  guard context.all(are: .float32), shape.count >= 2 else { return nil }
  let (rows, columns) = (shape[0] * shape[1], shape.dropFirst(2).reduce(1, *))
  let kernels = context.kernels
  let (x, y) = (context.input(0), context.output)
  return LoweredStep(algorithm: "rows") { run in
    let (px, py) = (run.floats(x), run.floats(y))
    run.parallel(rows, grain: 64) { part, _ in
      kernels.reduceRows(
        kind, px + part.lowerBound * columns, py + part.lowerBound, part.count, columns)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Tensors

/// The step that folds all inputs by a kernel from the first to the last; divides by their number
/// for the mean. Nil for other types than `float32` and a single input.
private func foldFloats(
  _ context: LoweringContext, _ operation: BinaryOperator, isMean: Bool = false
) -> LoweredStep? {
  let inputs = context.node.inputs.indices.filter { context.has($0) }
  guard context.all(are: .float32), inputs.count >= 2 else { return nil }
  let output = context.outputShape()
  let rights = inputs.dropFirst().enumerated().map { position, index in
    (
      slot: context.input(index),
      plan: BroadcastPlan(
        position == 0 ? context.shape(0) : output, context.shape(index), to: output)
    )
  }
  let division = BroadcastPlan(output, [], to: output)
  let kernels = context.kernels
  let (first, y) = (context.input(0), context.output)
  let count = Float(inputs.count)
  return LoweredStep(algorithm: "fold") { run in
    let target = run.floats(y)
    var left = UnsafePointer(run.floats(first))
    for right in rights {
      right.plan.combine(run, kernels, operation, left, run.floats(right.slot), target)
      left = UnsafePointer(target)
    }
    if isMean {
      withUnsafePointer(to: count) {
        division.combine(run, kernels, .divide, target, $0, target)
      }
    }
  }
}

extension Max: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    foldFloats(context, .maximum) ?? foldIntegers(context, .maximum)
  }
}

extension Min: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    foldFloats(context, .minimum) ?? foldIntegers(context, .minimum)
  }
}

extension Sum: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    foldFloats(context, .add)
  }
}

extension Mean: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    foldFloats(context, .add, isMean: true)
  }
}

extension Clip: UnaryLowerable {
  /// The function for bounds that are constants.
  func kernelFunction(_ inputs: OperandTypes) -> UnaryFunction? {
    guard let low = bound(inputs, 1, -.infinity), let high = bound(inputs, 2, .infinity) else {
      return nil
    }
    return UnaryFunction(.clip, low, high)
  }

  private func bound(_ inputs: OperandTypes, _ index: Int, _ other: Float) -> Float? {
    guard inputs.has(index) else { return other }
    guard let tensor = inputs.constant(index), tensor.count == 1 else { return nil }
    return Float(tensor.double(at: 0))
  }

  /// Bounds may be computed: they are read when the step runs.
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.all(are: .float32) else { return nil }
    let count = context.shape(0).reduce(1, *)
    let kernels = context.kernels
    let (x, y) = (context.input(0), context.output)
    let (low, high) = (context.optionalInput(1), context.optionalInput(2))
    return LoweredStep(algorithm: "vector") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      let function = UnaryFunction(
        .clip, low.map { run.floats($0)[0] } ?? -.infinity,
        high.map { run.floats($0)[0] } ?? .infinity)
      run.parallel(count, grain: 4096) { range, _ in
        kernels.unary(function, px + range.lowerBound, py + range.lowerBound, range.count)
      }
    }
  }
}

extension Pow: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard context.all(are: .float32) else { return nil }
    let (x, exponent, y) = (context.input(0), context.input(1), context.output)
    let kernels = context.kernels
    let count = context.outputShape().reduce(1, *)
    if let constant = context.constant(1), constant.count == 1, constant.double(at: 0) == 2,
      context.shape(0) == context.outputShape()
    {
      return LoweredStep(algorithm: "square") { run in
        let (px, py) = (run.floats(x), run.floats(y))
        run.parallel(count, grain: 4096) { range, _ in
          let part = px + range.lowerBound
          kernels.binary(
            .multiply, part, part, py + range.lowerBound, BinaryGeometry(count: range.count))
        }
      }
    }
    let walk = StridedWalk(
      broadcasting: [context.shape(0), context.shape(1)], to: context.outputShape())
    return LoweredStep(algorithm: "scalars") { run in
      let (px, pe, py) = (run.floats(x), run.floats(exponent), run.floats(y))
      walk.forEachRun(run, grain: 256) { offsets, position, count in
        for index in 0..<count {
          py[position + index] = power(
            px[offsets[0] + index * walk.runSteps[0]], pe[offsets[1] + index * walk.runSteps[1]])
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
internal import Glibc
import IR
import KernelTypes
import Tensors

/// A reduction over any axes as a chain of reductions over the middle axis of `[outer, extent,
/// inner]`, the innermost group of axes first.
struct ReductionPlan: Sendable {
  /// One link of the chain.
  struct Stage: Sendable {
    let outer: Int
    let extent: Int
    let inner: Int

    /// Elements that it gives.
    var resultCount: Int { outer * inner }
  }

  let stages: [Stage]
  /// Elements of a set.
  let setSize: Int

  /// The plan for a tensor of the given shape, none of whose extents is 0.
  init(_ shape: [Int], reduced: Set<Int>) {
    var groups: [(extent: Int, isReduced: Bool)] = []
    for (axis, extent) in shape.enumerated() where extent != 1 {
      let isReduced = reduced.contains(axis)
      if let last = groups.last, last.isReduced == isReduced {
        groups[groups.count - 1].extent *= extent
      } else {
        groups.append((extent, isReduced))
      }
    }
    setSize = groups.reduce(1) { $0 * ($1.isReduced ? $1.extent : 1) }
    var stages: [Stage] = []
    var inner = 1
    while let group = groups.popLast() {
      if group.isReduced {
        let outer = groups.reduce(1) { $0 * $1.extent }
        stages.append(Stage(outer: outer, extent: group.extent, inner: inner))
      } else {
        inner *= group.extent
      }
    }
    // Sets of one element are reduced too: to their squares, say.
    self.stages = stages.isEmpty ? [Stage(outer: inner, extent: 1, inner: 1)] : stages
  }

  /// Scratch memory of ``run(_:_:_:_:from:to:)``, in elements.
  var scratchCount: Int { stages.dropLast().reduce(0) { $0 + $1.resultCount } }

  /// Reduces `x` to `y`, which the threads share, by way of `scratch`.
  func run(
    _ run: RunContext, _ kernels: KernelSet, _ kind: ReductionKind, scratch: MutableFloatPointer,
    from x: FloatPointer, to y: MutableFloatPointer
  ) {
    var source = x
    var free = scratch
    for (index, stage) in stages.enumerated() {
      let target = index == stages.count - 1 ? y : free
      // Sums of squares and of magnitudes are summed up by the later stages.
      let isFirst = index == 0
      let stageKind: ReductionKind =
        switch kind {
        case .sumOfSquares, .sumOfMagnitudes: isFirst ? kind : .sum
        case .sum, .mean, .maximum, .minimum: kind
        }
      reduce(run, kernels, stageKind, stage, source, target)
      source = FloatPointer(target)
      free += stage.resultCount
    }
  }

  private func reduce(
    _ run: RunContext, _ kernels: KernelSet, _ kind: ReductionKind, _ stage: Stage,
    _ x: FloatPointer, _ y: MutableFloatPointer
  ) {
    let size = stage.extent * stage.inner
    run.parallel(stage.outer, grain: max(4096 / max(size, 1), 1)) { part, _ in
      if stage.inner == 1 {
        kernels.reduceRows(
          kind, x + part.lowerBound * size, y + part.lowerBound, part.count, stage.extent)
        return
      }
      for index in part {
        kernels.reduceColumns(
          kind, x + index * size, y + index * stage.inner, stage.extent, stage.inner)
      }
    }
  }
}

/// A reduction that kernels compute: a kind, then a function of the result.
protocol ReductionLowerable: Lowerable, ReductionOperation {
  /// What the kernels reduce by.
  var kernelKind: ReductionKind { get }
  /// What is applied to the result.
  var kernelFunction: UnaryFunction { get }
}

extension ReductionLowerable {
  var kernelFunction: UnaryFunction { .identity }

  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let plan = reductionPlan(context) else { return nil }
    context.needScratch(bytes: plan.scratchCount * MemoryLayout<Float>.stride)
    let kernels = context.kernels
    let count = context.outputShape().reduce(1, *)
    let (kind, function) = (kernelKind, kernelFunction)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: plan.stages.count == 1 ? "reduce" : "reduce-chain") { run in
      let target = run.floats(y)
      plan.run(
        run, kernels, kind, scratch: run.scratch(task: 0), from: run.floats(x), to: target)
      if function != .identity { kernels.unary(function, target, target, count) }
    }
  }
}

extension ReductionOperation {
  /// The plan of a `float32` reduction with constant axes that is not empty, else nil.
  func reductionPlan(_ context: LoweringContext) -> ReductionPlan? {
    guard let reduced = reducedAxes(context) else { return nil }
    return ReductionPlan(context.shape(0), reduced: reduced)
  }

  /// The axes of a `float32` reduction with constant axes that is not empty, else nil.
  func reducedAxes(_ context: LoweringContext) -> Set<Int>? {
    let shape = context.shape(0)
    guard context.type(0).dtype == .float32, !shape.contains(0),
      let given = context.integers(1)
    else { return nil }
    if given.isEmpty { return isElementwiseWithoutAxes ? [] : Set(shape.indices) }
    return Set(given.compactMap { context.axis($0, rank: shape.count) })
  }
}

extension ReduceSum: ReductionLowerable { var kernelKind: ReductionKind { .sum } }
extension ReduceMean: ReductionLowerable { var kernelKind: ReductionKind { .mean } }
extension ReduceMax: ReductionLowerable { var kernelKind: ReductionKind { .maximum } }
extension ReduceMin: ReductionLowerable { var kernelKind: ReductionKind { .minimum } }
extension ReduceL1: ReductionLowerable { var kernelKind: ReductionKind { .sumOfMagnitudes } }
extension ReduceSumSquare: ReductionLowerable {
  var kernelKind: ReductionKind { .sumOfSquares }
}
extension ReduceL2: ReductionLowerable {
  var kernelKind: ReductionKind { .sumOfSquares }
  var kernelFunction: UnaryFunction { UnaryFunction(.squareRoot) }
}
extension ReduceLogSum: ReductionLowerable {
  var kernelKind: ReductionKind { .sum }
  var kernelFunction: UnaryFunction { UnaryFunction(.log) }
}

/// The elements of each set of a reduction, walked one by one.
private struct SetWalk: Sendable {
  let sets: StridedWalk
  let members: StridedWalk

  init(_ shape: [Int], reduced: Set<Int>) {
    let strides = ShapeMath.strides(shape)
    let kept = shape.indices.filter { !reduced.contains($0) }
    let gone = shape.indices.filter { reduced.contains($0) }
    sets = StridedWalk(kept.map { shape[$0] }, sources: [kept.map { strides[$0] }])
    members = StridedWalk(gone.map { shape[$0] }, sources: [gone.map { strides[$0] }])
  }

  /// Calls `body` with the first element and the number of each set.
  func forEachSet(_ run: RunContext, _ body: (Int, Int) -> Void) {
    sets.forEachRun(run, grain: 16) { offsets, position, count in
      for index in 0..<count { body(offsets[0] + index * sets.runSteps[0], position + index) }
    }
  }

  /// Calls `body` with each element of a set, relative to the first.
  @inline(__always)
  func forEachMember(_ body: (Int) -> Void) {
    members.forEachRun { offset, count in
      for index in 0..<count { body(offset + index * members.runSteps[0]) }
    }
  }
}

extension ReduceProd: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let reduced = reducedAxes(context) else { return nil }
    let walk = SetWalk(context.shape(0), reduced: reduced)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "scalars") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      walk.forEachSet(run) { start, position in
        var product = 1.0
        walk.forEachMember { product *= Double(px[start + $0]) }
        py[position] = Float(product)
      }
    }
  }
}

extension ReduceLogSumExp: Lowerable {
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep? {
    guard let reduced = reducedAxes(context) else { return nil }
    let walk = SetWalk(context.shape(0), reduced: reduced)
    let (x, y) = (context.input(0), context.output)
    return LoweredStep(algorithm: "scalars") { run in
      let (px, py) = (run.floats(x), run.floats(y))
      walk.forEachSet(run) { start, position in
        var largest = -Double.infinity
        walk.forEachMember {
          let value = Double(px[start + $0])
          if !(value <= largest) { largest = largest.isNaN ? largest : value }
        }
        guard largest.isFinite else {
          py[position] = Float(largest)
          return
        }
        var sum = 0.0
        walk.forEachMember { sum += exp(Double(px[start + $0]) - largest) }
        py[position] = Float(largest + log(sum))
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Tensors

/// The code of a step, as a member: as an element of an array or payload of an optional it would be
/// wrapped in an allocation each time it is taken out.
private struct StepBody {
  let call: @Sendable (RunContext) -> Void
}

/// The memory of one plan, and the loop over its steps.
final class Executor {
  let plan: Plan
  let types: [ValueID: ValueType]
  var isProfiling = false
  private(set) var stepSeconds: [Double]

  private let pool: ThreadPool
  private let bindings: Bindings
  private let subgraphs: PlannedSubgraphs
  private let arena: TensorStorage
  private let scratch: TensorStorage
  private let buffers: UnsafeMutablePointer<UnsafeMutableRawPointer>
  /// The fast code of each step, nil for those that are evaluated by reference.
  private let bodies: [StepBody?]
  /// Set by a lowered step that cannot run on its data.
  private let refusal = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
  /// Values without a buffer: sequences, strings, tensors whose shape is known only now.
  private var freeValues: [ValueID: RuntimeValue] = [:]
  /// Bytes of the free values that steps of this run made.
  private var freeBytes = 0

  /// - Parameters:
  ///   - types: The types that the plan was made for.
  ///   - inputs: All inputs of the model.
  init(_ plan: Plan, types: [ValueID: ValueType], inputs: [ValueID], pool: ThreadPool) {
    (self.plan, self.types, self.pool) = (plan, types, pool)
    bindings = Bindings(plan, inputs: inputs, types: types)
    subgraphs = PlannedSubgraphs(options: plan.options, pool: pool)
    arena = TensorStorage(uninitialized: plan.arenaBytes, largePages: .atFirstTouch)
    scratch = TensorStorage(
      uninitialized: plan.scratchStride * plan.options.threads, largePages: .atFirstTouch)
    buffers = .allocate(capacity: max(plan.sources.count, 1))
    refusal.initialize(to: false)
    stepSeconds = [Double](repeating: 0, count: plan.steps.count)
    bodies = plan.steps.map { step in
      if case .lowered(_, let body) = step { StepBody(call: body) } else { nil }
    }
    for (index, source) in plan.sources.enumerated() {
      let address: UnsafeMutableRawPointer
      switch source {
      case .arena(let offset): address = arena.baseAddress + offset
      case .constant(let constant):
        // Constants are never written; the plan keeps those alive that are read.
        address =
          plan.constants[constant]?.withUnsafeBytes {
            UnsafeMutableRawPointer(mutating: $0.baseAddress!)
          } ?? arena.baseAddress
      case .input, .output: address = arena.baseAddress
      }
      (buffers + index).initialize(to: address)
    }
  }

  deinit {
    buffers.deallocate()
    refusal.deallocate()
  }

  /// Whether the plan is for values of these types.
  func accepts(_ inputs: [RuntimeValue?]) -> Bool { bindings.accept(inputs) }

  /// Runs the plan on one value for each input of the model.
  ///
  /// Neither allocates nor locks, if all steps are fast code and `outputs` are those of an earlier
  /// run whose memory nobody else has.
  ///
  /// - Parameters:
  ///   - outputs: Replaced by the results; of no use after an error.
  ///   - outer: Surroundings when the graph is a subgraph of a run.
  /// - Precondition: ``accepts(_:)``.
  func run(
    _ inputs: [RuntimeValue?], into outputs: inout [RuntimeValue],
    in outer: EvaluationContext? = nil
  ) throws(GraphError) {
    let context = try makeContext(outer)
    freeBytes = 0
    defer { if !freeValues.isEmpty { freeValues.removeAll(keepingCapacity: true) } }
    bindings.bind(inputs: inputs, buffers) { freeValues[$0] = $1 }
    try bindings.bind(outputs: &outputs, buffers)
    // A subgraph runs within the activation of the whole.
    if outer == nil {
      try pool.activate { () throws(GraphError) in try runSteps(context) }
    } else {
      try runSteps(context)
    }
    withExtendedLifetime(inputs) {}
    try bindings.finish(&outputs, buffers, free: freeValues)
  }

  private func makeContext(_ outer: EvaluationContext?) throws(GraphError) -> EvaluationContext {
    if let outer {
      guard plan.arenaBytes <= outer.limits.runBytes else {
        throw GraphError(
          .limitExceeded,
          "a subgraph takes \(plan.arenaBytes) bytes, \(outer.limits.runBytes) are left")
      }
      return outer.evaluatingSubgraphs(by: subgraphs)
    }
    var context = EvaluationContext(limits: plan.options.limits, seed: plan.options.seed)
    if let seconds = plan.options.runSeconds { context.deadline = .now + .seconds(seconds) }
    return context.evaluatingSubgraphs(by: subgraphs)
  }

  private func runSteps(_ context: EvaluationContext) throws(GraphError) {
    refusal.pointee = false
    let run = RunContext(
      buffers: UnsafePointer(buffers), scratch: scratch.baseAddress,
      scratchStride: plan.scratchStride, pool: pool, refusal: refusal)
    for (index, body) in bodies.enumerated() {
      let start = isProfiling ? ContinuousClock.now : nil
      if let body {
        if context.deadline != nil {
          do throws(GraphError) {
            try context.expect(seconds: plan.leastSeconds(ofStep: index))
          } catch { throw error.at(plan.stepInfos[index].place) }
        }
        body.call(run)
        if refusal.pointee {
          refusal.pointee = false
          try evaluate(step: index, context)
        }
      } else {
        try evaluate(step: index, context)
      }
      if let start {
        stepSeconds[index] += (ContinuousClock.now - start) / .seconds(1)
      }
    }
  }

  // MARK: Reference steps

  private func evaluate(step: Int, _ context: EvaluationContext) throws(GraphError) {
    let node =
      switch plan.steps[step] {
      case .lowered(let node, _), .reference(let node): node
      }
    do throws(GraphError) {
      try context.checkDeadline()
      var inner = context
      inner.seed = context.seed &+ UInt64(step) &* 0x9E37_79B9_7F4A_7C15
      inner.limits.reserve(ShapeMath.saturatingSum(plan.arenaBytes, freeBytes))
      let operands = Operands(node.inputs.map { $0.flatMap(current) })
      let results = try node.operation.checkedEvaluate(operands, in: inner)
      for case (let output?, let result) in zip(node.outputs, results) {
        guard let slot = plan.slots[output], let tensor = result.tensor else {
          freeValues[output] = result
          freeBytes = ShapeMath.saturatingSum(freeBytes, result.byteCount)
          continue
        }
        tensor.withUnsafeBytes { bytes in
          if bytes.count > 0 {
            buffers[slot.index].copyMemory(from: bytes.baseAddress!, byteCount: bytes.count)
          }
        }
      }
    } catch { throw error.at(node.place) }
  }

  /// The present value, as a view of its buffer where it has one.
  private func current(_ value: ValueID) -> RuntimeValue? {
    if let free = freeValues[value] { return free }
    if let tensor = plan.graph.constant(value) { return .tensor(tensor) }
    guard let slot = plan.slots[value], let type = plan.graph.type(of: value).tensorType,
      let shape = type.shape
    else { return nil }
    let bytes = ShapeMath.byteCount(of: type.dtype, shape: shape) ?? 0
    // A copy: an operator may keep its input (Identity into a sequence) beyond this step.
    return .tensor(
      Tensor(uninitialized: type.dtype, shape: shape) {
        if bytes > 0 { $0.baseAddress!.copyMemory(from: buffers[slot.index], byteCount: bytes) }
      })
  }
}

// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Tensors

/// The memory of one plan, and the loop over its steps.
final class Executor {
  let plan: Plan
  let types: [ValueID: ValueType]
  var isProfiling = false
  private(set) var stepSeconds: [Double]

  private let pool: ThreadPool
  private let subgraphs: PlannedSubgraphs
  private let arena: TensorStorage
  private let scratch: TensorStorage
  private let buffers: UnsafeMutablePointer<UnsafeMutableRawPointer>
  /// Set by a lowered step that cannot run on its data.
  private let refusal = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
  /// Values without a buffer: sequences, strings, tensors whose shape is known only now.
  private var freeValues: [ValueID: RuntimeValue] = [:]
  /// Bytes of the free values that steps of this run made.
  private var freeBytes = 0

  init(_ plan: Plan, types: [ValueID: ValueType], pool: ThreadPool) {
    (self.plan, self.types, self.pool) = (plan, types, pool)
    subgraphs = PlannedSubgraphs(options: plan.options, pool: pool)
    arena = TensorStorage(uninitialized: plan.arenaBytes, prefersLargePages: true)
    scratch = TensorStorage(
      uninitialized: plan.scratchStride * plan.options.threads, prefersLargePages: true)
    buffers = .allocate(capacity: max(plan.sources.count, 1))
    refusal.initialize(to: false)
    stepSeconds = [Double](repeating: 0, count: plan.steps.count)
    for (index, source) in plan.sources.enumerated() {
      let address: UnsafeMutableRawPointer
      switch source {
      case .arena(let offset): address = arena.baseAddress + offset
      case .constant(let constant):
        // Constants are never written; the plan keeps them alive.
        address = plan.constants[constant].withUnsafeBytes {
          UnsafeMutableRawPointer(mutating: $0.baseAddress!)
        }
      case .input, .output: address = arena.baseAddress
      }
      (buffers + index).initialize(to: address)
    }
  }

  deinit {
    buffers.deallocate()
    refusal.deallocate()
  }

  /// Runs the plan on one value for each input of its graph.
  ///
  /// - Parameter outer: Surroundings when the graph is a subgraph of a run.
  func run(
    _ inputs: [RuntimeValue], in outer: EvaluationContext? = nil
  ) throws(GraphError) -> [RuntimeValue] {
    let graph = plan.graph
    let context = try makeContext(outer).evaluatingSubgraphs(by: subgraphs)
    let outputs = try makeOutputs()
    bind(inputs, outputs)
    freeBytes = 0
    defer { freeValues.removeAll(keepingCapacity: true) }
    for (input, value) in zip(graph.inputs, inputs) where plan.slots[input] == nil {
      freeValues[input] = value
    }
    // A subgraph runs within the activation of the whole.
    if outer == nil {
      try pool.activate { () throws(GraphError) in try runSteps(context) }
    } else {
      try runSteps(context)
    }
    withExtendedLifetime(inputs) {}
    return try collect(outputs)
  }

  private func makeContext(_ outer: EvaluationContext?) throws(GraphError) -> EvaluationContext {
    if let outer {
      guard plan.arenaBytes <= outer.limits.runBytes else {
        throw GraphError(
          .limitExceeded,
          "a subgraph takes \(plan.arenaBytes) bytes, \(outer.limits.runBytes) are left")
      }
      return outer
    }
    var deadline: ContinuousClock.Instant?
    if let seconds = plan.options.runSeconds { deadline = .now + .seconds(seconds) }
    return EvaluationContext(
      limits: plan.options.limits, deadline: deadline, seed: plan.options.seed)
  }

  private func runSteps(_ context: EvaluationContext) throws(GraphError) {
    refusal.pointee = false
    let run = RunContext(
      buffers: UnsafePointer(buffers), scratch: scratch.baseAddress,
      scratchStride: plan.scratchStride, pool: pool, refusal: refusal)
    for (index, step) in plan.steps.enumerated() {
      let start = isProfiling ? ContinuousClock.now : nil
      switch step {
      case .lowered(let node, let body):
        if context.deadline != nil {
          do throws(GraphError) {
            try context.expect(seconds: plan.leastSeconds(ofStep: index))
          } catch { throw error.at(plan.stepInfos[index].place) }
        }
        body(run)
        if refusal.pointee {
          refusal.pointee = false
          try evaluate(node, step: index, context)
        }
      case .reference(let node): try evaluate(node, step: index, context)
      }
      if let start {
        stepSeconds[index] += (ContinuousClock.now - start) / .seconds(1)
      }
    }
  }

  // MARK: Inputs and outputs

  private func makeOutputs() throws(GraphError) -> [TensorStorage?] {
    var storages: [TensorStorage?] = []
    for output in plan.graph.outputs {
      guard plan.slots[output.value] != nil,
        let type = plan.graph.type(of: output.value).tensorType, let shape = type.shape
      else {
        storages.append(nil)
        continue
      }
      try plan.options.limits.check(type.dtype, shape)
      storages.append(
        TensorStorage(uninitialized: ShapeMath.byteCount(of: type.dtype, shape: shape) ?? 0))
    }
    return storages
  }

  private func bind(_ inputs: [RuntimeValue], _ outputs: [TensorStorage?]) {
    for (index, source) in plan.sources.enumerated() {
      switch source {
      case .arena, .constant: continue
      case .input(let input, let offset):
        guard let tensor = inputs[input].tensor else { continue }
        tensor.withUnsafeBytes {
          buffers[index] = UnsafeMutableRawPointer(mutating: $0.baseAddress!) + offset
        }
      case .output(let output, let offset):
        guard let storage = outputs[output] else { continue }
        buffers[index] = storage.baseAddress + offset
      }
    }
  }

  private func collect(_ storages: [TensorStorage?]) throws(GraphError) -> [RuntimeValue] {
    var results: [RuntimeValue] = []
    for (index, (output, storage)) in zip(plan.graph.outputs, storages).enumerated() {
      if let storage, let slot = plan.slots[output.value] {
        if plan.indirectOutputs.contains(index) {
          storage.baseAddress.copyMemory(from: buffers[slot.index], byteCount: storage.byteCount)
        }
        let type = plan.graph.type(of: output.value).tensorType
        results.append(
          .tensor(
            Tensor(dtype: type?.dtype ?? .float32, shape: type?.shape ?? [], storage: storage)))
      } else if let value = freeValues[output.value] {
        results.append(value)
      } else if let tensor = plan.graph.constant(output.value) {
        results.append(.tensor(tensor))
      } else {
        throw GraphError(.invalidGraph, "output \"\(output.name)\" has no value")
      }
    }
    return results
  }

  // MARK: Reference steps

  private func evaluate(
    _ node: Node, step: Int, _ context: EvaluationContext
  ) throws(GraphError) {
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

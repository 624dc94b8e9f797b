// SPDX-License-Identifier: Apache-2.0
public import IR
import KernelTypes
import Tensors

/// What the runtime does with operators.
public enum OperatorCode: Hashable, Sendable {
  /// Code of its own, for some types and shapes at least.
  case fast
  /// No work: the output is the input's memory.
  case view
  /// Always the reference evaluation.
  case reference

  /// The code for an operation's nodes.
  public init(for operation: any Operation.Type) {
    if operation is any Lowerable.Type || operation is any BlockedLowerable.Type {
      self = .fast
    } else {
      self = operation is any ViewOperation.Type ? .view : .reference
    }
  }
}

/// An operator that the runtime has fast code for.
protocol Lowerable: Operation {
  /// The code for the node in `context`, nil when its shapes or types have none; reference
  /// evaluation is used then.
  func lower(_ context: inout LoweringContext) throws(GraphError) -> LoweredStep?

  /// The input whose memory output 0 may take over when nobody reads the input afterwards.
  ///
  /// Only asked when both have equally many bytes.
  var inPlaceInput: Int? { get }
}

extension Lowerable {
  var inPlaceInput: Int? { nil }
}

/// Ready-to-run code of one node.
struct LoweredStep {
  /// What the profile calls it, such as `im2col-sgemm`.
  let algorithm: String
  /// The code. It neither allocates nor throws.
  let body: @Sendable (RunContext) -> Void
}

/// Identifies a buffer of a plan.
struct Slot: Hashable {
  let index: Int
}

/// What a step sees while it runs: where the buffers are, scratch memory, threads.
struct RunContext: @unchecked Sendable {
  // The pointers are those of one session, which one thread at a time runs; steps write disjoint
  // parts of their outputs from the pool's threads.
  let buffers: UnsafePointer<UnsafeMutableRawPointer>
  let scratch: UnsafeMutableRawPointer
  let scratchStride: Int
  let pool: ThreadPool
  let refusal: UnsafeMutablePointer<Bool>

  /// Gives the node up because its data is bad (an index out of range): reference evaluation runs
  /// it again and throws what is to be said. Not from within a parallel section.
  func refuse() { refusal.pointee = true }

  /// The buffer as floats.
  func floats(_ slot: Slot) -> UnsafeMutablePointer<Float> {
    buffers[slot.index].assumingMemoryBound(to: Float.self)
  }

  /// The buffer's bytes.
  func bytes(_ slot: Slot) -> UnsafeMutableRawPointer { buffers[slot.index] }

  /// The buffer as codes.
  func codes(_ slot: Slot) -> UnsafeMutablePointer<UInt8> {
    buffers[slot.index].assumingMemoryBound(to: UInt8.self)
  }

  /// Scratch memory of one task of a parallel section; tasks are numbered below the thread count.
  func scratch(task: Int) -> UnsafeMutablePointer<Float> {
    (scratch + task * scratchStride).assumingMemoryBound(to: Float.self)
  }

  /// Splits `count` items over the threads in contiguous ranges and runs `body` on each.
  ///
  /// - Parameters:
  ///   - grain: Fewer items than this do not get a thread of their own.
  ///   - body: Takes the range and the number of the task.
  func parallel(_ count: Int, grain: Int = 1, _ body: (Range<Int>, Int) -> Void) {
    guard count > 0 else { return }
    let tasks = min(pool.threadCount, max(count / max(grain, 1), 1))
    if tasks == 1 { return body(0..<count, 0) }
    pool.run(tasks: tasks) { task in
      body(count * task / tasks..<count * (task + 1) / tasks, task)
    }
  }
}

/// The buffers that the steps of a plan work on: weights that were packed are not among them.
final class BufferUses {
  var indices: Set<Int> = []
}

/// One node while it is lowered.
struct LoweringContext {
  let node: Node
  let graph: Graph
  let kernels: KernelSet
  let options: SessionOptions
  let weights: WeightCache
  let algorithms: AlgorithmChoice
  private let slots: [ValueID: Slot]
  private let uses: BufferUses
  private(set) var scratchBytes = 0

  /// - Parameter uses: Learns which buffers the code reads or writes.
  init(
    node: Node, graph: Graph, kernels: KernelSet, options: SessionOptions, weights: WeightCache,
    algorithms: AlgorithmChoice, slots: [ValueID: Slot], uses: BufferUses
  ) {
    (self.node, self.graph, self.kernels) = (node, graph, kernels)
    (self.options, self.weights, self.algorithms) = (options, weights, algorithms)
    (self.slots, self.uses) = (slots, uses)
  }

  /// Threads that a run uses.
  var threads: Int { options.threads }

  /// Whether input `index` is given.
  func has(_ index: Int) -> Bool { index < node.inputs.count && node.inputs[index] != nil }

  /// Exact type of input `index`.
  ///
  /// - Precondition: the input is given; its shape is known, else the node is not lowered.
  func type(_ index: Int) -> TensorType {
    guard let value = node.inputs[index], let type = graph.type(of: value).tensorType else {
      preconditionFailure("\(node.place) has no tensor at input \(index)")
    }
    return type
  }

  /// Shape of input `index`, as ``type(_:)``.
  func shape(_ index: Int) -> [Int] { type(index).shape ?? [] }

  /// Shape of output `index`.
  func outputShape(_ index: Int = 0) -> [Int] {
    node.outputs[index].flatMap { graph.type(of: $0).tensorType?.shape } ?? []
  }

  /// Whether all given inputs and outputs are `dtype`.
  func all(are dtype: ElementType) -> Bool {
    (node.inputs + node.outputs).compactMap { $0 }.allSatisfy {
      graph.type(of: $0).tensorType?.dtype == dtype
    }
  }

  /// The buffer of input `index`.
  func input(_ index: Int) -> Slot {
    guard let value = node.inputs[index], let slot = slots[value] else {
      preconditionFailure("\(node.place) has no buffer for input \(index)")
    }
    uses.indices.insert(slot.index)
    return slot
  }

  /// The buffer of input `index`, nil when the input is omitted.
  func optionalInput(_ index: Int) -> Slot? { has(index) ? input(index) : nil }

  /// The buffer of output `index`, nil when nobody uses the output.
  func optionalOutput(_ index: Int) -> Slot? {
    index < node.outputs.count ? node.outputs[index].flatMap { slots[$0] } : nil
  }

  /// The buffer of output 0.
  var output: Slot {
    guard let slot = optionalOutput(0) else {
      preconditionFailure("\(node.place) has no buffer for its output")
    }
    return slot
  }

  /// The value of input `index` if it is a constant.
  func constant(_ index: Int) -> Tensor? {
    index < node.inputs.count ? node.inputs[index].flatMap(graph.constant) : nil
  }

  /// Asks for scratch memory, in bytes for each task of a parallel section.
  mutating func needScratch(bytes: Int) { scratchBytes = max(scratchBytes, bytes) }

  /// A constant in a form prepared for a kernel, made once for all plans of a model.
  ///
  /// - Parameters:
  ///   - index: The input that is prepared.
  ///   - form: What the preparation is, unique for its result.
  ///   - count: `Float`s of the prepared form.
  ///   - fill: Writes them from the constant, on any thread, before the plan runs.
  func prepared(
    _ index: Int, form: String, count: Int,
    _ fill: @escaping @Sendable (Tensor, UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor? {
    guard let value = node.inputs[index], let tensor = graph.constant(value) else { return nil }
    return weights.prepared(
      graph.name(of: value), form: form, tensor: tensor, count: count, fill)
  }
}

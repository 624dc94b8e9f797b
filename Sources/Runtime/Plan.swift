// SPDX-License-Identifier: Apache-2.0
public import IR
import KernelTypes
import Tensors

/// A model made ready to run on inputs of given shapes: an order of steps, an algorithm for each,
/// and a place for every value. Immutable; any number of sessions can run it at the same time.
public final class Plan: Sendable {
  /// Work of a node as the plan sees it.
  public struct StepInfo: Sendable {
    /// Name of the node.
    public let name: String
    /// Operator.
    public let opType: String
    /// Algorithm chosen, `reference` when the operator has no fast code for these types.
    public let algorithm: String
    /// Type of the first output.
    public let outputType: String
    /// Work.
    public let cost: Cost

    /// Operator and name for messages.
    var place: String { name.isEmpty ? "\(opType) node" : "\(opType) node \"\(name)\"" }
  }

  /// How a step is executed.
  enum Execution: Sendable {
    /// Fast code over buffers, and the node that it stands for.
    case lowered(Node, @Sendable (RunContext) -> Void)
    /// Reference evaluation; inputs and outputs are buffers where they have one, else free values.
    case reference(Node)
  }

  /// Where the bytes of a buffer are.
  enum Source: Hashable {
    /// In the session's arena.
    case arena(offset: Int)
    /// A constant of the plan, by index.
    case constant(Int)
    /// Input of the graph, plus an offset in bytes.
    case input(Int, offset: Int)
    /// Output of the graph, plus an offset in bytes.
    case output(Int, offset: Int)
  }

  /// The graph that is run, all shapes inferred.
  let graph: Graph
  let options: SessionOptions
  let steps: [Execution]
  /// What each step does, in order.
  public let stepInfos: [StepInfo]
  let sources: [Source]
  let slots: [ValueID: Slot]
  /// The constants that fast code reads as they are; nil for others.
  let constants: [Tensor?]
  /// Outputs whose buffer is not the output's own: they are copied, or are free values.
  let indirectOutputs: [Int]
  /// Bytes of the arena that a session allocates.
  public let arenaBytes: Int
  let scratchStride: Int

  /// The number of multiply-add pairs of one run.
  public var multiplyAdds: Int {
    stepInfos.reduce(0) { ShapeMath.saturatingSum($0, $1.cost.multiplyAdds) }
  }

  /// The least time that a step of fast code takes, which nothing interrupts: at most 5 · 10^11
  /// multiply-adds of the definition a second and thread, of which minimal filtering does a part.
  func leastSeconds(ofStep index: Int) -> Double {
    let cost = stepInfos[index].cost
    return (Double(cost.multiplyAdds) + Double(cost.elementOperations))
      / (5e11 * Double(options.threads))
  }

  /// Plans the graph for inputs of the given types.
  ///
  /// - Throws: what specialization and lowering throw; `limitExceeded` when the arena is larger
  ///   than `limits.runBytes`.
  init(
    _ source: Graph, inputTypes: [ValueID: ValueType], options: SessionOptions,
    weights: WeightCache, wisdom: Wisdom
  ) throws(GraphError) {
    var context = EvaluationContext(limits: options.limits, seed: options.seed)
    context.deadline = .now + .seconds(options.limits.loadSeconds)
    let kernels: KernelSet
    do throws(InstructionSetError) {
      if let set = KernelCatalog.sets.first(where: { $0.instructionSet == options.instructionSet })
      {
        kernels = set
      } else {
        kernels = try KernelCatalog.selected
      }
    } catch {
      throw GraphError(.unsupported, error.description)
    }
    var graph = try source.specialized(to: inputTypes, folding: context)
    try Self.checkSizes(of: graph, options.limits)
    try BlockedLayout.apply(to: &graph, kernels: kernels, options)
    let layers = graph.nodes.compactMap { node in
      (node.operation as? Blocked)?.convolutionLayer(graph.operandTypes(of: node), options)
    }
    // Before there are packed weights, so that what is measured needs no memory beside them.
    let algorithms = AlgorithmChoice(for: layers, options, kernels, wisdom, weights)
    let builder = try BufferAssignment(graph, options: options)
    var steps: [Execution] = []
    var infos: [StepInfo] = []
    var scratchBytes = 0
    let uses = BufferUses()
    for node in graph.nodes {
      try context.checkDeadline()
      let info: String
      if builder.aliasNodes.contains(node.id) { continue }
      if builder.isStatic(node), let lowerable = node.operation as? any Lowerable {
        var lowering = LoweringContext(
          node: node, graph: graph, kernels: kernels, options: options,
          weights: weights, algorithms: algorithms, slots: builder.slots, uses: uses)
        do throws(GraphError) {
          if let step = try lowerable.lower(&lowering) {
            steps.append(.lowered(node, step.body))
            scratchBytes = max(scratchBytes, lowering.scratchBytes)
            info = step.algorithm
          } else {
            steps.append(.reference(node))
            info = "reference"
          }
        } catch { throw error.at(node.place) }
      } else {
        steps.append(.reference(node))
        info = "reference"
      }
      infos.append(
        StepInfo(
          name: node.name,
          // The layout is the algorithm's matter.
          opType: (node.operation as? Blocked)?.base.opType ?? node.operation.opType,
          algorithm: info,
          outputType: node.outputs.first.flatMap { $0 }.map { "\(graph.type(of: $0))" } ?? "",
          cost: node.operation.cost(graph.operandTypes(of: node))))
    }
    weights.finish()
    self.graph = graph
    self.options = options
    self.steps = steps
    stepInfos = infos
    sources = builder.sources
    slots = builder.slots
    // Reference evaluation takes constants from the graph, but views of constants from here.
    let views = graph.nodes.flatMap(\.inputs).filter { $0.flatMap(graph.constant) == nil }
    for case let value? in views + graph.outputs.map(\.value) {
      if let slot = builder.slots[value] { uses.indices.insert(slot.index) }
    }
    let used = Set(uses.indices.map { builder.sources[$0] })
    constants = builder.constants.enumerated().map { index, tensor in
      used.contains(.constant(index)) ? tensor.resident : nil
    }
    indirectOutputs = builder.indirectOutputs
    arenaBytes = builder.arenaBytes
    scratchStride = MemoryPlan.aligned(scratchBytes)
    let runBytes = arenaBytes + builder.outputBytes
    let (scratch, overflow) = scratchStride.multipliedReportingOverflow(by: options.threads)
    guard !overflow, runBytes <= options.limits.runBytes - scratch else {
      throw GraphError(
        .limitExceeded,
        "a run takes \(runBytes) bytes and \(scratch) of scratch, the limit is "
          + "\(options.limits.runBytes)")
    }
  }
  /// Checks every value whose shape is known before any of them gets a place.
  ///
  /// - Throws: `limitExceeded`, naming the node that makes the value.
  private static func checkSizes(
    of graph: Graph, _ limits: ResourceLimits
  ) throws(GraphError) {
    func check(_ value: ValueID, _ place: String) throws(GraphError) {
      guard let type = graph.type(of: value).tensorType, let shape = type.shape else { return }
      do throws(GraphError) { try limits.check(type.dtype, shape) } catch { throw error.at(place) }
    }
    for input in graph.inputs { try check(input, "input \"\(graph.name(of: input))\"") }
    for node in graph.nodes {
      for case let output? in node.outputs { try check(output, node.place) }
    }
  }
}

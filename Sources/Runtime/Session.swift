// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// Runs a model. Owns the memory of one run at a time; use one session for each task.
///
/// ```swift
/// let session = Session(try ONNX.read(contentsOf: "model.onnx").graph)
/// let outputs = try session.run(["image": image])
/// ```
///
/// Dynamic dimensions take their extent from the inputs: a new combination of shapes is planned
/// once, without reading the model again.
///
/// **Memory.** A run writes its outputs to the memory of outputs of the run before, if their types
/// are the same and nobody has them any more. Those of `run(_:)` the session keeps for that; with
/// `run(_:into:)` the caller does:
///
/// ```swift
/// var outputs: [String: Tensor] = [:]
/// for image in images {
///   try session.run(["image": image], into: &outputs)
///   …
/// }
/// ```
///
/// So a run on tensors allocates nothing on the heap from the second run of the same shapes on, as
/// long as the caller holds on to no outputs of earlier runs. Operators without fast code are
/// exempt, which ``Plan/stepInfos`` call `reference`, and so are steps whose data (an index out of
/// range) such code must judge, and products of small matrices, for which OpenBLAS allocates on
/// some CPUs.
public final class Session {
  /// The plans, which sessions may share.
  public let plans: PlanCache
  private let pool: ThreadPool
  private var executors: [Executor] = []
  private var lastExecutor: Executor?
  /// How often a run found no executor for its shapes.
  private(set) var preparationCount = 0

  private let inputNames: [String]
  private let outputNames: [String]
  // Outputs of the last run, kept for their memory.
  private var results: [RuntimeValue] = []
  private var namedResults: [String: Tensor] = [:]
  // Where named values are put in order: empty but for the length of a run.
  private var orderedInputs: [RuntimeValue?]
  private var orderedOutputs: [RuntimeValue]

  /// A session of its own for `graph`.
  ///
  /// - Parameter wisdom: What is known of the speed of algorithms, and learns more.
  public convenience init(
    _ graph: Graph, options: SessionOptions = SessionOptions(), wisdom: Wisdom = .shared
  ) {
    self.init(sharing: PlanCache(graph, options: options, wisdom: wisdom))
  }

  /// A session that shares plans and weights with others. It has threads of its own, as a pool
  /// serves one run at a time.
  public convenience init(sharing plans: PlanCache) {
    self.init(sharing: plans, pool: ThreadPool(threadCount: plans.options.threads))
  }

  /// A session whose runs use the threads of `pool`.
  init(sharing plans: PlanCache, pool: ThreadPool) {
    (self.plans, self.pool) = (plans, pool)
    let graph = plans.graph
    inputNames = graph.inputs.map { graph.name(of: $0) }
    outputNames = graph.outputs.map(\.name)
    orderedInputs = Array(repeating: nil, count: inputNames.count)
    orderedOutputs = Array(repeating: Self.nothing, count: outputNames.count)
  }

  /// Executors that are kept; the oldest is dropped first.
  private static let capacity = 16

  /// Takes the place of a value that was moved elsewhere.
  private static let nothing = RuntimeValue.sequence(.float32, [])

  /// The graph that is run.
  public var graph: Graph { plans.graph }

  // MARK: Runs

  /// Runs the model on tensors given by name.
  ///
  /// - Returns: The outputs by name.
  /// - Throws: `missingInput`, `typeMismatch` when the inputs do not fit the model; what operators
  ///   throw; `limitExceeded`.
  public func run(_ inputs: [String: Tensor]) throws(GraphError) -> [String: Tensor] {
    var outputs: [String: Tensor] = [:]
    swap(&outputs, &namedResults)
    try run(inputs, into: &outputs)
    namedResults = outputs
    return outputs
  }

  /// Runs the model on tensors given by name and puts the results into a dictionary, whose tensors
  /// are written anew where that is possible: those of the same type and shape whose memory nobody
  /// else has.
  ///
  /// - Parameter outputs: Outputs of an earlier run, or any others, which are replaced. What is
  ///   in it after an error has no meaning.
  /// - Throws: as ``run(_:)-([String:Tensor])``.
  public func run(
    _ inputs: [String: Tensor], into outputs: inout [String: Tensor]
  ) throws(GraphError) {
    var known = 0
    defer { for index in orderedInputs.indices { orderedInputs[index] = nil } }
    for (index, name) in inputNames.enumerated() {
      guard let tensor = inputs[name] else { continue }
      orderedInputs[index] = .tensor(tensor)
      known += 1
    }
    if known != inputs.count { try refuseUnknown(inputs) }
    defer { for index in orderedOutputs.indices { orderedOutputs[index] = Self.nothing } }
    for (index, name) in outputNames.enumerated() {
      // Removed, so that the tensor has one owner.
      if let tensor = outputs.removeValue(forKey: name) { orderedOutputs[index] = .tensor(tensor) }
    }
    var results: [RuntimeValue] = []
    swap(&results, &orderedOutputs)
    defer { swap(&results, &orderedOutputs) }
    try executor(for: orderedInputs).run(orderedInputs, into: &results)
    for (index, name) in outputNames.enumerated() {
      guard let tensor = results[index].takeTensor() else {
        throw GraphError(
          .typeMismatch, "output \"\(name)\" is no tensor but \(results[index].type)")
      }
      outputs[name] = tensor
    }
  }

  private func refuseUnknown(_ inputs: [String: Tensor]) throws(GraphError) {
    for name in inputs.keys.sorted() where !inputNames.contains(name) {
      let names = inputNames.map { "\"\($0)\"" }.joined(separator: ", ")
      throw GraphError(.missingInput, "the model has no input \"\(name)\", its inputs are \(names)")
    }
  }

  /// Runs the model on one value for each input of the graph, nil where a default is to be used.
  ///
  /// - Throws: as ``run(_:)-([String:Tensor])``.
  public func run(_ inputs: [RuntimeValue?]) throws(GraphError) -> [RuntimeValue] {
    var outputs: [RuntimeValue] = []
    swap(&outputs, &results)
    try run(inputs, into: &outputs)
    results = outputs
    return outputs
  }

  /// Runs the model on one value for each input of the graph, nil where a default is to be used,
  /// and writes the results to the tensors in `outputs` where that is possible: those of the same
  /// type and shape whose memory nobody else has.
  ///
  /// - Parameter outputs: Outputs of an earlier run, or anything else, which is replaced. What is in
  ///   it after an error has no meaning.
  /// - Throws: as ``run(_:)-([String:Tensor])``.
  public func run(
    _ inputs: [RuntimeValue?], into outputs: inout [RuntimeValue]
  ) throws(GraphError) {
    try executor(for: inputs).run(inputs, into: &outputs)
  }

  /// Runs the model as a subgraph within another run, whose limits and deadline hold.
  func run(
    _ inputs: [RuntimeValue?], in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    var outputs: [RuntimeValue] = []
    try executor(for: inputs).run(inputs, into: &outputs, in: context)
    return outputs
  }

  /// The plan for the given input types; makes the session ready to run it.
  ///
  /// - Throws: what planning throws.
  @discardableResult
  public func prepare(for types: [ValueID: ValueType]) throws(GraphError) -> Plan {
    try executor(for: types).plan
  }

  /// Times of each step of the last run's plan, in seconds; recorded while ``isProfiling``.
  public var stepSeconds: [Double] { lastExecutor?.stepSeconds ?? [] }

  /// The plan of the last run.
  public var lastPlan: Plan? { lastExecutor?.plan }

  /// Whether runs record the time of each step.
  public var isProfiling = false {
    didSet { for executor in executors { executor.isProfiling = isProfiling } }
  }

  private func executor(for inputs: [RuntimeValue?]) throws(GraphError) -> Executor {
    if let lastExecutor, lastExecutor.accepts(inputs) { return lastExecutor }
    if let known = executors.first(where: { $0.accepts(inputs) }) {
      lastExecutor = known
      return known
    }
    guard inputs.count <= graph.inputs.count else {
      throw GraphError(
        .missingInput, "the model has \(graph.inputs.count) inputs, got \(inputs.count)")
    }
    var types: [ValueID: ValueType] = [:]
    for case (let input, let value?) in zip(graph.inputs, inputs) { types[input] = value.type }
    return try executor(for: types)
  }

  private func executor(for types: [ValueID: ValueType]) throws(GraphError) -> Executor {
    if let known = executors.first(where: { $0.types == types }) {
      lastExecutor = known
      return known
    }
    let plan = try plans.plan(for: types)
    preparationCount += 1
    let executor = Executor(plan, types: types, inputs: graph.inputs, pool: pool)
    executor.isProfiling = isProfiling
    if executors.count >= Self.capacity { executors.removeFirst() }
    executors.append(executor)
    lastExecutor = executor
    return executor
  }
}

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
public final class Session {
  /// The plans, which sessions may share.
  public let plans: PlanCache
  private var executors: [ObjectIdentifier: Executor] = [:]
  private var lastExecutor: Executor?
  /// How often a run found no executor for its shapes.
  private(set) var preparationCount = 0

  /// A session of its own for `graph`.
  public convenience init(_ graph: Graph, options: SessionOptions = SessionOptions()) {
    self.init(sharing: PlanCache(graph, options: options))
  }

  /// A session that shares plans and weights with others.
  public init(sharing plans: PlanCache) {
    self.plans = plans
  }

  /// The graph that is run.
  public var graph: Graph { plans.graph }

  /// Runs the model on tensors given by name.
  ///
  /// - Returns: The outputs by name.
  /// - Throws: `missingInput`, `typeMismatch` when the inputs do not fit the model; what operators
  ///   throw; `limitExceeded`.
  public func run(_ inputs: [String: Tensor]) throws(GraphError) -> [String: Tensor] {
    for name in inputs.keys.sorted()
    where !graph.inputs.contains(where: { graph.name(of: $0) == name }) {
      let names = graph.inputs.map { "\"\(graph.name(of: $0))\"" }.joined(separator: ", ")
      throw GraphError(.missingInput, "the model has no input \"\(name)\", its inputs are \(names)")
    }
    let values = graph.inputs.map { inputs[graph.name(of: $0)].map(RuntimeValue.tensor) }
    let results = try run(values)
    var outputs: [String: Tensor] = [:]
    for (output, result) in zip(graph.outputs, results) {
      guard let tensor = result.tensor else {
        throw GraphError(
          .typeMismatch, "output \"\(output.name)\" is no tensor but \(result.type)")
      }
      outputs[output.name] = tensor
    }
    return outputs
  }

  /// Runs the model on one value for each input of the graph, nil where a default is to be used.
  ///
  /// - Throws: as ``run(_:)-([String:Tensor])``.
  public func run(_ inputs: [RuntimeValue?]) throws(GraphError) -> [RuntimeValue] {
    try run(inputs, in: nil)
  }

  /// Runs the model as a subgraph within another run, whose limits and deadline hold.
  func run(
    _ inputs: [RuntimeValue?], in context: EvaluationContext?
  ) throws(GraphError) -> [RuntimeValue] {
    guard inputs.count <= graph.inputs.count else {
      throw GraphError(
        .missingInput, "the model has \(graph.inputs.count) inputs, got \(inputs.count)")
    }
    var types: [ValueID: ValueType] = [:]
    var given: [RuntimeValue] = []
    for (input, value) in zip(graph.inputs, inputs) {
      guard let value else { continue }
      types[input] = value.type
      given.append(value)
    }
    return try executor(for: types).run(given, in: context)
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
    didSet { for executor in executors.values { executor.isProfiling = isProfiling } }
  }

  private func executor(for types: [ValueID: ValueType]) throws(GraphError) -> Executor {
    if let lastExecutor, lastExecutor.types == types { return lastExecutor }
    let plan = try plans.plan(for: types)
    let known = executors[ObjectIdentifier(plan)]
    if known == nil { preparationCount += 1 }
    let executor = known ?? Executor(plan, types: types, pool: plans.pool)
    executor.isProfiling = isProfiling
    if executors.count >= 16 { executors.removeAll() }
    executors[ObjectIdentifier(plan)] = executor
    lastExecutor = executor
    return executor
  }
}

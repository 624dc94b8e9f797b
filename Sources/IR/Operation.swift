// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// What an operator means: types, reference evaluation, cost. Attributes are stored properties.
///
/// Meaning follows the newest ONNX opset that we read; older forms are converted on import, so what
/// became an input over time (`axes`, `pads`, `min`…) is an input here.
///
/// One operator is one file in `Operations/`, and one line in ``OperationCatalog``.
public protocol Operation: Hashable, Sendable {
  /// The operator's name, unique in the catalogue: ONNX's where ONNX has the operator.
  static var opType: String { get }

  /// The types of all outputs that the operator can give, in order; a node may use fewer.
  ///
  /// When every input is a constant (as while running), the shapes must be known, except where
  /// they depend on more than sizes can tell (`NonZero`); the evaluator checks them against the
  /// limits before anything is allocated. Unknown input dimensions give unknown output dimensions.
  ///
  /// - Throws: what makes the node invalid. The caller adds the node's name.
  func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType]

  /// The outputs, computed the slow and obvious way: the operator's specification.
  ///
  /// Called after ``outputTypes(_:)`` accepted the same inputs.
  ///
  /// - Throws: `indexOutOfRange` and the like, for what types cannot tell.
  func evaluate(_ inputs: Operands, in context: EvaluationContext) throws(GraphError)
    -> [RuntimeValue]

  /// Work and traffic for the given inputs. The default counts one operation an output element.
  func cost(_ inputs: OperandTypes) -> Cost

  /// Graphs that the operator runs (`If`, `Loop`, `Scan`), each with explicit inputs.
  var subgraphs: [Graph] { get }

  /// The same operator with other subgraphs.
  ///
  /// - Precondition: as many as ``subgraphs`` has.
  func replacingSubgraphs(_ graphs: [Graph]) -> Self

  /// The outputs, where the inputs' types alone decide them (`Shape`, `Size`), else nil.
  func outputsFromTypes(_ inputs: OperandTypes) -> [Tensor]?

  /// Whether equal inputs may give different outputs (random numbers). Such nodes are neither
  /// folded nor merged.
  var isNondeterministic: Bool { get }
}

extension Operation {
  public var subgraphs: [Graph] { [] }
  public func replacingSubgraphs(_ graphs: [Graph]) -> Self { self }
  public var isNondeterministic: Bool { false }
  public func outputsFromTypes(_ inputs: OperandTypes) -> [Tensor]? { nil }

  public func cost(_ inputs: OperandTypes) -> Cost {
    let outputs = (try? outputTypes(inputs)) ?? []
    let elements = outputs.first?.tensorType?.shape.flatMap(ShapeMath.elementCount) ?? 0
    return Cost(elementOperations: elements)
  }

  /// The operator's name.
  public var opType: String { Self.opType }
}

/// Work of one node.
public struct Cost: Hashable, Sendable {
  /// Multiply-add pairs of convolutions and matrix products.
  public var multiplyAdds: Int
  /// Other arithmetic, one per output element and step.
  public var elementOperations: Int

  /// Zero unless given.
  public init(multiplyAdds: Int = 0, elementOperations: Int = 0) {
    (self.multiplyAdds, self.elementOperations) = (multiplyAdds, elementOperations)
  }

  /// The work of sorting `count` elements in lanes of `extent`, eight operations a comparison.
  static func sorting(_ count: Int, lanesOf extent: Int) -> Cost {
    let depth = Int.bitWidth - max(extent, 1).leadingZeroBitCount
    let (operations, overflow) = count.multipliedReportingOverflow(by: 8 * depth)
    return Cost(elementOperations: overflow ? .max : operations)
  }
}

/// Runs the subgraphs of `If`, `Loop` and `Scan`.
public protocol SubgraphEvaluator: Sendable {
  /// The outputs of `graph`; `inputs` has one entry for each graph input, nil for a default.
  func evaluate(
    _ graph: Graph, _ inputs: [RuntimeValue?], in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue]
}

/// Runs subgraphs by the operators' reference evaluation.
public struct ReferenceSubgraphEvaluator: SubgraphEvaluator {
  /// The evaluator.
  public init() {}

  public func evaluate(
    _ graph: Graph, _ inputs: [RuntimeValue?], in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    try graph.evaluate(inputs, in: context)
  }
}

/// Surroundings of an evaluation.
public struct EvaluationContext: Sendable {
  /// What the run may use.
  public var limits: ResourceLimits
  /// When the run must be over.
  public var deadline: ContinuousClock.Instant?
  /// Seed of operators that draw random numbers and have no seed of their own. The evaluator
  /// gives each node another one.
  public var seed: UInt64
  /// Subgraphs around this evaluation.
  public internal(set) var depth = 0
  private var subgraphEvaluator: any SubgraphEvaluator

  /// A context that evaluates subgraphs by `subgraphEvaluator`.
  public init(
    limits: ResourceLimits = ResourceLimits(), deadline: ContinuousClock.Instant? = nil,
    seed: UInt64 = 0, subgraphEvaluator: any SubgraphEvaluator = ReferenceSubgraphEvaluator()
  ) {
    (self.limits, self.deadline, self.seed) = (limits, deadline, seed)
    self.subgraphEvaluator = subgraphEvaluator
  }

  /// The same surroundings, in which subgraphs are run by `evaluator`.
  package func evaluatingSubgraphs(by evaluator: any SubgraphEvaluator) -> EvaluationContext {
    var context = self
    context.subgraphEvaluator = evaluator
    return context
  }

  /// Runs a subgraph of the node being evaluated.
  ///
  /// - Throws: `limitExceeded` when subgraphs nest too deeply, and what the subgraph throws.
  public func evaluate(
    _ graph: Graph, _ inputs: [RuntimeValue?]
  ) throws(GraphError) -> [RuntimeValue] {
    guard depth < limits.subgraphDepth else {
      throw GraphError(.limitExceeded, "subgraphs nest deeper than \(limits.subgraphDepth)")
    }
    var inner = self
    inner.depth += 1
    return try subgraphEvaluator.evaluate(graph, inputs, in: inner)
  }

  /// Checks the clock.
  ///
  /// - Throws: `limitExceeded` after the deadline, `cancelled` when the task was cancelled.
  public func checkDeadline() throws(GraphError) {
    if Task.isCancelled { throw GraphError(.cancelled, "the run was cancelled") }
    if let deadline, ContinuousClock.now > deadline {
      throw GraphError(.limitExceeded, "the run did not end before its deadline")
    }
  }
  /// Refuses work that could not end before the deadline, for code that nothing interrupts.
  ///
  /// - Parameter seconds: The least time that the work takes.
  /// - Throws: as ``checkDeadline()``; `limitExceeded` when less time is left.
  public func expect(seconds: Double) throws(GraphError) {
    try checkDeadline()
    if let deadline, .now + .seconds(min(seconds, 1e9)) > deadline {
      throw GraphError(.limitExceeded, "would not end before the run's deadline")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import Testing

@Suite struct ControlFlowTests {
  private func run(
    _ operation: any Operation, _ inputs: [RuntimeValue?],
    context: EvaluationContext = EvaluationContext()
  ) throws -> [RuntimeValue] {
    try operation.checkedEvaluate(Operands(inputs), in: context)
  }

  /// A graph that joins its two inputs.
  private func joining(_ first: ValueType, _ second: ValueType) throws -> Graph {
    var graph = Graph(name: "joining")
    let a = graph.addInput("a", first)
    let b = graph.addInput("b", second)
    let joined = try #require(try graph.addNode(Concat(axis: 0), inputs: [a, b])[0])
    graph.addOutput("y", joined)
    return graph
  }

  private func constant(_ tensor: Tensor) -> Graph {
    var graph = Graph(name: "constant")
    graph.addOutput("y", graph.addInitializer("c", tensor))
    return graph
  }

  private let vector = ValueType.tensor(.float32, dimensions: [.unknown])
  private let x = Tensor([1, 2] as [Float])

  @Test func `the condition chooses the branch and its captures`() throws {
    let operation = If(
      thenBranch: try joining(vector, vector), elseBranch: constant(Tensor([9] as [Float])))
    for (condition, expected) in [(true, [1, 2, 1, 2]), (false, [9])] as [(Bool, [Float])] {
      let result = try run(operation, [.tensor(Tensor(scalar: condition)), .tensor(x), .tensor(x)])
      #expect(result == [.tensor(Tensor(expected))])
    }
  }

  @Test func `the type is what both branches share`() throws {
    func types(_ a: [Int], _ b: [Int], condition: Tensor? = nil) throws -> [ValueType] {
      try If(
        thenBranch: constant(Tensor(zeros: .float32, shape: a)),
        elseBranch: constant(Tensor(zeros: .float32, shape: b))
      ).outputTypes(OperandTypes([.tensor(.bool, [])], constants: [condition]))
    }
    #expect(try types([2, 3], [4, 3]) == [.tensor(.float32, dimensions: [.unknown, .fixed(3)])])
    #expect(try types([2], [2, 1]) == [.tensor(.float32, dimensions: nil)])
    #expect(
      try types([2], [2, 1], condition: Tensor(scalar: false)) == [.tensor(.float32, [2, 1])])
    let mixed = If(
      thenBranch: constant(x), elseBranch: constant(Tensor([1] as [Int64])))
    let error = #expect(throws: GraphError.self) {
      try mixed.outputTypes(OperandTypes([.tensor(.bool, [])]))
    }
    #expect(error?.code == .typeMismatch)
  }

  /// Carries a vector that grows by the captured one each time, and scans the iteration number.
  private func growing(condition: Bool = true) throws -> Loop {
    var body = Graph(name: "body")
    let iteration = body.addInput("i", .tensor(.int64, []))
    _ = body.addInput("condition", .tensor(.bool, []))
    let carried = body.addInput("carried", vector)
    let captured = body.addInput("captured", vector)
    let joined = try #require(try body.addNode(Concat(axis: 0), inputs: [carried, captured])[0])
    body.addOutput("next", body.addInitializer("constant", Tensor(scalar: condition)))
    body.addOutput("grown", joined)
    body.addOutput("number", iteration)
    return Loop(body: body, captureCount: 1)
  }

  @Test func `a loop carries values of changing shape and stacks scan outputs`() throws {
    let result = try run(
      try growing(), [.tensor(Tensor(scalar: 3 as Int64)), nil, .tensor(x), .tensor(x)])
    #expect(result[0] == .tensor(Tensor([1, 2, 1, 2, 1, 2, 1, 2] as [Float])))
    #expect(result[1] == .tensor(Tensor([0, 1, 2] as [Int64])))
  }

  @Test func `a loop ends by its condition, and may not start at all`() throws {
    let once = try run(try growing(condition: false), [nil, nil, .tensor(x), .tensor(x)])
    #expect(once[1] == .tensor(Tensor([0] as [Int64])))
    let never = try run(
      try growing(), [nil, .tensor(Tensor(scalar: false)), .tensor(x), .tensor(x)])
    #expect(never == [.tensor(x), .tensor(Tensor([] as [Int64]))])
  }

  @Test func `shapes that change in a loop are unknown before it runs`() throws {
    let types = try growing().outputTypes(
      OperandTypes([nil, nil, .tensor(.float32, [2]), .tensor(.float32, [2])]))
    #expect(types[0] == .tensor(.float32, dimensions: [.unknown]))
    #expect(types[1] == .tensor(.int64, dimensions: [.unknown]))
  }

  @Test func `an endless loop meets the limits of iterations, memory and time`() throws {
    let inputs: [RuntimeValue?] = [nil, nil, .tensor(x), .tensor(x)]
    var limits = ResourceLimits()
    limits.loopIterations = 10
    let iterations = #expect(throws: GraphError.self) {
      try run(try growing(), inputs, context: EvaluationContext(limits: limits))
    }
    #expect(iterations?.code == .limitExceeded)
    limits = ResourceLimits()
    limits.runBytes = 64
    let memory = #expect(throws: GraphError.self) {
      try run(try growing(), inputs, context: EvaluationContext(limits: limits))
    }
    #expect(memory?.code == .limitExceeded)
    let context = EvaluationContext(deadline: .now - .seconds(1))
    let time = #expect(throws: GraphError.self) {
      try run(try growing(), inputs, context: context)
    }
    #expect(time?.code == .limitExceeded)
  }

  @Test func `subgraphs may not nest without bound`() throws {
    var limits = ResourceLimits()
    limits.subgraphDepth = 0
    let error = #expect(throws: GraphError.self) {
      try run(
        If(thenBranch: constant(x), elseBranch: constant(x)), [.tensor(Tensor(scalar: true))],
        context: EvaluationContext(limits: limits))
    }
    #expect(error?.code == .limitExceeded)
  }

  /// State: the last step. Scan output: the state before it and the step, joined.
  private func pairing(_ input: Scan.Direction, _ output: Scan.Direction) throws -> Scan {
    let step = ValueType.tensor(.float32, [2])
    var body = try joining(step, step)
    body = {
      var graph = Graph(name: "body")
      let state = graph.addInput("state", step)
      let next = graph.addInput("step", step)
      let joined = (try? graph.addNode(Concat(axis: 0), inputs: [state, next]))?[0]
      graph.addOutput("next", next)
      if let joined { graph.addOutput("pair", joined) }
      return graph
    }()
    return Scan(body: body, scanInputs: [input], scanOutputs: [output])
  }

  @Test func `a scan walks an axis in either direction and stacks along one`() throws {
    let matrix = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [3, 2])
    let state = Tensor([0, 0] as [Float])
    let rows = try run(try pairing(.init(), .init()), [.tensor(state), .tensor(matrix)])
    #expect(rows[0] == .tensor(Tensor([5, 6] as [Float])))
    #expect(
      rows[1]
        == .tensor(Tensor([0, 0, 1, 2, 1, 2, 3, 4, 3, 4, 5, 6] as [Float], shape: [3, 4])))
    let columns = try run(
      try pairing(.init(axis: 1, isReversed: true), .init(axis: -1, isReversed: true)),
      [.tensor(state), .tensor(Tensor([1, 2, 3, 4] as [Float], shape: [2, 2]))])
    // Steps are (2, 4), then (1, 3); the output is put together from the end.
    #expect(columns[0] == .tensor(Tensor([1, 3] as [Float])))
    #expect(
      columns[1] == .tensor(Tensor([2, 0, 4, 0, 1, 2, 3, 4] as [Float], shape: [4, 2])))
  }

  @Test func `a scan of no steps gives its first states`() throws {
    let state = Tensor([7, 8] as [Float])
    let result = try run(
      try pairing(.init(), .init()),
      [.tensor(state), .tensor(Tensor(zeros: .float32, shape: [0, 2]))])
    #expect(result == [.tensor(state), .tensor(Tensor(zeros: .float32, shape: [0, 4]))])
  }

  @Test func `bodies that do not fit their node are refused`() throws {
    let body = try joining(vector, vector)
    let cases: [(any Operation, [ValueType?])] = [
      (Loop(body: body, captureCount: 1), [nil, nil]),
      (Loop(body: constant(x)), []),
      (Scan(body: body, scanInputs: [], scanOutputs: []), [vector, vector]),
      (
        Scan(body: body, scanInputs: [.init(), .init(), .init()], scanOutputs: []),
        [vector, vector]
      ),
      (If(thenBranch: body, elseBranch: Graph(name: "")), [.tensor(.bool, []), vector, vector]),
    ]
    for (operation, types) in cases {
      let error = #expect(throws: GraphError.self) {
        try operation.outputTypes(OperandTypes(types))
      }
      #expect(error?.code == .invalidGraph, "\(operation.opType)")
    }
  }
}

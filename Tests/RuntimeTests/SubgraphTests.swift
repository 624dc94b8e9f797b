// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Loops, scans and conditions in sessions, against reference evaluation.
@Suite struct SubgraphTests {
  /// A few products and activations in single precision.
  private static let tolerance = 1e-5

  private func expectSame(_ graph: Graph, _ inputs: [RuntimeValue?]) throws {
    let expected = try graph.evaluate(inputs)
    for threads in [1, 2] {
      let session = Session(graph, options: SessionOptions(threads: threads))
      for _ in 0..<3 {
        for (a, e) in zip(try session.run(inputs), expected) {
          expectClose(
            try #require(a.tensor), try #require(e.tensor), absolute: Self.tolerance,
            relative: Self.tolerance)
        }
      }
    }
  }

  /// `state' = tanh(state · w + captured)`, and the state as a scan output.
  private func recurrence(_ size: Int, _ generator: inout SeededGenerator) throws -> Graph {
    var body = Graph(name: "body")
    _ = body.addInput("i", .tensor(.int64, []))
    let condition = body.addInput("condition", .tensor(.bool, []))
    let state = body.addInput("state", .tensor(.float32, [2, size]))
    let captured = body.addInput("captured", .tensor(.float32, [size]))
    let w = body.addInitializer("w", generator.normalTensor([size, size], scale: 0.2))
    let product = try body.addNode(MatMul(), inputs: [state, w])[0]
    let sum = try body.addNode(Add(), inputs: [product, captured])[0]
    let next = try #require(try body.addNode(Tanh(), inputs: [sum])[0])
    body.addOutput("keep", condition)
    body.addOutput("next", next)
    body.addOutput("step", next)
    return body
  }

  @Test func `a loop runs its body through a plan`() throws {
    var generator = SeededGenerator(seed: 1)
    let body = try recurrence(9, &generator)
    var graph = Graph(name: "loop")
    let count = graph.addInput("count", .tensor(.int64, []))
    let state = graph.addInput("state", .tensor(.float32, [2, 9]))
    let captured = graph.addInput("captured", .tensor(.float32, [9]))
    let outputs = try graph.addNode(
      Loop(body: body, captureCount: 1), inputs: [count, nil, state, captured],
      outputNames: ["last", "all"])
    for (name, output) in zip(["last", "all"], outputs) {
      graph.addOutput(name, try #require(output))
    }
    for steps in [0, 1, 7] as [Int64] {
      try expectSame(
        graph,
        [
          .tensor(Tensor(scalar: steps)), .tensor(generator.normalTensor([2, 9])),
          .tensor(generator.normalTensor([9])),
        ])
    }
  }

  @Test func `a loop whose shapes grow equals the reference`() throws {
    var generator = SeededGenerator(seed: 2)
    let vector = ValueType.tensor(.float32, dimensions: [.unknown])
    var body = Graph(name: "body")
    _ = body.addInput("i", .tensor(.int64, []))
    let condition = body.addInput("condition", .tensor(.bool, []))
    let carried = body.addInput("carried", vector)
    let captured = body.addInput("captured", vector)
    let joined = try body.addNode(Concat(axis: 0), inputs: [carried, captured])[0]
    let next = try #require(try body.addNode(ReLU(), inputs: [joined])[0])
    body.addOutput("keep", condition)
    body.addOutput("next", next)
    var graph = Graph(name: "loop")
    let count = graph.addInput("count", .tensor(.int64, []))
    let x = graph.addInput("x", vector)
    let y = try graph.addNode(
      Loop(body: body, captureCount: 1), inputs: [count, nil, x, x])[0]
    graph.addOutput("y", try #require(y))
    // More shapes than a body is planned for.
    try expectSame(
      graph,
      [.tensor(Tensor(scalar: 40 as Int64)), .tensor(generator.normalTensor([3]))])
  }

  @Test func `conditions run the branch that is taken, nested ones too`() throws {
    var generator = SeededGenerator(seed: 3)
    func branch(_ operation: any Operation) throws -> Graph {
      var branch = Graph(name: "branch")
      let x = branch.addInput("x", .tensor(.float32, [4, 5]))
      branch.addOutput("y", try #require(try branch.addNode(operation, inputs: [x])[0]))
      return branch
    }
    var nested = Graph(name: "nested")
    let inner = nested.addInput("inner", .tensor(.bool, []))
    let x = nested.addInput("x", .tensor(.float32, [4, 5]))
    let z = try nested.addNode(
      If(thenBranch: try branch(Exp()), elseBranch: try branch(Neg())), inputs: [inner, x, x])[0]
    nested.addOutput("z", try #require(z))
    var graph = Graph(name: "if")
    let outerFlag = graph.addInput("outer", .tensor(.bool, []))
    let innerFlag = graph.addInput("inner", .tensor(.bool, []))
    let input = graph.addInput("x", .tensor(.float32, [4, 5]))
    let y = try graph.addNode(
      If(thenBranch: nested, elseBranch: try branch(Softmax())),
      inputs: [outerFlag, innerFlag, input, input])[0]
    graph.addOutput("y", try #require(y))
    for (outer, inner) in [(false, false), (true, false), (true, true)] {
      try expectSame(
        graph,
        [
          .tensor(Tensor(scalar: outer)), .tensor(Tensor(scalar: inner)),
          .tensor(generator.normalTensor([4, 5])),
        ])
    }
  }

  @Test func `an error within a body names its node`() throws {
    var branch = Graph(name: "branch")
    let x = branch.addInput("x", .tensor(.float32, [3]))
    let index = branch.addInput("index", .tensor(.int64, []))
    let y = try branch.addNode(Gather(), name: "pick", inputs: [x, index])[0]
    branch.addOutput("y", try #require(y))
    var graph = Graph(name: "if")
    let flag = graph.addInput("flag", .tensor(.bool, []))
    let input = graph.addInput("x", .tensor(.float32, [3]))
    let place = graph.addInput("index", .tensor(.int64, []))
    let z = try graph.addNode(
      If(thenBranch: branch, elseBranch: branch), name: "choose",
      inputs: [flag, input, place, input, place])[0]
    graph.addOutput("z", try #require(z))
    let inputs: [RuntimeValue?] = [
      .tensor(Tensor(scalar: true)), .tensor(Tensor([1, 2, 3] as [Float])),
      .tensor(Tensor(scalar: 9 as Int64)),
    ]
    let reference = #expect(throws: GraphError.self) { try graph.evaluate(inputs) }
    let session = Session(graph)
    let planned = #expect(throws: GraphError.self) { try session.run(inputs) }
    #expect(planned == reference)
    #expect(planned?.code == .indexOutOfRange)
  }

  @Test func `a body over the memory limit is refused`() throws {
    var branch = Graph(name: "branch")
    let x = branch.addInput("x", .tensor(.float32, [1 << 18]))
    let a = try branch.addNode(Exp(), inputs: [x])[0]
    let b = try branch.addNode(Concat(axis: 0), inputs: [a, x])[0]
    let y = try branch.addNode(ReduceSum(), inputs: [b])[0]
    branch.addOutput("y", try #require(y))
    var graph = Graph(name: "if")
    let flag = graph.addInput("flag", .tensor(.bool, []))
    let input = graph.addInput("x", .tensor(.float32, [1 << 18]))
    let z = try graph.addNode(
      If(thenBranch: branch, elseBranch: branch), inputs: [flag, input, input])[0]
    graph.addOutput("z", try #require(z))
    var limits = ResourceLimits()
    limits.runBytes = 1 << 20
    let session = Session(graph, options: SessionOptions(limits: limits))
    let error = #expect(throws: GraphError.self) {
      try session.run([
        .tensor(Tensor(scalar: true)), .tensor(Tensor(zeros: .float32, shape: [1 << 18])),
      ])
    }
    #expect(error?.code == .limitExceeded)
  }
}

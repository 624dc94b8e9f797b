// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Runtime
import Tensors
import TestSupport
import Testing

/// Kernels sum in another order and in single precision; a chain of a few layers of sums of some
/// hundred products of numbers near 1 differs by less than this.
private let tolerance = 2e-4

private func expectSame(
  _ actual: [RuntimeValue], _ expected: [RuntimeValue], _ graph: Graph, seed: UInt64
) {
  #expect(actual.count == expected.count)
  for (output, pair) in zip(graph.outputs, zip(actual, expected)) {
    guard let a = pair.0.tensor, let b = pair.1.tensor else {
      #expect(pair.0 == pair.1, "output \(output.name), seed \(seed)")
      continue
    }
    // Relative to the largest number, as sums of numbers of that size cancel.
    let scale = b.dtype == .float32 ? b.doubles().filter(\.isFinite).map(abs).max() ?? 0 : 0
    expectClose(a, b, absolute: tolerance * max(scale, 1e-3), relative: tolerance)
  }
}

@Suite struct SessionTests {
  @Test(arguments: Array(0..<120) as [UInt64])
  func `a session gives what reference evaluation gives`(seed: UInt64) throws {
    let random = try RandomGraph(seed: seed)
    let expected = try random.graph.evaluate(random.inputs)
    var fused = random.graph
    try Pipeline.inference.run(on: &fused)
    for threads in [1, 2] {
      let options = SessionOptions(threads: threads)
      let plain = Session(random.graph, options: options)
      expectSame(try plain.run(random.inputs), expected, random.graph, seed: seed)
      let session = Session(fused, options: options)
      let first = try session.run(random.inputs)
      expectSame(first, expected, random.graph, seed: seed)
      #expect(try session.run(random.inputs) == first, "a second run gives other bits")
    }
  }

  /// `y = relu(conv(x, w))` over a dynamic batch, height and width.
  private func dynamicConvolution() throws -> Graph {
    var generator = SeededGenerator(seed: 3)
    var graph = Graph(name: "dynamic")
    let dimensions: [Dimension] = [
      .symbolic("N"), .fixed(3), .symbolic("H"), .symbolic("W"),
    ]
    let x = graph.addInput("x", .tensor(.float32, dimensions: dimensions))
    let w = graph.addInitializer("w", generator.normalTensor([40, 3, 3, 3], scale: 0.2))
    let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [1, 1]))
    let y = try graph.addNode(Conv(window: window), name: "conv", inputs: [x, w])
    let z = try graph.addNode(ReLU(), name: "relu", inputs: [y[0]])
    graph.addOutput("z", try #require(z[0]))
    return graph
  }

  @Test func `one session runs a dynamic model on any shape`() throws {
    let graph = try dynamicConvolution()
    let session = Session(graph, options: SessionOptions(threads: 2))
    var generator = SeededGenerator(seed: 5)
    for shape in [[1, 3, 8, 8], [3, 3, 17, 5], [2, 3, 1, 1], [1, 3, 8, 8], [1, 3, 40, 33]] {
      let x = generator.normalTensor(shape)
      let expected = try graph.evaluate([.tensor(x)])
      expectSame(try session.run([.tensor(x)]), expected, graph, seed: 0)
    }
  }

  @Test func `an input of another shape names what was expected`() throws {
    let session = Session(try dynamicConvolution())
    let expected = GraphError(
      .typeMismatch, "input \"x\" must be float32[N, 3, H, W], got float32[1, 4, 8, 8]")
    #expect(throws: expected) {
      try session.run(["x": Tensor(zeros: .float32, shape: [1, 4, 8, 8])])
    }
  }

  @Test func `a missing and an unknown input are named`() throws {
    let session = Session(try dynamicConvolution())
    #expect(throws: GraphError(.missingInput, "input \"x\" is not given")) {
      try session.run([:])
    }
    let unknown = GraphError(
      .missingInput, "the model has no input \"y\", its inputs are \"x\"")
    #expect(throws: unknown) { try session.run(["y": Tensor(zeros: .float32, shape: [1])]) }
  }

  @Test func `outputs may be inputs, constants and each other`() throws {
    var graph = Graph(name: "aliases")
    let x = graph.addInput("x", .tensor(.float32, [2, 3]))
    let c = graph.addInitializer("c", Tensor([1, 2] as [Float]))
    let shape = graph.addInitializer("shape", Tensor([3, 2] as [Int64]))
    let y = try #require(try graph.addNode(ReLU(), inputs: [x])[0])
    let view = try #require(try graph.addNode(Reshape(), inputs: [y, shape])[0])
    for (name, value) in [("x1", x), ("c1", c), ("y1", y), ("y2", y), ("v", view)] {
      graph.addOutput(name, value)
    }
    let input = Tensor([-1, 2, -3, 4, 5, 6] as [Float], shape: [2, 3])
    let outputs = try Session(graph).run([.tensor(input)])
    #expect(outputs == (try graph.evaluate([.tensor(input)])))
  }

  @Test func `concatenated values are made in place`() throws {
    var graph = Graph(name: "concat")
    let x = graph.addInput("x", .tensor(.float32, [1, 2, 3]))
    let a = try graph.addNode(ReLU(), inputs: [x])[0]
    let b = try graph.addNode(Neg(), inputs: [x])[0]
    let ab = try graph.addNode(Concat(axis: 1), inputs: [a, b])[0]
    let c = try graph.addNode(Abs(), inputs: [ab])[0]
    let all = try graph.addNode(Concat(axis: 1), inputs: [ab, c])[0]
    graph.addOutput("y", try #require(all))
    let input = Tensor([-1, 2, -3, 4, 5, -6] as [Float], shape: [1, 2, 3])
    let session = Session(graph)
    #expect(try session.run([.tensor(input)]) == (try graph.evaluate([.tensor(input)])))
    #expect(session.lastPlan?.stepInfos.map(\.opType) == ["Relu", "Neg", "Abs"])
  }

  @Test func `sessions over one plan run at the same time`() async throws {
    let graph = try dynamicConvolution()
    let plans = PlanCache(graph, options: SessionOptions(threads: 2))
    var generator = SeededGenerator(seed: 7)
    let x = RuntimeValue.tensor(generator.normalTensor([2, 3, 30, 30]))
    let expected = try Session(sharing: plans).run([x])
    try await withThrowingTaskGroup(of: [RuntimeValue].self) { group in
      for _ in 0..<8 {
        group.addTask {
          let session = Session(sharing: plans)
          for _ in 0..<20 where try session.run([x]) != expected { return [] }
          return try session.run([x])
        }
      }
      for try await result in group { #expect(result == expected) }
    }
  }

  @Test func `a run over the memory limit is refused before it allocates`() throws {
    var limits = ResourceLimits()
    limits.runBytes = 1 << 20
    let session = Session(try dynamicConvolution(), options: SessionOptions(limits: limits))
    let x = Tensor(zeros: .float32, shape: [1, 3, 200, 200])
    #expect {
      try session.run([.tensor(x)])
    } throws: { error in
      (error as? GraphError)?.code == .limitExceeded
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import AllocationCounter
import FoundationEssentials
import Glibc
import IR
import ONNXFormat
import Passes
import Runtime
import TestSupport
import Tensors
import Testing

/// Debug builds allocate what optimized ones keep on the stack.
private var isCounted: Bool {
  var isOptimized = true
  assert(
    {
      isOptimized = false
      return true
    }())
  return isOptimized && espalier_allocation_counting_is_available()
}

/// Allocations of all threads during `body`.
private func allocations<Failure: Error>(
  of body: () throws(Failure) -> Void
) throws(Failure) -> Int {
  espalier_allocation_counting_start()
  defer { _ = espalier_allocation_counting_stop() }
  try body()
  return espalier_allocation_counting_stop()
}

private let warmUpRuns = 5
private let runs = 100

/// Runs the graph in every way that `Session` has and expects no allocation; returns false, and
/// expects nothing, for graphs with steps that are evaluated by reference.
@discardableResult
private func expectSteady(
  _ graph: Graph, _ inputs: [RuntimeValue?], threads: Int, runs: Int = runs, _ comment: Comment
) throws -> Bool {
  let session = Session(graph, options: SessionOptions(threads: threads))
  for _ in 0..<warmUpRuns { _ = try session.run(inputs) }
  if session.lastPlan?.stepInfos.contains(where: { $0.algorithm == "reference" }) != false {
    return false
  }
  let plain = try allocations { for _ in 0..<runs { _ = try session.run(inputs) } }
  #expect(plain == 0, "run(_:) of values, \(comment): \(plain)")

  var outputs: [RuntimeValue] = []
  for _ in 0..<warmUpRuns { try session.run(inputs, into: &outputs) }
  let into = try allocations { for _ in 0..<runs { try session.run(inputs, into: &outputs) } }
  #expect(into == 0, "run(_:into:) of values, \(comment): \(into)")

  var named: [String: Tensor] = [:]
  for (input, value) in zip(graph.inputs, inputs) { named[graph.name(of: input)] = value?.tensor }
  for _ in 0..<warmUpRuns { _ = try session.run(named) }
  let plainNamed = try allocations { for _ in 0..<runs { _ = try session.run(named) } }
  #expect(plainNamed == 0, "run(_:) of named tensors, \(comment): \(plainNamed)")

  var results: [String: Tensor] = [:]
  for _ in 0..<warmUpRuns { try session.run(named, into: &results) }
  let intoNamed = try allocations { for _ in 0..<runs { try session.run(named, into: &results) } }
  #expect(intoNamed == 0, "run(_:into:) of named tensors, \(comment): \(intoNamed)")
  return true
}

/// A network with each kind of layer that image models have, large enough for several threads.
private struct ImageNetwork {
  var graph = Graph(name: "image")
  private var generator = SeededGenerator(seed: 11)

  /// - Parameter batch: Images of a run.
  init(batch: Int) throws {
    let x = graph.addInput("image", .tensor(.float32, [batch, 3, 61, 67]))
    let stem = try convolution(x, from: 3, to: 32, kernel: 3, stride: 2)
    let depthwise = try convolution(stem, from: 32, to: 32, kernel: 3, groups: 32)
    let pointwise = try convolution(depthwise, from: 32, to: 64, kernel: 1)
    let square = try convolution(pointwise, from: 64, to: 64, kernel: 3)
    let sum = try node(Add(), [pointwise, square])
    let normalized = try node(LocalResponseNormalization(size: 5), [sum])
    let pooled = try node(
      MaxPool(kernel: [2, 2], window: SlidingWindow(strides: [2, 2])), [normalized])
    let grouped = try convolution(pooled, from: 64, to: 48, kernel: 3, groups: 4)
    let large = try convolution(pooled, from: 64, to: 40, kernel: 5)
    let joined = try node(Concat(axis: 1), [grouped, large])
    let mean = try node(GlobalAveragePool(), [joined])
    let flat = try node(Flatten(axis: 1), [mean])
    let scores = try node(
      Gemm(),
      [
        flat, graph.addInitializer("w", generator.normalTensor([88, 100], scale: 0.1)),
        graph.addInitializer("b", generator.normalTensor([100])),
      ])
    graph.addOutput("probabilities", try node(Softmax(axis: 1), [scores]))
    graph.addOutput("features", flat)
    graph.addOutput("again", scores)
    graph.addOutput("same", scores)
  }

  private mutating func node(
    _ operation: any Operation, _ inputs: [ValueID?]
  ) throws -> ValueID {
    try #require(try graph.addNode(operation, inputs: inputs)[0])
  }

  private mutating func convolution(
    _ x: ValueID, from channels: Int, to outputs: Int, kernel: Int, stride: Int = 1,
    groups: Int = 1
  ) throws -> ValueID {
    let number = graph.nodes.count
    let weights = graph.addInitializer(
      "weights\(number)",
      generator.normalTensor([outputs, channels / groups, kernel, kernel], scale: 0.1))
    let pad = [kernel / 2, kernel / 2]
    let window = SlidingWindow(
      strides: [stride, stride], padding: .explicit(begin: pad, end: pad))
    let y = try node(Conv(window: window, groups: groups), [x, weights])
    return try node(ReLU(), [y])
  }
}

/// A folder of ONNX models to run as well.
private var modelFolder: String? { ProcessInfo.processInfo.environment["ESPALIER_MODELS"] }

@Suite struct SteadyStateTests {
  // Each is a process of its own, whose threads allocate for nothing else.

  @Test(.enabled(if: isCounted)) func `the counter sees allocations of all threads`() async {
    await #expect(processExitsWith: .success) {
      nonisolated(unsafe) let cells = UnsafeMutablePointer<UnsafeMutableRawPointer>.allocate(
        capacity: 3)
      let pool = ThreadPool(threadCount: 3, ignoresBudget: true)
      // New threads allocate when they begin, which they have when they have done something.
      pool.run(tasks: 3) { _ in }
      let alone = allocations { cells[0] = malloc(100) }
      #expect(alone == 1)
      free(cells[0])
      let together = allocations { pool.run(tasks: 3) { cells[$0] = aligned_alloc(64, 128) } }
      #expect(together == 3)
      for cell in 0..<3 { free(cells[cell]) }
      cells.deallocate()
    }
  }

  @Test(.enabled(if: isCounted)) func `an image network runs without allocation`() async {
    await #expect(processExitsWith: .success) {
      for batch in [1, 3] {
        let graph = try ImageNetwork(batch: batch).graph
        var fused = graph
        try Pipeline.inference.run(on: &fused)
        var generator = SeededGenerator(seed: 1)
        let image = RuntimeValue.tensor(generator.normalTensor([batch, 3, 61, 67]))
        for threads in [1, 2] {
          let place: Comment = "batch \(batch), \(threads) threads"
          #expect(try expectSteady(graph, [image], threads: threads, place))
          #expect(try expectSteady(fused, [image], threads: threads, "fused, \(place)"))
        }
      }
    }
  }

  @Test(.enabled(if: isCounted)) func `random networks run without allocation`() async {
    await #expect(processExitsWith: .success) {
      var counted = 0
      for seed in 0..<60 as Range<UInt64> {
        let random = try RandomGraph(seed: seed)
        var fused = random.graph
        try Pipeline.inference.run(on: &fused)
        for threads in [1, 2]
        where try expectSteady(
          fused, random.inputs, threads: threads, "seed \(seed), \(threads) threads")
        {
          counted += 1
        }
      }
      #expect(counted >= 80)
    }
  }

  @Test(.enabled(if: isCounted && modelFolder != nil), .tags(.slow))
  func `real models run without allocation`() async {
    await #expect(processExitsWith: .success) {
      let folder = try #require(modelFolder)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      for file in files.sorted() where file.hasSuffix(".onnx") {
        var graph = try ONNX.read(contentsOf: "\(folder)/\(file)").graph
        try Pipeline.inference.run(on: &graph)
        var generator = SeededGenerator(seed: 1)
        let inputs = try graph.requiredInputs.map { input in
          let shape = try #require(graph.type(of: input).tensorType?.shape)
          return RuntimeValue.tensor(generator.normalTensor(shape))
        }
        for threads in [1, 2] {
          #expect(
            try expectSteady(
              graph, inputs, threads: threads, runs: 10, "\(file), \(threads) threads"))
        }
      }
    }
  }
}

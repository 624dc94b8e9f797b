// SPDX-License-Identifier: Apache-2.0
import IR
import KernelTypes
import Runtime
import Tensors
import TestSupport
import Testing

/// Networks of operators on images, in blocks of channels wherever that is possible, against
/// reference evaluation.
@Suite struct BlockedLayoutTests {
  /// A random network: a few images of channels that do not fill blocks, and operators on them.
  private struct Example {
    var graph = Graph(name: "example")
    var input: Tensor
    private var images: [ValueID]
    private var generator: SeededGenerator

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
      Int.random(in: range, using: &generator)
    }

    init(seed: UInt64) throws {
      generator = SeededGenerator(seed: seed)
      let batch = Int.random(in: 1...2, using: &generator)
      let channels = [3, 16, 20, 24][Int.random(in: 0...3, using: &generator)]
      let size = Int.random(in: 9...17, using: &generator)
      input = generator.normalTensor([batch, channels, size, size + 2])
      images = [graph.addInput("x", .tensor(.float32, input.shape))]
      for _ in 0..<number(3...8) { try addOperator() }
      graph.addOutput("y", try #require(images.last))
      let other = number(0...images.count - 1)
      if !graph.inputs.contains(images[other]) { graph.addOutput("z", images[other]) }
    }

    private func shape(_ value: ValueID) -> [Int] {
      graph.type(of: value).tensorType?.shape ?? []
    }

    private mutating func add(
      _ operation: any Operation, _ inputs: [ValueID?]
    ) throws -> ValueID {
      let outputs = try graph.addNode(operation, name: "n\(graph.nodes.count)", inputs: inputs)
      return try #require(outputs[0])
    }

    private mutating func constant(_ tensor: Tensor) -> ValueID {
      graph.addInitializer("c\(graph.initializers.count)", tensor)
    }

    private mutating func addOperator() throws {
      let x = images[number(0...images.count - 1)]
      let shape = shape(x)
      var window = SlidingWindow(padding: .sameUpper)
      let result: ValueID
      switch number(0...9) {
      case 0, 1, 2:
        let taps = [1, 3, 5][number(0...2)]
        window.strides = taps == 3 ? [1, 1] : [number(1...2), 1]
        result = try addConvolution(x, taps: taps, groups: 1, number(9...40), window)
      case 3:
        window.strides = [number(1...2), number(1...2)]
        result = try addConvolution(
          x, taps: [3, 5][number(0...1)], groups: shape[1], shape[1], window)
      case 4:
        window.padding = .explicit(begin: [1, 0], end: [0, 1])
        result = try add(MaxPool(kernel: [3, 2], window: window), [x])
      case 5:
        window.padding = .explicit(begin: [1, 1], end: [1, 1])
        result = try add(
          AveragePool(kernel: [3, 3], window: window, countsPadding: number(0...1) == 1), [x])
      case 6: result = try add(LocalResponseNormalization(size: 5, alpha: 0.1), [x])
      case 7:
        let scale = constant(generator.normalTensor([shape[1]]))
        let bias = constant(generator.normalTensor([shape[1]]))
        let variance = constant(
          Tensor((0..<shape[1]).map { _ in Float.random(in: 0.5...2, using: &generator) }))
        let y = try add(BatchNormalization(), [x, scale, bias, bias, variance])
        result = number(0...1) == 1 ? try add(ReLU(), [y]) : y
      case 8:
        // With every image of the same size.
        let others = images.filter { Array(self.shape($0)[2...]) == Array(shape[2...]) }
        result = try add(Concat(axis: 1), others.suffix(3) + [x])
      default:
        let y = try add(Sigmoid(), [x])
        result = try add(Add(), [x, y])
      }
      images.append(result)
    }

    private mutating func addConvolution(
      _ x: ValueID, taps: Int, groups: Int, _ outputs: Int, _ window: SlidingWindow
    ) throws -> ValueID {
      let channels = shape(x)[1]
      let w = constant(generator.normalTensor([outputs, channels / groups, taps, taps]))
      let bias = constant(generator.normalTensor([outputs]))
      let activations: [Activation] = [.identity, .relu, .silu]
      let conv = Conv(window: window, groups: groups)
      let y = try add(FusedConv(conv: conv, activation: activations[number(0...2)]), [x, w, bias])
      guard number(0...2) == 0 else { return y }
      return try add(
        FusedConv(conv: conv, activation: .relu, hasResidual: true), [x, w, bias, y])
    }
  }

  @Test(arguments: Array(0..<150) as [UInt64])
  func `a network in blocks equals the reference`(seed: UInt64) throws {
    let example = try Example(seed: seed)
    let expected = try example.graph.evaluate([.tensor(example.input)])
    var options = SessionOptions(threads: 1 + Int(seed % 3))
    options.layout = .blocks
    let session = Session(example.graph, options: options)
    let actual = try session.run([.tensor(example.input)])
    for (actual, expected) in zip(actual, expected) {
      let (actual, expected) = (try #require(actual.tensor), try #require(expected.tensor))
      let scale = expected.doubles().map(abs).max() ?? 0
      expectClose(actual, expected, absolute: 1e-4 * max(scale, 1))
    }
  }

  @Test func `every operator on blocks is met`() throws {
    var operators = Set<String>()
    for seed in 0..<150 as Range<UInt64> {
      let example = try Example(seed: seed)
      var options = SessionOptions(threads: 1)
      options.layout = .blocks
      let session = Session(example.graph, options: options)
      _ = try session.run([.tensor(example.input)])
      for step in session.lastPlan?.stepInfos ?? [] {
        #expect(step.algorithm != "reference", "\(step.opType)")
        operators.insert("\(step.opType) \(step.algorithm)")
      }
    }
    for name in [
      "FusedConv direct", "FusedConv direct-1x1", "FusedConv direct-planes",
      "FusedConv depthwise", "MaxPool blocks", "AveragePool blocks",
      "LRN blocks", "BatchNormalization scale-shift", "Concat lanes",
    ] {
      #expect(operators.contains(name), "\(operators.sorted())")
    }
  }

  /// Convolutions and pools on `[1, channels, size, size]`, with the layout that is estimated to be
  /// the fastest.
  private func algorithms(channels: [Int], size: Int) throws -> [String] {
    var generator = SeededGenerator(seed: 3)
    var graph = Graph(name: "example")
    let input = generator.normalTensor([1, channels[0], size, size])
    var x = graph.addInput("x", .tensor(.float32, input.shape))
    for (from, to) in zip(channels, channels.dropFirst()) {
      let w = graph.addInitializer("w\(to)", generator.normalTensor([to, from, 3, 3]))
      let conv = Conv(window: SlidingWindow(padding: .sameUpper))
      let y = try graph.addNode(conv, name: "conv\(to)", inputs: [x, w])
      let window = SlidingWindow(strides: [2, 2], padding: .sameUpper)
      let pool = MaxPool(kernel: [3, 3], window: window)
      x = try #require(try graph.addNode(pool, name: "pool\(to)", inputs: [y[0]])[0])
    }
    graph.addOutput("y", x)
    let session = Session(graph, options: SessionOptions(threads: 1))
    _ = try session.run([.tensor(input)])
    return session.lastPlan?.stepInfos.map(\.algorithm) ?? []
  }

  @Test func `a network stays in blocks from its first layer to its output`() throws {
    let algorithms = try algorithms(channels: [3, 32, 64, 128], size: 64)
    #expect(algorithms.first == "direct-planes")
    #expect(!algorithms.contains("pack"), "\(algorithms)")
    #expect(algorithms.filter { $0 == "unpack" }.count == 1, "\(algorithms)")
    #expect(algorithms.last == "unpack")
  }

  @Test func `what is too small to pay for conversions stays in planes`() throws {
    let algorithms = try algorithms(channels: [24, 9], size: 3)
    #expect(!algorithms.contains("pack"), "\(algorithms)")
    #expect(!algorithms.contains("unpack"), "\(algorithms)")
  }

  @Test(arguments: WinogradTransform.allCases)
  func `minimal filtering equals the reference`(transform: WinogradTransform) throws {
    for seed in 0..<12 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
      // One group of tiles and several, all stages together and tile by tile.
      let channels = seed % 3 == 0 ? 150 : number(8...40)
      let outputs = seed % 3 == 0 ? 130 : number(16...70)
      let x = generator.normalTensor([number(1...2), channels, number(5...30), number(5...30)])
      var graph = Graph(name: "example")
      let input = graph.addInput("x", .tensor(.float32, x.shape))
      let weights = graph.addInitializer(
        "w", generator.normalTensor([outputs, channels, transform.taps, transform.taps]))
      let bias = graph.addInitializer("b", generator.normalTensor([outputs]))
      let conv = FusedConv(
        conv: Conv(
          window: SlidingWindow(
            strides: [transform.stride, transform.stride], padding: .sameUpper)),
        activation: .relu)
      let y = try graph.addNode(conv, name: "conv", inputs: [input, weights, bias])
      graph.addOutput("y", try #require(y[0]))
      var options = SessionOptions(threads: 1 + Int(seed % 3))
      options.layout = .blocks
      options.convolutionAlgorithm = "\(transform)"
      let session = Session(graph, options: options)
      let actual = try #require(try session.run([.tensor(x)])[0].tensor)
      #expect(session.lastPlan?.stepInfos.map(\.algorithm).contains("\(transform)") == true)
      let expected = try #require(try graph.evaluate([.tensor(x)])[0].tensor)
      let scale = expected.doubles().map(abs).max() ?? 0
      expectClose(actual, expected, absolute: 2e-5 * scale)
    }
  }
}

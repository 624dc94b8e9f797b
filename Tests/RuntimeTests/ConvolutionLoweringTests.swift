// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Convolutions of all forms, against reference evaluation.
@Suite struct ConvolutionLoweringTests {
  /// Sums of up to some thousand products of numbers near 1, in single precision.
  private static let tolerance = 1e-4

  /// A random convolution with random neighbours: bias, residual, activation.
  private struct Example {
    var fused: FusedConv
    var inputs: [Tensor?]

    /// - Parameter isLarge: Whether it has the size of convolutions that work on channel blocks.
    init(seed: UInt64, isLarge: Bool) throws {
      var generator = SeededGenerator(seed: seed)
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
      let axes = isLarge ? 2 : number(1...3)
      let groups = isLarge ? 1 : [1, 1, 2, 3, 5][number(0...4)]
      let isDepthwise = !isLarge && number(0...3) == 0
      let groupInputs = isDepthwise ? 1 : isLarge ? number(20...70) : number(1...7)
      let groupOutputs = isLarge ? number(16...90) : number(1...6)
      var window = SlidingWindow()
      let kernel = (0..<axes).map { _ in isLarge ? number(2...4) : number(1...5) }
      window.strides = (0..<axes).map { _ in number(1...(isLarge ? 2 : 3)) }
      window.dilations = (0..<axes).map { _ in number(1...2) }
      switch number(0...4) {
      case 0: window.padding = .sameUpper
      case 1: window.padding = .sameLower
      case 2: window.padding = .valid
      default:
        window.padding = .explicit(
          begin: (0..<axes).map { _ in number(0...3) }, end: (0..<axes).map { _ in number(0...3) })
      }
      let extents = kernel.indices.map { axis in
        (kernel[axis] - 1) * window.dilations[axis] + 1 + number(0...(isLarge ? 20 : 8))
      }
      let batch = number(1...3)
      let x = generator.normalTensor([batch, groups * groupInputs] + extents)
      let w = generator.normalTensor([groups * groupOutputs, groupInputs] + kernel)
      let activations: [Activation] = [
        .identity, .relu, .clip(min: 0, max: 6), .hardSwish, .silu, .leakyReLU(alpha: 0.1),
      ]
      fused = FusedConv(
        conv: Conv(window: window, groups: groups), activation: activations[number(0...5)],
        hasResidual: number(0...1) == 1)
      let bias = number(0...1) == 1 ? generator.normalTensor([groups * groupOutputs]) : nil
      inputs = [x, w, bias]
      if fused.hasResidual {
        let output = try fused.conv.outputTypes(Operands(tensors: [x, w]).types)[0]
        inputs.append(generator.normalTensor(try #require(output.tensorType?.shape)))
      }
    }

    /// The convolution in a graph with constant weights, and the outputs of a session on it.
    func run(threads: Int) throws -> (output: Tensor, algorithms: [String]) {
      var graph = Graph(name: "example")
      var values: [ValueID?] = []
      var given: [RuntimeValue?] = []
      for (index, tensor) in inputs.enumerated() {
        guard let tensor else {
          values.append(nil)
          continue
        }
        if index == 1 || index == 2 {
          values.append(graph.addInitializer("c\(index)", tensor))
        } else {
          values.append(graph.addInput("x\(index)", .tensor(.float32, tensor.shape)))
          given.append(.tensor(tensor))
        }
      }
      let y = try graph.addNode(fused, name: "conv", inputs: values)
      graph.addOutput("y", try #require(y[0]))
      let session = Session(graph, options: SessionOptions(threads: threads))
      let output = try #require(try session.run(given)[0].tensor)
      return (output, session.lastPlan?.stepInfos.map(\.algorithm) ?? [])
    }
  }

  @Test(arguments: Array(0..<300) as [UInt64])
  func `a convolution equals the reference`(seed: UInt64) throws {
    let example = try Example(seed: seed, isLarge: false)
    let expected = try evaluate(example.fused, example.inputs)
    let actual = try example.run(threads: 1 + Int(seed % 3)).output
    let scale = expected.doubles().map(abs).max() ?? 0
    expectClose(actual, expected, absolute: Self.tolerance * max(scale, 1))
  }

  @Test(arguments: Array(1000..<1080) as [UInt64])
  func `a convolution of blocks equals the reference`(seed: UInt64) throws {
    let example = try Example(seed: seed, isLarge: true)
    let expected = try evaluate(example.fused, example.inputs)
    let actual = try example.run(threads: 1 + Int(seed % 3)).output
    let scale = expected.doubles().map(abs).max() ?? 0
    expectClose(actual, expected, absolute: Self.tolerance * max(scale, 1))
  }

  @Test func `large convolutions work on blocks of channels`() throws {
    let algorithms = try (1000..<1080).flatMap { seed in
      try Example(seed: UInt64(seed), isLarge: true).run(threads: 1).algorithms
    }
    for name in ["direct", "F("] {
      #expect(
        algorithms.contains { $0.hasPrefix(name) },
        "the test above must meet the code that it is for")
    }
  }
}

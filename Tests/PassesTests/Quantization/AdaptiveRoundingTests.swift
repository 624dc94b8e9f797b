// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct AdaptiveRoundingTests {
  private let window = SlidingWindow(
    strides: [2, 1], padding: .explicit(begin: [1, 0], end: [0, 1]))

  /// Inputs that have something in common, as those of real layers do.
  private func source(seed: UInt64) -> ReferenceActivations {
    var generator = SeededGenerator(seed: seed)
    return ReferenceActivations(
      batches: (0..<12).map { _ in
        let common = Float(1 + generator.nextUniform())
        let own = generator.normalTensor([180], scale: 0.3).array(of: Float.self)
        return [.tensor(Tensor(own.map { $0 + common }, shape: [1, 6, 5, 6]))]
      })
  }

  private func network(_ kind: String) throws -> Graph {
    var generator = SeededGenerator(seed: 21)
    var sketch = Sketch()
    let x = sketch.input("x", [1, 6, 5, 6])
    func weights(_ shape: [Int]) -> ValueID {
      sketch.graph.addInitializer("w", generator.normalTensor(shape))
    }
    switch kind {
    case "conv": sketch.output(try sketch.add("c", Conv(window: window), x, weights([7, 6, 2, 2])))
    case "grouped":
      let conv = Conv(window: window, groups: 2)
      sketch.output(try sketch.add("c", conv, x, weights([4, 3, 2, 2])))
    case "depthwise":
      let conv = Conv(window: window, groups: 6)
      sketch.output(try sketch.add("c", conv, x, weights([6, 1, 2, 2])))
    default:
      let flat = try sketch.add("flat", Flatten(axis: 3), x)
      let gemm = kind == "rows" ? Gemm(transposesB: true) : Gemm()
      sketch.output(
        try sketch.add("c", gemm, flat, weights(kind == "rows" ? [9, 6] : [6, 9])))
    }
    return sketch.graph
  }

  private func quantized(
    _ graph: Graph, _ rounding: AdaptiveRounding?, _ source: ReferenceActivations
  ) throws -> Graph {
    var result = graph
    let weights = try QuantizationFormat(
      bits: 3, isSigned: true, isSymmetric: true, granularity: .channel(axis: 0))
    try Pipeline([
      PostTrainingQuantization(
        source: source, weights: weights, activationEstimator: .minMax, correctsBiases: false,
        rounding: rounding)
    ]).run(on: &result)
    return result
  }

  @Test(arguments: ["conv", "grouped", "columns"])
  func `results change less than with the nearest codes, on other data too`(kind: String) throws {
    let (source, other) = (source(seed: 1), source(seed: 2))
    let original = try network(kind)
    let rounding = AdaptiveRounding(iterations: 600, samples: 150)
    let nearest = try quantized(original, nil, source)
    let adapted = try quantized(original, rounding, source)
    let expected = try outputs(original, other)
    let before = decibels(try outputs(nearest, other), expected)
    let after = decibels(try outputs(adapted, other), expected)
    #expect(after > before + 0.5, "\(before) dB before, \(after) dB after")
    // Every weight went up or down by less than a code.
    let codes = try [nearest, adapted].map {
      try #require($0.value(named: "w_codes").flatMap($0.constant)).int64s()
    }
    #expect(zip(codes[0], codes[1]).allSatisfy { abs($0 - $1) <= 1 })
    #expect(try quantized(original, rounding, source) == adapted)
  }

  @Test func `without steps each weight gets its nearest code`() throws {
    let original = try network("conv")
    let source = source(seed: 1)
    let rounding = AdaptiveRounding(iterations: 0)
    #expect(try quantized(original, rounding, source) == quantized(original, nil, source))
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct PadFoldingTests {
  /// `Pad` of `x` `[1, 2, 4, 4]` by 1, 0 before and 1, 2 behind the spatial axes.
  private func padded(_ sketch: inout Sketch, _ x: ValueID, value: Float?) throws -> ValueID {
    let pads = sketch.integers("pads", [0, 0, 1, 0, 0, 0, 1, 2])
    return try sketch.add("pad", Pad(), x, pads, value.map { sketch.number("value", $0) })
  }

  private static let window = SlidingWindow(padding: .explicit(begin: [1, 1], end: [0, 0]))
  private static let folded = SlidingWindow(padding: .explicit(begin: [2, 1], end: [1, 2]))

  @Test func `zeros go into a convolution`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 4, 4])
    let pad = try padded(&sketch, x, value: nil)
    sketch.output(
      try sketch.add(
        "conv", Conv(window: Self.window), pad, sketch.filled("w", 1, [1, 2, 3, 3])))
    try expect(
      PadFolding(), on: sketch.graph,
      gives: """
        graph g(x: float32[1, 2, 4, 4]) -> y = conv
          const w: float32[1, 2, 3, 3]
          conv: float32[1, 1, 5, 5] = Conv{window: \(Self.folded), groups: 1}(x, w)
        """)
  }

  static let poolings: [(any Operation, Float, startsWithReLU: Bool)] = [
    (AveragePool(kernel: [3, 3]), 0, false),
    (AveragePool(kernel: [3, 3], window: window, countsPadding: true), 0, false),
    (MaxPool(kernel: [3, 3]), -.infinity, false),
    (MaxPool(kernel: [3, 3]), 0, true),
    (Conv(window: SlidingWindow(strides: [2, 2], padding: .valid)), 0, false),
  ]

  @Test(arguments: poolings.indices)
  func `padding goes into windows and keeps every number`(index: Int) throws {
    let (operation, value, startsWithReLU) = Self.poolings[index]
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 4, 4])
    let start = startsWithReLU ? try sketch.add("relu", ReLU(), x) : x
    let pad = try padded(&sketch, start, value: value)
    let w = operation is Conv ? sketch.filled("w", 1, [1, 2, 3, 3]) : nil
    let inputs = w.map { [pad, $0] } ?? [pad]
    sketch.output(try #require(try sketch.graph.addNode(operation, inputs: inputs)[0]))
    var graph = sketch.graph
    #expect(try PadFolding().run(on: &graph).rewrites == 1)
    #expect(!graph.nodes.contains { $0.operation is Pad })
    var generator = SeededGenerator(seed: 3)
    let values: [RuntimeValue?] = [.tensor(generator.normalTensor([1, 2, 4, 4]))]
    try expectSameOutputs(graph, sketch.graph, values, tolerance: 0)
    try expectSettled(PadFolding(), graph)
  }

  static let refusals: [(any Operation, Float)] = [
    // Padding that does not count would change the divisor.
    (AveragePool(kernel: [3, 3], window: window), 0),
    (AveragePool(kernel: [3, 3], window: SlidingWindow(roundsUp: true)), 0),
    (AveragePool(kernel: [3, 3]), 1),
    // Zeros are larger than negative inputs.
    (MaxPool(kernel: [3, 3]), 0),
    (MaxPool(kernel: [3, 3], window: SlidingWindow(padding: .sameUpper)), -.infinity),
  ]

  @Test(arguments: refusals.indices)
  func `padding that means something else stays`(index: Int) throws {
    let (operation, value) = Self.refusals[index]
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 4, 4])
    let pad = try padded(&sketch, x, value: value)
    sketch.output(try sketch.add("pool", operation, pad))
    try expectSettled(PadFolding(), sketch.graph)
  }

  @Test func `paddings of channels and cropping stay`() throws {
    for pads in [[0, 1, 0, 0, 0, 0, 0, 0], [0, 0, -1, 0, 0, 0, 0, 0]] {
      var sketch = Sketch()
      let x = sketch.input("x", [1, 2, 4, 4])
      let pad = try sketch.add("pad", Pad(), x, sketch.integers("pads", pads))
      sketch.output(try sketch.add("pool", AveragePool(kernel: [2, 2]), pad))
      try expectSettled(PadFolding(), sketch.graph)
    }
  }
}

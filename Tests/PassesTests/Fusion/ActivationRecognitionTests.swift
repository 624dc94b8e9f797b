// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ActivationRecognitionTests {
  /// All spellings, with the operator that they are.
  static let spellings:
    [(name: String, make: @Sendable (inout Sketch, ValueID) throws -> ValueID)] =
      [
        (
          "Swish", { s, x in try s.add("y", Mul(), s.add("s", Sigmoid(), x), x) }
        ),
        (
          "HardSwish",
          { s, x in
            let sum = try s.add("a", Add(), s.number("three", 3), x)
            let clip = try s.add("c", Clip(), sum, s.number("low", 0), s.number("high", 6))
            return try s.add("y", Div(), s.add("m", Mul(), x, clip), s.number("six", 6))
          }
        ),
        (
          "HardSwish",
          { s, x in
            let sum = try s.add("a", Add(), x, s.number("three", 3))
            let clip = try s.add("c", Clip(), sum, s.number("low", 0), s.number("high", 6))
            let scaled = try s.add("m", Mul(), clip, s.number("sixth", 1 / 6))
            return try s.add("y", Mul(), x, scaled)
          }
        ),
        (
          "HardSwish",
          { s, x in
            try s.add("y", Mul(), x, s.add("h", HardSigmoid(alpha: 1 / 6, beta: 0.5), x))
          }
        ),
        (
          "Mish",
          { s, x in try s.add("y", Mul(), x, s.add("t", Tanh(), s.add("p", Softplus(), x))) }
        ),
        (
          "Gelu",
          { s, x in
            let root = s.number("root", Float(2).squareRoot())
            let erf = try s.add("e", Erf(), s.add("d", Div(), x, root))
            let sum = try s.add("a", Add(), erf, s.number("one", 1))
            return try s.add("y", Mul(), s.add("m", Mul(), x, sum), s.number("half", 0.5))
          }
        ),
        (
          "Gelu",
          { s, x in
            let root = s.number("root", Float(0.5).squareRoot())
            let erf = try s.add("e", Erf(), s.add("d", Mul(), x, root))
            let sum = try s.add("a", Add(), s.number("one", 1), erf)
            return try s.add("y", Mul(), s.add("m", Mul(), s.number("half", 0.5), x), sum)
          }
        ),
      ]

  @Test(arguments: spellings.indices)
  func `spelled out activations become one node`(index: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [2, 50])
    sketch.output(try Self.spellings[index].make(&sketch, x))
    var graph = sketch.graph
    try Pipeline([ActivationRecognition()]).run(on: &graph)
    #expect(graph.nodes.map(\.operation.opType) == [Self.spellings[index].name])
    #expect(graph.name(of: graph.outputs[0].value) == "y")
    var generator = SeededGenerator(seed: 5)
    let inputs: [RuntimeValue?] = [.tensor(generator.normalTensor([2, 50], scale: 3))]
    // The spelled-out form rounds after each of up to four operators.
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 1e-6)
    try expectSettled(ActivationRecognition(), graph)

    // And back, for a file of opset 13.
    var unfused = graph
    try Pipeline([Unfusing(opset: 13)]).run(on: &unfused)
    let tooNew: Set = ["HardSwish", "Mish", "Gelu", "Swish"]
    #expect(!unfused.nodes.contains { tooNew.contains($0.operation.opType) })
    try expectSameOutputs(unfused, graph, inputs, tolerance: 1e-6)
  }

  @Test(arguments: 0..<5)
  func `what only looks similar stays`(index: Int) throws {
    var sketch = Sketch()
    let x = sketch.input("x", [3])
    let z = sketch.input("z", [3])
    let sigmoid = try sketch.add("s", Sigmoid(), x)
    switch index {
    // Another operand.
    case 0: sketch.output(try sketch.add("y", Mul(), z, sigmoid))
    // The inner value is read elsewhere.
    case 1:
      sketch.output(try sketch.add("y", Mul(), x, sigmoid))
      sketch.output(sigmoid, "s")
    // Another slope.
    case 2:
      let hard = try sketch.add("h", HardSigmoid(alpha: 0.2, beta: 0.5), x)
      sketch.output(try sketch.add("y", Mul(), x, hard))
    // A factor too many.
    case 3:
      let product = try sketch.add("p", Mul(), x, sigmoid)
      sketch.output(try sketch.add("y", Div(), sketch.number("c", 2), product))
    default: sketch.output(try sketch.add("y", Mul(), sigmoid, sketch.number("c", 1)))
    }
    var graph = sketch.graph
    try Pipeline([ActivationRecognition()]).run(on: &graph)
    #expect(graph.nodes.contains { !($0.operation is Swish || $0.operation is HardSwish) })
    let inputs: [RuntimeValue?] = [
      .tensor(Tensor([-1, 0.5, 2] as [Float])), .tensor(Tensor([1, 2, 3] as [Float])),
    ]
    try expectSameOutputs(graph, sketch.graph, inputs, tolerance: 1e-6)
  }
}

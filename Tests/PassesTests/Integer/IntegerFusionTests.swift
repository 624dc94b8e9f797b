// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

extension Sketch {
  /// Codes of a value.
  fileprivate mutating func quantized(
    _ name: String, _ value: ValueID, _ scale: Float, _ zero: UInt8
  ) throws -> ValueID {
    try add(
      name, QuantizeLinear(), value, number("\(name).scale", scale),
      graph.addInitializer("\(name).zero", Tensor(scalar: zero)))
  }

  /// The numbers of codes.
  fileprivate mutating func real(
    _ name: String, _ codes: ValueID, _ scale: Float, _ zero: UInt8
  ) throws -> ValueID {
    try add(
      name, DequantizeLinear(), codes, number("\(name).scale", scale),
      graph.addInitializer("\(name).zero", Tensor(scalar: zero)))
  }

  /// The numbers of `int8` weights.
  fileprivate mutating func weights(
    _ name: String, _ codes: [Int8], _ shape: [Int], _ scales: [Float]
  ) throws -> ValueID {
    try add(
      name, DequantizeLinear(axis: 0),
      graph.addInitializer("\(name).codes", Tensor(codes, shape: shape)),
      constant("\(name).scale", scales))
  }
}

/// The operators of a graph, in order.
private func operators(_ graph: Graph) -> [String] { graph.nodes.map(\.operation.opType) }

@Suite struct IntegerFusionTests {
  /// `x` in codes, through a convolution with bias and ReLU, back to real numbers.
  private func convolution(weightZero: Int8? = nil) throws -> Sketch {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3], .uint8)
    let real = try sketch.real("dx", x, 0.5, 3)
    let w: ValueID
    if let weightZero {
      w = try sketch.add(
        "w", DequantizeLinear(),
        sketch.graph.addInitializer(
          "w.codes", Tensor([Int8](repeating: 2, count: 4), shape: [2, 2, 1, 1])),
        sketch.number("w.scale", 1),
        sketch.graph.addInitializer("w.zero", Tensor(scalar: weightZero)))
    } else {
      w = try sketch.weights("w", [1, -2, 3, 4], [2, 2, 1, 1], [1, 0.25])
    }
    let y = try sketch.add("conv", Conv(), real, w, sketch.constant("b", [1, -1]))
    sketch.output(try sketch.quantized("q", try sketch.add("relu", ReLU(), y), 2, 10))
    return sketch
  }

  @Test func `a convolution with its bias and bound becomes one operator`() throws {
    let sketch = try convolution()
    var graph = sketch.graph
    try Pipeline.inference.run(on: &graph)
    #expect(operators(graph) == ["IntegerConv"])
    let conv = try #require(graph.nodes[0].operation as? IntegerConv)
    #expect(conv.inputZeroPoint == 3)
    #expect(conv.rounding == CodeRounding(zeroPoint: 10, low: 10))
    let constants = graph.nodes[0].inputs.dropFirst().map { $0.flatMap(graph.constant) }
    #expect(constants[1] == Tensor([Int32(2), -8]))
    #expect(constants[2] == Tensor([Float(0.25), 0.0625]))
    let codes = Tensor((0..<18).map { UInt8($0 * 13) }, shape: [1, 2, 3, 3])
    #expect(
      try graph.evaluate([.tensor(codes)])[0].tensor
        == sketch.graph.evaluate([.tensor(codes)])[0].tensor)
    try expectSettled(IntegerFusion(), graph)
  }

  @Test func `weights with a zero point stay real numbers`() throws {
    let graph = try convolution(weightZero: 1).graph
    try expectSettled(IntegerFusion(), graph)
  }

  @Test func `a sum goes into the later convolution, a change of scale too`() throws {
    var sketch = Sketch()
    let codes = sketch.input("x", [1, 2, 3, 3], .uint8)
    let x = try sketch.real("dx", codes, 0.5, 3)
    let w = try sketch.weights("w", [1, -2, 3, 4], [2, 2, 1, 1], [1])
    let conv = try sketch.add("conv", Conv(), x, w)
    let inner = try sketch.real("dc", try sketch.quantized("qc", conv, 2, 128), 2, 128)
    let sum = try sketch.add("relu", ReLU(), try sketch.add("sum", Add(), x, inner))
    sketch.output(try sketch.quantized("q", sum, 3, 7))
    var graph = sketch.graph
    try Pipeline.inference.run(on: &graph)
    #expect(operators(graph) == ["IntegerConv"])
    let rounding = try #require(graph.nodes[0].operation as? IntegerConv).rounding
    #expect(rounding.zeroPoint == 128)
    #expect(
      rounding.sum
        == CodeSum(
          ownScale: 2 / Float(3), residualScale: 0.5 / Float(3), residualZeroPoint: 3,
          zeroPoint: 7, low: 7))
    let input = Tensor((0..<18).map { UInt8($0 * 13) }, shape: [1, 2, 3, 3])
    // The file's real numbers lie in the middle between two codes here and there.
    let actual = try #require(try graph.evaluate([.tensor(input)])[0].tensor)
    let expected = try #require(try sketch.graph.evaluate([.tensor(input)])[0].tensor)
    expectClose(
      Tensor(actual.doubles().map(Float.init), shape: actual.shape),
      Tensor(expected.doubles().map(Float.init), shape: expected.shape), absolute: 1)
  }

  @Test func `codes pass through what moves elements`() throws {
    var sketch = Sketch()
    let codes = sketch.input("x", [1, 2, 4, 4], .uint8)
    let x = try sketch.real("dx", codes, 0.5, 3)
    let pool = try sketch.add("pool", MaxPool(kernel: [2, 2]), x)
    let flat = try sketch.add("flat", Flatten(axis: 1), pool)
    sketch.output(try sketch.quantized("q", flat, 0.5, 3))
    var graph = sketch.graph
    try Pipeline.inference.run(on: &graph)
    #expect(operators(graph) == ["MaxPool", "Flatten"])
    let input = Tensor((0..<32).map { UInt8($0 * 7) }, shape: [1, 2, 4, 4])
    #expect(
      try graph.evaluate([.tensor(input)])[0].tensor
        == sketch.graph.evaluate([.tensor(input)])[0].tensor)
  }

  @Test func `pieces of a concatenation are taken to its scale`() throws {
    var sketch = Sketch()
    let codes = sketch.input("x", [1, 2, 3, 3], .uint8)
    let other = sketch.input("z", [1, 3, 3, 3], .uint8)
    let joined = try sketch.add(
      "joined", Concat(axis: 1), try sketch.real("dx", codes, 0.5, 3),
      try sketch.real("dz", other, 0.25, 9))
    sketch.output(try sketch.quantized("q", joined, 0.25, 9))
    var graph = sketch.graph
    try Pipeline.inference.run(on: &graph)
    #expect(operators(graph) == ["IntegerAdd", "Concat"])
  }

  @Test func `signed codes become unsigned ones with the same numbers`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3])
    let scale = sketch.number("scale", 0.1)
    let zero = sketch.graph.addInitializer("zero", Tensor(scalar: Int8(-5)))
    let codes = try sketch.add("q", QuantizeLinear(), x, scale, zero)
    let flat = try sketch.add("flat", Flatten(axis: 1), codes)
    sketch.output(try sketch.add("d", DequantizeLinear(), flat, scale, zero))
    var graph = sketch.graph
    #expect(try UnsignedCodes().run(on: &graph).rewrites == 2)
    #expect(
      graph.nodes.dropLast().allSatisfy {
        graph.type(of: $0.outputs[0]!).tensorType?.dtype == .uint8
      })
    var generator = SeededGenerator(seed: 5)
    try expectSameOutputs(
      graph, sketch.graph, [.tensor(generator.normalTensor([1, 2, 3, 3]))], tolerance: 0)
    try expectSettled(UnsignedCodes(), graph)
  }

  @Test func `signed codes that are an output stay`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2])
    let zero = sketch.graph.addInitializer("zero", Tensor(scalar: Int8(-5)))
    sketch.output(
      try sketch.add("q", QuantizeLinear(), x, sketch.number("scale", 0.1), zero))
    try expectSettled(UnsignedCodes(), sketch.graph)
  }

  @Test func `QLinearConv becomes an integer operator with the same codes`() throws {
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 3, 3], .uint8)
    let constants = [
      sketch.number("xs", 0.5), sketch.graph.addInitializer("xz", Tensor(scalar: UInt8(3))),
      sketch.graph.addInitializer("w", Tensor([Int8(1), -2, 3, 4], shape: [2, 2, 1, 1])),
      sketch.constant("ws", [1, 0.25]), sketch.graph.addInitializer("wz", Tensor([Int8(0), 0])),
      sketch.number("ys", 0.7), sketch.graph.addInitializer("yz", Tensor(scalar: UInt8(9))),
      sketch.graph.addInitializer("b", Tensor([Int32(4), -7])),
    ]
    let outputs = try sketch.graph.addNode(QLinearConv(), name: "conv", inputs: [x] + constants)
    sketch.output(try #require(outputs[0]))
    var graph = sketch.graph
    try Pipeline.inference.run(on: &graph)
    #expect(operators(graph) == ["IntegerConv"])
    let codes = Tensor((0..<18).map { UInt8($0 * 13) }, shape: [1, 2, 3, 3])
    #expect(
      try graph.evaluate([.tensor(codes)])[0].tensor
        == sketch.graph.evaluate([.tensor(codes)])[0].tensor)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// A random network of quantized operators, in pairs of quantizing and dequantizing.
struct QuantizedExample {
  var graph = Graph(name: "quantized")
  let input: Tensor
  /// Real tensors that are dequantized, with the size of their numbers.
  private var images: [ValueID] = []
  private var generator: SeededGenerator
  private let activations: ElementType
  private var count = 0

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  init(seed: UInt64, activations: ElementType) throws {
    self.activations = activations
    generator = SeededGenerator(seed: seed)
    let batch = Int.random(in: 1...2, using: &generator)
    let channels = [3, 8, 16, 20, 36][Int.random(in: 0...4, using: &generator)]
    let size = Int.random(in: 7...15, using: &generator)
    input = generator.normalTensor([batch, channels, size, size + 2])
    let x = graph.addInput("x", .tensor(.float32, input.shape))
    images = [try quantize(x)]
    for _ in 0..<number(3...8) { try addOperator() }
    let last = try #require(images.last)
    if number(0...1) == 1 {
      let mean = try quantize(add(GlobalAveragePool(), [last]))
      let rows = try add(Flatten(axis: 1), [mean])
      let filters = number(1...40)
      let w = try weights([filters, shape(rows)[1]])
      let product = try add(
        Gemm(transposesB: true), [rows, w.values, try bias(filters, w.scales)])
      graph.addOutput("scores", try quantize(product))
    }
    graph.addOutput("y", last)
  }

  private func shape(_ value: ValueID) -> [Int] { graph.type(of: value).tensorType?.shape ?? [] }

  private mutating func add(_ operation: any Operation, _ inputs: [ValueID?]) throws -> ValueID {
    let outputs = try graph.addNode(operation, name: "n\(graph.nodes.count)", inputs: inputs)
    return try #require(outputs[0])
  }

  private mutating func constant(_ tensor: Tensor) -> ValueID {
    count += 1
    return graph.addInitializer("c\(count)", tensor)
  }

  /// Quantizes a value by a scale that leaves some codes saturated, and back.
  private mutating func quantize(_ value: ValueID) throws -> ValueID {
    let scale = constant(Tensor(scalar: Float.random(in: 0.01...0.04, using: &generator)))
    let code = number(0...2) == 0 ? 0 : number(90...160)
    let zero = constant(
      activations == .uint8
        ? Tensor(scalar: UInt8(code)) : Tensor(scalar: Int8(truncatingIfNeeded: code - 128)))
    let codes = try add(QuantizeLinear(), [value, scale, zero])
    return try add(DequantizeLinear(), [codes, scale, zero])
  }

  /// Weights with a scale for each output, or one.
  private mutating func weights(
    _ shape: [Int]
  ) throws -> (values: ValueID, scales: [Float]) {
    let fan = Float(shape.dropFirst().reduce(1, *))
    let isPerChannel = number(0...2) > 0
    let scales = (0..<(isPerChannel ? shape[0] : 1)).map { _ in
      Float.random(in: 0.5...1.5, using: &generator) / 100 / fan.squareRoot()
    }
    let codes = (0..<shape.reduce(1, *)).map { _ in
      Int8(truncatingIfNeeded: Int.random(in: -128...127, using: &generator))
    }
    let zeros = [Int8](repeating: 0, count: scales.count)
    let inputs = [
      constant(Tensor(codes, shape: shape)),
      constant(isPerChannel ? Tensor(scales) : Tensor(scalar: scales[0])),
      constant(isPerChannel ? Tensor(zeros) : Tensor(scalar: Int8(0))),
    ]
    return (
      try add(DequantizeLinear(axis: 0), inputs),
      isPerChannel ? scales : Array(repeating: scales[0], count: shape[0])
    )
  }

  private mutating func bias(_ count: Int, _ scales: [Float]) throws -> ValueID? {
    if number(0...2) == 0 { return nil }
    return constant(
      Tensor((0..<count).map { _ in Float.random(in: -0.5...0.5, using: &generator) }))
  }

  private mutating func addOperator() throws {
    let x = images[number(0...images.count - 1)]
    let shape = shape(x)
    var window = SlidingWindow(padding: .sameUpper)
    switch number(0...10) {
    case 10:
      let factors = (0..<shape[1]).map { _ in Float.random(in: -1...2, using: &generator) }
      let channels = constant(Tensor(factors, shape: [shape[1], 1, 1]))
      images.append(try quantize(add([Mul(), Add()][number(0...1)], [channels, x])))
    case 0, 1, 2:
      let taps = [1, 3, 5][number(0...2)]
      window.strides = taps == 3 ? [1, 1] : [number(1...2), 1]
      try addConvolution(x, taps, groups: 1, number(1...70), window)
    case 3:
      window.strides = [number(1...2), number(1...2)]
      try addConvolution(x, [3, 5][number(0...1)], groups: shape[1], shape[1], window)
    case 4:
      let groups = shape[1] % 4 == 0 ? 4 : 1
      try addConvolution(x, 3, groups: groups, groups * number(1...12), window)
    case 5:
      window.padding = .explicit(begin: [1, 0], end: [0, 1])
      images.append(try add(MaxPool(kernel: [3, 2], window: window), [x]))
    case 6:
      window.padding = .explicit(begin: [1, 1], end: [1, 1])
      let pool = AveragePool(
        kernel: [3, 3], window: window, countsPadding: number(0...1) == 1)
      images.append(try quantize(add(pool, [x])))
    case 7:
      images.append(try quantize(add([Sigmoid(), HardSwish(), ReLU()][number(0...2)], [x])))
    case 8:
      let others = images.filter { self.shape($0) == shape }
      let sum = try add(Add(), [x, others[number(0...others.count - 1)]])
      images.append(try quantize(number(0...1) == 1 ? add(ReLU(), [sum]) : sum))
    default:
      let others = images.filter { self.shape($0).dropFirst(2) == shape.dropFirst(2) }
      let joined = try add(Concat(axis: 1), [x, others[number(0...others.count - 1)]])
      if self.shape(joined)[1] < 100 { images.append(try quantize(joined)) }
    }
  }

  private mutating func addConvolution(
    _ x: ValueID, _ taps: Int, groups: Int, _ filters: Int, _ window: SlidingWindow
  ) throws {
    let w = try weights([filters, shape(x)[1] / groups, taps, taps])
    let y = try add(
      Conv(window: window, groups: groups), [x, w.values, try bias(filters, w.scales)])
    let bounds = [constant(Tensor(scalar: Float(0))), constant(Tensor(scalar: Float(2)))]
    switch number(0...2) {
    case 0: images.append(try quantize(y))
    case 1: images.append(try quantize(add(ReLU(), [y])))
    default: images.append(try quantize(add(Clip(), [y] + bounds)))
    }
  }
}

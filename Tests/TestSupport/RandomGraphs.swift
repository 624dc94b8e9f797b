// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// A small graph in the style of convolutional networks, with inputs to run it on.
public struct RandomGraph: Sendable {
  /// The graph: a few nodes over `float32` tensors of at most some thousand elements.
  public let graph: Graph
  /// One value for each input of the graph.
  public let inputs: [RuntimeValue?]

  /// The graph of a seed: the same one on every machine.
  ///
  /// It has convolutions with groups, dilations, strides and all kinds of padding, transposed ones,
  /// batch norms, activations (also spelled out), poolings, sums and products with tensors of the
  /// same shape and with constants, concatenations, splits, paddings, slices, reshapes, transposes,
  /// matrix products; odd extents; values with several readers; several outputs.
  ///
  /// - Parameter steps: Number of random additions, most of them one node, some up to four.
  public init(seed: UInt64, steps: Int = 12) throws(GraphError) {
    var builder = RandomGraphBuilder(seed: seed)
    try builder.build(steps: steps)
    graph = builder.graph
    inputs = builder.inputs
  }
}

/// Adds random nodes to a graph.
private struct RandomGraphBuilder {
  /// Larger tensors are not made, so that reference evaluation stays quick.
  static let largestCount = 2048
  var graph = Graph(name: "random")
  var inputs: [RuntimeValue?] = []
  var generator: SeededGenerator
  var values: [ValueID] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func build(steps: Int) throws(GraphError) {
    for input in 0..<number(1...2) {
      let shape = [number(1...2), number(1...6), number(3...9), number(3...9)]
      values.append(graph.addInput("x\(input)", .tensor(.float32, shape)))
      inputs.append(.tensor(generator.normalTensor(shape)))
    }
    for _ in 0..<steps { try addStep() }
    graph.addOutput("y", values[values.count - 1])
    for extra in 0..<number(0...2) { graph.addOutput("extra\(extra)", anyValue()) }
  }

  // MARK: Choices

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func chance(_ probability: Double) -> Bool { generator.nextUniform() < probability }

  mutating func choice<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  /// Mostly the newest value, so that chains arise; sometimes an older one, so that branches do.
  mutating func anyValue() -> ValueID {
    chance(0.7) ? values[values.count - 1] : choice(values)
  }

  func shape(_ value: ValueID) -> [Int] { graph.type(of: value).tensorType?.shape ?? [] }

  // MARK: Nodes

  /// Adds a node and makes its output a candidate for the next ones.
  @discardableResult
  mutating func add(_ operation: any Operation, _ operands: [ValueID?]) throws(GraphError)
    -> ValueID
  {
    let outputs = try graph.addNode(operation, inputs: operands)
    values.append(outputs[0]!)
    return outputs[0]!
  }

  mutating func weights(_ shape: [Int], fanIn: Int) -> ValueID {
    let scale = 1 / Float(max(fanIn, 1)).squareRoot()
    return graph.addInitializer("w", generator.normalTensor(shape, scale: scale))
  }

  mutating func positive(_ count: Int) -> ValueID {
    let numbers = (0..<count).map { _ in Float(0.5 + generator.nextUniform()) }
    return graph.addInitializer("p", Tensor(numbers))
  }

  mutating func number(_ value: Float) -> ValueID {
    graph.addInitializer("c", Tensor(scalar: value))
  }

  mutating func integers(_ numbers: [Int]) -> ValueID {
    graph.addInitializer("i", Tensor(numbers.map(Int64.init)))
  }

  mutating func addStep() throws(GraphError) {
    let x = anyValue()
    let rank = shape(x).count
    switch number(0...17) {
    case 0, 1, 2: if rank == 4 { try addConvolution(x) } else { try addProduct(x) }
    case 3: if rank == 4 { try addTransposedConvolution(x) } else { try addProduct(x) }
    case 4, 5: try addBatchNorm(x)
    case 6, 7: try addActivation(x)
    case 8: try addSpelledOutActivation(x)
    case 9, 10: try addBinary(x)
    case 11: try addConstantOperand(x)
    case 12: if rank == 4 { try addPooling(x) } else { try addView(x) }
    case 13: try addConcatOrSplit(x)
    case 14: try addPadding(x)
    case 15: try addTranspose(x)
    case 16: try addView(x)
    default: try addNothing(x)
    }
  }

  mutating func window(_ extents: ArraySlice<Int>, kernel: [Int]) -> SlidingWindow {
    var dilations: [Int] = []
    var begin: [Int] = []
    var end: [Int] = []
    for (extent, taps) in zip(extents, kernel) {
      let dilation = number(1...2)
      let missing = max(0, (taps - 1) * dilation + 1 - extent)
      dilations.append(dilation)
      begin.append(missing + number(0...1))
      end.append(number(0...1))
    }
    let padding: SlidingWindow.Padding =
      chance(0.2)
      ? choice([.sameUpper, .sameLower]) : .explicit(begin: begin, end: end)
    return SlidingWindow(
      strides: kernel.map { _ in number(1...2) }, dilations: dilations, padding: padding)
  }

  mutating func addConvolution(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    let groups = choice((1...shape[1]).filter { shape[1] % $0 == 0 })
    let filters = groups * number(1...max(1, 6 / groups))
    let kernel = [number(1...3), number(1...3)]
    let channels = shape[1] / groups
    let fanIn = channels * kernel[0] * kernel[1]
    var operands: [ValueID?] = [x, weights([filters, channels] + kernel, fanIn: fanIn)]
    if chance(0.5) { operands.append(weights([filters], fanIn: 1)) }
    let conv = Conv(window: window(shape[2...], kernel: kernel), groups: groups)
    try add(conv, operands)
  }

  mutating func addTransposedConvolution(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    guard shape.reduce(4, *) <= Self.largestCount else { return }
    let groups = choice((1...shape[1]).filter { shape[1] % $0 == 0 })
    let filters = number(1...2)
    let kernel = [number(1...3), number(1...3)]
    let weights = weights([shape[1], filters] + kernel, fanIn: shape[1] * kernel[0] * kernel[1])
    let window = SlidingWindow(strides: [number(1...2), 1])
    try add(ConvTranspose(window: window, groups: groups), [x, weights])
  }

  /// A matrix product with constant weights, with or without a sum behind it.
  mutating func addProduct(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    guard let depth = shape.last, depth > 0 else { return }
    let columns = number(1...7)
    if shape.count == 2, chance(0.5) {
      let isTransposed = chance(0.5)
      let b = weights(isTransposed ? [columns, depth] : [depth, columns], fanIn: depth)
      let c: [ValueID?] = chance(0.5) ? [weights([columns], fanIn: 1)] : []
      try add(Gemm(alpha: 0.5, beta: 2, transposesB: isTransposed), [x, b] + c)
    } else {
      let product = try add(MatMul(), [x, weights([depth, columns], fanIn: depth)])
      if chance(0.7) { try add(Add(), [product, weights([columns], fanIn: 1)]) }
    }
  }

  mutating func addBatchNorm(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    guard shape.count >= 2, shape[1] > 0 else { return }
    let channels = shape[1]
    let operands = [
      x, positive(channels), weights([channels], fanIn: 1), weights([channels], fanIn: 1),
      positive(channels),
    ]
    let y = try add(BatchNormalization(epsilon: 1e-3), operands)
    guard chance(0.3) else { return }
    let perChannel = [channels] + [Int](repeating: 1, count: shape.count - 2)
    let scaled = try add(Mul(), [y, weights(perChannel, fanIn: 1)])
    try add(Add(), [scaled, weights(perChannel, fanIn: 1)])
  }

  mutating func addActivation(_ x: ValueID) throws(GraphError) {
    if chance(0.3) {
      try add(Clip(), [x, number(0), number(6)])
      return
    }
    let operations: [any Operation] = [
      ReLU(), ReLU(), ReLU(), LeakyReLU(alpha: 0.1), Sigmoid(), Tanh(), HardSigmoid(), HardSwish(),
      Swish(), Gelu(), Elu(), Selu(), Softplus(), Mish(),
    ]
    try add(choice(operations), [x])
  }

  mutating func addSpelledOutActivation(_ x: ValueID) throws(GraphError) {
    switch number(0...3) {
    case 0: try add(Mul(), [x, try add(Sigmoid(), [x])])
    case 1:
      let clipped = try add(Clip(), [try add(Add(), [x, number(3)]), number(0), number(6)])
      try add(Div(), [try add(Mul(), [x, clipped]), number(6)])
    case 2:
      let erf = try add(Erf(), [try add(Div(), [x, number(Float(2).squareRoot())])])
      let sum = try add(Add(), [erf, number(1)])
      try add(Mul(), [try add(Mul(), [x, sum]), number(0.5)])
    default: try add(Mul(), [x, try add(Tanh(), [try add(Softplus(), [x])])])
    }
  }

  mutating func addBinary(_ x: ValueID) throws(GraphError) {
    let own = shape(x)
    let partners = values.filter { shape($0) == own }
    let operation: any Operation = choice([Add(), Add(), Mul(), Sub()])
    try add(operation, [x, choice(partners)])
  }

  mutating func addConstantOperand(_ x: ValueID) throws(GraphError) {
    let own = shape(x)
    let perChannel =
      own.count >= 2 ? [own[1]] + [Int](repeating: 1, count: own.count - 2) : []
    let constant =
      chance(0.3)
      ? number(choice([0, 1, 2, -0.0])) : weights(chance(0.5) ? perChannel : own, fanIn: 1)
    let operation: any Operation = choice([Add(), Mul(), Sub(), Add()])
    let isFirst = chance(0.7)
    try add(operation, isFirst ? [x, constant] : [constant, x])
  }

  mutating func addPooling(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    if chance(0.15) {
      try add(GlobalAveragePool(), [x])
      return
    }
    let kernel = [number(1...3), number(1...3)]
    var window = window(shape[2...], kernel: kernel)
    if chance(0.5) { window.dilations = [] }
    // Windows outside the input give -∞ or 0, after which nothing can be compared.
    if case .explicit = window.padding, !window.dilations.isEmpty { window.padding = .sameUpper }
    if case .explicit(var begin, var end) = window.padding {
      for axis in kernel.indices {
        begin[axis] = min(begin[axis], kernel[axis] - 1)
        end[axis] = min(end[axis], kernel[axis] - 1)
      }
      window.padding = .explicit(begin: begin, end: end)
      window.roundsUp = chance(0.2)
    }
    if chance(0.5) {
      try add(MaxPool(kernel: kernel, window: window), [x])
    } else {
      try add(AveragePool(kernel: kernel, window: window, countsPadding: chance(0.5)), [x])
    }
  }

  mutating func addConcatOrSplit(_ x: ValueID) throws(GraphError) {
    let own = shape(x)
    guard own.count >= 2 else { return }
    if own[1] > 1, chance(0.5) {
      let first = number(1...own[1] - 1)
      let outputs = try graph.addNode(
        Split(axis: 1, partCount: 2), inputs: [x, integers([first, own[1] - first])],
        outputNames: ["", ""])
      values += outputs.compactMap { $0 }
      return
    }
    let partners = values.filter { other in
      let shape = shape(other)
      return shape.count == own.count
        && shape.indices.allSatisfy { $0 == 1 || shape[$0] == own[$0] }
    }
    let parts = [x, choice(partners)]
    guard parts.reduce(0, { $0 + shape($1).reduce(1, *) }) <= Self.largestCount else { return }
    try add(Concat(axis: 1), chance(0.1) ? [x] : parts)
  }

  mutating func addPadding(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    guard shape.count == 4 else {
      try addNothing(x)
      return
    }
    guard shape.reduce(4, *) <= Self.largestCount else { return }
    let spatial = (0..<4).map { _ in number(0...2) }
    let pads = integers([0, 0, spatial[0], spatial[1], 0, 0, spatial[2], spatial[3]])
    switch number(0...3) {
    case 0:
      let padded = try add(Pad(), [x, pads, number(-.infinity)])
      values.removeLast()
      // Every window keeps a position on `x`, for the pads are smaller than 3.
      try add(MaxPool(kernel: self.shape(padded)[2...].map { min($0, 3) }), [padded])
    case 1: try addConvolution(try add(Pad(), [x, pads]))
    case 2: try addPooling(try add(Pad(), [try add(ReLU(), [x]), pads, number(0)]))
    default: try add(Pad(mode: .edge), [x, pads])
    }
  }

  mutating func addTranspose(_ x: ValueID) throws(GraphError) {
    let permutation = Array(shape(x).indices).shuffled(using: &generator)
    let transposed = try add(Transpose(permutation: permutation), [x])
    guard chance(0.6) else { return }
    let between = chance(0.6) ? try add(ReLU(), [transposed]) : transposed
    let inverse = permutation.indices.map { axis in permutation.firstIndex(of: axis)! }
    try add(Transpose(permutation: inverse), [between])
  }

  mutating func addView(_ x: ValueID) throws(GraphError) {
    let shape = shape(x)
    let count = shape.reduce(1, *)
    switch number(0...5) {
    case 0: try add(Flatten(axis: min(1, shape.count)), [x])
    case 1: try add(Reshape(), [x, integers([shape.first ?? 1, -1])])
    case 2 where shape.count <= 3: try add(Unsqueeze(), [x, integers([number(0...shape.count)])])
    case 3 where shape.contains(1): try add(Squeeze(), [x])
    case 4 where count > 0 && !shape.isEmpty:
      let size = try graph.addNode(Shape(), inputs: [x])[0]!
      let batch = try graph.addNode(Gather(), inputs: [size, integers([0])])[0]!
      let target = try graph.addNode(Concat(axis: 0), inputs: [batch, integers([-1])])[0]!
      let y = try add(Reshape(), [x, target])
      // What follows looks at shapes, which the operator does not infer from computed ones.
      try graph.refine(y, .tensor(.float32, [shape[0], count / shape[0]]))
    default:
      let divisor = (2...5).first { count % $0 == 0 } ?? 1
      try add(Reshape(), [x, integers([1, divisor, count / divisor, 1])])
    }
  }

  mutating func addNothing(_ x: ValueID) throws(GraphError) {
    switch number(0...4) {
    case 0: try add(Identity(), [x])
    case 1: try add(Dropout(), [x])
    case 2: try add(Cast(to: .float32), [x])
    case 3: try add(Mul(), [x, number(1)])
    default:
      let shape = shape(x)
      guard let extent = shape.first else { return }
      try add(Slice(), [x, integers([0]), integers([chance(0.5) ? extent : max(1, extent - 1)])])
    }
  }
}

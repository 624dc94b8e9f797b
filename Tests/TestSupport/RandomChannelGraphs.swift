// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// A small network whose channels are tied in all the ways that removal has to follow.
public struct RandomChannelGraph: Sendable {
  /// The graph.
  public let graph: Graph
  /// One value for each input of the graph.
  public let inputs: [RuntimeValue?]

  /// The graph of a seed: the same one on every machine.
  ///
  /// It has convolutions, depthwise and grouped ones, channel shuffles, batch norms, activations also
  /// of those that do not keep zero, sums, concatenations, splits, slices, pads, pools, gates as of
  /// squeeze-and-excitation, slopes for each channel, transposes, flattening and matrix products;
  /// several outputs; odd numbers of channels.
  ///
  /// - Parameter steps: Number of blocks between the input and the head.
  public init(seed: UInt64, steps: Int = 7) throws(GraphError) {
    var builder = ChannelGraphBuilder(seed: seed)
    try builder.build(steps: steps)
    graph = builder.graph
    inputs = builder.inputs
  }
}

private struct ChannelGraphBuilder {
  var graph = Graph(name: "channels")
  var inputs: [RuntimeValue?] = []
  var generator: SeededGenerator
  /// Values of shape `[N, C, H, W]`.
  var images: [ValueID] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func build(steps: Int) throws(GraphError) {
    let shape = [number(1...2), number(2...4), number(4...6), number(4...6)]
    images.append(graph.addInput("x", .tensor(.float32, shape)))
    inputs.append(.tensor(generator.normalTensor(shape)))
    try addConvolution(images[0])
    for _ in 0..<steps { try addBlock() }
    try addHead(last)
    if chance(0.3) { try addHead(choice(images)) }
    if chance(0.1) { graph.addOutput("map", choice(images)) }
  }

  // MARK: Choices

  var last: ValueID { images[images.count - 1] }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func chance(_ probability: Double) -> Bool { generator.nextUniform() < probability }

  mutating func choice<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  mutating func anyImage() -> ValueID { chance(0.75) ? last : choice(images) }

  func shape(_ value: ValueID) -> [Int] { graph.type(of: value).tensorType?.shape ?? [] }

  // MARK: Nodes

  @discardableResult
  mutating func node(_ operation: any Operation, _ operands: [ValueID?]) throws(GraphError)
    -> ValueID
  {
    let outputs = try graph.addNode(operation, inputs: operands)
    guard let output = outputs[0] else { throw GraphError(.invalidGraph, "no output") }
    return output
  }

  mutating func weights(_ shape: [Int], fanIn: Int) -> ValueID {
    let scale = 1 / Float(max(fanIn, 1)).squareRoot()
    return graph.addInitializer("w", generator.normalTensor(shape, scale: scale))
  }

  mutating func integers(_ numbers: [Int]) -> ValueID {
    graph.addInitializer("i", Tensor(numbers.map(Int64.init)))
  }

  /// A convolution that keeps the extents, unless told otherwise.
  mutating func convolution(
    _ x: ValueID, filters: Int, groups: Int = 1, kernel: Int? = nil, stride: Int = 1
  ) throws(GraphError) -> ValueID {
    let size = kernel ?? choice([1, 3])
    let channels = shape(x)[1] / groups
    var operands: [ValueID?] = [
      x, weights([filters, channels, size, size], fanIn: channels * size * size),
    ]
    if chance(0.5) { operands.append(weights([filters], fanIn: 1)) }
    let pad = [size / 2, size / 2]
    let padding: SlidingWindow.Padding =
      chance(0.2) ? .sameUpper : .explicit(begin: pad, end: pad)
    return try node(
      Conv(window: SlidingWindow(strides: [stride, stride], padding: padding), groups: groups),
      operands)
  }

  mutating func addConvolution(_ x: ValueID) throws(GraphError) {
    images.append(try convolution(x, filters: number(3...9)))
  }

  mutating func norm(_ x: ValueID) throws(GraphError) -> ValueID {
    let channels = shape(x)[1]
    let variance = (0..<channels).map { _ in Float(0.5 + generator.nextUniform()) }
    return try node(
      BatchNormalization(epsilon: 1e-3),
      [
        x, weights([channels], fanIn: 1), weights([channels], fanIn: 1),
        weights([channels], fanIn: 1), graph.addInitializer("v", Tensor(variance)),
      ])
  }

  mutating func activation(_ x: ValueID) throws(GraphError) -> ValueID {
    if chance(0.15) {
      return try node(PReLU(), [x, weights([shape(x)[1], 1, 1], fanIn: 4)])
    }
    if chance(0.15) {
      let bounds = [Float(0), 6].map { graph.addInitializer("c", Tensor(scalar: $0)) }
      return try node(Clip(), [x] + bounds)
    }
    let operations: [any Operation] = [
      ReLU(), ReLU(), Sigmoid(), Tanh(), HardSwish(), LeakyReLU(alpha: 0.1), Softplus(),
    ]
    return try node(choice(operations), [x])
  }

  mutating func addBlock() throws(GraphError) {
    let x = anyImage()
    let channels = shape(x)[1]
    switch number(0...15) {
    case 0, 1: images.append(try activation(try norm(try convolution(x, filters: number(2...9)))))
    case 2: images.append(try activation(x))
    case 3: images.append(try norm(x))
    case 4: images.append(try convolution(x, filters: channels * number(1...2), groups: channels))
    case 5: try addGrouped(x)
    case 6: try addShuffle(x)
    case 7, 8: try addSum(x)
    case 9: try addConcatenation(x)
    case 10: try addSplit(x)
    case 11: try addPooling(x)
    case 12: try addGate(x)
    case 13: try addDetour(x)
    case 14: try addPerChannel(x)
    default: try addTransposed(x)
    }
  }

  mutating func addGrouped(_ x: ValueID) throws(GraphError) {
    let groups = choice([2, 3])
    let wide = try convolution(x, filters: groups * number(2...4), kernel: 1)
    let grouped = try convolution(wide, filters: groups * number(2...4), groups: groups)
    images.append(chance(0.5) ? try activation(grouped) : grouped)
  }

  /// Two grouped convolutions with a channel shuffle between them, as in ShuffleNet.
  mutating func addShuffle(_ x: ValueID) throws(GraphError) {
    let (groups, inner) = (choice([2, 3]), number(2...5))
    let wide = try convolution(x, filters: groups * number(1...2), kernel: 1)
    let y = try activation(
      try convolution(wide, filters: groups * inner, groups: groups, kernel: 1))
    let extents = shape(y)
    let apart = [extents[0], groups, inner] + extents[2...]
    let split = try node(Reshape(), [y, integers(apart)])
    let swapped = try node(Transpose(permutation: [0, 2, 1, 3, 4]), [split])
    let joined = try node(Reshape(), [swapped, integers([extents[0], -1] + extents[2...])])
    images.append(joined)
    if chance(0.7) {
      images.append(try convolution(joined, filters: groups * number(1...3), groups: groups))
    }
  }

  mutating func addSum(_ x: ValueID) throws(GraphError) {
    let own = shape(x)
    let branch = try activation(try convolution(x, filters: number(2...6)))
    let y = try convolution(branch, filters: own[1])
    guard shape(y) == own else { return }
    let operation: any Operation = choice([Add(), Add(), Sum(), Sub(), Max()])
    images.append(try node(operation, [x, y]))
  }

  mutating func addConcatenation(_ x: ValueID) throws(GraphError) {
    let own = shape(x)
    let partners = images.filter { shape($0).dropFirst(2) == own.dropFirst(2) }
    let parts = [x, choice(partners)] + (chance(0.3) ? [choice(partners)] : [])
    guard parts.reduce(0, { $0 + shape($1)[1] }) <= 24 else { return }
    images.append(try node(Concat(axis: chance(0.5) ? 1 : -3), parts))
  }

  mutating func addSplit(_ x: ValueID) throws(GraphError) {
    let channels = shape(x)[1]
    guard channels > 3 else { return }
    if chance(0.4) {
      let first = number(1...channels - 2)
      images.append(
        try node(Slice(), [x, integers([first]), integers([channels + 3]), integers([1])]))
      return
    }
    let isEven = channels % 2 == 0 && chance(0.5)
    let first = number(1...channels - 1)
    let outputs = try graph.addNode(
      Split(axis: 1, partCount: 2),
      inputs: isEven ? [x] : [x, integers([first, channels - first])], outputNames: ["", ""])
    images += outputs.compactMap { $0 }
  }

  mutating func addPooling(_ x: ValueID) throws(GraphError) {
    let pad = [1, 1]
    let window = SlidingWindow(padding: .explicit(begin: pad, end: pad))
    if chance(0.5) {
      images.append(try node(MaxPool(kernel: [3, 3], window: window), [x]))
    } else {
      images.append(
        try node(AveragePool(kernel: [3, 3], window: window, countsPadding: chance(0.3)), [x]))
    }
  }

  /// Squeeze and excitation.
  mutating func addGate(_ x: ValueID) throws(GraphError) {
    let squeezed =
      chance(0.5)
      ? try node(GlobalAveragePool(), [x]) : try node(ReduceMean(), [x, integers([2, 3])])
    let narrow = try node(ReLU(), [try convolution(squeezed, filters: number(2...3), kernel: 1)])
    let gate = try convolution(narrow, filters: shape(x)[1], kernel: 1)
    images.append(try node(Mul(), [x, try node(Sigmoid(), [gate])]))
  }

  /// Ways there and back that change nothing, and pads.
  mutating func addDetour(_ x: ValueID) throws(GraphError) {
    switch number(0...3) {
    case 0:
      let moved = try node(Transpose(permutation: [0, 2, 3, 1]), [x])
      let product = try node(MatMul(), [moved, weights([shape(x)[1], number(2...6)], fanIn: 4)])
      images.append(try node(Transpose(permutation: [0, 3, 1, 2]), [product]))
    case 1:
      let flat = try node(Flatten(), [x])
      images.append(try node(Reshape(), [flat, integers(shape(x))]))
    case 2:
      let wide = try node(Unsqueeze(), [x, integers([2])])
      images.append(try node(Squeeze(), [wide, integers([2])]))
    default:
      let y = try node(Pad(), [x, integers([0, 0, 1, 0, 0, 0, 0, 1])])
      images.append(try convolution(y, filters: number(2...5), kernel: 3, stride: 2))
    }
  }

  mutating func addPerChannel(_ x: ValueID) throws(GraphError) {
    let constant = weights([shape(x)[1], 1, 1], fanIn: 1)
    let operation: any Operation = choice([Add(), Mul(), Sub()])
    images.append(try node(operation, chance(0.7) ? [x, constant] : [constant, x]))
  }

  mutating func addTransposed(_ x: ValueID) throws(GraphError) {
    guard shape(x)[2] < 8 else { return }
    let channels = shape(x)[1]
    images.append(
      try node(
        ConvTranspose(window: SlidingWindow(strides: [1, 1])),
        [x, weights([channels, number(2...4), 2, 2], fanIn: channels * 4)]))
  }

  mutating func addHead(_ x: ValueID) throws(GraphError) {
    let flat = chance(0.5) ? try node(Flatten(), [x]) : try pooledVector(x)
    let depth = shape(flat)[1]
    let hidden = number(3...7)
    let isTransposed = chance(0.5)
    let b = weights(isTransposed ? [hidden, depth] : [depth, hidden], fanIn: depth)
    let c: [ValueID?] = chance(0.5) ? [weights([hidden], fanIn: 1)] : []
    let first = try node(
      Gemm(alpha: 0.5, beta: 2, transposesB: isTransposed), [flat, b] + c)
    let y = try node(
      MatMul(), [try activationOfVector(first), weights([hidden, 3], fanIn: hidden)])
    graph.addOutput("y\(graph.outputs.count)", y)
  }

  private mutating func pooledVector(_ x: ValueID) throws(GraphError) -> ValueID {
    let pooled = try node(GlobalAveragePool(), [x])
    return try node(Reshape(), [pooled, integers([shape(x)[0], -1])])
  }

  private mutating func activationOfVector(_ x: ValueID) throws(GraphError) -> ValueID {
    let operations: [any Operation] = [ReLU(), Sigmoid(), Tanh()]
    return try node(choice(operations), [x])
  }
}

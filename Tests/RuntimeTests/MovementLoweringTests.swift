// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Operators that move elements, against reference evaluation: the same bits.
@Suite struct MovementLoweringTests {
  /// One type of each width.
  private static let types: [ElementType] = [.float32, .uint8, .float16, .int64, .bool, .float64]

  @Test(arguments: Array(0..<80) as [UInt64])
  func `a slice equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 1...(seed % 10 == 0 ? 70 : 7))
    let axes = shape.indices.filter { _ in generator.isTrue() }
    func bounds() -> Tensor { Tensor(integers: axes.map { _ in generator.number(-9...9) }) }
    let steps = axes.map { _ in generator.choice([1, 1, 2, 3, -1, -2, Int.min, Int.max]) }
    try LoweringExample(
      Slice(),
      [
        generator.tensor(generator.choice(Self.types), shape), bounds(), bounds(),
        Tensor(integers: axes.map { generator.isTrue() ? $0 : $0 - shape.count }),
        Tensor(integers: steps),
      ], constants: [1, 2, 3, 4]
    ).check()
  }

  @Test(arguments: Array(0..<40) as [UInt64], [false, true])
  func `a split equals the reference`(seed: UInt64, hasSizes: Bool) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 4...9)
    let axis = generator.number(-shape.count...shape.count - 1)
    let extent = shape[axis < 0 ? axis + shape.count : axis]
    let count = generator.number(1...2)
    let first = generator.number(0...extent)
    let sizes = Tensor(integers: count == 1 ? [extent] : [first, extent - first])
    try LoweringExample(
      Split(axis: axis, partCount: count),
      [generator.tensor(generator.choice(Self.types), shape), hasSizes ? sizes : nil],
      constants: [1], outputCount: count
    ).check()
  }

  @Test(arguments: Array(0..<40) as [UInt64], Pad.Mode.allCases)
  func `a padding equals the reference`(seed: UInt64, mode: Pad.Mode) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 3...6)
    let type = generator.choice(Self.types)
    let axes = shape.indices.filter { _ in generator.number(0...2) > 0 }
    let pads = (0..<2 * axes.count).map { _ in generator.number(-1...4) }
    try LoweringExample(
      Pad(mode: mode),
      [
        generator.tensor(type, shape), Tensor(integers: pads),
        generator.isTrue() ? generator.tensor(type, []) : nil, Tensor(integers: axes),
      ], constants: seed % 3 == 0 ? [1, 3] : [1, 2, 3]
    ).check()
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func `an expansion equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let target = generator.shape(rank: 1...5, extent: 1...5)
    let rank = generator.number(0...target.count)
    let shape = target.suffix(rank).map { generator.isTrue() ? 1 : $0 }
    try LoweringExample(
      Expand(), [generator.tensor(generator.choice(Self.types), shape), Tensor(integers: target)],
      constants: [1]
    ).check()
  }

  @Test(
    arguments: [[], [0], [1], [3, 0, 2], [4, 5, 6], [1, 4095], [2, 4096], [70, 1111]], types)
  func `a filled tensor equals the reference`(shape: [Int], type: ElementType) throws {
    var generator = SeededGenerator(seed: UInt64(shape.count))
    try LoweringExample(
      ConstantOfShape(value: generator.tensor(type, [1])), [Tensor(integers: shape)],
      constants: [0]
    ).check()
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func `a tiling equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 1...5)
    let repeats = shape.map { _ in generator.number(seed % 7 == 0 ? 0...3 : 1...3) }
    try LoweringExample(
      Tile(), [generator.tensor(generator.choice(Self.types), shape), Tensor(integers: repeats)],
      constants: [1]
    ).check()
  }

  @Test(arguments: Array(0..<10) as [UInt64])
  func `moves between depth and space equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (block, n, c) = (generator.number(1...3), generator.number(1...2), generator.number(1...3))
    let (h, w) = (generator.number(1...5), generator.number(1...5))
    let type = generator.choice(Self.types)
    let deep = generator.tensor(type, [n, c * block * block, h, w])
    for mode in DepthToSpace.Mode.allCases {
      try LoweringExample(DepthToSpace(blockSize: block, mode: mode), [deep]).check()
    }
    let wide = generator.tensor(type, [n, c, h * block, w * block])
    try LoweringExample(SpaceToDepth(blockSize: block), [wide]).check()
  }

  @Test(arguments: Array(0..<60) as [UInt64])
  func `gathers equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 1...6)
    let x = generator.tensor(generator.choice(Self.types), shape)
    let axis = generator.number(-shape.count...shape.count - 1)
    let counted = axis < 0 ? axis + shape.count : axis
    let range = -shape[counted]...shape[counted] - 1
    let type: ElementType = generator.choice([.int64, .int32])
    let constants: Set<Int> = generator.isTrue() ? [1] : []
    let indices = generator.integers(generator.shape(rank: 0...2), in: range, dtype: type)
    try LoweringExample(Gather(axis: axis), [x, indices], constants: constants).check()
    var picked = shape.map { generator.number(1...$0) }
    picked[counted] = generator.number(1...7)
    try LoweringExample(
      GatherElements(axis: axis), [x, generator.integers(picked, in: range, dtype: type)],
      constants: constants
    ).check()
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func `gathers by tuples equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 2...4, extent: 2...5)
    let batchAxes = generator.number(0...1)
    let depth = generator.number(1...shape.count - batchAxes)
    let outer = Array(shape[..<batchAxes]) + generator.shape(rank: 1...2, extent: 1...4)
    let tuples = outer.reduce(1, *)
    let indices = (0..<tuples).flatMap { _ in
      (0..<depth).map { axis in
        let extent = shape[batchAxes + axis]
        return Int64(generator.number(-extent...extent - 1))
      }
    }
    try LoweringExample(
      GatherND(batchAxes: batchAxes),
      [
        generator.tensor(generator.choice(Self.types), shape),
        Tensor(indices, shape: outer + [depth]),
      ]
    ).check()
  }

  @Test func `an index out of range throws what the reference throws`() throws {
    let x = Tensor([1, 2, 3] as [Float])
    let (session, _) = try LoweringExample(Gather(), [x, Tensor(integers: [0])]).session(threads: 1)
    let expected = GraphError(
      .indexOutOfRange, node: "Gather node \"node\"", "index 3 is outside an axis of 3")
    let bad: [RuntimeValue?] = [.tensor(x), .tensor(Tensor(integers: [3]))]
    #expect(throws: expected) { try session.run(bad) }
    let good: [RuntimeValue?] = [.tensor(x), .tensor(Tensor(integers: [-1]))]
    #expect(try session.run(good)[0].tensor == Tensor([3] as [Float]))
  }

  @Test(arguments: Array(0..<60) as [UInt64])
  func `a selection equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let target = generator.shape(rank: 1...4, extent: 1...5)
    func part() -> [Int] {
      target.suffix(generator.number(0...target.count)).map { generator.number(0...2) > 0 ? $0 : 1 }
    }
    let type = generator.choice(Self.types)
    try LoweringExample(
      Where(),
      [
        generator.tensor(.bool, part()), generator.tensor(type, part()),
        generator.tensor(type, target),
      ]
    ).check()
  }

  @Test func `an identity is no step`() throws {
    var graph = Graph(name: "identity")
    let x = graph.addInput("x", .tensor(.float32, [2, 3]))
    let y = try graph.addNode(Identity(), inputs: [x])[0]
    let z = try graph.addNode(ReLU(), inputs: [y])[0]
    graph.addOutput("y", try #require(y))
    graph.addOutput("z", try #require(z))
    let input = Tensor([-1, 2, -3, 4, 5, 6] as [Float], shape: [2, 3])
    let session = Session(graph)
    #expect(try session.run([.tensor(input)]) == (try graph.evaluate([.tensor(input)])))
    #expect(session.lastPlan?.stepInfos.map(\.opType) == ["Relu"])
  }
}

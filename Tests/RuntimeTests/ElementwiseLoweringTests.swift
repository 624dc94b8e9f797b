// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Elementwise operators, against reference evaluation.
@Suite struct ElementwiseLoweringTests {
  /// A few roundings of single precision.
  private static let relative = 2e-6
  private static let integers: [ElementType] = [
    .int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8,
  ]

  /// Three shapes that broadcast, the last one to all of it.
  private static func shapes(_ generator: inout SeededGenerator) -> [[Int]] {
    let target = generator.shape(rank: 1...4, extent: 1...6)
    var shapes: [[Int]] = []
    for _ in 0..<2 {
      let rank = generator.number(0...target.count)
      shapes.append(target.suffix(rank).map { generator.number(0...2) > 0 ? $0 : 1 })
    }
    return shapes + [target]
  }

  @Test(arguments: Array(0..<30) as [UInt64])
  func `folds of several tensors equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shapes = Self.shapes(&generator).shuffled(using: &generator)
    let floats = shapes.map { generator.normalTensor($0) }
    for operation in [Max(), Min(), Sum(), Mean()] as [any Operation] {
      // Sums of numbers near 1 may cancel.
      try LoweringExample(operation, floats).check(absolute: 1e-6, relative: Self.relative)
    }
    let type = generator.choice(Self.integers)
    let numbers = shapes.map { generator.integers($0, in: 0...100, dtype: type) }
    try LoweringExample(Max(), numbers).check()
    try LoweringExample(Min(), numbers).check()
  }

  @Test(arguments: Array(0..<30) as [UInt64])
  func `arithmetic of integers equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shapes = Self.shapes(&generator).shuffled(using: &generator)
    let type = Self.integers[Int(seed) % Self.integers.count]
    let a = generator.integers(shapes[0], in: -200...200, dtype: type)
    let b = generator.integers(shapes[1], in: 1...100, dtype: type)
    for operation in [Add(), Sub(), Mul(), Div()] as [any Operation] {
      try LoweringExample(operation, [a, b]).check()
    }
    let least = Tensor(int64s: [type.integerRange?.lowerBound ?? 0], dtype: type, shape: [1])
    let minusOne = Tensor(int64s: [-1], dtype: type, shape: [1])
    try LoweringExample(Div(), [least, minusOne]).check()
  }

  @Test func `a zero divisor throws what the reference throws`() throws {
    let example = LoweringExample(
      Div(), [Tensor([7, 8] as [Int32]), Tensor([1, 0] as [Int32])])
    let (session, inputs) = try example.session(threads: 2)
    let expected = GraphError(
      .indexOutOfRange, node: "Div node \"node\"", "divides the integer 8 by zero")
    #expect(throws: expected) { try session.run(inputs) }
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func `comparisons and logic equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shapes = Self.shapes(&generator).shuffled(using: &generator)
    let type = generator.choice(Self.integers + [.float32, .float64])
    let operands = shapes.prefix(2).map { shape in
      var values = generator.integers(shape, in: 0...3).doubles()
      if type.isFloatingPoint, !values.isEmpty { values[0] = .nan }
      return Tensor(doubles: values, dtype: type, shape: shape)
    }
    let relations: [any Operation] = [
      Equal(), Less(), LessOrEqual(), Greater(), GreaterOrEqual(),
    ]
    for operation in relations { try LoweringExample(operation, operands).check() }
    // A file may hold truth values other than 0 and 1.
    let truths = shapes.prefix(2).map { shape in
      Tensor(
        dtype: .bool, shape: shape,
        bytes: generator.integers(shape, in: 0...2).int64s().map(UInt8.init))
    }
    for operation in [And(), Or(), Xor(), Equal()] as [any Operation] {
      try LoweringExample(operation, truths).check()
    }
    try LoweringExample(Not(), [truths[0]]).check()
  }

  @Test func `a clip takes its bounds while it runs`() throws {
    var generator = SeededGenerator(seed: 1)
    let x = generator.normalTensor([3, 7])
    for low in [nil, Tensor(scalar: Float(-0.5))] {
      for high in [nil, Tensor(scalar: Float(0.25))] {
        try LoweringExample(Clip(), [x, low, high]).check()
        try LoweringExample(Clip(), [x, low, high], constants: [1, 2]).check()
      }
    }
  }

  @Test(arguments: Array(0..<20) as [UInt64])
  func `a power equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shapes = Self.shapes(&generator)
    let x = Tensor(
      doubles: generator.normalTensor(shapes[2]).doubles().map(abs), dtype: .float32,
      shape: shapes[2])
    try LoweringExample(Pow(), [x, generator.normalTensor(shapes[0])]).check(
      relative: Self.relative)
    for exponent in [2, 3, 0.5, -1] as [Float] {
      try LoweringExample(Pow(), [x, Tensor(scalar: exponent)], constants: [1]).check(
        relative: Self.relative)
    }
  }

  @Test func `functions without vector code equal the reference`() throws {
    var generator = SeededGenerator(seed: 2)
    let x = generator.normalTensor([5, 301], scale: 0.4)
    let operations: [any Operation] = [
      Sin(), Cos(), Tan(), Asin(), Acos(), Atan(), Sinh(), Cosh(), Asinh(), Atanh(), Sign(),
    ]
    for operation in operations { try LoweringExample(operation, [x]).check(relative: 1e-7) }
    try LoweringExample(Acosh(), [generator.normalTensor([99])]).check(relative: 1e-7)
  }

  @Test func `activations equal the reference`() throws {
    var generator = SeededGenerator(seed: 3)
    let x = generator.normalTensor([3, 5, 67], scale: 3)
    let operations: [any Operation] = [
      Gelu(), Gelu(isApproximate: true), Swish(), Selu(), Celu(alpha: 0.7), ThresholdedReLU(),
    ]
    for operation in operations {
      try LoweringExample(operation, [x]).check(absolute: 1e-6, relative: 4e-6)
    }
  }

  private static let castTypes: [ElementType] =
    integers + [.bool, .float16, .bfloat16, .float32, .float64]

  @Test(arguments: castTypes, castTypes)
  func `a cast equals the reference`(source: ElementType, target: ElementType) throws {
    var numbers = (0..<301).map { Double($0 * $0 % 1013) / 3 - 120 }
    numbers += [0, -0.0, 0.5, -0.5, 65504, 1e6, -1e6, 3e9, -3e9, 1e19, -1e19, 2e38, 254.9, 255.5]
    if source.isFloatingPoint { numbers += [.nan, .infinity, -.infinity] }
    let x = Tensor(doubles: numbers, dtype: source, shape: [numbers.count])
    let expected = try evaluate(Cast(to: target), [x])
    let (session, inputs) = try LoweringExample(Cast(to: target), [x]).session(threads: 2)
    let actual = try #require(try session.run(inputs)[0].tensor)
    expectClose(actual, expected, absolute: 0)
    #expect(session.lastPlan?.stepInfos.map(\.algorithm).contains("reference") == false)
  }

  @Test func `every half-precision number survives conversion`() throws {
    let all = (0...UInt16.max).map { Float16(bitPattern: $0) }
    let halves = Tensor(doubles: all.map(Double.init), dtype: .float16, shape: [all.count])
    try LoweringExample(Cast(to: .float32), [halves]).check(absolute: 1e-300)
    // The numbers themselves, the middles between them, and their neighbours.
    let finite = Set(all.filter(\.isFinite).map(Float.init)).sorted()
    var floats: [Float] = [65519.9, 65520, 65536, -65520, 1e-8, -3e-8, .infinity, .nan]
    for (low, high) in zip(finite, finite.dropFirst()) {
      let middle = (low + high) / 2
      floats += [low, middle.nextDown, middle, middle.nextUp]
    }
    try LoweringExample(Cast(to: .float16), [Tensor(floats)]).check(absolute: 1e-300)
  }
}

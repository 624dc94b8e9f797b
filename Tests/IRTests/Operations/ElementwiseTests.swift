// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Functions are computed in `Double`; only the rounding of the result to `float32` remains.
private let rounding = 1e-6

private let infinity = Float.infinity

@Suite struct UnaryOperationTests {
  static let functions: [(any Operation, [Float], [Float])] = [
    (Abs(), [-2, -0.0, 3, -infinity], [2, 0, 3, infinity]),
    (Acos(), [1, 0, -1, 2], [0, 1.5707964, 3.1415927, .nan]),
    (Acosh(), [1, 2, 0], [0, 1.316958, .nan]),
    (Asin(), [0, 1, -1, 2], [0, 1.5707964, -1.5707964, .nan]),
    (Asinh(), [0, 1, -2], [0, 0.88137358, -1.4436355]),
    (Atan(), [0, 1, -infinity], [0, 0.78539816, -1.5707964]),
    (Atanh(), [0, 0.5, 1, 2], [0, 0.54930614, infinity, .nan]),
    (Ceil(), [-1.5, 0.2, 2], [-1, 1, 2]),
    (Celu(alpha: 2), [-1, 0, 3], [-0.78693868, 0, 3]),
    (Cos(), [0, 1], [1, 0.54030231]),
    (Cosh(), [0, 1], [1, 1.5430806]),
    (Elu(alpha: 2), [-1, 0, 3, .nan], [-1.2642411, 0, 3, .nan]),
    (Erf(), [0, 1, -infinity], [0, 0.84270079, -1]),
    (Exp(), [0, 1, -infinity], [1, 2.7182818, 0]),
    (Floor(), [-1.5, 0.2, 2], [-2, 0, 2]),
    (Gelu(), [-1, 0, 1], [-0.15865525, 0, 0.84134475]),
    (Gelu(isApproximate: true), [-1, 0, 1], [-0.158808, 0, 0.841192]),
    (HardSigmoid(), [-3, 0, 1, 3, .nan], [0, 0.5, 0.7, 1, .nan]),
    (HardSwish(), [-4, -1, 0, 1, 4], [0, -0.33333333, 0, 0.66666667, 4]),
    (LeakyReLU(alpha: 0.5), [-2, 0, 3], [-1, 0, 3]),
    (Log(), [1, 0, -1, infinity], [0, -infinity, .nan, infinity]),
    (Mish(), [-1, 0, 1], [-0.30340146, 0, 0.86509839]),
    (Neg(), [1, -infinity], [-1, infinity]),
    (Reciprocal(), [2, 0, -infinity], [0.5, infinity, 0]),
    (Round(), [0.5, 1.5, 2.5, -0.5, -1.5], [0, 2, 2, 0, -2]),
    (Selu(), [-1, 0, 1], [-1.1113307, 0, 1.050701]),
    (Shrink(bias: 1, lambda: 1.5), [-2, -1, 0, 1.5, 3, .nan], [-1, 0, 0, 0, 2, .nan]),
    (Sigmoid(), [0, 1, -1000, 1000], [0.5, 0.73105858, 0, 1]),
    (Sign(), [-3, 0, 0.1, .nan], [-1, 0, 1, .nan]),
    (Sin(), [0, 1], [0, 0.84147098]),
    (Sinh(), [0, 1], [0, 1.1752012]),
    (Softplus(), [0, 1, -1000, 1000], [0.69314718, 1.3132617, 0, 1000]),
    (Softsign(), [-1, 0, 3], [-0.5, 0, 0.75]),
    (Sqrt(), [4, 2, -1], [2, 1.4142136, .nan]),
    (Swish(alpha: 2), [-1, 0, 1], [-0.11920292, 0, 0.88079708]),
    (Tan(), [0, 1], [0, 1.5574077]),
    (Tanh(), [0, 1, infinity], [0, 0.76159416, 1]),
    (ThresholdedReLU(alpha: 2), [-1, 2, 3, .nan], [0, 0, 3, .nan]),
  ]

  @Test(arguments: functions.indices)
  func `values are those of the definition`(_ index: Int) throws {
    let (operation, x, expected) = Self.functions[index]
    let y = try evaluate(operation, [Tensor(x)])
    expectClose(y, Tensor(expected), absolute: rounding, relative: rounding)
  }

  @Test(arguments: functions.indices)
  func `dynamic dimensions pass through, and strings are refused`(_ index: Int) throws {
    let operation = Self.functions[index].0
    let x = ValueType.tensor(.float32, dimensions: [.symbolic("N"), .unknown, .fixed(3)])
    #expect(try operation.outputTypes(OperandTypes([x])) == [x])
    let text = OperandTypes([.tensor(.string, [1])])
    let error = #expect(throws: GraphError.self) { try operation.outputTypes(text) }
    #expect(error?.code == .typeMismatch)
    let none = #expect(throws: GraphError.self) { try operation.outputTypes(OperandTypes([])) }
    #expect(none?.code == .missingInput)
  }

  @Test func `halves of float16 and bfloat16 are rounded once`() throws {
    let half = try evaluate(Sqrt(), [Tensor([2, 3] as [Float16])])
    #expect(half == Tensor([Float16(2.0.squareRoot()), Float16(3.0.squareRoot())]))
    let brain = try evaluate(Exp(), [Tensor([BFloat16(1)])])
    #expect(brain == Tensor([BFloat16(2.7182817)]))
  }

  @Test func `integers wrap around, and the largest uint64 is positive`() throws {
    #expect(try evaluate(Abs(), [Tensor([Int8.min, -3, 4])]) == Tensor([Int8.min, 3, 4]))
    #expect(try evaluate(Neg(), [Tensor([Int64.min, 5])]) == Tensor([Int64.min, -5]))
    #expect(try evaluate(Sign(), [Tensor([UInt64.max, 0])]) == Tensor([1, 0] as [UInt64]))
    #expect(
      try evaluate(BitwiseNot(), [Tensor([0, 5] as [UInt8])]) == Tensor([255, 250] as [UInt8]))
    #expect(try evaluate(Erf(), [Tensor([0, 9] as [Int32])]) == Tensor([0, 1] as [Int32]))
    #expect(try evaluate(Shrink(), [Tensor([-2, 0] as [Int8])]) == Tensor([-2, 0] as [Int8]))
  }

  @Test func `truth values other than 0 and 1 are true`() throws {
    let x = Tensor(dtype: .bool, shape: [3], bytes: [0, 1, 7])
    #expect(try evaluate(Not(), [x]) == Tensor([true, false, false]))
    #expect(try evaluate(Xor(), [x, Tensor([true])]) == Tensor([true, false, false]))
    #expect(try evaluate(Equal(), [x, Tensor([true])]) == Tensor([false, true, true]))
  }

  @Test func `NaN and infinities are told apart`() throws {
    let x = Tensor([1, .nan, infinity, -infinity] as [Float])
    #expect(try evaluate(IsNaN(), [x]) == Tensor([false, true, false, false]))
    #expect(try evaluate(IsInf(), [x]) == Tensor([false, false, true, true]))
    let positive = IsInf(detectsNegative: false)
    #expect(try evaluate(positive, [x]) == Tensor([false, false, true, false]))
    let error = #expect(throws: GraphError.self) { try evaluate(IsNaN(), [Tensor([1 as Int32])]) }
    #expect(error?.code == .typeMismatch)
  }

  @Test func `sequences and optionals pass through Identity`() throws {
    let value = RuntimeValue.sequence(.float32, [Tensor([1 as Float]), Tensor([2, 3] as [Float])])
    let optional = RuntimeValue.optional(.tensor(.int8, []), nil)
    for value in [value, optional] {
      let result = try Identity().checkedEvaluate(Operands([value]), in: EvaluationContext())
      #expect(result == [value])
    }
    #expect(throws: GraphError.self) { try Identity().outputTypes(OperandTypes([nil])) }
  }
}

@Suite struct BinaryOperationTests {
  static let functions: [(any Operation, [Float], [Float], [Float])] = [
    (Add(), [1, infinity], [2, -infinity], [3, .nan]),
    (Sub(), [1, 5], [2, -1], [-1, 6]),
    (Mul(), [3, 0], [2, infinity], [6, .nan]),
    (Div(), [1, 1, 0], [2, 0, 0], [0.5, infinity, .nan]),
    (Mod(followsDividend: true), [-5, 5], [3, -3], [-2, 2]),
    (Pow(), [2, 4, -1], [3, 0.5, 0.5], [8, 2, .nan]),
    (PReLU(), [-2, 3], [0.5, 0.5], [-1, 3]),
    (Max(), [1, .nan, 2], [3, 1, .nan], [3, .nan, .nan]),
    (Min(), [1, .nan, 2], [3, 1, .nan], [1, .nan, .nan]),
    (Sum(), [1, 2], [3, 4], [4, 6]),
    (Mean(), [1, 2], [3, 4], [2, 3]),
  ]

  @Test(arguments: functions.indices)
  func `values are those of the definition`(_ index: Int) throws {
    let (operation, a, b, expected) = Self.functions[index]
    let c = try evaluate(operation, [Tensor(a), Tensor(b)])
    expectClose(c, Tensor(expected), absolute: rounding)
  }

  static let integers: [(any Operation, [Int32], [Int32], [Int32])] = [
    (Add(), [.max, 1], [1, 2], [.min, 3]),
    (Sub(), [.min, 1], [1, 2], [.max, -1]),
    (Mul(), [.max, 3], [2, -4], [-2, -12]),
    (Div(), [.min, -7, 7], [-1, 2, -2], [.min, -3, -3]),
    (Mod(), [.min, -7, 7, 6], [-1, 3, -3, 3], [0, 2, -2, 0]),
    (Mod(followsDividend: true), [-7, 7], [3, -3], [-1, 1]),
    (Pow(), [3, 2, 2, -1, 5], [4, 31, -1, -3, 0], [81, .min, 0, -1, 1]),
    (Max(), [-1, 4], [3, -5], [3, 4]),
    (Min(), [-1, 4], [3, -5], [-1, -5]),
    (PReLU(), [-2, 3], [5, 5], [-10, 3]),
    (BitwiseAnd(), [12, -1], [10, 7], [8, 7]),
    (BitwiseOr(), [12, 0], [10, 7], [14, 7]),
    (BitwiseXor(), [12, -1], [10, 0], [6, -1]),
  ]

  @Test(arguments: integers.indices)
  func `integers wrap around and truncate`(_ index: Int) throws {
    let (operation, a, b, expected) = Self.integers[index]
    #expect(try evaluate(operation, [Tensor(a), Tensor(b)]) == Tensor(expected))
  }

  @Test func `the upper half of uint64 is not negative`() throws {
    let (a, b) = (Tensor([UInt64.max, 1]), Tensor([2, 3] as [UInt64]))
    #expect(try evaluate(Div(), [a, b]) == Tensor([UInt64.max / 2, 0]))
    #expect(try evaluate(Max(), [a, b]) == Tensor([UInt64.max, 3]))
    #expect(try evaluate(Greater(), [a, b]) == Tensor([true, false]))
    #expect(try evaluate(Mod(), [a, b]) == Tensor([1, 1] as [UInt64]))
  }

  @Test(arguments: [Div() as any Operation, Mod()])
  func `an integer divided by zero is an error`(_ operation: any Operation) {
    for dtype in [ElementType.int8, .int32, .int64, .uint8, .uint64] {
      let one = Tensor(int64s: [1], dtype: dtype, shape: [1])
      let zero = Tensor(int64s: [0], dtype: dtype, shape: [1])
      let expected = GraphError(.indexOutOfRange, "divides the integer 1 by zero")
      #expect(throws: expected) { try evaluate(operation, [one, zero]) }
    }
  }

  @Test func `the remainder of floating-point numbers must follow the dividend`() {
    let x = ValueType.tensor(.float32, [1])
    let error = #expect(throws: GraphError.self) { try Mod().outputTypes(OperandTypes([x, x])) }
    #expect(error?.code == .invalidAttribute)
  }

  @Test func `shifts by the width or more give zero`() throws {
    let x = Tensor([1, 255, 255] as [UInt8])
    let left = BitShift(direction: .left)
    #expect(
      try evaluate(left, [x, Tensor([1, 4, 8] as [UInt8])]) == Tensor([2, 240, 0] as [UInt8]))
    let right = BitShift(direction: .right)
    let wide = Tensor([UInt64.max, 8])
    #expect(
      try evaluate(right, [wide, Tensor([64, 2] as [UInt64])]) == Tensor([0, 2] as [UInt64]))
    #expect(throws: GraphError.self) {
      try left.outputTypes(OperandTypes([.tensor(.int8, [1]), .tensor(.int8, [1])]))
    }
  }

  @Test func `comparisons with NaN are false`() throws {
    let (a, b) = (Tensor([1, 2, .nan, 3] as [Float]), Tensor([1, 3, 1, 2] as [Float]))
    #expect(try evaluate(Equal(), [a, b]) == Tensor([true, false, false, false]))
    #expect(try evaluate(Less(), [a, b]) == Tensor([false, true, false, false]))
    #expect(try evaluate(LessOrEqual(), [a, b]) == Tensor([true, true, false, false]))
    #expect(try evaluate(Greater(), [a, b]) == Tensor([false, false, false, true]))
    #expect(try evaluate(GreaterOrEqual(), [a, b]) == Tensor([true, false, false, true]))
  }

  @Test func `strings are equal by their bytes`() throws {
    let a = Tensor(strings: ["a", "\u{E9}"], shape: [2, 1])
    let b = Tensor(strings: ["a", "e\u{301}"], shape: [2])
    let expected = Tensor([true, false, false, false], shape: [2, 2])
    #expect(try evaluate(Equal(), [a, b]) == expected)
  }

  @Test func `truth tables hold`() throws {
    let (a, b) = (Tensor([false, false, true, true]), Tensor([false, true, false, true]))
    #expect(try evaluate(And(), [a, b]) == Tensor([false, false, false, true]))
    #expect(try evaluate(Or(), [a, b]) == Tensor([false, true, true, true]))
    #expect(try evaluate(Xor(), [a, b]) == Tensor([false, true, true, false]))
  }

  /// Shapes that merge into one run, split into several, stand still and are empty.
  @Test(
    arguments: [
      ([2, 3, 4], [2, 3, 4]), ([2, 3, 4], [4]), ([2, 3, 4], [3, 1]), ([2, 1, 4], [3, 1]),
      ([2, 3, 4], []), ([1], [5, 1, 2]), ([2, 3, 1, 5], [2, 1, 4, 1]), ([0, 3], [1, 1]),
      ([2, 1, 3, 1], [2, 1, 3, 1]), ([3, 0], [3, 1]),
    ])
  func `broadcasting pairs elements as its indices say`(_ left: [Int], _ right: [Int]) throws {
    var generator = SeededGenerator(seed: 7)
    let (a, b) = (generator.normalTensor(left), generator.normalTensor(right))
    let shape = try #require(ShapeMath.broadcast([left, right]))
    let pairs = zip(
      ShapeMath.broadcastIndices(from: left, to: shape),
      ShapeMath.broadcastIndices(from: right, to: shape))
    let (x, y) = (a.array(of: Float.self), b.array(of: Float.self))
    let expected = Tensor(pairs.map { x[$0] - y[$1] }, shape: shape)
    #expect(try evaluate(Sub(), [a, b]) == expected)
    let condition = try evaluate(Less(), [a, b])
    let smaller = Tensor(
      zip(
        expected.array(of: Float.self),
        zip(
          ShapeMath.broadcastIndices(from: left, to: shape),
          ShapeMath.broadcastIndices(from: right, to: shape)
        )
      ).map { $0 < 0 ? x[$1.0] : y[$1.1] }, shape: shape)
    #expect(try evaluate(Where(), [condition, a, b]) == smaller)
  }

  @Test func `dynamic dimensions broadcast as far as they are known`() throws {
    let a = ValueType.tensor(
      .float32, dimensions: [.symbolic("N"), .fixed(1), .symbolic("H"), .unknown])
    let b = ValueType.tensor(.float32, dimensions: [.fixed(3), .symbolic("H"), .fixed(1)])
    let expected = ValueType.tensor(
      .float32, dimensions: [.symbolic("N"), .fixed(3), .symbolic("H"), .unknown])
    #expect(try Add().outputTypes(OperandTypes([a, b])) == [expected])
    let unknown = ValueType.tensor(.float32, dimensions: nil)
    #expect(try Add().outputTypes(OperandTypes([a, unknown])) == [unknown])
    let other = ValueType.tensor(.float32, dimensions: [.symbolic("M"), .fixed(5)])
    let mixed = ValueType.tensor(
      .float32, dimensions: [.symbolic("N"), .fixed(1), .unknown, .fixed(5)])
    #expect(try Add().outputTypes(OperandTypes([a, other])) == [mixed])
  }

  @Test func `shapes and types that do not fit are refused`() {
    let a = ValueType.tensor(.float32, [2, 3])
    #expect(
      throws: GraphError(
        .shapeMismatch, "extents 3 and 4 do not broadcast in float32[2, 3], float32[4]")
    ) { try Add().outputTypes(OperandTypes([a, .tensor(.float32, [4])])) }
    #expect(
      throws: GraphError(.typeMismatch, "input 1 is int32, expected float32 as of input 0")
    ) { try Add().outputTypes(OperandTypes([a, .tensor(.int32, [3])])) }
    #expect(throws: GraphError.self) {
      try PReLU().outputTypes(OperandTypes([.tensor(.float32, [3]), a]))
    }
    #expect(throws: GraphError.self) { try Sum().outputTypes(OperandTypes([])) }
  }

  @Test func `a broadcast larger than the limits is refused before it is allocated`() {
    let a = Tensor(zeros: .uint8, shape: [1 << 20, 1])
    let b = Tensor(zeros: .uint8, shape: [1, 1 << 20])
    let error = #expect(throws: GraphError.self) { try evaluate(Add(), [a, b]) }
    #expect(error?.code == .limitExceeded)
  }

  @Test func `many inputs are summed before rounding`() throws {
    let inputs = [1, 0x1p-24, 0x1p-24].map { Tensor(scalar: Float($0)) }
    #expect(try evaluate(Sum(), inputs) == Tensor(scalar: Float(1 + 0x1p-23)))
    #expect(try evaluate(Max(), [Tensor([1 as Float])]) == Tensor([1 as Float]))
  }
}

@Suite struct ClipTests {
  @Test func `numbers are limited, and NaN stays`() throws {
    let x = Tensor([-3, 0, 3, .nan] as [Float])
    let (low, high) = (Tensor(scalar: -1 as Float), Tensor([2 as Float]))
    expectClose(
      try evaluate(Clip(), [x, low, high]), Tensor([-1, 0, 2, .nan] as [Float]), absolute: 0)
    expectClose(
      try evaluate(Clip(), [x, nil, high]), Tensor([-3, 0, 2, .nan] as [Float]), absolute: 0)
    #expect(try evaluate(Clip(), [x]) == x)
  }

  @Test func `crossed bounds give the upper one`() throws {
    let (low, high) = (Tensor(scalar: 5 as UInt64), Tensor(scalar: 2 as UInt64))
    #expect(try evaluate(Clip(), [Tensor([UInt64.max]), low, high]) == Tensor([2 as UInt64]))
  }

  @Test func `bounds of another type or size are refused`() {
    let x = ValueType.tensor(.float32, [4])
    #expect(throws: GraphError(.typeMismatch, "input 1 is int32, expected float32 as of input 0")) {
      try Clip().outputTypes(OperandTypes([x, .tensor(.int32, [])]))
    }
    #expect(throws: GraphError(.shapeMismatch, "input 2 must be one number, got float32[2]")) {
      try Clip().outputTypes(OperandTypes([x, nil, .tensor(.float32, [2])]))
    }
  }
}

@Suite struct WhereTests {
  @Test(arguments: [ElementType.float64, .int32, .float16, .uint8, .bool])
  func `elements of any width are chosen`(_ dtype: ElementType) throws {
    let a = Tensor(int64s: [1, 0], dtype: dtype, shape: [2])
    let b = Tensor(int64s: [0, 1], dtype: dtype, shape: [2])
    let y = try evaluate(Where(), [Tensor([true, false]), a, b])
    #expect(y == Tensor(int64s: [1, 1], dtype: dtype, shape: [2]))
  }

  @Test func `strings are chosen with broadcasting`() throws {
    let condition = Tensor([true, false], shape: [2, 1])
    let a = Tensor(strings: ["a"], shape: [])
    let b = Tensor(strings: ["b", "c"], shape: [2])
    let y = try evaluate(Where(), [condition, a, b])
    #expect(y == Tensor(strings: ["a", "a", "b", "c"], shape: [2, 2]))
  }

  @Test func `branches of two types are refused`() {
    let error = #expect(throws: GraphError.self) {
      try Where().outputTypes(
        OperandTypes([.tensor(.bool, [1]), .tensor(.int8, [1]), .tensor(.uint8, [1])]))
    }
    #expect(error?.code == .typeMismatch)
  }
}

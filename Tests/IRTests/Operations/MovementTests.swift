// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// 0, 1, 2, … as float32.
private func iota(_ shape: [Int]) -> Tensor {
  Tensor((0..<shape.reduce(1, *)).map(Float.init), shape: shape)
}

private func ints(_ values: Int64...) -> Tensor { Tensor(values) }

@Suite struct MovementTests {
  /// An operator, its inputs, the expected shape and the expected first elements.
  struct Case: Sendable, CustomTestStringConvertible {
    let operation: any Operation
    let inputs: [Tensor?]
    let shape: [Int]
    let values: [Float]
    var testDescription: String { "\(operation)" }

    init(_ operation: any Operation, _ inputs: [Tensor?], _ shape: [Int], _ values: [Float]) {
      (self.operation, self.inputs, self.shape, self.values) = (operation, inputs, shape, values)
    }
  }

  static let cases: [Case] = [
    Case(Concat(axis: -1), [iota([2, 1]), iota([2, 2])], [2, 3], [0, 0, 1, 1, 2, 3]),
    Case(Concat(axis: 0), [iota([0, 2]), iota([1, 2])], [1, 2], [0, 1]),
    Case(Flatten(axis: 2), [iota([1, 2, 3])], [2, 3], [0, 1, 2, 3, 4, 5]),
    Case(Flatten(axis: 0), [iota([2, 2])], [1, 4], [0, 1, 2, 3]),
    Case(Flatten(axis: -1), [iota([2, 1, 2])], [2, 2], [0, 1, 2, 3]),
    Case(Reshape(), [iota([2, 3]), ints(0, -1, 1)], [2, 3, 1], [0, 1, 2, 3, 4, 5]),
    Case(Reshape(allowsZero: true), [iota([0, 3]), ints(3, 0)], [3, 0], []),
    Case(Reshape(), [iota([1]), Tensor([] as [Int64])], [], [0]),
    Case(Transpose(), [iota([2, 3])], [3, 2], [0, 3, 1, 4, 2, 5]),
    Case(Transpose(permutation: [1, 0, 2]), [iota([2, 2, 1])], [2, 2, 1], [0, 2, 1, 3]),
    Case(Squeeze(), [iota([1, 2, 1])], [2], [0, 1]),
    Case(Squeeze(), [iota([1, 2, 1]), ints(-1)], [1, 2], [0, 1]),
    Case(Unsqueeze(), [iota([2]), ints(-1, 0)], [1, 2, 1], [0, 1]),
    Case(Pad(), [iota([2]), ints(1, 2)], [5], [0, 0, 1, 0, 0]),
    Case(Pad(), [iota([3]), ints(-1, 1), Tensor(scalar: 9 as Float)], [3], [1, 2, 9]),
    Case(Pad(mode: .reflect), [iota([3]), ints(2, 3)], [8], [2, 1, 0, 1, 2, 1, 0, 1]),
    Case(Pad(mode: .edge), [iota([2]), ints(1, 2)], [5], [0, 0, 1, 1, 1]),
    Case(Pad(mode: .wrap), [iota([3]), ints(4, 1)], [8], [2, 0, 1, 2, 0, 1, 2, 0]),
    Case(
      Pad(), [iota([1, 2]), ints(1, 0), nil, ints(-1)], [1, 3], [0, 0, 1]),
    Case(Slice(), [iota([5]), ints(-1), ints(-100), ints(0), ints(-2)], [3], [4, 2, 0]),
    Case(Slice(), [iota([5]), ints(1), ints(.max)], [4], [1, 2, 3, 4]),
    Case(Slice(), [iota([5]), ints(4), ints(.min), ints(0), ints(.min)], [1], [4]),
    Case(Slice(), [iota([2, 3]), ints(3), ints(1), ints(1)], [2, 0], []),
    Case(
      Gather(axis: 1), [iota([2, 3]), Tensor([[-1, 0]].flatMap(\.self) as [Int32])], [2, 2],
      [2, 0, 5, 3]),
    Case(Gather(), [iota([3, 2]), Tensor(scalar: 2 as Int64)], [2], [4, 5]),
    Case(ConstantOfShape(value: Tensor([7] as [Float])), [ints(1, 3)], [1, 3], [7, 7, 7]),
    Case(
      Expand(), [iota([2, 1]), ints(3, 1, 2)], [3, 2, 2], [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]),
    Case(Tile(), [iota([1, 2]), ints(2, 2)], [2, 4], [0, 1, 0, 1, 0, 1, 0, 1]),
    Case(Tile(), [iota([2]), ints(0)], [0], []),
    Case(
      DepthToSpace(blockSize: 2), [iota([1, 8, 1, 1])], [1, 2, 2, 2], [0, 2, 4, 6, 1, 3, 5, 7]),
    Case(
      DepthToSpace(blockSize: 2, mode: .columnRowDepth), [iota([1, 8, 1, 1])], [1, 2, 2, 2],
      [0, 1, 2, 3, 4, 5, 6, 7]),
    Case(SpaceToDepth(blockSize: 2), [iota([1, 1, 2, 2])], [1, 4, 1, 1], [0, 1, 2, 3]),
    Case(
      Compress(axis: 1), [iota([2, 3]), Tensor([false, true])], [2, 1], [1, 4]),
    Case(Compress(), [iota([2, 2]), Tensor([true, false, true])], [2], [0, 2]),
    Case(Trilu(), [iota([2, 2])], [2, 2], [0, 1, 0, 3]),
    Case(
      Trilu(keepsUpper: false), [iota([2, 2]), Tensor(scalar: Int64.min)], [2, 2], [0, 0, 0, 0]),
    Case(
      ReverseSequence(batchAxis: 1, timeAxis: 0), [iota([3, 2]), ints(3, 2)], [3, 2],
      [4, 3, 2, 1, 0, 5]),
    Case(
      TensorScatter(axis: 1, mode: .circular),
      [iota([2, 3]), Tensor([8, 9] as [Float], shape: [2, 1]), ints(2, 0)],
      [2, 3], [0, 1, 8, 9, 4, 5]),
  ]

  @Test(arguments: cases)
  func `the output has the expected shape and elements`(_ item: Case) throws {
    let output = try evaluate(item.operation, item.inputs)
    #expect(output == Tensor(item.values, shape: item.shape))
  }

  /// Operators that only move elements, with a non-trivial move of a `[2, 3]` tensor each.
  static let moves: [Case] = [
    Case(Transpose(), [], [3, 2], [0, 3, 1, 4, 2, 5]),
    Case(Concat(axis: 0), [], [2, 3], [0, 1, 2, 3, 4, 5]),
    Case(Slice(), [ints(1), ints(3), ints(1)], [2, 2], [1, 2, 4, 5]),
    Case(Gather(axis: 1), [ints(2, 0)], [2, 2], [2, 0, 5, 3]),
    Case(Gather(axis: 0), [ints(1)], [1, 3], [3, 4, 5]),
    Case(Tile(), [ints(1, 2)], [2, 6], [0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5]),
    Case(Reshape(), [ints(3, 2)], [3, 2], [0, 1, 2, 3, 4, 5]),
    Case(ScatterND(), [Tensor([0] as [Int64], shape: [1, 1])], [2, 3], [3, 4, 5, 3, 4, 5]),
  ]

  @Test(arguments: moves, ElementType.allCases)
  func `elements of every type are moved bit for bit`(_ item: Case, dtype: ElementType) throws {
    func make(_ values: [Float], _ shape: [Int]) -> Tensor {
      dtype == .string
        ? Tensor(strings: values.map { "text \($0)" }, shape: shape)
        : Tensor(doubles: values.map(Double.init), dtype: dtype, shape: shape)
    }
    var inputs = [make([0, 1, 2, 3, 4, 5], [2, 3])] + item.inputs
    if item.operation is ScatterND { inputs.append(make([3, 4, 5], [1, 3])) }
    #expect(try evaluate(item.operation, inputs) == make(item.values, item.shape))
  }

  @Test func `a split gives sizes, or equal parts with a smaller last one`() throws {
    let x = iota([5])
    let equal = try evaluateAll(Split(partCount: 3), [x])
    #expect(equal.map(\.shape) == [[2], [2], [1]])
    let given = try evaluateAll(Split(axis: -1, partCount: 2), [x, ints(1, 4)])
    #expect(given[1] == Tensor([1, 2, 3, 4] as [Float]))
    let columns = try evaluateAll(Split(axis: 1, partCount: 2), [iota([2, 2])])
    #expect(columns[1] == Tensor([1, 3] as [Float], shape: [2, 1]))
  }

  @Test func `shapes and sizes are told, clamped to the rank`() throws {
    let x = iota([2, 3, 4])
    #expect(try evaluate(Shape(), [x]) == ints(2, 3, 4))
    #expect(try evaluate(Shape(start: -2, end: 9), [x]) == ints(3, 4))
    #expect(try evaluate(Shape(start: 2, end: 1), [x]).shape == [0])
    #expect(try evaluate(Size(), [x]) == Tensor(scalar: 24 as Int64))
  }

  @Test func `names of dynamic dimensions pass through`() throws {
    let x = ValueType.tensor(.float32, dimensions: [.symbolic("N"), .fixed(4), .fixed(6)])
    func dimensions(
      _ operation: any Operation, _ others: Tensor...
    ) throws -> [Dimension]? {
      let types = OperandTypes(
        [x] + others.map { .tensor($0.dtype, $0.shape) }, constants: [nil] + others)
      return try operation.outputTypes(types)[0].tensorType?.dimensions
    }
    let n = Dimension.symbolic("N")
    #expect(try dimensions(Flatten()) == [n, .fixed(24)])
    #expect(try dimensions(Reshape(), ints(0, -1)) == [n, .fixed(24)])
    #expect(try dimensions(Reshape(), ints(-1, 24)) == [n, .fixed(24)])
    #expect(try dimensions(Reshape(), ints(2, -1)) == [.fixed(2), .unknown])
    #expect(try dimensions(Transpose()) == [.fixed(6), .fixed(4), n])
    #expect(try dimensions(Slice(), ints(1), ints(3), ints(2)) == [n, .fixed(4), .fixed(2)])
    #expect(try dimensions(Slice(), ints(0), ints(.max), ints(0)) == [n, .fixed(4), .fixed(6)])
    #expect(try dimensions(Pad(), ints(0, 1, 0, 0, 1, 0)) == [n, .fixed(6), .fixed(6)])
    #expect(try dimensions(Tile(), ints(1, 2, 1)) == [n, .fixed(8), .fixed(6)])
    #expect(try dimensions(Expand(), ints(1, 1, 1)) == [n, .fixed(4), .fixed(6)])
    #expect(try dimensions(Gather(axis: 1), ints(0, 1)) == [n, .fixed(2), .fixed(6)])
    #expect(try dimensions(Squeeze(), ints(0)) == [.fixed(4), .fixed(6)])
    #expect(try dimensions(Unsqueeze(), ints(1)) == [n, .fixed(1), .fixed(4), .fixed(6)])
  }

  /// Operator, inputs, and the code of the error.
  static let rejected: [(any Operation, [Tensor?], GraphError.Code)] = [
    (Concat(axis: 1), [iota([1, 2]), iota([2, 2])], .shapeMismatch),
    (Concat(axis: 2), [iota([1, 2])], .indexOutOfRange),
    (Concat(axis: 0), [iota([1]), ints(1)], .typeMismatch),
    (Flatten(axis: 3), [iota([1, 2])], .indexOutOfRange),
    (Reshape(), [iota([2, 3]), ints(4)], .shapeMismatch),
    (Reshape(), [iota([2, 3]), ints(-1, -1)], .shapeMismatch),
    (Reshape(), [iota([2, 3]), ints(.max, .max)], .limitExceeded),
    (Reshape(), [iota([2]), ints(1, 2, 0)], .shapeMismatch),
    (Transpose(permutation: [0, 0]), [iota([1, 2])], .invalidAttribute),
    (Squeeze(), [iota([2]), ints(0)], .shapeMismatch),
    (Unsqueeze(), [iota([2]), ints(0, 0)], .invalidAttribute),
    (Unsqueeze(), [iota([2]), ints(5)], .indexOutOfRange),
    (Pad(), [iota([2]), ints(1)], .shapeMismatch),
    (Pad(), [iota([2]), ints(-3, 0)], .shapeMismatch),
    (Pad(), [iota([2]), ints(.min, .max)], .shapeMismatch),
    (Pad(), [iota([2]), ints(.max, .max)], .limitExceeded),
    (Pad(), [iota([2]), ints(1 << 40, 0)], .limitExceeded),
    (Pad(mode: .reflect), [iota([0]), ints(1, 0)], .shapeMismatch),
    (Slice(), [iota([2]), ints(0), ints(1), ints(0), ints(0)], .invalidAttribute),
    (Slice(), [iota([2]), ints(0, 0), ints(1)], .shapeMismatch),
    (Split(partCount: 2), [iota([4]), ints(1, 2)], .shapeMismatch),
    (Split(partCount: 2), [iota([4]), ints(-1, 5)], .shapeMismatch),
    (Split(partCount: 4), [iota([5])], .shapeMismatch),
    (Gather(), [iota([3]), ints(3)], .indexOutOfRange),
    (Gather(), [iota([3]), ints(.min)], .indexOutOfRange),
    (ConstantOfShape(), [ints(-1)], .shapeMismatch),
    (ConstantOfShape(), [ints(1 << 40, 1 << 40)], .limitExceeded),
    (Expand(), [iota([2]), ints(3)], .shapeMismatch),
    (Expand(), [iota([1]), ints(1 << 40)], .limitExceeded),
    (Tile(), [iota([2]), ints(-1)], .shapeMismatch),
    (Tile(), [iota([2]), ints(.max)], .limitExceeded),
    (DepthToSpace(blockSize: 2), [iota([1, 3, 1, 1])], .shapeMismatch),
    (DepthToSpace(blockSize: 0), [iota([1, 3, 1, 1])], .invalidAttribute),
    (SpaceToDepth(blockSize: .max), [iota([1, 1, 2, 2])], .invalidAttribute),
    (Compress(), [iota([1]), Tensor([false, true])], .indexOutOfRange),
    (Trilu(), [iota([2])], .shapeMismatch),
    (ReverseSequence(), [iota([2, 1]), ints(3)], .indexOutOfRange),
    (TensorScatter(axis: 1), [iota([1, 2]), iota([1, 2]), ints(1)], .indexOutOfRange),
  ]

  @Test(arguments: rejected.indices)
  func `bad input is refused with its code`(_ index: Int) throws {
    let (operation, inputs, code) = Self.rejected[index]
    let error = #expect(throws: GraphError.self) { try evaluate(operation, inputs) }
    #expect(error?.code == code, "\(operation): \(error?.description ?? "no error")")
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Sums are computed in `Double`; only the rounding of the result to `float32` remains.
private let rounding = 1e-6

private let matrix = Tensor([1, 2, 3, -4, 5, 6] as [Float], shape: [2, 3])
private let rows = Tensor([1] as [Int64])

@Suite struct ReductionTests {
  /// The result along axis 1 of `matrix`, of an empty `float32` set, and of `[3, -4]` as `int32`.
  static let reductions: [(any ReductionOperation, [Float], Float, Int32)] = [
    (ReduceSum(), [6, 7], 0, -1),
    (ReduceProd(), [6, -120], 1, -12),
    (ReduceMean(), [2, 2.3333333], .nan, 0),
    (ReduceMax(), [3, 6], -.infinity, 3),
    (ReduceMin(), [1, -4], .infinity, -4),
    (ReduceL1(), [6, 15], 0, 7),
    (ReduceL2(), [3.7416574, 8.7749644], 0, 5),
    (ReduceSumSquare(), [14, 77], 0, 25),
    (ReduceLogSum(), [1.7917595, 1.9459101], -.infinity, 0),
    (ReduceLogSumExp(), [3.4076060, 6.3132949], -.infinity, 3),
  ]

  @Test(arguments: reductions.indices)
  func `rows become their sum, or what stands for it`(_ index: Int) throws {
    let (operation, expected, empty, _) = Self.reductions[index]
    let y = try evaluate(operation, [matrix, rows])
    expectClose(y, Tensor(expected, shape: [2, 1]), absolute: rounding, relative: rounding)
    let none = try evaluate(operation, [Tensor(zeros: .float32, shape: [0, 2])])
    expectClose(none, Tensor([empty], shape: [1, 1]), absolute: 0)
  }

  @Test(arguments: reductions.indices)
  func `integers stay integers`(_ index: Int) throws {
    let (operation, _, _, expected) = Self.reductions[index]
    // The logarithm of a negative sum is no number at all.
    let x = operation is ReduceLogSum ? [3, -2] : [3, -4] as [Int32]
    #expect(try evaluate(operation, [Tensor(x)]) == Tensor([expected]))
  }

  @Test(arguments: reductions.indices)
  func `axes stay or go, and are checked`(_ index: Int) throws {
    var operation = Self.reductions[index].0
    let x = ValueType.tensor(.float32, dimensions: [.symbolic("N"), .fixed(3), .symbolic("W")])
    let axes = ValueType.tensor(.int64, [1])
    let last = OperandTypes([x, axes], constants: [nil, Tensor([-1] as [Int64])])
    #expect(
      try operation.outputTypes(last)
        == [.tensor(.float32, dimensions: [.symbolic("N"), .fixed(3), .fixed(1)])])
    operation.keepsAxes = false
    #expect(
      try operation.outputTypes(last)
        == [.tensor(.float32, dimensions: [.symbolic("N"), .fixed(3)])])
    #expect(
      try operation.outputTypes(OperandTypes([x, axes]))
        == [.tensor(.float32, dimensions: [.unknown, .unknown])])
    #expect(try operation.outputTypes(OperandTypes([x])) == [.tensor(.float32, [])])
    let outside = OperandTypes([x, axes], constants: [nil, Tensor([3] as [Int64])])
    #expect(throws: GraphError(.indexOutOfRange, "axis 3 is outside a tensor of rank 3")) {
      try operation.outputTypes(outside)
    }
    let twice = OperandTypes([x, axes], constants: [nil, Tensor([0, -3] as [Int64])])
    #expect(throws: GraphError.self) { try operation.outputTypes(twice) }
    #expect(throws: GraphError.self) {
      try operation.outputTypes(OperandTypes([.tensor(.string, [1])]))
    }
  }

  @Test func `without axes all are reduced, or each element by itself`() throws {
    let none = Tensor(zeros: .int64, shape: [0])
    let whole = Tensor([13] as [Float], shape: [1, 1])
    #expect(try evaluate(ReduceSum(), [matrix, none]) == whole)
    #expect(try evaluate(ReduceSum(isElementwiseWithoutAxes: true), [matrix, none]) == matrix)
    let squares = try evaluate(ReduceSumSquare(isElementwiseWithoutAxes: true), [matrix])
    #expect(squares == Tensor([1, 4, 9, 16, 25, 36] as [Float], shape: [2, 3]))
  }

  @Test func `empty sets of integers give the extremes of the type`() throws {
    let axis = Tensor([0] as [Int64])
    for (dtype, least, largest) in [
      (ElementType.int8, -128, 127), (.int32, Int(Int32.min), Int(Int32.max)), (.bool, 0, 1),
      (.uint8, 0, 255),
    ] {
      let x = Tensor(zeros: dtype, shape: [0])
      #expect(try evaluate(ReduceMax(), [x, axis]).int64s() == [Int64(least)])
      #expect(try evaluate(ReduceMin(), [x, axis]).int64s() == [Int64(largest)])
    }
    let x = Tensor(zeros: .int32, shape: [0])
    #expect(throws: GraphError(.shapeMismatch, "reduces an empty set of integers")) {
      try evaluate(ReduceMean(), [x, axis])
    }
  }

  @Test func `many empty sets give as many results, and no list of them`() throws {
    let x = Tensor(zeros: .uint8, shape: [1 << 22, 0])
    let y = try evaluate(ReduceMin(), [x, rows])
    #expect(y.shape == [1 << 22, 1])
    #expect(y.withUnsafeBytes { $0.allSatisfy { $0 == 255 } })
    #expect(try evaluate(Softmax(), [Tensor(zeros: .float32, shape: [1 << 40, 0])]).count == 0)
  }

  @Test func `NaN wins, and uint64 is not negative`() throws {
    let x = Tensor([1, .nan, 3] as [Float])
    #expect(try evaluate(ReduceMax(), [x]).double(at: 0).isNaN)
    #expect(try evaluate(ReduceMin(), [x]).double(at: 0).isNaN)
    #expect(try evaluate(ReduceMax(), [Tensor([1, UInt64.max])]) == Tensor([UInt64.max]))
  }

  @Test func `large exponents do not overflow`() throws {
    let y = try evaluate(ReduceLogSumExp(), [Tensor([1000, 1000] as [Float])])
    expectClose(y, Tensor([1000.6931 as Float]), absolute: 1e-4)
  }
}

@Suite struct ArgumentTests {
  @Test func `the first or the last of equals is chosen`() throws {
    let x = Tensor([2, 2, 1, 1] as [Float], shape: [1, 4])
    #expect(try evaluate(ArgMax(axis: 1), [x]) == Tensor([0] as [Int64], shape: [1, 1]))
    let last = ArgMax(axis: -1, keepsAxes: false, selectsLast: true)
    #expect(try evaluate(last, [x]) == Tensor([1] as [Int64]))
    #expect(try evaluate(ArgMin(axis: 1), [x]) == Tensor([2] as [Int64], shape: [1, 1]))
    #expect(
      try evaluate(ArgMin(axis: 1, selectsLast: true), [x])
        == Tensor([3] as [Int64], shape: [1, 1])
    )
  }

  @Test func `the first NaN wins, and uint64 is not negative`() throws {
    let x = Tensor([1, .nan, .nan, 5] as [Float])
    #expect(try evaluate(ArgMax(), [x]) == Tensor([1] as [Int64]))
    #expect(try evaluate(ArgMin(), [x]) == Tensor([1] as [Int64]))
    #expect(try evaluate(ArgMax(), [Tensor([5, UInt64.max])]) == Tensor([1] as [Int64]))
  }

  @Test func `an empty axis has no best element`() {
    let empty = OperandTypes([.tensor(.float32, [2, 0])])
    let error = #expect(throws: GraphError.self) { try ArgMax(axis: 1).outputTypes(empty) }
    #expect(error?.code == .shapeMismatch)
    #expect(throws: GraphError(.indexOutOfRange, "axis 2 is outside a tensor of rank 2")) {
      try ArgMax(axis: 2).outputTypes(empty)
    }
  }

  @Test func `dynamic dimensions keep their names`() throws {
    let x = ValueType.tensor(.float32, dimensions: [.symbolic("N"), .symbolic("C")])
    #expect(
      try ArgMax(axis: 1, keepsAxes: false).outputTypes(OperandTypes([x]))
        == [.tensor(.int64, dimensions: [.symbolic("N")])])
  }
}

@Suite struct SoftmaxOperationTests {
  private let x = Tensor([1, 1, 1000, 1001] as [Float], shape: [2, 2])

  @Test func `lanes sum to 1, however large their numbers`() throws {
    let expected = Tensor([0.5, 0.5, 0.26894142, 0.73105858] as [Float], shape: [2, 2])
    expectClose(try evaluate(Softmax(), [x]), expected, absolute: rounding)
    let columns = Tensor([0, 0, 1, 1] as [Float], shape: [2, 2])
    expectClose(try evaluate(Softmax(axis: 0), [x]), columns, absolute: rounding)
    let logarithms = Tensor(
      [-0.69314718, -0.69314718, -1.3132617, -0.31326169] as [Float], shape: [2, 2])
    expectClose(try evaluate(LogSoftmax(), [x]), logarithms, absolute: rounding)
  }

  @Test func `the first largest element gets the 1`() throws {
    let expected = Tensor([1, 0, 0, 1] as [Float], shape: [2, 2])
    #expect(try evaluate(Hardmax(), [x]) == expected)
  }

  @Test(arguments: [Softmax(axis: 2) as any Operation, LogSoftmax(axis: -3), Hardmax(axis: 2)])
  func `axes outside are refused, names kept, empty lanes left alone`(
    _ operation: any Operation
  ) throws {
    let type = ValueType.tensor(.float32, dimensions: [.symbolic("N"), .fixed(2)])
    let error = #expect(throws: GraphError.self) { try operation.outputTypes(OperandTypes([type])) }
    #expect(error?.code == .indexOutOfRange)
    #expect(try Softmax().outputTypes(OperandTypes([type])) == [type])
    let empty = Tensor(zeros: .float32, shape: [3, 0])
    #expect(try evaluate(Softmax(), [empty]) == empty)
    #expect(throws: GraphError.self) { try evaluate(Softmax(), [Tensor([1 as Int32])]) }
  }
}

@Suite struct CumSumTests {
  private let x = Tensor([1, 2, 3] as [Float])
  private let axis = Tensor(scalar: 0 as Int32)

  @Test(
    arguments: [
      (CumSum(), [1, 3, 6] as [Float]), (CumSum(isExclusive: true), [0, 1, 3]),
      (CumSum(isReversed: true), [6, 5, 3]),
      (CumSum(isExclusive: true, isReversed: true), [5, 3, 0]),
    ])
  func `sums run as asked`(_ operation: CumSum, _ expected: [Float]) throws {
    #expect(try evaluate(operation, [x, axis]) == Tensor(expected))
  }

  @Test func `integers wrap around along any axis`() throws {
    let x = Tensor([Int32.max, 1, 1, 1], shape: [2, 2])
    let y = try evaluate(CumSum(), [x, Tensor([-1] as [Int64])])
    #expect(y == Tensor([Int32.max, Int32.min, 1, 2], shape: [2, 2]))
  }

  @Test func `an axis outside is refused`() {
    #expect(throws: GraphError(.indexOutOfRange, "axis 1 is outside a tensor of rank 1")) {
      try evaluate(CumSum(), [x, Tensor(scalar: 1 as Int64)])
    }
    #expect(throws: GraphError.self) {
      try evaluate(CumSum(), [x, Tensor([0, 0] as [Int64])])
    }
  }
}

@Suite struct TopKTests {
  private let x = Tensor([3, 1, 3, .nan, 2, 0] as [Float], shape: [2, 3])

  @Test func `the best come first, equals by position, NaN as the largest`() throws {
    let y = try evaluateAll(TopK(), [x, Tensor([2] as [Int64])])
    expectClose(y[0], Tensor([3, 3, .nan, 2] as [Float], shape: [2, 2]), absolute: 0)
    #expect(y[1] == Tensor([0, 2, 0, 1] as [Int64], shape: [2, 2]))
    let smallest = TopK(wantsLargest: false)
    let z = try evaluateAll(smallest, [x, Tensor([2] as [Int64])])
    #expect(z[0] == Tensor([1, 3, 0, 2] as [Float], shape: [2, 2]))
    #expect(z[1] == Tensor([1, 0, 2, 1] as [Int64], shape: [2, 2]))
  }

  @Test func `any axis and no element at all will do`() throws {
    let y = try evaluateAll(TopK(axis: 0), [Tensor([1, UInt64.max]), Tensor([1] as [Int64])])
    #expect(y == [Tensor([UInt64.max]), Tensor([1] as [Int64])])
    let none = try evaluateAll(TopK(), [x, Tensor([0] as [Int64])])
    #expect(none.map(\.shape) == [[2, 0], [2, 0]])
  }

  @Test(arguments: [-1, 4, Int64.max])
  func `more than there are is refused`(_ k: Int64) {
    let error = #expect(throws: GraphError.self) { try evaluate(TopK(), [x, Tensor([k])]) }
    #expect(error?.code == .indexOutOfRange)
  }

  @Test func `dynamic dimensions pass through`() throws {
    let x = ValueType.tensor(.float32, dimensions: [.symbolic("N"), .symbolic("C")])
    let k = ValueType.tensor(.int64, [1])
    let known = OperandTypes([x, k], constants: [nil, Tensor([5] as [Int64])])
    let dimensions = [Dimension.symbolic("N"), .fixed(5)]
    #expect(
      try TopK().outputTypes(known)
        == [.tensor(.float32, dimensions: dimensions), .tensor(.int64, dimensions: dimensions)])
    #expect(
      try TopK().outputTypes(OperandTypes([x, k]))[1]
        == .tensor(.int64, dimensions: [.symbolic("N"), .unknown]))
  }
}

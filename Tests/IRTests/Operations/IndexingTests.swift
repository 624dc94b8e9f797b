// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

@Suite struct IndexingTests {
  private let x = Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])

  @Test func `single elements are gathered along an axis`() throws {
    let indices = Tensor([0, 0, -1, 0] as [Int64], shape: [2, 2])
    let y = try evaluate(GatherElements(axis: 1), [x, indices])
    #expect(y == Tensor([1, 1, 4, 3] as [Float], shape: [2, 2]))
  }

  @Test func `tuples of indices gather elements, slices, and within batches`() throws {
    let pairs = Tensor([0, 0, 1, -1] as [Int64], shape: [2, 2])
    #expect(try evaluate(GatherND(), [x, pairs]) == Tensor([1, 4] as [Float]))
    let rows = Tensor([1, 0] as [Int64], shape: [2, 1])
    #expect(
      try evaluate(GatherND(), [x, rows]) == Tensor([3, 4, 1, 2] as [Float], shape: [2, 2]))
    #expect(try evaluate(GatherND(batchAxes: 1), [x, rows]) == Tensor([2, 3] as [Float]))
  }

  @Test(
    arguments: [
      (ScatterReduction.none, [6, 2, 3, 4]), (.add, [12, 2, 3, 4]), (.mul, [30, 2, 3, 4]),
      (.max, [6, 2, 3, 4]), (.min, [1, 2, 3, 4]),
    ] as [(ScatterReduction, [Float])])
  func `updates of one element are reduced in order`(
    _ reduction: ScatterReduction, expected: [Float]
  ) throws {
    let updates = Tensor([5, 6] as [Float], shape: [2, 1])
    let elements = Tensor([0, 0] as [Int64], shape: [2, 1])
    let flat = x.reshaped(to: [4, 1])
    let y = try evaluate(ScatterElements(reduction: reduction), [flat, elements, updates])
    #expect(y == Tensor(expected, shape: [4, 1]))
    let z = try evaluate(
      ScatterND(reduction: reduction), [x.reshaped(to: [4]), elements, updates.reshaped(to: [2])])
    #expect(z == Tensor(expected))
  }

  @Test func `reductions of integers wrap, and compare unsigned ones as such`() throws {
    let index = Tensor([0] as [Int64])
    let bytes = try evaluate(
      ScatterElements(reduction: .add), [Tensor([250] as [UInt8]), index, Tensor([10] as [UInt8])])
    #expect(bytes == Tensor([4] as [UInt8]))
    let large = try evaluate(
      ScatterElements(reduction: .max), [Tensor([UInt64.max]), index, Tensor([1] as [UInt64])])
    #expect(large == Tensor([UInt64.max]))
  }

  @Test func `a range goes up to its limit, in either direction`() throws {
    func range(_ values: [Int64]) throws -> Tensor {
      try evaluate(NumberRange(), values.map { Tensor(scalar: $0) })
    }
    #expect(try range([1, 6, 2]) == Tensor([1, 3, 5] as [Int64]))
    #expect(try range([3, 0, -1]) == Tensor([3, 2, 1] as [Int64]))
    #expect(try range([0, -1, 1]).count == 0)
    #expect(try range([.min, .max, .max]) == Tensor([Int64.min, -1, Int64.max - 1]))
    let floats = try evaluate(
      NumberRange(),
      [Tensor(scalar: 0 as Float), Tensor(scalar: 1 as Float), Tensor(scalar: 0.1 as Float)])
    #expect(floats.count == 10)
  }

  @Test func `coordinates of non-zero elements are listed by axis`() throws {
    let y = try evaluate(NonZero(), [Tensor([0, .nan, 2, -0.0] as [Float], shape: [2, 2])])
    #expect(y == Tensor([0, 1, 1, 0] as [Int64], shape: [2, 2]))
    #expect(try evaluate(NonZero(), [Tensor(scalar: true)]).shape == [0, 1])
  }

  @Test func `one-hot vectors are on at the index and off outside of the depth`() throws {
    let y = try evaluate(
      OneHot(axis: 0),
      [Tensor([-1, 0, 9] as [Int64]), Tensor(scalar: 2 as Int32), Tensor([0, 5] as [Float])])
    #expect(y == Tensor([0, 5, 0, 5, 0, 0] as [Float], shape: [2, 3]))
    let z = try evaluate(
      OneHot(),
      [Tensor([.nan, 1.5] as [Float]), Tensor([2] as [Int64]), Tensor([0, 1] as [Int8])])
    #expect(z == Tensor([0, 0, 0, 1] as [Int8], shape: [2, 2]))
  }

  @Test func `a diagonal of ones has the type asked for`() throws {
    let y = try evaluate(
      EyeLike(dtype: .int32, diagonal: -1), [Tensor(zeros: .float32, shape: [2, 3])])
    #expect(y == Tensor([0, 0, 0, 1, 0, 0] as [Int32], shape: [2, 3]))
    let far = try evaluate(EyeLike(diagonal: .max), [x])
    #expect(far == Tensor(zeros: .float32, shape: [2, 2]))
  }

  @Test func `distinct elements are counted, sorted or in order of occurrence`() throws {
    let x = Tensor([2, 1, .nan, 2, .nan] as [Float])
    let sorted = try evaluateAll(Unique(), [x])
    expectClose(sorted[0], Tensor([1, 2, .nan] as [Float]), absolute: 0)
    #expect(sorted[1] == Tensor([1, 0, 2] as [Int64]))
    #expect(sorted[2] == Tensor([1, 0, 2, 1, 2] as [Int64]))
    #expect(sorted[3] == Tensor([1, 2, 2] as [Int64]))
    let unsorted = try evaluateAll(Unique(isSorted: false), [x])
    #expect(unsorted[1] == Tensor([0, 1, 2] as [Int64]))
    let rows = try evaluateAll(
      Unique(axis: 0), [Tensor([3, 4, 1, 2, 3, 4] as [UInt64], shape: [3, 2])])
    #expect(rows[0] == Tensor([1, 2, 3, 4] as [UInt64], shape: [2, 2]))
  }

  @Test func `texts that look alike stay distinct`() throws {
    let words = Tensor(strings: ["\u{E9}", "e\u{301}"], shape: [2])
    #expect(try evaluateAll(Unique(), [words])[0].count == 2)
  }

  @Test func `overlapping boxes of lower score are suppressed`() throws {
    let boxes = Tensor([0, 0, 1, 1, 0, 0.1, 1, 1.1, 0, 2, 1, 3] as [Float], shape: [1, 3, 4])
    let scores = Tensor([0.5, 0.9, 0.3] as [Float], shape: [1, 1, 3])
    func select(_ limit: Int64, _ threshold: Float) throws -> Tensor {
      try evaluate(
        NonMaxSuppression(),
        [boxes, scores, Tensor([limit]), Tensor([0.5] as [Float]), Tensor([threshold])])
    }
    #expect(try select(3, 0) == Tensor([0, 0, 1, 0, 0, 2] as [Int64], shape: [2, 3]))
    #expect(try select(1, 0).shape == [1, 3])
    #expect(try select(3, 0.4).shape == [1, 3])
    #expect(try select(0, 0).shape == [0, 3])
  }

  /// Operator, inputs, and the code of the error.
  static let rejected: [(any Operation, [Tensor], GraphError.Code)] = [
    (GatherElements(), [Tensor([1] as [Float]), Tensor([1] as [Int64])], .indexOutOfRange),
    (
      GatherElements(axis: 1),
      [Tensor(zeros: .float32, shape: [1, 2]), Tensor(zeros: .int64, shape: [2, 1])],
      .shapeMismatch
    ),
    (
      GatherND(), [Tensor([1] as [Float]), Tensor([0, 0] as [Int64])], .shapeMismatch
    ),
    (GatherND(), [Tensor([1] as [Float]), Tensor([2] as [Int64])], .indexOutOfRange),
    (GatherND(batchAxes: -1), [Tensor([1] as [Float]), Tensor([0] as [Int64])], .invalidAttribute),
    (
      ScatterElements(), [Tensor([1] as [Float]), Tensor([-2] as [Int64]), Tensor([1] as [Float])],
      .indexOutOfRange
    ),
    (
      ScatterElements(reduction: .add), [Tensor([true]), Tensor([0] as [Int64]), Tensor([true])],
      .typeMismatch
    ),
    (
      ScatterND(),
      [
        Tensor([1] as [Float]), Tensor([0] as [Int64], shape: [1, 1]),
        Tensor([1, 2] as [Float]),
      ], .shapeMismatch
    ),
    (
      NumberRange(),
      [Tensor(scalar: 0 as Int64), Tensor(scalar: 1 as Int64), Tensor(scalar: 0 as Int64)],
      .invalidAttribute
    ),
    (
      NumberRange(),
      [Tensor(scalar: 0 as Float), Tensor(scalar: Float.infinity), Tensor(scalar: 1 as Float)],
      .limitExceeded
    ),
    (
      OneHot(), [Tensor([0] as [Int64]), Tensor(scalar: -1 as Int64), Tensor([0, 1] as [Float])],
      .invalidAttribute
    ),
    (
      OneHot(),
      [Tensor([0] as [Int64]), Tensor(scalar: 1 << 50 as Int64), Tensor([0, 1] as [Float])],
      .limitExceeded
    ),
    (EyeLike(), [Tensor([0] as [Float])], .shapeMismatch),
    (Unique(axis: 1), [Tensor([0] as [Float])], .indexOutOfRange),
    (Unique(axis: 0), [Tensor(zeros: .float32, shape: [2, 0])], .unsupported),
    (
      NonMaxSuppression(),
      [Tensor(zeros: .float32, shape: [1, 2, 3]), Tensor(zeros: .float32, shape: [1, 1, 2])],
      .shapeMismatch
    ),
    (NonZero(), [Tensor(strings: ["a"], shape: [1])], .typeMismatch),
  ]

  @Test(arguments: rejected.indices)
  func `bad input is refused with its code`(_ index: Int) throws {
    let (operation, inputs, code) = Self.rejected[index]
    let error = #expect(throws: GraphError.self) { try evaluate(operation, inputs) }
    #expect(error?.code == code, "\(operation): \(error?.description ?? "no error")")
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Reductions, softmax and searches along any axes, against reference evaluation.
@Suite struct ReductionLoweringTests {
  /// Sums of some hundred numbers near 1 in single precision, relative to the largest result.
  private static let tolerance = 2e-6

  private static func operations(keepsAxes: Bool, isElementwise: Bool) -> [any Operation] {
    func make<Op: ReductionOperation>(_ type: Op.Type) -> any Operation {
      Op(keepsAxes: keepsAxes, isElementwiseWithoutAxes: isElementwise)
    }
    return [
      make(ReduceSum.self), make(ReduceMean.self), make(ReduceMax.self), make(ReduceMin.self),
      make(ReduceL1.self), make(ReduceL2.self), make(ReduceSumSquare.self),
      make(ReduceProd.self), make(ReduceLogSumExp.self),
    ]
  }

  @Test(arguments: Array(0..<60) as [UInt64])
  func `a reduction equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 0...5, extent: 1...(seed % 5 == 0 ? 9 : 4))
    let x = generator.normalTensor(shape)
    let axes = shape.indices.filter { _ in generator.isTrue() }
      .map { generator.isTrue() ? $0 : $0 - shape.count }
    let given = generator.number(0...4) > 0 ? Tensor(integers: axes) : nil
    let operations = Self.operations(
      keepsAxes: generator.isTrue(), isElementwise: generator.isTrue())
    for operation in operations {
      try LoweringExample(operation, [x, given], constants: [1]).check(
        absolute: Self.tolerance, relative: Self.tolerance, scaled: true)
    }
    let positive = Tensor(doubles: x.doubles().map { abs($0) + 0.1 }, dtype: .float32, shape: shape)
    try LoweringExample(ReduceLogSum(), [positive, given], constants: [1]).check(
      absolute: 1e-5, relative: 1e-5)
  }

  @Test func `NaN and infinities pass through reductions`() throws {
    let values: [Float] = [1, .nan, 3, .infinity, 2, 5, -.infinity, 4, -1, 0, 2, 2]
    let x = Tensor(values, shape: [4, 3])
    for operation in Self.operations(keepsAxes: true, isElementwise: false) {
      for axis in [0, 1] {
        try LoweringExample(operation, [x, Tensor(integers: [axis])], constants: [1]).check(
          absolute: 1e-6, relative: 1e-6)
      }
    }
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func `a softmax along any axis equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 1...(seed % 4 == 0 ? 20 : 6))
    let axis = generator.number(-shape.count...shape.count - 1)
    let x = generator.normalTensor(shape, scale: 3)
    try LoweringExample(Softmax(axis: axis), [x]).check(absolute: 1e-7, relative: 4e-6)
    try LoweringExample(LogSoftmax(axis: axis), [x]).check(absolute: 2e-6, relative: 4e-6)
  }

  @Test(arguments: Array(0..<60) as [UInt64])
  func `a search for the best equals the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 1...(seed % 4 == 0 ? 40 : 6))
    let axis = generator.number(-shape.count...shape.count - 1)
    let type: ElementType = generator.choice([.float32, .float32, .int32, .uint8, .float64, .int64])
    // Few values, so that the best one is there more than once.
    var values = generator.integers(shape, in: 0...4).doubles()
    if type.isFloatingPoint, generator.isTrue() {
      values[generator.number(0...values.count - 1)] = .nan
      values[generator.number(0...values.count - 1)] = .nan
    }
    let x = Tensor(doubles: values, dtype: type, shape: shape)
    for selectsLast in [false, true] {
      let keepsAxes = generator.isTrue()
      try LoweringExample(
        ArgMax(axis: axis, keepsAxes: keepsAxes, selectsLast: selectsLast), [x]
      ).check()
      try LoweringExample(
        ArgMin(axis: axis, keepsAxes: keepsAxes, selectsLast: selectsLast), [x]
      ).check()
    }
  }
}

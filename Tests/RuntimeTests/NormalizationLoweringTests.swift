// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Normalizations, against reference evaluation.
@Suite struct NormalizationLoweringTests {
  /// Means and deviations of some hundred numbers in single precision; sets of few numbers that lie
  /// close together are divided by a small deviation.
  private static let tolerance = 2e-4

  @Test(arguments: Array(0..<40) as [UInt64])
  func `normalizations of channels equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let groups = generator.number(1...3)
    let channels = groups * generator.number(1...3)
    let shape = [generator.number(1...3), channels] + generator.shape(rank: 1...3, extent: 2...9)
    let inputs = [
      generator.normalTensor(shape, scale: 2), generator.normalTensor([channels]),
      generator.normalTensor([channels]),
    ]
    try LoweringExample(InstanceNormalization(epsilon: 1e-3), inputs).check(
      absolute: Self.tolerance)
    try LoweringExample(GroupNormalization(groups: groups), inputs, constants: [1, 2]).check(
      absolute: Self.tolerance)
  }

  @Test(arguments: Array(0..<60) as [UInt64])
  func `normalizations of last axes equal the reference`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = generator.shape(rank: 1...4, extent: 2...9)
    let axis = generator.number(-shape.count...shape.count - 1)
    let first = axis < 0 ? axis + shape.count : axis
    /// Mostly the normalized axes; sometimes fewer, more, or single ones.
    func parameter() -> Tensor {
      switch generator.number(0...3) {
      case 0: return generator.normalTensor(Array(shape.suffix(generator.number(0...shape.count))))
      case 1: return generator.normalTensor(shape.map { generator.isTrue() ? 1 : $0 })
      default: return generator.normalTensor(Array(shape[first...]))
      }
    }
    let x = generator.normalTensor(shape, scale: 2)
    let (scale, bias) = (parameter(), generator.isTrue() ? parameter() : nil)
    try LoweringExample(
      LayerNormalization(axis: axis, epsilon: 1e-3), [x, scale, bias],
      outputCount: generator.choice([1, 3])
    ).check(absolute: Self.tolerance, relative: 1e-4)
    try LoweringExample(RMSNormalization(axis: axis), [x, scale]).check(
      absolute: 1e-5, relative: 1e-5)
    for p in [1, 2] {
      try LoweringExample(LpNormalization(axis: axis, p: p), [x]).check(
        absolute: 1e-6, relative: 1e-5)
    }
    let axes = shape.indices.filter { _ in generator.isTrue() }
    // The deviation of one number is 0, and only rounding is left to divide.
    if axes.contains(where: { shape[$0] > 1 }) {
      try LoweringExample(MeanVarianceNormalization(axes: axes), [x]).check(
        absolute: Self.tolerance)
    }
  }

  @Test func `zeros stay zeros where a norm is 0`() throws {
    let x = Tensor([0, 0, 3, 4, 0, 0] as [Float], shape: [3, 2])
    for axis in [0, 1] {
      try LoweringExample(LpNormalization(axis: axis), [x]).check(relative: 1e-6)
    }
  }
}

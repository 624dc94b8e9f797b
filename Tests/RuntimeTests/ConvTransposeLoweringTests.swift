// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Transposed convolutions of all forms, against reference evaluation.
@Suite struct ConvTransposeLoweringTests {
  /// Sums of some hundred products of numbers near 1, in single precision.
  private static let tolerance = 1e-5

  /// - Parameter isLarge: Whether the product of an image takes several parts.
  private func example(seed: UInt64, isLarge: Bool) throws -> LoweringExample {
    var generator = SeededGenerator(seed: seed)
    let axes = isLarge ? 2 : generator.number(1...3)
    let groups = generator.choice([1, 1, 2, 3])
    let channels = groups * generator.number(1...5)
    let filters = isLarge ? generator.number(20...30) : generator.number(1...5)
    let kernel = (0..<axes).map { _ in generator.number(1...4) }
    var window = SlidingWindow()
    window.strides = (0..<axes).map { _ in generator.number(1...3) }
    window.dilations = (0..<axes).map { _ in generator.number(1...2) }
    var padding: [Int] = []
    switch generator.number(0...4) {
    case 0: window.padding = .sameUpper
    case 1: window.padding = .sameLower
    case 2: window.padding = .valid
    default:
      window.padding = .explicit(
        begin: kernel.map { generator.number(0...($0 - 1)) },
        end: kernel.map { generator.number(0...($0 - 1)) })
      if generator.isTrue() {
        padding = window.strides.map { generator.number(0...($0 - 1)) }
      }
    }
    let extents = (0..<axes).map { _ in
      isLarge ? generator.number(50...60) : generator.number(3...7)
    }
    let x = generator.normalTensor([generator.number(1...2), channels] + extents)
    let w = generator.normalTensor([channels, filters] + kernel)
    let bias = generator.isTrue() ? generator.normalTensor([groups * filters]) : nil
    return LoweringExample(
      ConvTranspose(window: window, groups: groups, outputPadding: padding), [x, w, bias],
      constants: [1, 2])
  }

  @Test(arguments: Array(0..<150) as [UInt64])
  func `a transposed convolution equals the reference`(seed: UInt64) throws {
    try example(seed: seed, isLarge: false).check(absolute: Self.tolerance, scaled: true)
  }

  @Test(arguments: Array(0..<4) as [UInt64])
  func `a large transposed convolution equals the reference`(seed: UInt64) throws {
    try example(seed: seed, isLarge: true).check(absolute: Self.tolerance, scaled: true)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Runtime
import Tensors
import TestSupport
import Testing

/// Resizing in all modes, against reference evaluation.
@Suite struct ResizeLoweringTests {
  @Test(arguments: Array(0..<120) as [UInt64], Resize.Mode.allCases)
  func `a resize equals the reference`(seed: UInt64, mode: Resize.Mode) throws {
    var generator = SeededGenerator(seed: seed)
    let spatial = generator.number(1...3)
    let isInnermost = generator.number(0...3) > 0
    let resized = generator.shape(rank: spatial...spatial, extent: 1...(spatial == 3 ? 5 : 13))
    let kept = [generator.number(1...2), generator.number(1...4)]
    let shape = isInnermost ? kept + resized : [kept[0]] + resized + [kept[1]]
    let axes = Array((isInnermost ? 2 : 1)..<(isInnermost ? 2 : 1) + spatial)
    var resize = Resize(mode: mode, axes: axes)
    resize.coordinates = generator.choice([
      .halfPixel, .halfPixelSymmetric, .pytorchHalfPixel, .alignCorners, .asymmetric,
      .halfPixel, .cropAndResize,
    ])
    resize.rounding = generator.choice(Resize.Rounding.allCases)
    resize.antialiases = mode != .nearest && generator.isTrue()
    resize.excludesOutside = mode == .cubic && generator.isTrue()
    let sizes = axes.map { _ in generator.number(1...17) }
    let region = axes.map { _ in Float(0.1) } + axes.map { _ in Float(1.2) }
    let usesScales = generator.isTrue()
    let scales = zip(sizes, axes).map { Float($0) / Float(shape[$1]) * 1.001 }
    let type: ElementType =
      mode == .nearest ? generator.choice([.float32, .uint8, .int64]) : .float32
    try LoweringExample(
      resize,
      [
        generator.tensor(type, shape),
        resize.coordinates == .cropAndResize ? Tensor(region) : nil,
        usesScales ? Tensor(scales) : nil, usesScales ? nil : Tensor(integers: sizes),
      ], constants: [1, 2, 3]
    ).check(absolute: mode == .nearest ? 0 : 3e-6, scaled: mode != .nearest)
  }

  @Test(arguments: Resize.Mode.allCases)
  func `doubling an image equals the reference`(mode: Resize.Mode) throws {
    var generator = SeededGenerator(seed: 9)
    let x = generator.normalTensor([1, 5, 19, 33])
    try LoweringExample(
      Resize(mode: mode), [x, nil, Tensor([1, 1, 2, 2] as [Float])], constants: [2]
    ).check(absolute: mode == .nearest ? 0 : 3e-6, scaled: mode != .nearest)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import TestSupport
import Testing

/// Weights are computed in `Double`; only the rounding of the result to `float32` remains.
private let rounding = 1e-6

@Suite struct ResizeTests {
  private func line(_ values: [Float]) -> Tensor { Tensor(values, shape: [values.count]) }

  @Test(arguments: [
    (Resize.CoordinateTransformation.asymmetric, [1, 1.5, 2, 2.5, 3, 3] as [Float]),
    (.halfPixel, [1, 1.25, 1.75, 2.25, 2.75, 3]), (.alignCorners, [1, 1.4, 1.8, 2.2, 2.6, 3]),
    (.pytorchHalfPixel, [1, 1.25, 1.75, 2.25, 2.75, 3]),
    (.halfPixelSymmetric, [1, 1.25, 1.75, 2.25, 2.75, 3]),
  ])
  func `linear interpolation at the places of each transformation`(
    coordinates: Resize.CoordinateTransformation, expected: [Float]
  ) throws {
    let y = try evaluate(
      Resize(mode: .linear, coordinates: coordinates),
      [line([1, 2, 3]), nil, line([2])])
    expectClose(y, line(expected), absolute: rounding)
  }

  @Test(arguments: [
    (Resize.Rounding.floor, [1, 1, 2, 2] as [Float]), (.ceil, [1, 2, 2, 2]),
    (.roundPreferFloor, [1, 1, 2, 2]), (.roundPreferCeil, [1, 2, 2, 2]),
  ])
  func `nearest positions are rounded as told`(rounding: Resize.Rounding, expected: [Float]) throws
  {
    let y = try evaluate(
      Resize(coordinates: .asymmetric, rounding: rounding),
      [line([1, 2]), nil, nil, Tensor([4] as [Int64])])
    #expect(y == line(expected))
  }

  @Test func `strings are resized by the nearest`() throws {
    let x = Tensor(strings: ["a", "b"], shape: [2])
    let y = try evaluate(Resize(), [x, nil, line([2])])
    #expect(y == Tensor(strings: ["a", "a", "b", "b"], shape: [4]))
  }

  @Test func `antialiasing averages all that an output covers`() throws {
    let x = line([0, 0, 8, 8, 0, 0, 0, 0])
    let y = try evaluate(
      Resize(mode: .linear, antialiases: true), [x, nil, line([0.25])])
    // A triangle over 8 positions, weights of odd eighths: (7 + 5) / 8 * 8 / 4, (1 + 3) / 8 * 8 / 4.
    expectClose(y, line([3, 1]), absolute: rounding)
    let plain = try evaluate(Resize(mode: .linear), [x, nil, line([0.25])])
    expectClose(plain, line([4, 0]), absolute: rounding)
  }

  @Test(arguments: [(Resize.AspectRatioPolicy.notLarger, [1, 4]), (.notSmaller, [2, 8])])
  func `one scale keeps the aspect ratio`(policy: Resize.AspectRatioPolicy, shape: [Int]) throws {
    let types = try Resize(aspectRatioPolicy: policy).outputTypes(
      OperandTypes(
        [.tensor(.float32, [1, 4]), nil, nil, .tensor(.int64, [2])],
        constants: [nil, nil, nil, Tensor([2, 4] as [Int64])]))
    #expect(types == [.tensor(.float32, shape)])
  }

  @Test func `cropping fills what is outside`() throws {
    let resize = Resize(mode: .linear, coordinates: .cropAndResize, extrapolationValue: -5)
    let y = try evaluate(
      resize, [line([1, 2, 3]), line([0.5, 1.5]), nil, Tensor([3] as [Int64])])
    expectClose(y, line([2, 3, -5]), absolute: rounding)
  }

  @Test func `a dynamic axis with scale one keeps its name`() throws {
    let types = try Resize().outputTypes(
      OperandTypes(
        [
          .tensor(.float32, dimensions: [.symbolic("N"), .symbolic("H")]), nil,
          .tensor(.float32, [2]),
        ],
        constants: [nil, nil, Tensor([1, 2] as [Float])]))
    #expect(types == [.tensor(.float32, dimensions: [.symbolic("N"), .unknown])])
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e30] as [Float])
  func `hostile scales are refused`(scale: Float) {
    #expect(throws: GraphError.self) {
      try evaluate(Resize(), [line([1, 2]), nil, line([scale])])
    }
  }

  @Test(arguments: [-1, Int64.max, Int64.min, 1 << 36])
  func `hostile sizes are refused`(size: Int64) {
    #expect(throws: GraphError.self) {
      try evaluate(Resize(), [line([1, 2]), nil, nil, Tensor([size])])
    }
  }

  @Test func `scales and sizes exclude each other`() {
    #expect(throws: GraphError(.invalidAttribute, "expects scales or sizes, got both")) {
      try evaluate(Resize(), [line([1, 2]), nil, line([2]), Tensor([4] as [Int64])])
    }
    #expect(throws: GraphError(.missingInput, "expects scales or sizes, got neither")) {
      try evaluate(Resize(), [line([1, 2])])
    }
  }
}

@Suite struct GridSampleTests {
  private let image = Tensor([1, 2, 3, 4] as [Float], shape: [1, 1, 2, 2])

  @Test(arguments: [
    (GridSample.Mode.linear, GridSample.Outside.zeros, [2.5, 1, 0] as [Float]),
    (.linear, .border, [2.5, 4, 4]),
    (.nearest, .zeros, [1, 0, 0]), (.nearest, .border, [1, 4, 4]),
  ])
  func `places inside, on the edge and outside`(
    mode: GridSample.Mode, outside: GridSample.Outside, expected: [Float]
  ) throws {
    let grid = Tensor([0, 0, 1, 1, 1e9, 1e9] as [Float], shape: [1, 1, 3, 2])
    let y = try evaluate(GridSample(mode: mode, outside: outside), [image, grid])
    expectClose(y, Tensor(expected, shape: [1, 1, 1, 3]), absolute: rounding)
  }

  @Test(arguments: GridSample.Mode.allCases, GridSample.Outside.allCases)
  func `no coordinate is too strange`(mode: GridSample.Mode, outside: GridSample.Outside) throws {
    let grid = Tensor(
      [.nan, .infinity, -.infinity, 1e38, -1e38, 0] as [Float], shape: [1, 3, 1, 2])
    for aligns in [false, true] {
      let sample = GridSample(mode: mode, outside: outside, alignsCorners: aligns)
      #expect(try evaluate(sample, [image, grid]).shape == [1, 1, 3, 1])
      let point = Tensor([5] as [Float], shape: [1, 1, 1, 1])
      #expect(try evaluate(sample, [point, grid]).shape == [1, 1, 3, 1])
    }
  }

  @Test func `reflection mirrors at the outer edges, or at the corners`() throws {
    // Along each axis, 2 is one and a half positions behind the last one, or half an axis.
    let grid = Tensor([0, 2, 2, 0] as [Float], shape: [1, 2, 1, 2])
    let edges = try evaluate(GridSample(mode: .nearest, outside: .reflection), [image, grid])
    expectClose(edges, Tensor([3, 2] as [Float], shape: [1, 1, 2, 1]), absolute: 0)
    let corners = GridSample(outside: .reflection, alignsCorners: true)
    let y = try evaluate(corners, [image, grid])
    expectClose(y, Tensor([2.5, 2.5] as [Float], shape: [1, 1, 2, 1]), absolute: rounding)
  }

  @Test func `the identity grid gives the image back`() throws {
    let theta = Tensor([1, 0, 0, 0, 1, 0] as [Float], shape: [1, 2, 3])
    for aligns in [false, true] {
      let grid = try evaluate(
        AffineGrid(alignsCorners: aligns), [theta, Tensor([1, 1, 2, 2] as [Int64])])
      let y = try evaluate(GridSample(alignsCorners: aligns), [image, grid])
      expectClose(y, image, absolute: rounding)
    }
  }

  @Test func `a grid of other coordinates is refused`() {
    #expect(throws: GraphError.self) {
      try evaluate(GridSample(), [image, Tensor(zeros: .float32, shape: [1, 2, 2, 3])])
    }
    #expect(throws: GraphError.self) {
      try evaluate(
        AffineGrid(),
        [Tensor(zeros: .float32, shape: [1, 2, 3]), Tensor([1, 1, -2, 2] as [Int64])])
    }
  }
}

@Suite struct CenterCropPadTests {
  @Test func `axes are cropped and padded about the middle`() throws {
    let x = Tensor([1, 2, 3, 4, 5, 6] as [Int8], shape: [2, 3])
    let y = try evaluate(CenterCropPad(), [x, Tensor([5, 2] as [Int64])])
    #expect(y == Tensor([0, 0, 1, 2, 4, 5, 0, 0, 0, 0] as [Int8], shape: [5, 2]))
    let last = try evaluate(CenterCropPad(axes: [-1]), [x, Tensor([1] as [Int32])])
    #expect(last == Tensor([2, 5] as [Int8], shape: [2, 1]))
  }

  @Test(arguments: [[-1, 2], [Int64.max, Int64.max], [1], [1, 2, 3]])
  func `shapes that make no sense are refused`(shape: [Int64]) {
    #expect(throws: GraphError.self) {
      try evaluate(CenterCropPad(), [Tensor(zeros: .int8, shape: [2, 3]), Tensor(shape)])
    }
  }
}

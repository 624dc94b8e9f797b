// SPDX-License-Identifier: Apache-2.0
import IR
import Testing

@Suite struct SlidingWindowTests {
  @Test(arguments: [
    // input, kernel, stride, dilation, pads, rounds up → output
    (7, 3, 1, 1, 0, 0, false, 5), (7, 3, 2, 1, 1, 1, false, 4), (7, 3, 1, 2, 0, 0, false, 3),
    (6, 3, 2, 1, 0, 0, false, 2), (6, 3, 2, 1, 0, 0, true, 3), (5, 5, 1, 1, 2, 2, false, 5),
    // The rounded-up third window would start behind the input.
    (4, 2, 3, 1, 0, 1, true, 2), (3, 1, 2, 1, 0, 1, true, 2),
  ])
  func `explicit padding gives the extent of the formula`(
    input: Int, kernel: Int, stride: Int, dilation: Int, begin: Int, end: Int, roundsUp: Bool,
    output: Int
  ) throws {
    let window = SlidingWindow(
      strides: [stride], dilations: [dilation], padding: .explicit(begin: [begin], end: [end]),
      roundsUp: roundsUp)
    #expect(try window.geometry(input: [input], kernel: [kernel]).output == [output])
  }

  @Test func `automatic padding puts the odd position where it says`() throws {
    let upper = try SlidingWindow(strides: [2], padding: .sameUpper)
      .geometry(input: [6], kernel: [3])
    #expect((upper.output, upper.padsBegin, upper.padsEnd) == ([3], [0], [1]))
    let lower = try SlidingWindow(strides: [2], padding: .sameLower)
      .geometry(input: [6], kernel: [3])
    #expect((lower.output, lower.padsBegin, lower.padsEnd) == ([3], [1], [0]))
  }

  @Test func `a dynamic extent passes where the window keeps it`() throws {
    let batch = Dimension.symbolic("height")
    let same = SlidingWindow(padding: .sameUpper)
    #expect(try same.outputDimensions(input: [batch], kernel: [.unknown]) == [batch])
    let padded = SlidingWindow(padding: .explicit(begin: [1], end: [1]))
    #expect(try padded.outputDimensions(input: [batch], kernel: [.fixed(3)]) == [batch])
    #expect(try padded.outputDimensions(input: [batch], kernel: [.fixed(5)]) == [.unknown])
  }

  @Test func `taps outside the input are left out`() throws {
    let axis = try SlidingWindow(
      strides: [2], dilations: [2], padding: .explicit(begin: [3], end: [3])
    ).geometry(input: [5], kernel: [3]).axes[0]
    #expect(axis.output == 4)
    let taps = (0..<4).map { axis.taps(at: $0) }
    #expect(taps == [2..<3, 1..<3, 0..<2, 0..<1])
    for (position, range) in taps.enumerated() {
      for tap in range { #expect((0..<5).contains(axis.inputPosition(position, tap: tap))) }
    }
  }

  @Test(arguments: [
    SlidingWindow(strides: [0]), SlidingWindow(strides: [-1]), SlidingWindow(strides: [1, 1]),
    SlidingWindow(dilations: [0]), SlidingWindow(dilations: [Int.max]),
    SlidingWindow(padding: .explicit(begin: [-1], end: [0])),
    SlidingWindow(padding: .explicit(begin: [0], end: [Int.max])),
  ])
  func `attributes out of range are refused`(window: SlidingWindow) throws {
    let error = #expect(throws: GraphError.self) {
      try window.geometry(input: [8], kernel: [2])
    }
    #expect(error?.code == .invalidAttribute)
  }

  @Test func `a window larger than the padded input is refused with the numbers`() {
    #expect(
      throws: GraphError(
        .shapeMismatch,
        "the window spans 5 positions, the input with its padding has only 4 on spatial axis 0")
    ) {
      try SlidingWindow(padding: .explicit(begin: [1], end: [0]))
        .geometry(input: [3], kernel: [5])
    }
  }

  @Test(arguments: [0, -1, Int.max, Int.min])
  func `hostile kernels are refused`(extent: Int) {
    #expect(throws: GraphError.self) {
      try SlidingWindow().geometry(input: [8], kernel: [extent])
    }
    #expect(throws: GraphError.self) {
      try ConvTranspose().geometry(input: [8], kernel: [extent])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// How a window moves over the spatial axes of convolutions and poolings: their common attributes.
///
/// Lists have one entry for each spatial axis, or are empty for the default on every axis.
public struct SlidingWindow: Hashable, Sendable {
  /// Positions added around the input before the window moves.
  public enum Padding: Hashable, Sendable {
    /// The given numbers of positions before and after each axis; empty: none.
    case explicit(begin: [Int], end: [Int])
    /// None.
    case valid
    /// As many as make the output `ceil(input / stride)`; an odd one stands at the end.
    case sameUpper
    /// As many as make the output `ceil(input / stride)`; an odd one stands at the beginning.
    case sameLower

    /// No padding, as an explicit one.
    public static let none = Padding.explicit(begin: [], end: [])
  }

  /// Steps between windows, 1 or more; default 1.
  public var strides: [Int]
  /// Steps between the taps of a window, 1 or more; default 1.
  public var dilations: [Int]
  /// Positions around the input; default none.
  public var padding: Padding
  /// Whether a last window that reaches beyond the padding counts (ONNX `ceil_mode`), as long as it
  /// starts inside the input or the padding before it.
  public var roundsUp: Bool

  /// A window that visits every position, unless told otherwise.
  public init(
    strides: [Int] = [], dilations: [Int] = [], padding: Padding = .none, roundsUp: Bool = false
  ) {
    (self.strides, self.dilations) = (strides, dilations)
    (self.padding, self.roundsUp) = (padding, roundsUp)
  }

  /// Largest kernel extent, stride, dilation and padding. Products of two and sums of a few of
  /// them fit `Int`, so that arithmetic on checked windows cannot overflow.
  static let largestAttribute = 1 << 30
  /// Largest extent of a spatial axis, for the same reason.
  static let largestExtent = 1 << 40

  /// Checks the attributes for `spatialRank` axes.
  ///
  /// - Throws: `invalidAttribute` when a list has another length or a number is out of range.
  public func check(spatialRank: Int) throws(GraphError) {
    try Self.check(strides, "strides", spatialRank, from: 1)
    try Self.check(dilations, "dilations", spatialRank, from: 1)
    if case .explicit(let begin, let end) = padding {
      try Self.check(begin, "pads (begin)", spatialRank, from: 0)
      try Self.check(end, "pads (end)", spatialRank, from: 0)
    }
  }

  static func check(
    _ list: [Int], _ name: String, _ count: Int, from least: Int
  ) throws(GraphError) {
    guard list.isEmpty || list.count == count else {
      throw GraphError(
        .invalidAttribute,
        "\(name) has \(list.count) entries, expected \(count), one for each spatial axis")
    }
    for value in list where value < least || value > largestAttribute {
      throw GraphError(
        .invalidAttribute, "\(name) holds \(value), expected \(least) to \(largestAttribute)")
    }
  }

  /// Checks a kernel's extents.
  ///
  /// - Throws: `invalidAttribute` when one is not from 1 to 2^30.
  public static func check(kernel: [Int]) throws(GraphError) {
    for extent in kernel where extent < 1 || extent > largestAttribute {
      throw GraphError(
        .invalidAttribute, "the kernel is \(kernel), expected extents from 1 to \(largestAttribute)"
      )
    }
  }

  /// Stride of one spatial axis.
  public func stride(_ axis: Int) -> Int { strides.isEmpty ? 1 : strides[axis] }

  /// Dilation of one spatial axis.
  public func dilation(_ axis: Int) -> Int { dilations.isEmpty ? 1 : dilations[axis] }

  /// Explicit padding of one spatial axis; zero when the padding follows from the input.
  public func pads(_ axis: Int) -> (begin: Int, end: Int) {
    guard case .explicit(let begin, let end) = padding else { return (0, 0) }
    return (begin.isEmpty ? 0 : begin[axis], end.isEmpty ? 0 : end[axis])
  }

  /// All numbers of the window over an input.
  ///
  /// - Parameters:
  ///   - input: Extents of the spatial axes.
  ///   - kernel: Extents of the window, as many.
  /// - Throws: `invalidAttribute` for attributes out of range, `shapeMismatch` when the padded
  ///   input is smaller than the window.
  public func geometry(input: [Int], kernel: [Int]) throws(GraphError) -> WindowGeometry {
    guard input.count == kernel.count else {
      throw GraphError(
        .shapeMismatch,
        "the kernel \(kernel) has \(kernel.count) axes, the input \(input.count) spatial axes")
    }
    try check(spatialRank: input.count)
    try Self.check(kernel: kernel)
    var axes: [WindowGeometry.Axis] = []
    for index in input.indices {
      axes.append(try axis(index, input: input[index], kernel: kernel[index]))
    }
    return WindowGeometry(axes: axes)
  }

  private func axis(
    _ index: Int, input: Int, kernel: Int
  ) throws(GraphError) -> WindowGeometry.Axis {
    let (stride, dilation) = (stride(index), dilation(index))
    guard input >= 0, input <= Self.largestExtent else {
      throw GraphError(.limitExceeded, "a spatial extent is \(input), at most 2^40 is supported")
    }
    let extent = (kernel - 1) * dilation + 1
    var (begin, end) = pads(index)
    let output: Int
    switch padding {
    case .sameUpper, .sameLower:
      output = (input + stride - 1) / stride
      let total = max(0, (output - 1) * stride + extent - input)
      begin = padding == .sameUpper ? total / 2 : total - total / 2
      end = total - begin
    case .explicit, .valid:
      let span = input + begin + end - extent
      guard span >= 0 else {
        throw GraphError(
          .shapeMismatch,
          "the window spans \(extent) positions, the input with its padding has only "
            + "\(input + begin + end) on spatial axis \(index)")
      }
      var count = (roundsUp ? span + stride - 1 : span) / stride + 1
      // A window that would start behind the input holds nothing of it.
      if roundsUp, (count - 1) * stride >= input + begin { count -= 1 }
      output = count
    }
    return WindowGeometry.Axis(
      input: input, kernel: kernel, stride: stride, dilation: dilation, padBegin: begin,
      padEnd: end, output: output)
  }

  /// The spatial extents of the output as far as they are known.
  ///
  /// - Parameters:
  ///   - input: Extents of the spatial axes.
  ///   - kernel: Extents of the window, as many.
  /// - Throws: as ``geometry(input:kernel:)``, for the axes that are known.
  public func outputDimensions(
    input: [Dimension], kernel: [Dimension]
  ) throws(GraphError) -> [Dimension] {
    guard input.count == kernel.count else {
      throw GraphError(
        .shapeMismatch,
        "the kernel has \(kernel.count) axes, the input \(input.count) spatial axes")
    }
    try check(spatialRank: input.count)
    try Self.check(kernel: kernel.compactMap(\.value))
    var result: [Dimension] = []
    for (index, pair) in zip(input, kernel).enumerated() {
      if let extent = pair.0.value, let kernel = pair.1.value {
        result.append(.fixed(try axis(index, input: extent, kernel: kernel).output))
      } else {
        result.append(keepsExtent(index, kernel: pair.1.value) ? pair.0 : .unknown)
      }
    }
    return result
  }

  /// Whether the output is as long as the input, whatever that is.
  private func keepsExtent(_ axis: Int, kernel: Int?) -> Bool {
    guard stride(axis) == 1 else { return false }
    switch padding {
    case .sameUpper, .sameLower: return true
    case .explicit, .valid:
      guard let kernel else { return false }
      let (begin, end) = pads(axis)
      return begin + end == (kernel - 1) * dilation(axis)
    }
  }
}

/// The numbers of a window that moves over known spatial extents.
public struct WindowGeometry: Hashable, Sendable {
  /// One spatial axis.
  public struct Axis: Hashable, Sendable {
    /// Extent of the input.
    public let input: Int
    /// Taps of the window.
    public let kernel: Int
    /// Steps between windows.
    public let stride: Int
    /// Steps between taps.
    public let dilation: Int
    /// Positions before the input.
    public let padBegin: Int
    /// Positions behind the input.
    public let padEnd: Int
    /// Number of windows.
    public let output: Int

    /// Input positions between the first and behind the last tap.
    public var extent: Int { (kernel - 1) * dilation + 1 }

    /// Taps of window `position` that fall on the input.
    public func taps(at position: Int) -> Range<Int> { taps(at: position, below: input) }

    /// Taps of window `position` that fall on the input or the padding.
    public func paddedTaps(at position: Int) -> Range<Int> {
      let start = position * stride
      let last = input + padBegin + padEnd - 1 - start
      return last < 0 ? 0..<0 : 0..<min(kernel, last / dilation + 1)
    }

    private func taps(at position: Int, below limit: Int) -> Range<Int> {
      let start = position * stride - padBegin
      let first = start >= 0 ? 0 : (dilation - 1 - start) / dilation
      guard limit > start else { return 0..<0 }
      let end = min(kernel, (limit - 1 - start) / dilation + 1)
      return first < end ? first..<end : 0..<0
    }

    /// The input position under a tap; outside the input for other taps than ``taps(at:)``.
    public func inputPosition(_ position: Int, tap: Int) -> Int {
      position * stride - padBegin + tap * dilation
    }
  }

  /// The spatial axes in order.
  public let axes: [Axis]

  /// Geometry of the given axes.
  init(axes: [Axis]) { self.axes = axes }

  /// Spatial extents of the input.
  public var input: [Int] { axes.map(\.input) }
  /// Extents of the window.
  public var kernel: [Int] { axes.map(\.kernel) }
  /// Spatial extents of the output.
  public var output: [Int] { axes.map(\.output) }
  /// Positions before each axis.
  public var padsBegin: [Int] { axes.map(\.padBegin) }
  /// Positions behind each axis.
  public var padsEnd: [Int] { axes.map(\.padEnd) }
  /// Whether no window reaches beyond the input.
  public var isUnpadded: Bool {
    axes.allSatisfy {
      $0.padBegin == 0 && ($0.output - 1) * $0.stride + $0.extent <= $0.input
    }
  }

  /// A tap of a window that falls on the input.
  struct Tap {
    /// Row-major number of the input position.
    var offset: Int
    /// Row-major number of the tap.
    var index: Int
  }

  /// Calls `body` for each window with its row-major number, its position, and its taps that fall
  /// on the input.
  ///
  /// - Complexity: O(windows × taps on the input).
  func forEachWindow(
    _ body: (_ number: Int, _ position: [Int], _ taps: [Tap]) throws(GraphError) -> Void
  ) throws(GraphError) {
    guard axes.allSatisfy({ $0.output > 0 }) else { return }
    var position = [Int](repeating: 0, count: axes.count)
    var number = 0
    while true {
      try body(number, position, taps(at: position))
      number += 1
      var axis = axes.count - 1
      while axis >= 0 {
        position[axis] += 1
        if position[axis] < axes[axis].output { break }
        position[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }

  private func taps(at position: [Int]) -> [Tap] {
    var result = [Tap(offset: 0, index: 0)]
    for (axis, place) in zip(axes, position) {
      let range = axis.taps(at: place)
      if axes.count == 1 || result.count == 1 {
        let outer = result[0]
        result = range.map { tap in axis.extend(outer, place, tap) }
      } else {
        result = result.flatMap { outer in range.map { tap in axis.extend(outer, place, tap) } }
      }
      if result.isEmpty { return [] }
    }
    return result
  }
}

extension WindowGeometry.Axis {
  /// The tap number may wrap for windows far larger than the input, where nobody uses it.
  fileprivate func extend(
    _ outer: WindowGeometry.Tap, _ position: Int, _ tap: Int
  ) -> WindowGeometry.Tap {
    WindowGeometry.Tap(
      offset: outer.offset * input + inputPosition(position, tap: tap),
      index: outer.index &* kernel &+ tap)
  }
}

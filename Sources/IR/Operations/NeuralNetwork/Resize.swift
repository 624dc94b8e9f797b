// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Resizes axes by interpolation.
///
/// - Inputs: `x`, any type in mode `nearest`, else numeric; optional region of interest,
///   `[start…, end…]` as fractions of each axis; scales, a float for each axis, or sizes, an
///   integer for each: one of the two. Empty tensors count as absent.
/// - Outputs: `y`, the element type of `x`. Extents are `floor(D * scale)`, or the sizes as
///   ``aspectRatioPolicy`` takes them. Integers are rounded towards zero.
/// - Source: ONNX `Resize`, opset 19.
public struct Resize: Operation {
  public static let opType = "Resize"

  /// How values between positions come about.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The value of one position.
    case nearest
    /// Linear along each axis.
    case linear
    /// Cubic convolution along each axis.
    case cubic
  }

  /// Where a position of the output lies in the input; `s` is the scale, `i` the position.
  public enum CoordinateTransformation: String, Hashable, Sendable, CaseIterable {
    /// `(i + 0.5) / s - 0.5`.
    case halfPixel = "half_pixel"
    /// As `halfPixel`, with the output centred on the input when its extent was rounded.
    case halfPixelSymmetric = "half_pixel_symmetric"
    /// As `halfPixel`, but 0 for an output of one position.
    case pytorchHalfPixel = "pytorch_half_pixel"
    /// The outermost positions of both lie on each other.
    case alignCorners = "align_corners"
    /// `i / s`.
    case asymmetric
    /// The region of interest fills the output.
    case cropAndResize = "tf_crop_and_resize"
    /// `(i + 0.5) / s`; only opset 11 has it.
    case halfPixelForNearest = "tf_half_pixel_for_nn"
  }

  /// Which position is the nearest.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// The closest, the lower one of two.
    case roundPreferFloor = "round_prefer_floor"
    /// The closest, the upper one of two.
    case roundPreferCeil = "round_prefer_ceil"
    /// The one below.
    case floor
    /// The one above.
    case ceil
  }

  /// What sizes mean.
  public enum AspectRatioPolicy: String, Hashable, Sendable, CaseIterable {
    /// The extents of the output.
    case stretch
    /// One scale for all axes, so that no extent is larger.
    case notLarger = "not_larger"
    /// One scale for all axes, so that no extent is smaller.
    case notSmaller = "not_smaller"
  }

  /// Interpolation; default nearest.
  public var mode: Mode
  /// Default `halfPixel`.
  public var coordinates: CoordinateTransformation
  /// Rounding of mode `nearest`; default `roundPreferFloor`.
  public var rounding: Rounding
  /// The coefficient of cubic convolution; default -0.75.
  public var cubicCoefficient: Float
  /// Whether positions outside the input weigh nothing instead of repeating the edge; default no.
  public var excludesOutside: Bool
  /// The value outside the input when cropping; default 0.
  public var extrapolationValue: Float
  /// Whether shrinking widens the interpolation to all positions that it covers; default no.
  public var antialiases: Bool
  /// The axes that region, scales and sizes tell about; nil: all.
  public var axes: [Int]?
  /// What sizes mean; default `stretch`.
  public var aspectRatioPolicy: AspectRatioPolicy

  /// The operator.
  public init(
    mode: Mode = .nearest, coordinates: CoordinateTransformation = .halfPixel,
    rounding: Rounding = .roundPreferFloor, cubicCoefficient: Float = -0.75,
    excludesOutside: Bool = false, extrapolationValue: Float = 0, antialiases: Bool = false,
    axes: [Int]? = nil, aspectRatioPolicy: AspectRatioPolicy = .stretch
  ) {
    (self.mode, self.coordinates, self.rounding) = (mode, coordinates, rounding)
    (self.cubicCoefficient, self.excludesOutside) = (cubicCoefficient, excludesOutside)
    (self.extrapolationValue, self.antialiases) = (extrapolationValue, antialiases)
    (self.axes, self.aspectRatioPolicy) = (axes, aspectRatioPolicy)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...4)
    let allowed = mode == .nearest ? ElementTypes.all : ElementTypes.numeric
    let x = try inputs.tensor(0, in: allowed)
    _ = try inputs.optionalTensor(1, in: ElementTypes.floats)
    let scales = try inputs.optionalTensor(2, in: ElementTypes.floats)
    let sizes = try inputs.optionalTensor(3, in: ElementTypes.indices)
    guard !(mode == .nearest && antialiases) else {
      throw GraphError(.invalidAttribute, "mode nearest has no antialias")
    }
    guard let dimensions = x.dimensions else { return [.tensor(x)] }
    let targets = try resizedAxes(rank: dimensions.count)
    for (type, name) in [(scales, "scales"), (sizes, "sizes")] where type?.shape != [0] {
      try type?.expectVector(.fixed(targets.count), name)
    }
    if scales?.shape == [0] || scales == nil, sizes?.shape == [0] || sizes == nil {
      throw GraphError(.missingInput, "expects scales or sizes, got neither")
    }
    if let shape = x.shape, inputs.constant(2) != nil || inputs.constant(3) != nil {
      let plan = try plan(shape, inputs.constant(1), inputs.constant(2), inputs.constant(3))
      return [.tensor(x.dtype, plan.map(\.output))]
    }
    return [.tensor(x.dtype, dimensions: try partial(dimensions, targets, inputs))]
  }

  /// Extents as far as they follow from those that are known.
  private func partial(
    _ dimensions: [Dimension], _ targets: [Int], _ inputs: OperandTypes
  ) throws(GraphError) -> [Dimension] {
    var result = dimensions
    let scales = inputs.constant(2)?.doubles() ?? []
    let sizes = try inputs.integers(3) ?? []
    for (index, axis) in targets.enumerated() {
      result[axis] = .unknown
      if sizes.count == targets.count, aspectRatioPolicy == .stretch {
        result[axis] = .fixed(try Self.checked(Double(sizes[index])))
      } else if scales.count == targets.count {
        if scales[index] == 1 {
          result[axis] = dimensions[axis]
        } else if let extent = dimensions[axis].value {
          result[axis] = .fixed(try Self.extent(extent, scales[index]))
        }
      }
    }
    return result
  }

  private static func extent(_ input: Int, _ scale: Double) throws(GraphError) -> Int {
    guard scale > 0, scale.isFinite else {
      throw GraphError(.invalidAttribute, "a scale is \(scale), expected a positive number")
    }
    // In single precision, as every producer of such files computes it.
    return try checked(Double((Float(input) * Float(scale)).rounded(.down)))
  }

  private static func checked(_ extent: Double) throws(GraphError) -> Int {
    guard extent >= 0, extent <= 0x1p40 else {
      throw GraphError(.limitExceeded, "an extent would be \(extent), expected 0 to 2^40")
    }
    return Int(extent)
  }

  private func resizedAxes(rank: Int) throws(GraphError) -> [Int] {
    try Axis.normalized(axes ?? Array(0..<rank), rank: rank)
  }

  /// What happens to each axis.
  ///
  /// - Parameters:
  ///   - shape: Shape of `x`.
  ///   - region: Input 1, if given.
  ///   - scales: Input 2, if given.
  ///   - sizes: Input 3, if given.
  /// - Throws: `missingInput`, `invalidAttribute`, `shapeMismatch` or `limitExceeded` for what does
  ///   not fit.
  public func plan(
    _ shape: [Int], _ region: Tensor?, _ scales: Tensor?, _ sizes: Tensor?
  ) throws(GraphError) -> [ResizedAxis] {
    let targets = try resizedAxes(rank: shape.count)
    var result = shape.map { ResizedAxis(input: $0, output: $0, scale: 1) }
    let scales = scales.flatMap { $0.count == 0 ? nil : $0.doubles() }
    let sizes = sizes.flatMap { $0.count == 0 ? nil : $0.int64s().map(Double.init) }
    guard scales == nil || sizes == nil else {
      throw GraphError(.invalidAttribute, "expects scales or sizes, got both")
    }
    guard let given = scales ?? sizes, given.count == targets.count else {
      throw GraphError(.missingInput, "expects \(targets.count) scales or sizes")
    }
    var common: Double?
    if sizes != nil, aspectRatioPolicy != .stretch {
      let ratios = zip(given, targets).map { $0 / Double(shape[$1]) }
      common = aspectRatioPolicy == .notLarger ? ratios.min() : ratios.max()
    }
    for (value, axis) in zip(given, targets) {
      let input = shape[axis]
      if scales != nil {
        result[axis].scale = value
        result[axis].output = try Self.extent(input, value)
      } else {
        result[axis].scale = common ?? value / Double(input)
        let exact = common.map { ($0 * Double(input) + 0.5).rounded(.down) } ?? value
        result[axis].output = try Self.checked(exact)
      }
      guard input > 0 || result[axis].output == 0 else {
        throw GraphError(
          .shapeMismatch, "axis \(axis) has no positions to make \(result[axis].output) of")
      }
    }
    if coordinates == .cropAndResize {
      try setRegion(&result, targets, region)
    }
    return result
  }

  private func setRegion(
    _ plan: inout [ResizedAxis], _ targets: [Int], _ region: Tensor?
  ) throws(GraphError) {
    let bounds = region?.doubles() ?? []
    guard bounds.count == 2 * targets.count else {
      throw GraphError(
        .missingInput,
        "tf_crop_and_resize expects a region of \(2 * targets.count) numbers, got \(bounds.count)")
    }
    for (index, axis) in targets.enumerated() {
      plan[axis].regionStart = bounds[index]
      plan[axis].regionEnd = bounds[targets.count + index]
    }
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let plan = try plan(
      x.shape, try inputs.optionalTensor(1), try inputs.optionalTensor(2),
      try inputs.optionalTensor(3))
    let shape = plan.map(\.output)
    guard try checkedProduct(shape) > 0 else {
      return [.tensor(x.picking([], shape: shape))]
    }
    if mode == .nearest { return [.tensor(try nearest(x, plan, shape))] }
    var values = x.doubles()
    var extents = x.shape
    // Shrinking axes go first, so that no step is larger than both input and output.
    let order = plan.indices.sorted { plan[$0].growth < plan[$1].growth }
    for axis in order where !isIdentity(plan[axis]) {
      try context.checkDeadline()
      let lines = (0..<plan[axis].output).map { sources(plan[axis], $0) }
      values = try interpolate(values, extents, axis, lines)
      extents[axis] = plan[axis].output
    }
    if coordinates == .cropAndResize {
      for (index, flag) in outside(plan).enumerated() where flag {
        values[index] = Double(extrapolationValue)
      }
    }
    if x.dtype.isInteger { values = values.map { $0.rounded(.towardZero) } }
    return [.tensor(Tensor(doubles: values, dtype: x.dtype, shape: shape))]
  }

  /// Whether every position of the output is that of the input.
  package func isIdentity(_ axis: ResizedAxis) -> Bool {
    axis.input == axis.output && axis.scale == 1 && coordinates != .cropAndResize
      && coordinates != .halfPixelForNearest
  }

  private func nearest(
    _ x: Tensor, _ plan: [ResizedAxis], _ shape: [Int]
  ) throws(GraphError) -> Tensor {
    var places = [0]
    for axis in plan {
      let line = (0..<axis.output).map { isIdentity(axis) ? $0 : nearestSource(axis, $0) }
      places = places.flatMap { place in
        line.map { place < 0 || $0 < 0 ? -1 : place * axis.input + $0 }
      }
    }
    guard coordinates == .cropAndResize, x.dtype != .string else {
      return x.picking(places, shape: shape)
    }
    let fill = Tensor(doubles: [Double(extrapolationValue)], dtype: x.dtype, shape: [])
    return x.picking(places, shape: shape, fill: fill)
  }

  /// The nearest position; -1 outside of what is cropped.
  package func nearestSource(_ axis: ResizedAxis, _ index: Int) -> Int {
    let place = axis.place(index, coordinates)
    if coordinates == .cropAndResize, !axis.contains(place) { return -1 }
    let rounded =
      switch rounding {
      case .roundPreferFloor: (place - 0.5).rounded(.up)
      case .roundPreferCeil: (place + 0.5).rounded(.down)
      case .floor: place.rounded(.down)
      case .ceil: place.rounded(.up)
      }
    return Int(min(max(rounded, 0), Double(axis.input - 1)))
  }

  /// Positions that make up position `index` of the output, with their weights.
  package func sources(_ axis: ResizedAxis, _ index: Int) -> [(index: Int, weight: Double)] {
    let place = axis.place(index, coordinates)
    if coordinates == .cropAndResize, !axis.contains(place) { return [] }
    let reach = mode == .cubic ? 2.0 : 1.0
    let scale = antialiases ? min(axis.scale, 1) : 1
    let base = place.rounded(.up) - 1
    let first = (-reach / scale).rounded(.down) + 1
    // Scales come with extents that they were checked against, so this stays near the input's.
    let steps = Int(min(2 - 2 * first, Double(4 * axis.input + 8)))
    var taps: [(index: Int, weight: Double)] = []
    var sum = 0.0
    for step in 0..<steps {
      let position = base + first + Double(step)
      let distance = (position - place) * scale
      var weight =
        mode == .cubic
        ? cubicWeight(distance, coefficient: Double(cubicCoefficient))
        : max(0, 1 - abs(distance))
      let inside = min(max(position, 0), Double(axis.input - 1))
      if excludesOutside, inside != position { weight = 0 }
      sum += weight
      if weight != 0 { taps.append((Int(inside), weight)) }
    }
    guard antialiases || excludesOutside, sum != 0 else { return taps }
    return taps.map { ($0.index, $0.weight / sum) }
  }

  private func interpolate(
    _ values: [Double], _ shape: [Int], _ axis: Int, _ lines: [[(index: Int, weight: Double)]]
  ) throws(GraphError) -> [Double] {
    let outer = try checkedProduct(shape[..<axis])
    let inner = try checkedProduct(shape[(axis + 1)...])
    var result = [Double](repeating: 0, count: try checkedProduct([outer, lines.count, inner]))
    for block in 0..<outer {
      for (position, line) in lines.enumerated() {
        let target = (block * lines.count + position) * inner
        for tap in line {
          let source = (block * shape[axis] + tap.index) * inner
          for lane in 0..<inner { result[target + lane] += values[source + lane] * tap.weight }
        }
      }
    }
    return result
  }

  /// Which elements of the output lie outside the input.
  private func outside(_ plan: [ResizedAxis]) -> [Bool] {
    plan.reduce([false]) { outer, axis in
      let line = (0..<axis.output).map { !axis.contains(axis.place($0, coordinates)) }
      return outer.flatMap { flag in line.map { flag || $0 } }
    }
  }
}

/// What ``Resize`` does to one axis.
public struct ResizedAxis: Hashable, Sendable {
  /// Extent of the input.
  public let input: Int
  /// Extent of the output.
  public var output: Int
  /// Output positions for each input position.
  public var scale: Double
  /// Beginning of the cropped region as a fraction of the axis.
  public var regionStart = 0.0
  /// End of the cropped region as a fraction of the axis.
  public var regionEnd = 1.0

  /// An axis that is not cropped.
  public init(input: Int, output: Int, scale: Double) {
    (self.input, self.output, self.scale) = (input, output, scale)
  }

  /// Ratio of the extents.
  package var growth: Double { Double(output) / Double(max(input, 1)) }

  /// Whether a place lies between the outermost positions of the input.
  public func contains(_ place: Double) -> Bool { place >= 0 && place <= Double(input - 1) }

  /// Where position `index` of the output lies in the input.
  ///
  /// - Complexity: O(1).
  public func place(_ index: Int, _ coordinates: Resize.CoordinateTransformation) -> Double {
    let (position, length) = (Double(index), Double(input))
    // The exact extent of the output, before it was rounded to a number of positions. Multiplying
    // first keeps places exact that lie on a position or halfway between two.
    let exact = scale * length
    let halfPixel = (position + 0.5) * length / exact - 0.5
    let place: Double
    switch coordinates {
    case .halfPixel: place = halfPixel
    case .halfPixelSymmetric: place = length / 2 * (1 - Double(output) / exact) + halfPixel
    case .pytorchHalfPixel: place = output > 1 ? halfPixel : 0
    case .alignCorners: place = exact == 1 ? 0 : position * (length - 1) / (exact - 1)
    case .asymmetric: place = position * length / exact
    case .cropAndResize: place = croppedPlace(index)
    case .halfPixelForNearest: place = halfPixel + 0.5
    }
    return place.isNaN ? -1 : min(max(place, -0x1p41), 0x1p41)
  }

  /// In single precision, in which other engines decide what is still inside.
  private func croppedPlace(_ index: Int) -> Double {
    let (start, end, last) = (Float(regionStart), Float(regionEnd), Float(input - 1))
    guard output > 1 else { return Double(0.5 * (start + end) * last) }
    return Double(start * last + Float(index) * (end - start) * last / Float(output - 1))
  }
}

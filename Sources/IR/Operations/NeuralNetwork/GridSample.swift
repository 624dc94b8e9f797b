// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Samples of an input at given places, interpolated between positions.
///
/// - Inputs: `x` `[N, C, D1, …, Dk]`, floating point, with 1 to 6 spatial axes; places
///   `[N, E1, …, Ek, k]`, floating point, coordinates of the last axis first, where -1 and 1 are the
///   ends of an axis.
/// - Outputs: `[N, C, E1, …, Ek]`, the element type of `x`.
/// - Source: ONNX `GridSample`, opset 22.
public struct GridSample: Operation {
  public static let opType = "GridSample"

  /// How values between positions come about.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The value of the nearest position, ties to even ones.
    case nearest
    /// Linear along each axis.
    case linear
    /// Cubic convolution along each axis, coefficient -0.75.
    case cubic
  }

  /// What is outside the input.
  public enum Outside: String, Hashable, Sendable, CaseIterable {
    /// Zeros.
    case zeros
    /// The nearest position inside.
    case border
    /// The input mirrored at its ends.
    case reflection
  }

  /// Interpolation; default linear.
  public var mode: Mode
  /// What is outside; default zeros.
  public var outside: Outside
  /// Whether -1 and 1 are the centres of the outermost positions instead of their outer edges;
  /// default no.
  public var alignsCorners: Bool

  /// The operator.
  public init(mode: Mode = .linear, outside: Outside = .zeros, alignsCorners: Bool = false) {
    (self.mode, self.outside, self.alignsCorners) = (mode, outside, alignsCorners)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    let grid = try inputs.tensor(1, in: ElementTypes.floats)
    try x.expectRank(3...8, "the input")
    try grid.expectRank(3...8, "the grid")
    guard let rank = x.rank ?? grid.rank else { return [.tensor(x.dtype, dimensions: nil)] }
    let unknown = [Dimension](repeating: .unknown, count: rank)
    let (input, places) = (x.dimensions ?? unknown, grid.dimensions ?? unknown)
    guard places.count == rank, places[0].isCompatible(with: input[0]),
      places[rank - 1].isCompatible(with: .fixed(rank - 2))
    else {
      throw GraphError(
        .shapeMismatch,
        "the grid is \(grid), expected [\(input[0]), …, \(rank - 2)] of \(rank) axes for \(x)")
    }
    if input.dropFirst(2).contains(.fixed(0)) {
      throw GraphError(.shapeMismatch, "the input \(x) has no positions to sample")
    }
    let samples = input[0].value != nil ? input[0] : places[0]
    return [.tensor(x.dtype, dimensions: [samples, input[1]] + places[1..<rank - 1])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, grid) = (try inputs.tensor(0), try inputs.tensor(1))
    let extents = Array(x.shape.dropFirst(2))
    let output = Array(grid.shape[1..<grid.rank - 1])
    let shape = [x.shape[0], x.shape[1]] + output
    let (values, places) = (x.doubles(), grid.doubles())
    let inputPlane = try checkedProduct(extents)
    let outputPlane = try checkedProduct(output)
    var result = [Double](repeating: 0, count: try checkedProduct(shape))
    for sample in 0..<x.shape[0] {
      for number in 0..<outputPlane {
        if number % 256 == 0 { try context.checkDeadline() }
        let start = (sample * outputPlane + number) * extents.count
        var neighbours = [(offset: 0, weight: 1.0)]
        for (axis, extent) in extents.enumerated() {
          let line = sources(places[start + extents.count - 1 - axis], extent)
          neighbours = neighbours.flatMap { corner in
            line.map { (corner.offset * extent + $0.index, corner.weight * $0.weight) }
          }
        }
        for channel in 0..<x.shape[1] {
          let plane = sample * x.shape[1] + channel
          result[plane * outputPlane + number] = neighbours.reduce(0) {
            $0 + values[plane * inputPlane + $1.offset] * $1.weight
          }
        }
      }
    }
    return [.tensor(Tensor(doubles: result, dtype: x.dtype, shape: shape))]
  }

  /// Positions along one axis that make up the value at a coordinate from -1 to 1.
  private func sources(_ normalized: Double, _ extent: Int) -> [(index: Int, weight: Double)] {
    let length = Double(extent)
    var place =
      alignsCorners
      ? (normalized + 1) / 2 * (length - 1) : ((normalized + 1) * length - 1) / 2
    // Far outside (and NaN, which is nowhere) all places are alike; this keeps them integers.
    place = place.isNaN ? -0x1p40 : min(max(place, -0x1p40), 0x1p40)
    if mode == .nearest { place.round(.toNearestOrEven) }
    let (low, high) = alignsCorners ? (0, length - 1) : (-0.5, length - 0.5)
    if place < low || place > high {
      switch outside {
      case .zeros: break
      // As in PyTorch, cubic taps are moved to the border one by one.
      case .border: if mode != .cubic { place = min(max(place, 0), length - 1) }
      case .reflection: place = reflected(place, low, high)
      }
    }
    let base = Int(place.rounded(.down))
    let fraction = place - Double(base)
    let taps: [(Int, Double)]
    switch mode {
    case .nearest: taps = [(Int(place), 1)]
    case .linear: taps = [(base, 1 - fraction), (base + 1, fraction)]
    case .cubic:
      taps = (-1...2).map { step in
        (base + step, cubicWeight(fraction - Double(step), coefficient: -0.75))
      }
    }
    return taps.compactMap { index, weight in
      position(index, extent, low, high).map { ($0, weight) }
    }
  }

  private func position(_ index: Int, _ extent: Int, _ low: Double, _ high: Double) -> Int? {
    if index >= 0, index < extent { return index }
    switch outside {
    case .zeros: return nil
    case .border: return min(max(index, 0), extent - 1)
    case .reflection: return min(max(Int(reflected(Double(index), low, high)), 0), extent - 1)
    }
  }

  /// The place mirrored at the ends until it is between them.
  private func reflected(_ place: Double, _ low: Double, _ high: Double) -> Double {
    let span = high - low
    guard span > 0 else { return low }
    guard place < low || place > high else { return place }
    let distance = place < low ? low - place : place - high
    let rest = distance.truncatingRemainder(dividingBy: span)
    let isEven = (distance / span).rounded(.towardZero).truncatingRemainder(dividingBy: 2) == 0
    return isEven == (place < low) ? low + rest : high - rest
  }
}

/// The weight of cubic convolution at a distance.
///
/// - Source: Keys, IEEE TASSP 29(6), 1981, equation 4 with `a` as coefficient.
func cubicWeight(_ distance: Double, coefficient a: Double) -> Double {
  let x = abs(distance)
  if x <= 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
  if x < 2 { return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a }
  return 0
}

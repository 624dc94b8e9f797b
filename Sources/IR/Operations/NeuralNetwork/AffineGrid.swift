// SPDX-License-Identifier: Apache-2.0
import Tensors

/// A grid of coordinates, moved by an affine map for each sample: input for ``GridSample``.
///
/// - Inputs: matrices `[N, 2, 3]` or `[N, 3, 4]`, floating point; the extents of the image,
///   `int64`: `[N, C, H, W]` or `[N, C, D, H, W]`.
/// - Outputs: coordinates x, y (and z) from -1 to 1: `[N, H, W, 2]` or `[N, D, H, W, 3]`, of the
///   type of the matrices.
/// - Source: ONNX `AffineGrid`, opset 20.
public struct AffineGrid: Operation {
  public static let opType = "AffineGrid"

  /// Whether -1 and 1 are the centres of the outermost positions instead of their outer edges;
  /// default no.
  public var alignsCorners: Bool

  /// The operator.
  public init(alignsCorners: Bool = false) { self.alignsCorners = alignsCorners }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let theta = try inputs.tensor(0, in: ElementTypes.floats)
    let size = try inputs.tensor(1, in: [.int64])
    try theta.expectRank(3...3, "theta")
    try size.expectRank(1...1, "size")
    let extents = try inputs.integers(1)
    guard let rank = size.shape?.first ?? theta.dimensions?[1].value.map({ $0 + 2 }) else {
      return [.tensor(theta.dtype, dimensions: nil)]
    }
    if let extents, let least = extents.min(), least < 0 {
      throw GraphError(.shapeMismatch, "size is \(extents), expected 0 or more")
    }
    guard rank == 4 || rank == 5 else {
      throw GraphError(.shapeMismatch, "size has \(rank) entries, expected 4 or 5")
    }
    let matrix = TensorType(
      theta.dtype,
      dimensions: [extents.map { .fixed($0[0]) } ?? .unknown, .fixed(rank - 2), .fixed(rank - 1)])
    guard theta.isCompatible(with: matrix) else {
      throw GraphError(.shapeMismatch, "theta is \(theta), expected \(matrix)")
    }
    let spatial =
      extents.map { $0.dropFirst(2).map(Dimension.fixed) }
      ?? [Dimension](repeating: .unknown, count: rank - 2)
    let samples = theta.dimensions?[0] ?? matrix.dimensions?[0] ?? .unknown
    return [.tensor(theta.dtype, dimensions: [samples] + spatial + [.fixed(rank - 2)])]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let theta = try inputs.tensor(0)
    let extents = (try inputs.integers(1) ?? []).dropFirst(2)
    let axes = extents.count
    let lines = extents.map(coordinates)
    let matrices = theta.doubles()
    var result: [Double] = []
    for sample in 0..<theta.shape[0] {
      for number in 0..<(try checkedProduct(extents)) {
        // The last axis comes first, as matrices take x before y before z.
        var (point, rest): ([Double], Int) = ([], number)
        for line in lines.reversed() {
          point.append(line[rest % line.count])
          rest /= line.count
        }
        for row in 0..<axes {
          let start = (sample * axes + row) * (axes + 1)
          var sum = matrices[start + axes]
          for column in 0..<axes { sum += matrices[start + column] * point[column] }
          result.append(sum)
        }
      }
    }
    let shape = [theta.shape[0]] + extents + [axes]
    return [.tensor(Tensor(doubles: result, dtype: theta.dtype, shape: shape))]
  }

  private func coordinates(_ extent: Int) -> [Double] {
    (0..<extent).map { index in
      if alignsCorners {
        return extent == 1 ? 0 : 2 * Double(index) / Double(extent - 1) - 1
      }
      return (2 * Double(index) + 1) / Double(extent) - 1
    }
  }
}

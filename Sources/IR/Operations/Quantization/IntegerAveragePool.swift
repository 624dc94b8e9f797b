// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Mean of windows of codes as `DequantizeLinear`, `AveragePool` and `QuantizeLinear` compute it: the
/// real numbers added up in the order of the taps, over their count, over the scale, each step
/// rounded by itself; rounded half to even, plus the zero point.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, `uint8`.
/// - Outputs: codes `[N, C, E1, E2, …]`, `uint8`.
/// - Source: no ONNX operator; `IntegerFusion` in the passes makes it.
public struct IntegerAveragePool: Operation {
  public static let opType = "IntegerAveragePool"

  /// Extents of the window; empty: all positions.
  public var kernel: [Int]
  /// How the window moves.
  public var window: SlidingWindow
  /// Whether padding counts; see ``AveragePool/countsPadding``.
  public var countsPadding: Bool
  /// Code of zero of the input.
  public var inputZeroPoint: UInt8
  /// Scale of the input.
  public var inputScale: Float
  /// Scale of the result.
  public var scale: Float
  /// Code of zero of the result.
  public var zeroPoint: UInt8

  /// A pooling.
  public init(
    kernel: [Int], window: SlidingWindow, countsPadding: Bool, inputZeroPoint: UInt8,
    inputScale: Float, scale: Float, zeroPoint: UInt8
  ) {
    (self.kernel, self.window, self.countsPadding) = (kernel, window, countsPadding)
    (self.inputZeroPoint, self.inputScale) = (inputZeroPoint, inputScale)
    (self.scale, self.zeroPoint) = (scale, zeroPoint)
  }

  /// The pooling for an input of the given spatial extents.
  public func pool(over extents: [Int]) -> AveragePool {
    AveragePool(
      kernel: kernel.isEmpty ? extents : kernel, window: window, countsPadding: countsPadding)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: [.uint8])
    guard let dimensions = x.dimensions else { return [.tensor(.uint8, dimensions: nil)] }
    guard dimensions.count >= 3 else {
      throw GraphError(.shapeMismatch, "expects spatial axes behind batch and channels, got \(x)")
    }
    if kernel.isEmpty {
      let ones = dimensions.dropFirst(2).map { _ in Dimension.fixed(1) }
      return [.tensor(.uint8, dimensions: dimensions.prefix(2) + ones)]
    }
    let pool = pool(over: [])
    let type = try pool.pooledType(OperandTypes([.tensor(.float32, dimensions: dimensions)]))
    return [.tensor(.uint8, dimensions: type.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let rounding = CodeRounding(zeroPoint: zeroPoint)
    let pool = pool(over: Array(x.shape.dropFirst(2)))
    let codes = Tensor(
      doubles: x.array(of: UInt8.self).map { Double(Int($0) - Int(inputZeroPoint)) },
      dtype: .float64, shape: x.shape)
    let result = try pool.pooled(codes, context) { geometry, position, values in
      let count = pool.count(geometry, position, values.count)
      let sum = values.reduce(Float(0)) { $0 + Float($1) * inputScale }
      return Double(rounding.code(count == 0 ? 0 : sum / Float(count) / scale))
    }
    return [.tensor(Tensor(doubles: result.doubles(), dtype: .uint8, shape: result.shape))]
  }
}

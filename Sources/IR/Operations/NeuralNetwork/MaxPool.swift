// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The largest value of each window. Padding is never the largest; NaN is.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point, `int8` or `uint8`.
/// - Outputs: `y` `[N, C, E1, E2, …]`, extents by ``SlidingWindow``; the indices of the first such
///   values, `int64`, same shape, counted over all of `x`. A window outside the input gives the
///   lowest value and the index of its plane's first element.
/// - Source: ONNX `MaxPool`, opset 22.
public struct MaxPool: Operation, WindowPooling {
  public static let opType = "MaxPool"
  static let inputTypes = ElementTypes.floats.union([.int8, .uint8])

  /// Extents of the window, one for each spatial axis, 1 or more.
  public var kernel: [Int]
  /// How the window moves.
  public var window: SlidingWindow
  /// Whether indices count the first spatial axis fastest (ONNX `storage_order` 1).
  public var countsColumnsFirst: Bool

  /// A pooling.
  public init(
    kernel: [Int], window: SlidingWindow = SlidingWindow(), countsColumnsFirst: Bool = false
  ) {
    (self.kernel, self.window, self.countsColumnsFirst) = (kernel, window, countsColumnsFirst)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let y = try pooledType(inputs)
    return [.tensor(y), .tensor(.int64, dimensions: y.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let geometry = try geometry(x)
    let shape = Array(x.shape.prefix(2)) + geometry.output
    let planes = try checkedProduct(x.shape.prefix(2))
    let inputPlane = try checkedProduct(geometry.input)
    let outputPlane = try checkedProduct(geometry.output)
    let samples = x.doubles()
    var largest = [Double](repeating: 0, count: try checkedProduct(shape))
    var indices = [Int64](repeating: 0, count: largest.count)
    try geometry.forEachWindow { number, _, taps throws(GraphError) in
      try context.checkDeadline()
      for plane in 0..<planes {
        var (best, place) = (-Double.infinity, taps.first?.offset ?? 0)
        for tap in taps {
          let value = samples[plane * inputPlane + tap.offset]
          if value > best || (value.isNaN && !best.isNaN) { (best, place) = (value, tap.offset) }
        }
        largest[plane * outputPlane + number] = best
        let index = countsColumnsFirst ? columnFirst(place, geometry.input) : place
        indices[plane * outputPlane + number] = Int64(plane * inputPlane + index)
      }
    }
    return [
      .tensor(Tensor(doubles: largest, dtype: x.dtype, shape: shape)),
      .tensor(Tensor(indices, shape: shape)),
    ]
  }

  /// The number of a position when the first axis counts fastest.
  private func columnFirst(_ offset: Int, _ extents: [Int]) -> Int {
    var rest = offset
    var position: [Int] = []
    for extent in extents.reversed() {
      position.append(rest % extent)
      rest /= extent
    }
    // `position` is reversed: its first entry belongs to the last axis, which counts slowest.
    return zip(position, extents.reversed()).reduce(0) { number, axis in
      number * axis.1 + axis.0
    }
  }
}

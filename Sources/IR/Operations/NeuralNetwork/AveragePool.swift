// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The mean of each window.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point.
/// - Outputs: `[N, C, E1, E2, …]`, extents by ``SlidingWindow``. A window without any position to
///   count gives 0.
/// - Source: ONNX `AveragePool`, opset 22.
public struct AveragePool: Operation, WindowPooling {
  public static let opType = "AveragePool"

  /// Extents of the window, one for each spatial axis, 1 or more.
  public var kernel: [Int]
  /// How the window moves.
  public var window: SlidingWindow
  /// Whether padding counts as zeros; default no.
  ///
  /// What a rounded-up window has behind the padding counts only if the window is dilated: so does
  /// ONNX's test suite, while PyTorch and ONNX Runtime, which define windows without dilation,
  /// never count it.
  public var countsPadding: Bool

  /// A pooling.
  public init(
    kernel: [Int], window: SlidingWindow = SlidingWindow(), countsPadding: Bool = false
  ) {
    (self.kernel, self.window, self.countsPadding) = (kernel, window, countsPadding)
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let result = try pooled(x, context) { geometry, position, values in
      let count = count(geometry, position, values.count)
      return count == 0 ? 0 : values.reduce(0, +) / Double(count)
    }
    return [.tensor(result)]
  }

  /// Positions of a window that count, of which `inside` are on the input.
  func count(_ geometry: WindowGeometry, _ position: [Int], _ inside: Int) -> Int {
    guard countsPadding else { return inside }
    let isDilated = geometry.axes.contains { $0.dilation > 1 }
    return zip(geometry.axes, position).reduce(1) { product, axis in
      product * (isDilated ? axis.0.kernel : axis.0.paddedTaps(at: axis.1).count)
    }
  }
}

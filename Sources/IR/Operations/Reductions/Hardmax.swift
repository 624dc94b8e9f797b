// SPDX-License-Identifier: Apache-2.0

/// 1 for the first largest element along an axis, 0 for all others. The first NaN counts as largest.
///
/// - Inputs: `x`, rank 1 or more, standard floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Hardmax`, opset 13.
public struct Hardmax: SoftmaxOperation {
  public static let opType = "Hardmax"
  /// The axis, in `-rank ..< rank`. Default -1.
  public var axis: Int

  /// The operator along an axis.
  public init(axis: Int = -1) { self.axis = axis }

  public func normalize(_ lane: [Double]) -> [Double] {
    var best = 0
    for index in lane.indices where !lane[best].isNaN {
      if lane[index].isNaN || lane[index] > lane[best] { best = index }
    }
    return lane.indices.map { $0 == best ? 1 : 0 }
  }
}

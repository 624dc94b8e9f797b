// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Logarithm of the softmax along an axis: `y = x - log Σ exp(x)`, without overflow.
///
/// - Inputs: `x`, rank 1 or more, standard floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `LogSoftmax`, opset 13.
public struct LogSoftmax: SoftmaxOperation {
  public static let opType = "LogSoftmax"
  /// The axis, in `-rank ..< rank`. Default -1.
  public var axis: Int

  /// The operator along an axis.
  public init(axis: Int = -1) { self.axis = axis }

  public func normalize(_ lane: [Double]) -> [Double] {
    let largest = lane.reduce(-.infinity, maximum)
    let logarithm = log(lane.reduce(0) { $0 + exp($1 - largest) })
    return lane.map { $0 - largest - logarithm }
  }
}

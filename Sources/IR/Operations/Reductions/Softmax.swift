// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Exponentials along an axis, scaled to the sum 1: `y = exp(x) / Σ exp(x)`, without overflow.
///
/// - Inputs: `x`, rank 1 or more, standard floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Softmax`, opset 13.
public struct Softmax: SoftmaxOperation {
  public static let opType = "Softmax"
  /// The axis, in `-rank ..< rank`. Default -1.
  public var axis: Int

  /// The operator along an axis.
  public init(axis: Int = -1) { self.axis = axis }

  public func normalize(_ lane: [Double]) -> [Double] {
    let largest = lane.reduce(-.infinity, maximum)
    let powers = lane.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Softplus: `y = log(eˣ + 1)`, elementwise, without overflow for large `x`.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Softplus`, opset 22.
public struct Softplus: UnaryFloatOperation {
  public static let opType = "Softplus"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { maximum(x, 0) + log1p(Foundation.exp(-abs(x))) }
}

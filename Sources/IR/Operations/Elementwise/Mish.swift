// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Mish: `y = x * tanh(log(1 + eˣ))`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Mish`, opset 22; Misra, BMVC 2020, arXiv:1908.08681.
public struct Mish: UnaryFloatOperation {
  public static let opType = "Mish"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x * Foundation.tanh(Softplus().apply(x)) }
}

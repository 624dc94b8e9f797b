// SPDX-License-Identifier: Apache-2.0
/// Piecewise linear swish: `y = x * max(0, min(1, x / 6 + 1/2))`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `HardSwish`, opset 22; Howard et al., ICCV 2019, arXiv:1905.02244.
public struct HardSwish: UnaryFloatOperation {
  public static let opType = "HardSwish"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x * minimum(1, maximum(0, x / 6 + 0.5)) }
}

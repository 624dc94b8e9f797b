// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Logistic function: `y = 1 / (1 + e⁻ˣ)`, elementwise.
///
/// - Inputs: `x`, any shape, floating point.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Sigmoid`, opset 13.
public struct Sigmoid: UnaryFloatOperation {
  public static let opType = "Sigmoid"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { 1 / (1 + Foundation.exp(-x)) }
}

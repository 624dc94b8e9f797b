// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Tensors

/// Gauss error function: `y = 2/√π ∫₀ˣ exp(-t²) dt`, elementwise.
///
/// - Inputs: `x`, any shape, floating point or integer.
/// - Outputs: `y`, the type of `x`; integers are truncated towards zero.
/// - Source: ONNX `Erf`, opset 13.
public struct Erf: UnaryFloatOperation {
  public static let opType = "Erf"
  public static let elementTypes = ElementTypes.arithmetic

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { Foundation.erf(x) }
}

// SPDX-License-Identifier: Apache-2.0
/// Sign, elementwise: 1, 0 or -1; NaN stays.
///
/// - Inputs: `x`, any shape, floating point or integer of 8 to 64 bits.
/// - Outputs: `y`, the type of `x`.
/// - Source: ONNX `Sign`, opset 13.
public struct Sign: UnaryNumericOperation {
  public static let opType = "Sign"

  /// The operator.
  public init() {}

  public func apply(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0 }

  public func apply<Integer: FixedWidthInteger>(_ x: Integer) -> Integer { x.signum() }
}

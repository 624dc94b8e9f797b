// SPDX-License-Identifier: Apache-2.0
/// Quotient `a / b`, elementwise with broadcasting. Integers are truncated towards zero, and the
/// smallest one divided by -1 wraps around to itself.
///
/// Evaluation throws `indexOutOfRange` for an integer divided by zero.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: floating point or integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, the same element type.
/// - Source: ONNX `Div`, opset 14.
public struct Div: BinaryArithmeticOperation {
  public static let opType = "Div"

  /// The operator.
  public init() {}

  public func apply(_ a: Double, _ b: Double) -> Double { a / b }

  public func apply<Integer: FixedWidthInteger>(
    _ a: Integer, _ b: Integer
  ) throws(GraphError) -> Integer {
    guard b != 0 else { throw GraphError(.indexOutOfRange, "divides the integer \(a) by zero") }
    return a.dividedReportingOverflow(by: b).partialValue
  }
}

// SPDX-License-Identifier: Apache-2.0
/// Whether `a ≤ b`, elementwise with broadcasting; false where one is NaN.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: floating point or integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, `bool`.
/// - Source: ONNX `LessOrEqual`, opset 16.
public struct LessOrEqual: ComparisonOperation {
  public static let opType = "LessOrEqual"

  /// The operator.
  public init() {}

  public func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a <= b }
}

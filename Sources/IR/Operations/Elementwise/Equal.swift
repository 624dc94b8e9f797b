// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Whether `a = b`, elementwise with broadcasting; NaN equals nothing. Strings are equal when their
/// bytes are.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: floating point, integer of 8 to
///   64 bits, `bool` or `string`.
/// - Outputs: `c`, the broadcast shape, `bool`.
/// - Source: ONNX `Equal`, opset 19.
public struct Equal: ComparisonOperation {
  public static let opType = "Equal"
  public static let elementTypes = ElementTypes.arithmetic.union([.bool, .string])

  /// The operator.
  public init() {}

  public func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool { a == b }
}

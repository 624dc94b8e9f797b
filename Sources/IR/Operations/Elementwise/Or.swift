// SPDX-License-Identifier: Apache-2.0
/// Logical disjunction, elementwise with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: `bool`.
/// - Outputs: `c`, the broadcast shape, `bool`.
/// - Source: ONNX `Or`, opset 7.
public struct Or: LogicalOperation {
  public static let opType = "Or"

  /// The operator.
  public init() {}

  public func apply(_ a: Bool, _ b: Bool) -> Bool { a || b }
}

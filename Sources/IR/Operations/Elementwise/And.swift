// SPDX-License-Identifier: Apache-2.0
/// Logical conjunction, elementwise with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: `bool`.
/// - Outputs: `c`, the broadcast shape, `bool`.
/// - Source: ONNX `And`, opset 7.
public struct And: LogicalOperation {
  public static let opType = "And"

  /// The operator.
  public init() {}

  public func apply(_ a: Bool, _ b: Bool) -> Bool { a && b }
}

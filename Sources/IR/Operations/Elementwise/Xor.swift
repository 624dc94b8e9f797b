// SPDX-License-Identifier: Apache-2.0
/// Exclusive disjunction, elementwise with broadcasting.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: `bool`.
/// - Outputs: `c`, the broadcast shape, `bool`.
/// - Source: ONNX `Xor`, opset 7.
public struct Xor: LogicalOperation {
  public static let opType = "Xor"

  /// The operator.
  public init() {}

  public func apply(_ a: Bool, _ b: Bool) -> Bool { a != b }
}

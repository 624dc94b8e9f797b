// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// Remainder of a division, elementwise with broadcasting.
///
/// Evaluation throws `indexOutOfRange` for an integer divided by zero.
///
/// - Inputs: `a` and `b`, shapes that broadcast, one element type: floating point or integer of 8 to 64 bits.
/// - Outputs: `c`, the broadcast shape, the same element type.
/// - Source: ONNX `Mod`, opset 13.
public struct Mod: BinaryArithmeticOperation {
  public static let opType = "Mod"
  /// Whether the result has the sign of `a`, as C's `fmod`, instead of that of `b`; must be true for
  /// floating-point numbers. Default false.
  public var followsDividend: Bool

  /// The operator with the given attributes.
  public init(followsDividend: Bool = false) {
    self.followsDividend = followsDividend
  }

  public func apply(_ a: Double, _ b: Double) -> Double { Foundation.fmod(a, b) }

  public func apply<Integer: FixedWidthInteger>(
    _ a: Integer, _ b: Integer
  ) throws(GraphError) -> Integer {
    guard b != 0 else { throw GraphError(.indexOutOfRange, "divides the integer \(a) by zero") }
    let remainder = a.remainderReportingOverflow(dividingBy: b).partialValue
    let isOfOtherSign = remainder != 0 && (remainder < 0) != (b < 0)
    return !followsDividend && isOfOtherSign ? remainder &+ b : remainder
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let types = try inputs.sameTypeTensors(count: 2...2, in: Self.elementTypes)
    guard followsDividend || types[0].dtype.isInteger else {
      throw GraphError(
        .invalidAttribute, "fmod must be 1 for \(types[0].dtype), as for every floating-point type")
    }
    return [.tensor(types[0].dtype, dimensions: try TensorType.broadcastDimensions(types))]
  }
}

// SPDX-License-Identifier: Apache-2.0
public import Tensors

/// Maximum along axes. NaN wins; `false` is below `true`.
///
/// - Inputs: `x`, any shape, standard floating point, integer of 8, 32 or 64 bits, or `bool`; `axes`,
///   optional, `int64` vector, each in `-rank ..< rank`.
/// - Outputs: `y`, the element type of `x`; reduced axes have extent 1 or are left out. Of an empty
///   set: -∞ or the least number of the type.
/// - Source: ONNX `ReduceMax`, opset 20.
public struct ReduceMax: ReductionOperation {
  public static let opType = "ReduceMax"
  public static let elementTypes = ElementTypes.floats.union([
    .int64, .int32, .int8, .uint64, .uint32, .uint8, .bool,
  ])
  /// Whether reduced axes stay, with extent 1. Default true.
  public var keepsAxes: Bool
  /// Whether absent or empty `axes` mean none instead of all. Default false.
  public var isElementwiseWithoutAxes: Bool

  /// The operator with the given attributes.
  public init(keepsAxes: Bool = true, isElementwiseWithoutAxes: Bool = false) {
    (self.keepsAxes, self.isElementwiseWithoutAxes) = (keepsAxes, isElementwiseWithoutAxes)
  }

  public func reduce(_ values: [Double]) -> Double { values.reduce(-.infinity, maximum) }

  public func reduce<Integer: FixedWidthInteger>(_ values: [Integer]) -> Integer {
    values.max() ?? .min
  }
}

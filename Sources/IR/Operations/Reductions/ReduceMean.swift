// SPDX-License-Identifier: Apache-2.0
/// Arithmetic mean along axes; for integers truncated towards zero.
///
/// - Inputs: `x`, any shape, standard floating point or integer of 32 or 64 bits; `axes`,
///   optional, `int64` vector, each in `-rank ..< rank`.
/// - Outputs: `y`, the element type of `x`; reduced axes have extent 1 or are left out. Of an empty
///   set: NaN, an error for integers.
/// - Source: ONNX `ReduceMean`, opset 18.
public struct ReduceMean: ReductionOperation {
  public static let opType = "ReduceMean"
  /// Whether reduced axes stay, with extent 1. Default true.
  public var keepsAxes: Bool
  /// Whether absent or empty `axes` mean none instead of all. Default false.
  public var isElementwiseWithoutAxes: Bool

  /// The operator with the given attributes.
  public init(keepsAxes: Bool = true, isElementwiseWithoutAxes: Bool = false) {
    (self.keepsAxes, self.isElementwiseWithoutAxes) = (keepsAxes, isElementwiseWithoutAxes)
  }

  public func reduce(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}

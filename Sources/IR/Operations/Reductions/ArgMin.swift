// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Position of the smallest element along an axis. The first NaN wins, as in NumPy.
///
/// - Inputs: `x`, rank 1 or more, floating point or integer of 8 to 64 bits.
/// - Outputs: `y`, `int64`, the shape of `x` with ``axis`` of extent 1 or left out.
/// - Source: ONNX `ArgMin`, opset 13.
public struct ArgMin: ArgumentOperation {
  public static let opType = "ArgMin"
  /// The axis, in `-rank ..< rank`. Default 0.
  public var axis: Int
  /// Whether the axis stays, with extent 1. Default true.
  public var keepsAxes: Bool
  /// Whether the last of equal elements counts instead of the first. Default false.
  public var selectsLast: Bool

  /// The operator with the given attributes.
  public init(axis: Int = 0, keepsAxes: Bool = true, selectsLast: Bool = false) {
    (self.axis, self.keepsAxes, self.selectsLast) = (axis, keepsAxes, selectsLast)
  }

  public func isBetter<Element: Comparable>(_ a: Element, than b: Element) -> Bool { a < b }
}

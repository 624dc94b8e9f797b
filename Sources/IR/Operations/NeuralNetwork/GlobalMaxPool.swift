// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The largest value over all spatial positions; NaN counts as the largest.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point.
/// - Outputs: `[N, C, 1, 1, …]`. The largest of nothing is minus infinity.
/// - Source: ONNX `GlobalMaxPool`, opset 22.
public struct GlobalMaxPool: Operation, GlobalPooling {
  public static let opType = "GlobalMaxPool"

  /// The operator.
  public init() {}

  func pool(_ values: ArraySlice<Double>) -> Double {
    values.reduce(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
  }
}

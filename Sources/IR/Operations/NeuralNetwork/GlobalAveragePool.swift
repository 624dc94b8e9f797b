// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The mean over all spatial positions.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point.
/// - Outputs: `[N, C, 1, 1, …]`. The mean of nothing is NaN.
/// - Source: ONNX `GlobalAveragePool`, opset 22.
public struct GlobalAveragePool: Operation, GlobalPooling {
  public static let opType = "GlobalAveragePool"

  /// The operator.
  public init() {}

  func pool(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

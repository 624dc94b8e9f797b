// SPDX-License-Identifier: Apache-2.0
import Tensors

/// The Lp norm over all spatial positions: `(Σ |x|^p)^(1/p)`.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point.
/// - Outputs: `[N, C, 1, 1, …]`.
/// - Source: ONNX `GlobalLpPool`, opset 22.
public struct GlobalLpPool: Operation, GlobalPooling {
  public static let opType = "GlobalLpPool"

  /// The exponent, 1 or more; default 2.
  public var p: Int

  /// A pooling with exponent `p`.
  public init(p: Int = 2) { self.p = p }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try checkNormExponent(p)
    try inputs.expect(count: 1...1)
    let x = try inputs.tensor(0, in: ElementTypes.floats)
    return try GlobalAveragePool().outputTypes(OperandTypes([.tensor(x)]))
  }

  func pool(_ values: ArraySlice<Double>) -> Double { norm(values, p) }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// The Lp norm of each window: `(Σ |x|^p)^(1/p)`.
///
/// - Inputs: `x` `[N, C, D1, D2, …]`, floating point.
/// - Outputs: `[N, C, E1, E2, …]`, extents by ``SlidingWindow``.
/// - Source: ONNX `LpPool`, opset 22.
public struct LpPool: Operation, WindowPooling {
  public static let opType = "LpPool"

  /// Extents of the window, one for each spatial axis, 1 or more.
  public var kernel: [Int]
  /// How the window moves.
  public var window: SlidingWindow
  /// The exponent, 1 or more; default 2.
  public var p: Int

  /// A pooling.
  public init(kernel: [Int], window: SlidingWindow = SlidingWindow(), p: Int = 2) {
    (self.kernel, self.window, self.p) = (kernel, window, p)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try checkNormExponent(p)
    return [.tensor(try pooledType(inputs))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let result = try pooled(try inputs.tensor(0), context) { _, _, values in norm(values, p) }
    return [.tensor(result)]
  }
}

/// Checks the exponent of a norm.
///
/// - Throws: `invalidAttribute` when it is below 1.
func checkNormExponent(_ p: Int) throws(GraphError) {
  guard p >= 1 else { throw GraphError(.invalidAttribute, "p is \(p), expected 1 or more") }
}

/// `(Σ |x|^p)^(1/p)`.
func norm(_ values: some Sequence<Double>, _ p: Int) -> Double {
  switch p {
  case 1: values.reduce(0) { $0 + abs($1) }
  case 2: values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  default: pow(values.reduce(0) { $0 + pow(abs($1), Double(p)) }, 1 / Double(p))
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Keeps one triangle of each matrix and zeroes the rest.
///
/// - Inputs: `x` `[…, M, N]`, any type; `k` (optional), `int64` scalar: the diagonal that bounds the
///   triangle and belongs to it, default 0, positive above the main one.
/// - Outputs: same type as `x`.
/// - Source: ONNX `Trilu`, opset 14.
public struct Trilu: Operation {
  public static let opType = "Trilu"

  /// Whether the upper triangle stays, else the lower one. Default true.
  public var keepsUpper: Bool

  /// The operator.
  public init(keepsUpper: Bool = true) { self.keepsUpper = keepsUpper }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 1...2)
    let x = try inputs.tensor(0)
    _ = try inputs.scalar(1, in: [.int64])
    guard x.rank ?? 2 >= 2 else {
      throw GraphError(.shapeMismatch, "expects matrices […, M, N], got \(x)")
    }
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    guard x.count > 0 else { return [.tensor(x)] }
    let (rows, columns) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
    // Any diagonal outside the matrix acts like the nearest one outside.
    let diagonal = min(max(try inputs.integers(1)?.first ?? 0, -rows), columns)
    let indices = (0..<x.count).map { index in
      let offset = index % columns - index / columns % rows
      return (keepsUpper ? offset >= diagonal : offset <= diagonal) ? index : -1
    }
    return [.tensor(x.picking(indices, shape: x.shape))]
  }
}

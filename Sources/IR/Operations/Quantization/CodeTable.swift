// SPDX-License-Identifier: Apache-2.0
import Tensors

/// A function of codes by a table: `y = table[x]`.
///
/// - Inputs: `x`, `uint8`; the table `[256]`, `uint8`.
/// - Outputs: `y`, the shape of `x`, `uint8`.
/// - Source: no ONNX operator; `IntegerFusion` in the passes makes it.
public struct CodeTable: Operation {
  public static let opType = "CodeTable"

  /// The operator.
  public init() {}

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let x = try inputs.tensor(0, in: [.uint8])
    try inputs.tensor(1, in: [.uint8]).expectVector(.fixed(256), "the table")
    return [.tensor(x)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let table = try inputs.tensor(1).array(of: UInt8.self)
    return [.tensor(Tensor(x.array(of: UInt8.self).map { table[Int($0)] }, shape: x.shape))]
  }
}

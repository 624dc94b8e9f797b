// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Converts each element of one tensor to the element type of another; see ``Cast``.
///
/// - Inputs: `x`, any shape, any element type; `like`, of which only the element type counts.
/// - Outputs: `y`, the shape of `x`, the element type of `like`.
/// - Source: ONNX `CastLike`, opset 21.
public struct CastLike: Operation {
  public static let opType = "CastLike"
  /// Whether numbers out of the range of an 8-bit floating-point type become its largest number
  /// instead of infinity or NaN. Default true.
  public var isSaturating: Bool

  /// The operator with the given attributes.
  public init(isSaturating: Bool = true) { self.isSaturating = isSaturating }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    try inputs.expect(count: 2...2)
    let (x, like) = (try inputs.tensor(0), try inputs.tensor(1))
    return [.tensor(like.dtype, dimensions: x.dimensions)]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let (x, like) = (try inputs.tensor(0), try inputs.tensor(1))
    return [.tensor(try x.cast(to: like.dtype, isSaturating: isSaturating))]
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Negative log-likelihood: `-w[c] · x[n, c, …]` with the class `c` of each prediction.
///
/// - Inputs: log-probabilities `[N, C, D1, …]`, floating point; classes `[N, D1, …]`, `int32` or
///   `int64`; weights of the classes `[C]`, optional, of the type of the first.
/// - Outputs: the loss, a scalar, or `[N, D1, …]` without reduction. The mean of no counted
///   prediction is NaN.
/// - Source: ONNX `NegativeLogLikelihoodLoss`, opset 22.
public struct NegativeLogLikelihoodLoss: Operation {
  public static let opType = "NegativeLogLikelihoodLoss"

  /// How the losses of predictions become one. Default the mean.
  public var reduction: LossReduction
  /// Class whose predictions do not count; it may lie outside of the classes. Default nil.
  public var ignoredClass: Int?

  /// The operator; the defaults are ONNX's.
  public init(reduction: LossReduction = .mean, ignoredClass: Int? = nil) {
    (self.reduction, self.ignoredClass) = (reduction, ignoredClass)
  }

  private var loss: ClassificationLoss {
    ClassificationLoss(reduction: reduction, ignoredClass: ignoredClass)
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    [.tensor(try loss.outputType(inputs))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let x = try inputs.tensor(0)
    let result = try loss(
      x.doubles(), shape: x.shape, dtype: x.dtype, classes: try inputs.tensor(1),
      weights: try inputs.optionalTensor(2))
    return [.tensor(result)]
  }
}

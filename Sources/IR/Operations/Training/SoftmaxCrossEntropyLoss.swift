// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tensors

/// Cross entropy of softmax: ``NegativeLogLikelihoodLoss`` of the log-softmax along axis 1.
///
/// - Inputs: scores `[N, C, D1, …]`, floating point; classes `[N, D1, …]`, `int32` or `int64`;
///   weights of the classes `[C]`, optional, of the type of the scores.
/// - Outputs: the loss, a scalar, or `[N, D1, …]` without reduction; the log-probabilities, the type
///   of the scores.
/// - Source: ONNX `SoftmaxCrossEntropyLoss`, opset 13.
public struct SoftmaxCrossEntropyLoss: Operation {
  public static let opType = "SoftmaxCrossEntropyLoss"

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
    let type = try loss.outputType(inputs)
    return [.tensor(type), .tensor(try inputs.tensor(0))]
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let scores = try inputs.tensor(0)
    let logarithms = try logSoftmax(scores)
    let result = try loss(
      logarithms, shape: scores.shape, dtype: scores.dtype, classes: try inputs.tensor(1),
      weights: try inputs.optionalTensor(2))
    let probabilities = Tensor(doubles: logarithms, dtype: scores.dtype, shape: scores.shape)
    return [.tensor(result), .tensor(probabilities)]
  }

  private func logSoftmax(_ scores: Tensor) throws(GraphError) -> [Double] {
    var values = scores.doubles()
    let (batch, classes) = (scores.shape[0], scores.shape[1])
    let inner = try checkedProduct(Array(scores.shape.dropFirst(2)))
    for prediction in 0..<batch * inner {
      let start = prediction / inner * classes * inner + prediction % inner
      let positions = (0..<classes).map { start + $0 * inner }
      let largest = positions.map { values[$0] }.max() ?? 0
      let total = log(positions.reduce(0) { $0 + exp(values[$1] - largest) })
      for position in positions { values[position] -= largest + total }
    }
    return values
  }
}

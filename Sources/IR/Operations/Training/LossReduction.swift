// SPDX-License-Identifier: Apache-2.0
import Tensors

/// How the losses of single predictions become the loss.
public enum LossReduction: String, CaseIterable, Sendable {
  /// Not at all: one loss for each prediction.
  case none
  /// Their sum over the sum of the weights.
  case mean
  /// Their sum.
  case sum
}

/// The loss `-w[c] · log p[c]` of each prediction, where `c` is its class, and their reduction.
struct ClassificationLoss {
  let reduction: LossReduction
  /// Class whose predictions do not count; nil: all count.
  let ignoredClass: Int?

  /// The type of the loss.
  ///
  /// - Throws: `shapeMismatch` and `typeMismatch`.
  func outputType(_ inputs: OperandTypes) throws(GraphError) -> TensorType {
    try inputs.expect(count: 2...3)
    let scores = try inputs.tensor(0, in: ElementTypes.floats)
    let classes = try inputs.tensor(1, in: ElementTypes.indices)
    let weights = try inputs.optionalTensor(2, in: [scores.dtype])
    if let dimensions = scores.dimensions {
      guard dimensions.count >= 2 else {
        throw GraphError(.shapeMismatch, "expects scores [N, C, …], got \(scores)")
      }
      let wanted = [dimensions[0]] + dimensions[2...]
      if let given = classes.dimensions {
        guard given.count == wanted.count,
          zip(given, wanted).allSatisfy({ $0.isCompatible(with: $1) })
        else {
          throw GraphError(
            .shapeMismatch, "expects a class for each prediction of \(scores), got \(classes)")
        }
      }
      try weights?.expectVector(dimensions[1], "the class weights")
    }
    guard reduction == .none else { return TensorType(scores.dtype, []) }
    let known = classes.dimensions ?? scores.dimensions.map { [$0[0]] + $0[2...] }
    return TensorType(scores.dtype, dimensions: known)
  }

  /// The loss.
  ///
  /// - Parameter logarithms: Log-probabilities `[N, C, …]`.
  /// - Throws: `indexOutOfRange` for a class that does not exist.
  func callAsFunction(
    _ logarithms: [Double], shape: [Int], dtype: ElementType, classes: Tensor, weights: Tensor?
  ) throws(GraphError) -> Tensor {
    let classCount = shape[1]
    let inner = max(try checkedProduct(Array(shape.dropFirst(2))), 1)
    let classWeights = weights?.doubles()
    var losses: [Double] = []
    var totalWeight = 0.0
    for (index, value) in classes.int64s().enumerated() {
      if let ignoredClass, value == Int64(ignoredClass) {
        losses.append(0)
        continue
      }
      guard value >= 0, value < Int64(classCount) else {
        throw GraphError(
          .indexOutOfRange,
          "class \(value) of prediction \(index) is outside 0 to \(classCount - 1)")
      }
      let position = (index / inner * classCount + Int(value)) * inner + index % inner
      let weight = classWeights?[Int(value)] ?? 1
      losses.append(-weight * logarithms[position])
      totalWeight += weight
    }
    switch reduction {
    case .none: return Tensor(doubles: losses, dtype: dtype, shape: classes.shape)
    case .sum: return Tensor(doubles: [losses.reduce(0, +)], dtype: dtype, shape: [])
    case .mean:
      return Tensor(doubles: [losses.reduce(0, +) / totalWeight], dtype: dtype, shape: [])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// What the steps of optimizers have in common: inputs and outputs in groups.
///
/// Inputs are the learning rate R, the update count T, then n parameters, their n gradients, and n
/// tensors of each kind of state; outputs are the new parameters and the new states.
public protocol OptimizerOperation: Operation {
  /// Tensors kept for each parameter from step to step.
  static var stateCount: Int { get }

  /// The step for one element.
  ///
  /// - Parameters:
  ///   - values: Parameter, gradient and states.
  ///   - rate: Learning rate.
  ///   - count: Update count.
  /// - Returns: The new parameter and states.
  func update(_ values: [Double], rate: Double, count: Double) -> [Double]
}

extension OptimizerOperation {
  private static var groupCount: Int { 2 + stateCount }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let tensors = inputs.count - 2
    guard tensors >= Self.groupCount, tensors % Self.groupCount == 0 else {
      throw GraphError(
        .missingInput,
        "expects 2 inputs and \(Self.groupCount) for each parameter, got \(inputs.count)")
    }
    try inputs.expectScalar(at: 0, named: "learning rate", in: [.float32, .float64])
    try inputs.expectScalar(at: 1, named: "update count", in: [.int64])
    let parameters = tensors / Self.groupCount
    var types: [TensorType] = []
    for index in 0..<parameters {
      types.append(try inputs.tensor(2 + index, in: [.float32, .float64]))
    }
    for index in parameters..<tensors {
      let type = try inputs.tensor(2 + index)
      let parameter = types[index % parameters]
      guard type.isCompatible(with: parameter) else {
        throw GraphError(
          .shapeMismatch,
          "expects input \(2 + index) of the parameter's type \(parameter), got \(type)"
        )
      }
      types[index % parameters] = parameter.merged(with: type)
    }
    return (0...Self.stateCount).flatMap { _ in types.map { .tensor($0) } }
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let rate = try inputs.tensor(0).double(at: 0)
    let count = try inputs.tensor(1).double(at: 0)
    let parameters = (inputs.count - 2) / Self.groupCount
    var results = [[RuntimeValue]](repeating: [], count: 1 + Self.stateCount)
    for parameter in 0..<parameters {
      var columns: [[Double]] = []
      for group in 0..<Self.groupCount {
        columns.append(try inputs.tensor(2 + group * parameters + parameter).doubles())
      }
      let original = try inputs.tensor(2 + parameter)
      let updates = (0..<original.count).map { index in
        update(columns.map { $0[index] }, rate: rate, count: count)
      }
      for kind in results.indices {
        let values = updates.map { $0[kind] }
        results[kind].append(
          .tensor(Tensor(doubles: values, dtype: original.dtype, shape: original.shape)))
      }
    }
    return results.flatMap { $0 }
  }
}

// SPDX-License-Identifier: Apache-2.0
public import IR
public import Tensors

/// All tensor outputs of `operation`, by reference evaluation with the evaluator's checks.
public func evaluateAll(
  _ operation: any Operation, _ inputs: [Tensor?],
  context: EvaluationContext = EvaluationContext()
) throws(GraphError) -> [Tensor] {
  try operation.checkedEvaluate(Operands(tensors: inputs), in: context).compactMap(\.tensor)
}

/// The first output of `operation`, by reference evaluation with the evaluator's checks.
public func evaluate(
  _ operation: any Operation, _ inputs: [Tensor?],
  context: EvaluationContext = EvaluationContext()
) throws(GraphError) -> Tensor {
  let outputs = try evaluateAll(operation, inputs, context: context)
  guard let first = outputs.first else {
    throw GraphError(.invalidGraph, "\(operation.opType) gives no tensor")
  }
  return first
}

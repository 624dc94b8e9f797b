// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Runs a graph for each member of a sequence.
///
/// - Inputs: `sequence`; further sequences of the same length, whose members go along, or tensors,
///   which are the same each time; then the captures.
/// - Outputs: one sequence for each output of the body.
/// - Source: ONNX `SequenceMap`, opset 17.
public struct SequenceMap: Operation {
  public static let opType = "SequenceMap"

  /// The graph; its inputs stand for the inputs of the node, member by member.
  public var body: Graph
  /// How many of the last inputs are captured values, passed on as they are.
  public var captureCount: Int

  /// The operator.
  public init(body: Graph, captureCount: Int = 0) {
    (self.body, self.captureCount) = (body, captureCount)
  }

  public var subgraphs: [Graph] { [body] }

  public func replacingSubgraphs(_ graphs: [Graph]) -> SequenceMap {
    SequenceMap(body: graphs[0], captureCount: captureCount)
  }

  private func isCapture(_ index: Int) -> Bool { index >= body.inputs.count - captureCount }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let count = body.inputs.count
    try inputs.expect(count: max(count, 1)...max(count, 1))
    _ = try inputs.sequence(0)
    var types: [ValueType?] = []
    for index in 0..<count {
      if !isCapture(index), case .sequence(let element) = inputs[index] {
        types.append(.tensor(element.dtype, dimensions: nil))
      } else {
        types.append(inputs[index])
      }
    }
    var result: [ValueType] = []
    for type in try body.outputTypes(given: types) {
      guard let tensor = type.tensorType else {
        throw GraphError(.typeMismatch, "the body must give tensors, got \(type)")
      }
      result.append(.sequence(of: tensor.dtype))
    }
    return result
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let types = try outputTypes(inputs.types)
    let length = try inputs.sequence(0).tensors.count
    guard length <= context.limits.loopIterations else {
      throw GraphError(
        .limitExceeded, "\(length) iterations, the limit is \(context.limits.loopIterations)")
    }
    var results = [[Tensor]](repeating: [], count: types.count)
    var bytes = 0
    for step in 0..<length {
      try context.checkDeadline()
      let values = try context.evaluate(body, try members(inputs, step, length: length))
      for (index, value) in values.enumerated() {
        guard let tensor = value.tensor else {
          throw GraphError(.typeMismatch, "the body must give tensors, got \(value.type)")
        }
        try context.add(
          ShapeMath.byteCount(of: tensor.dtype, elements: tensor.count) ?? Int.max, to: &bytes)
        results[index].append(tensor)
      }
    }
    return zip(types, results).map { type, tensors in
      guard case .sequence(let element) = type else { return .sequence(.float32, tensors) }
      return .sequence(element.dtype, tensors)
    }
  }

  /// What the body gets in one step.
  private func members(
    _ inputs: Operands, _ step: Int, length: Int
  ) throws(GraphError) -> [RuntimeValue?] {
    var result: [RuntimeValue?] = []
    for index in 0..<body.inputs.count {
      guard !isCapture(index), case .sequence(_, let tensors) = inputs[index] else {
        result.append(inputs[index])
        continue
      }
      guard tensors.count == length else {
        throw GraphError(
          .shapeMismatch, "sequences of \(length) and, at \(index), \(tensors.count) tensors")
      }
      result.append(.tensor(tensors[step]))
    }
    return result
  }
}

// SPDX-License-Identifier: Apache-2.0
import Tensors

/// Runs one of two graphs.
///
/// - Inputs: `condition`, one `bool`; then the captures of the first branch, then those of the
///   second.
/// - Outputs: those of the branch taken. Both branches give as many, of the same element types.
/// - Source: ONNX `If`, opset 21.
public struct If: Operation {
  public static let opType = "If"

  /// Runs when the condition holds; its inputs are its captures.
  public var thenBranch: Graph
  /// Runs when it does not; its inputs are its captures.
  public var elseBranch: Graph

  /// The operator.
  public init(thenBranch: Graph, elseBranch: Graph) {
    (self.thenBranch, self.elseBranch) = (thenBranch, elseBranch)
  }

  public var subgraphs: [Graph] { [thenBranch, elseBranch] }

  public func replacingSubgraphs(_ graphs: [Graph]) -> If {
    If(thenBranch: graphs[0], elseBranch: graphs[1])
  }

  public func outputTypes(_ inputs: OperandTypes) throws(GraphError) -> [ValueType] {
    let (thenCount, elseCount) = (thenBranch.inputs.count, elseBranch.inputs.count)
    let count = 1 + thenCount + elseCount
    try inputs.expect(count: count...count)
    _ = try inputs.tensor(0, in: ElementTypes.bool)
    let condition = try inputs.scalar(0, in: ElementTypes.bool)
    guard thenBranch.outputs.count == elseBranch.outputs.count else {
      throw GraphError(
        .invalidGraph,
        "the branches give \(thenBranch.outputs.count) and \(elseBranch.outputs.count) outputs")
    }
    func types(of branch: Graph, from first: Int) throws(GraphError) -> [ValueType] {
      try branch.outputTypes(given: branch.inputs.indices.map { inputs[first + $0] })
    }
    if let condition {
      return condition.integer(at: 0) != 0
        ? try types(of: thenBranch, from: 1) : try types(of: elseBranch, from: 1 + thenCount)
    }
    let first = try types(of: thenBranch, from: 1)
    let second = try types(of: elseBranch, from: 1 + thenCount)
    var result: [ValueType] = []
    for (index, (a, b)) in zip(first, second).enumerated() {
      guard let type = a.joined(with: b) else {
        throw GraphError(.typeMismatch, "output \(index) is \(a) in one branch, \(b) in the other")
      }
      result.append(type)
    }
    return result
  }

  public func evaluate(
    _ inputs: Operands, in context: EvaluationContext
  ) throws(GraphError) -> [RuntimeValue] {
    let isTaken = try inputs.tensor(0).integer(at: 0) != 0
    let branch = isTaken ? thenBranch : elseBranch
    let first = isTaken ? 1 : 1 + thenBranch.inputs.count
    return try context.evaluate(branch, branch.inputs.indices.map { inputs[first + $0] })
  }
}

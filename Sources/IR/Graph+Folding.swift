// SPDX-License-Identifier: Apache-2.0
import Tensors

extension Graph {
  /// The graph for inputs of exactly the given types: all types inferred anew, and every node
  /// whose outputs follow from constants or from types computed once and for all.
  ///
  /// - Parameters:
  ///   - inputTypes: The type of each input that the caller gives. An input with a default that is
  ///     not listed becomes a constant.
  ///   - context: Limits and deadline of the evaluation.
  ///   - maximumBytes: Larger results stay computed, unless they are no larger than what they are
  ///     computed from.
  /// - Throws: `typeMismatch`, `missingInput`; what operators throw, placed at the node.
  /// - Complexity: O(nodes) and the folded nodes' evaluation.
  public func specialized(
    to inputTypes: [ValueID: ValueType], folding context: EvaluationContext,
    maximumBytes: Int = 64 << 20
  ) throws(GraphError) -> Graph {
    var graph = self
    for input in inputs {
      guard let type = inputTypes[input] else {
        guard initializers[input] != nil else {
          throw GraphError(.missingInput, "input \"\(name(of: input))\" is not given")
        }
        continue
      }
      guard graph.type(of: input).isCompatible(with: type) else {
        throw GraphError(
          .typeMismatch,
          "input \"\(name(of: input))\" must be \(graph.type(of: input)), got \(type)")
      }
      graph.values[input.index]!.type = type
      graph.initializers[input] = nil
    }
    graph.filterInputs { inputTypes[$0] != nil }
    try graph.foldConstants(in: context, maximumBytes: maximumBytes)
    return graph
  }

  /// Infers all types and computes every node whose outputs follow from constants or types.
  ///
  /// - Parameter keptOperators: Names of operators that stay even if all their inputs are constant.
  /// - Returns: The number of nodes that became constants.
  /// - Throws: as ``specialized(to:folding:maximumBytes:)``.
  @discardableResult
  public mutating func foldConstants(
    in context: EvaluationContext, maximumBytes: Int = 64 << 20,
    except keptOperators: Set<String> = []
  ) throws(GraphError) -> Int {
    var kept: [Node] = []
    kept.reserveCapacity(nodes.count)
    for node in nodes {
      do throws(GraphError) {
        let operands = operandTypes(of: node)
        let types = try node.operation.outputTypes(operands)
        guard node.outputs.count <= types.count else {
          throw GraphError(
            .invalidGraph,
            "has \(node.outputs.count) outputs, the operator gives \(types.count)")
        }
        for case (let output?, let type) in zip(node.outputs, types) {
          values[output.index]!.type = type
        }
        if !keptOperators.contains(node.operation.opType),
          let results = try folded(node, operands, types, in: context, maximumBytes)
        {
          for case (let output?, let tensor) in zip(node.outputs, results) {
            initializers[output] = tensor
            values[output.index]!.type = .tensor(tensor.dtype, tensor.shape)
          }
          continue
        }
      } catch { throw error.at(node.place) }
      kept.append(node)
    }
    let count = nodes.count - kept.count
    nodes = kept
    removeUnused()
    return count
  }

  private func folded(
    _ node: Node, _ operands: OperandTypes, _ types: [ValueType], in context: EvaluationContext,
    _ maximumBytes: Int
  ) throws(GraphError) -> [Tensor]? {
    guard !node.operation.isNondeterministic, node.operation.subgraphs.isEmpty else { return nil }
    if let tensors = node.operation.outputsFromTypes(operands) { return tensors }
    var inputs: [Tensor?] = []
    var inputBytes = 0
    for input in node.inputs {
      guard let input else {
        inputs.append(nil)
        continue
      }
      guard let tensor = constant(input) else { return nil }
      inputBytes += tensor.byteCount
      inputs.append(tensor)
    }
    for type in types {
      guard let tensor = type.tensorType else { return nil }
      guard let shape = tensor.shape else { continue }
      let bytes = ShapeMath.byteCount(of: tensor.dtype, shape: shape) ?? .max
      guard bytes <= maximumBytes || bytes <= inputBytes else { return nil }
    }
    try context.checkDeadline()
    let results = try node.operation.checkedEvaluate(Operands(tensors: inputs), in: context)
    let tensors = results.compactMap(\.tensor)
    return tensors.count == results.count ? tensors : nil
  }
}

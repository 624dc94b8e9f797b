// SPDX-License-Identifier: Apache-2.0
import Tensors

extension Graph {
  /// The same graph with the given types of its inputs, all other types inferred anew.
  ///
  /// This is how a dynamic model is made concrete: every value whose shape follows from the input
  /// shapes gets a fixed one.
  ///
  /// - Parameter inputTypes: A type for some or all of the inputs, by value.
  /// - Throws: `typeMismatch` when a type contradicts the declared one, and what the operators throw.
  /// - Complexity: O(nodes).
  public func specialized(to inputTypes: [ValueID: ValueType]) throws(GraphError) -> Graph {
    var graph = self
    for input in inputs {
      guard let type = inputTypes[input] else { continue }
      let declared = graph.type(of: input)
      guard declared.isCompatible(with: type) else {
        throw GraphError(
          .typeMismatch, "input \"\(name(of: input))\" must be \(declared), got \(type)")
      }
      graph.values[input.index]!.type = type
    }
    try graph.inferTypes()
    return graph
  }

  /// Infers the type of every node output from the inputs on.
  ///
  /// - Throws: what the operators throw, placed at the node.
  /// - Complexity: O(nodes).
  public mutating func inferTypes() throws(GraphError) {
    for node in nodes {
      let types: [ValueType]
      do throws(GraphError) {
        types = try node.operation.outputTypes(operandTypes(of: node))
      } catch { throw error.at(node.place) }
      guard node.outputs.count <= types.count else {
        throw GraphError(
          .invalidGraph, node: node.place,
          "has \(node.outputs.count) outputs, the operator gives \(types.count)")
      }
      for case (let output?, let type) in zip(node.outputs, types) {
        values[output.index]!.type = type
      }
    }
    revision += 1
  }
}

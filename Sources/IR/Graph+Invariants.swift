// SPDX-License-Identifier: Apache-2.0
import Tensors

extension Graph {
  /// Checks what every graph must be; see ``Graph``.
  ///
  /// - Throws: `invalidGraph` naming the node or value.
  /// - Complexity: O(nodes).
  public func checkInvariants() throws(GraphError) {
    var made = Set<ValueID>()
    for value in inputs { try insert(value, into: &made, by: "a graph input") }
    for value in initializers.keys where !inputs.contains(value) {
      try insert(value, into: &made, by: "an initializer")
    }
    for (value, tensor) in initializers {
      guard type(of: value).isCompatible(with: .tensor(tensor.dtype, tensor.shape)) else {
        throw GraphError(
          .invalidGraph,
          "initializer \"\(name(of: value))\" is \(tensor.dtype)\(tensor.shape), its type says "
            + "\(type(of: value))")
      }
    }
    var nodeIDs = Set<NodeID>()
    for node in nodes {
      guard nodeIDs.insert(node.id).inserted else {
        throw GraphError(.invalidGraph, node: node.place, "occurs twice")
      }
      for case let input? in node.inputs where !made.contains(input) {
        let name = values.indices.contains(input.index) ? values[input.index]?.name : nil
        throw GraphError(
          .invalidGraph, node: node.place,
          "reads \"\(name ?? "a removed value")\", which nothing before it makes")
      }
      for case let output? in node.outputs { try insert(output, into: &made, by: node.place) }
      for subgraph in node.operation.subgraphs { try subgraph.checkInvariants() }
    }
    for output in outputs where !made.contains(output.value) {
      throw GraphError(.invalidGraph, "output \"\(output.name)\" is made by nothing")
    }
    guard Set(outputs.map(\.name)).count == outputs.count else {
      throw GraphError(.invalidGraph, "two outputs of the graph have one name")
    }
  }

  private func insert(
    _ value: ValueID, into made: inout Set<ValueID>, by maker: String
  ) throws(GraphError) {
    guard values.indices.contains(value.index), let info = values[value.index] else {
      throw GraphError(.invalidGraph, "\(maker) makes a value that was removed")
    }
    guard valueIDs[info.name] == value else {
      throw GraphError(.invalidGraph, "two values are named \"\(info.name)\"")
    }
    guard made.insert(value).inserted else {
      throw GraphError(.invalidGraph, "\"\(info.name)\" is made twice, the second time by \(maker)")
    }
  }
}

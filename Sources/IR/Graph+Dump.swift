// SPDX-License-Identifier: Apache-2.0
import Tensors

extension Graph: CustomStringConvertible {
  /// The graph as text, one line a node: what tests of passes compare.
  ///
  /// ```
  /// graph main(x: float32[1, 3]) -> y = relu
  ///   const w: float32[3, 3]
  ///   a: float32[1, 3] = MatMul(x, w)
  ///   relu: float32[1, 3] = Relu(a)
  /// ```
  public var description: String { dump(indent: "") }

  private func dump(indent: String) -> String {
    let parameters = inputs.map { "\(name(of: $0)): \(type(of: $0))" }.joined(separator: ", ")
    let results = outputs.map { "\($0.name) = \(name(of: $0.value))" }.joined(separator: ", ")
    var lines = ["\(indent)graph \(name)(\(parameters)) -> \(results)"]
    for value in initializers.keys.sorted() {
      lines.append("\(indent)  const \(name(of: value)): \(type(of: value))")
    }
    for node in nodes {
      let made = node.outputs.map { $0.map { "\(name(of: $0)): \(type(of: $0))" } ?? "_" }
      let read = node.inputs.map { $0.map(name(of:)) ?? "_" }
      let attributes = Mirror(reflecting: node.operation).children.compactMap { child -> String? in
        if child.value is Graph || child.value is [Graph] { return nil }
        return "\(child.label ?? "_"): \(child.value)"
      }
      let operation =
        node.operation.opType
        + (attributes.isEmpty ? "" : "{\(attributes.joined(separator: ", "))}")
      lines.append(
        "\(indent)  \(made.joined(separator: ", ")) = \(operation)(\(read.joined(separator: ", ")))"
      )
      for subgraph in node.operation.subgraphs {
        lines.append(subgraph.dump(indent: indent + "    "))
      }
    }
    return lines.joined(separator: "\n")
  }
}

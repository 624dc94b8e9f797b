// SPDX-License-Identifier: Apache-2.0

extension Operation {
  /// Whether `other` is the same operator with equal attributes.
  public func isEqual(to other: any Operation) -> Bool { self == other as? Self }
}

extension Node: Hashable {
  public static func == (left: Node, right: Node) -> Bool {
    left.id == right.id && left.name == right.name && left.inputs == right.inputs
      && left.outputs == right.outputs
      && left.operation.isEqual(to: right.operation)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(operation.opType)
    hasher.combine(inputs)
  }
}

extension Graph: Hashable {
  /// Whether both graphs have equal names, values, nodes and constants, in the same order.
  ///
  /// Identifiers do not count, so a graph equals its copy from a file.
  public static func == (left: Graph, right: Graph) -> Bool {
    guard left.name == right.name, left.nodes.count == right.nodes.count,
      left.inputs.count == right.inputs.count, left.outputs.count == right.outputs.count,
      left.initializers.count == right.initializers.count
    else { return false }
    func named(_ graph: Graph, _ values: [ValueID?]) -> [String?] {
      values.map { $0.map(graph.name(of:)) }
    }
    let sameInputs = zip(left.inputs, right.inputs).allSatisfy { left.info($0) == right.info($1) }
    let sameOutputs = zip(left.outputs, right.outputs).allSatisfy {
      $0.name == $1.name && left.info($0.value) == right.info($1.value)
    }
    let sameNodes = zip(left.nodes, right.nodes).allSatisfy { a, b in
      a.name == b.name && a.operation.isEqual(to: b.operation)
        && named(left, a.inputs) == named(right, b.inputs)
        && named(left, a.outputs) == named(right, b.outputs)
    }
    let sameConstants = left.initializers.allSatisfy { value, tensor in
      right.value(named: left.name(of: value)).flatMap { right.initializers[$0] } == tensor
    }
    return sameInputs && sameOutputs && sameNodes && sameConstants
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    for node in nodes {
      hasher.combine(node.name)
      hasher.combine(node.operation.opType)
    }
  }
}

extension Graph {
  /// Whether both are copies of one graph that nobody has changed since; contents are not compared.
  package func isIdentical(to other: Graph) -> Bool {
    func address<Element>(_ elements: [Element]) -> UnsafePointer<Element>? {
      elements.withUnsafeBufferPointer(\.baseAddress)
    }
    return nodes.count == other.nodes.count && values.count == other.values.count
      && address(nodes) == address(other.nodes) && address(values) == address(other.values)
      && outputs == other.outputs
  }
}

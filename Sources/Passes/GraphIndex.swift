// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Who makes and who reads each value of one state of a graph, for passes that look at the
/// neighbours of nodes.
struct GraphIndex {
  /// The graph.
  let graph: Graph
  private var makers: [ValueID: Int] = [:]
  private var readers: [ValueID: (count: Int, last: Int)] = [:]

  /// Complexity: O(nodes).
  init(_ graph: Graph) {
    self.graph = graph
    for (position, node) in graph.nodes.enumerated() {
      for case let output? in node.outputs { makers[output] = position }
      for case let input? in node.inputs {
        readers[input] = ((readers[input]?.count ?? 0) + 1, position)
      }
    }
    for output in graph.outputs {
      readers[output.value] = ((readers[output.value]?.count ?? 0) + 1, -1)
    }
  }

  /// Position of the node that makes `value`, nil for inputs and constants.
  func makerPosition(of value: ValueID?) -> Int? { value.flatMap { makers[$0] } }

  /// The node that makes `value`, nil for inputs and constants.
  func maker(of value: ValueID?) -> Node? { makerPosition(of: value).map { graph.nodes[$0] } }

  /// How often `value` is read: once for each input of a node and each output of the graph.
  func readerCount(_ value: ValueID) -> Int { readers[value]?.count ?? 0 }

  /// The node that is the only reader of `value`, nil when there are more, or the graph's outputs
  /// are among them.
  func soleReader(of value: ValueID?) -> Node? {
    guard let value, let entry = readers[value], entry.count == 1, entry.last >= 0 else {
      return nil
    }
    return graph.nodes[entry.last]
  }

  /// The node that makes `value` for one reader alone.
  func privateMaker(of value: ValueID?) -> Node? {
    guard let value, readerCount(value) == 1 else { return nil }
    return maker(of: value)
  }

  /// The value of a constant, nil when it is computed, given by the caller or omitted.
  func constant(_ value: ValueID?) -> Tensor? { value.flatMap(graph.constant) }

  /// The number that a constant floating-point tensor of one element holds.
  func number(_ value: ValueID?) -> Double? {
    guard let tensor = constant(value), tensor.count == 1, tensor.dtype.isFloatingPoint else {
      return nil
    }
    return tensor.double(at: 0)
  }

  /// The tensor type of a value.
  func tensorType(_ value: ValueID?) -> TensorType? {
    value.flatMap { graph.type(of: $0).tensorType }
  }

  /// Whether outputs of `node` other than the first have readers.
  func usesMoreThanFirstOutput(of node: Node) -> Bool {
    node.outputs.dropFirst().contains { $0.map { readerCount($0) > 0 } ?? false }
  }
}

extension Node {
  /// Input `index`, nil when omitted.
  func input(_ index: Int) -> ValueID? { index < inputs.count ? inputs[index] : nil }

  /// The first output.
  var output: ValueID? { outputs.first ?? nil }

  /// The other one of two inputs, nil unless there are two and `value` is just one of them.
  func otherInput(than value: ValueID) -> ValueID? {
    guard inputs.count == 2 else { return nil }
    if inputs[0] == value { return inputs[1] == value ? nil : inputs[1] }
    return inputs[1] == value ? inputs[0] : nil
  }
}

extension TensorType {
  /// Whether a tensor of either type surely has the other type too.
  func isSurely(_ other: TensorType) -> Bool {
    guard self == other, let dimensions else { return false }
    return !dimensions.contains(.unknown)
  }

  /// Whether broadcasting against a tensor of type `other` surely leaves the shape as it is.
  func absorbs(_ other: TensorType) -> Bool {
    guard let dimensions, let others = other.dimensions, others.count <= dimensions.count else {
      return false
    }
    return zip(dimensions.suffix(others.count), others).allSatisfy { own, extent in
      extent == .fixed(1) || (extent == own && extent != .unknown)
    }
  }
}

extension Tensor {
  /// Whether all elements equal `number`.
  ///
  /// - Precondition: the type is numeric.
  func isFilled(with number: Double) -> Bool {
    (0..<count).allSatisfy { double(at: $0) == number }
  }
}

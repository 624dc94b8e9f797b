// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Infers all types, makes constants of extents that are known, and makes `Reshape` independent of
/// extents that are not.
///
/// Exporters compute shapes in the graph: `Reshape(x, Concat(Gather(Shape(x), 0), 512))`. What is
/// known about the elements of such small integer vectors is followed through the operators that
/// they use; one unknown extent of a reshape becomes -1, or 0 where it is that of the input.
///
/// - Preserves: all tensor types, and narrows them. Changes values: no.
/// - Idempotent: yes. Deterministic: yes.
public struct ShapePropagation: Pass, Rewriting, Hashable {
  public static let name = "shape-propagation"

  /// The pass.
  public init() {}

  func rewrite(_ graph: inout Graph) throws(GraphError) -> Int {
    var result = graph
    try result.inferTypes()
    let narrowed = graph.allValues.count { graph.type(of: $0) != result.type(of: $0) }
    let index = GraphIndex(result)
    var vectors = ShapeVectors(index)
    var patch = GraphPatch(for: result)
    var count = narrowed
    for node in result.nodes {
      vectors.add(node)
      if let tensor = vectors.constant(for: node), let output = node.output {
        let value = patch.addInitializer(result.name(of: output), tensor)
        try patch.replaceUses(of: output, with: value)
        count += 1
      } else if let shape = vectors.reshapeTarget(of: node) {
        let value = patch.addInitializer("shape", Tensor(shape, shape: [shape.count]))
        try patch.replace(node, inputs: [node.inputs[0], value])
        count += 1
      }
    }
    guard count > 0 else { return 0 }
    try patch.apply(to: &result)
    graph = result
    return count
  }
}

/// What is known about the elements of small integer vectors and scalars: a number, the extent
/// that it is, or nothing.
private struct ShapeVectors {
  private static let longest = 64
  private let index: GraphIndex
  private var known: [ValueID: [Dimension]] = [:]

  init(_ index: GraphIndex) { self.index = index }

  private func elements(_ value: ValueID?) -> [Dimension]? {
    guard let value else { return nil }
    if let elements = known[value] { return elements }
    guard let tensor = index.constant(value), tensor.dtype == .int64 || tensor.dtype == .int32,
      tensor.rank <= 1, tensor.count <= Self.longest
    else { return nil }
    return tensor.int64s().map { .fixed(Int($0)) }
  }

  /// Follows `node`, whose inputs were added before.
  mutating func add(_ node: Node) {
    guard let output = node.output, let type = index.tensorType(output),
      type.dtype == .int64 || type.dtype == .int32, let rank = type.rank, rank <= 1,
      let elements = result(of: node), elements.count <= Self.longest,
      rank == 1 || elements.count == 1
    else { return }
    known[output] = elements
  }

  private func result(of node: Node) -> [Dimension]? {
    switch node.operation {
    case let shape as Shape:
      guard let dimensions = index.tensorType(node.input(0))?.dimensions else { return nil }
      func clamped(_ axis: Int) -> Int {
        min(max(axis < 0 ? axis + dimensions.count : axis, 0), dimensions.count)
      }
      let first = clamped(shape.start)
      return Array(dimensions[first..<max(first, clamped(shape.end ?? dimensions.count))])
    case is Identity, is Cast, is Squeeze, is Unsqueeze: return elements(node.input(0))
    case is Gather: return gathered(node)
    case is Slice: return sliced(node)
    case is Concat:
      var joined: [Dimension] = []
      for input in node.inputs {
        guard let part = elements(input) else { return nil }
        joined += part
      }
      return joined
    default: return nil
    }
  }

  private func gathered(_ node: Node) -> [Dimension]? {
    guard let elements = elements(node.input(0)), index.tensorType(node.input(0))?.rank == 1,
      let indices = index.constant(node.input(1))?.int64s()
    else { return nil }
    var result: [Dimension] = []
    for position in indices {
      let position = position < 0 ? position + Int64(elements.count) : position
      guard position >= 0, position < elements.count else { return nil }
      result.append(elements[Int(position)])
    }
    return result
  }

  private func sliced(_ node: Node) -> [Dimension]? {
    guard let elements = elements(node.input(0)),
      let start = index.constant(node.input(1))?.int64s().first,
      let end = index.constant(node.input(2))?.int64s().first,
      node.input(4) == nil || index.constant(node.input(4))?.int64s() == [1]
    else { return nil }
    let count = Int64(elements.count)
    func clamped(_ bound: Int64) -> Int {
      Int(min(max(bound < 0 ? bound + count : bound, 0), count))
    }
    return Array(elements[clamped(start)..<max(clamped(start), clamped(end))])
  }

  /// The output of `node`, if all its elements are known and it is not constant already.
  func constant(for node: Node) -> Tensor? {
    if let output = node.output, let elements = known[output],
      let type = index.tensorType(output), let rank = type.rank
    {
      let numbers = elements.compactMap { $0.value.map(Int64.init) }
      guard numbers.count == elements.count else { return nil }
      return Tensor(int64s: numbers, dtype: type.dtype, shape: rank == 0 ? [] : [numbers.count])
    }
    guard node.operation is Size else { return nil }
    return node.operation.outputsFromTypes(index.graph.operandTypes(of: node))?.first
  }

  /// A constant second input for a `Reshape` that computes it.
  func reshapeTarget(of node: Node) -> [Int64]? {
    guard let reshape = node.operation as? Reshape, let value = node.input(1),
      index.constant(value) == nil, let elements = known[value]
    else { return nil }
    let input = index.tensorType(node.input(0))?.dimensions
    var target: [Int64] = []
    var isInferred = false
    for (axis, element) in elements.enumerated() {
      if let number = element.value {
        target.append(Int64(number))
      } else if !reshape.allowsZero, case .symbolic = element, let input, axis < input.count,
        input[axis] == element
      {
        target.append(0)
      } else {
        isInferred = true
        target.append(-1)
      }
    }
    guard target.count(where: { $0 == -1 }) <= 1 else { return nil }
    // What was given must not become what follows from the rest where that is, or may be, empty.
    return isInferred && target.contains(0) ? nil : target
  }
}

// SPDX-License-Identifier: Apache-2.0
public import IR
import Tensors

/// A rewrite of a graph.
///
/// A pass edits only by building a `GraphPatch` and applying it. One pass is one file.
public protocol Pass: Sendable {
  /// The name by which recipes, reports and errors call the pass, in kebab-case.
  static var name: String { get }

  /// Rewrites the graph.
  ///
  /// - Returns: What changed. Nothing changed is fine.
  /// - Throws: `GraphError`; the graph is then as before.
  func run(on graph: inout Graph) throws(GraphError) -> PassReport
}

extension Pass {
  /// The name of the pass.
  public var name: String { Self.name }
}

/// What a pass did.
public struct PassReport: Hashable, Sendable {
  /// Number of places that the pass rewrote.
  public var rewrites: Int
  /// The graph before the pass.
  public var before: GraphSize
  /// The graph after the pass.
  public var after: GraphSize
  /// Things worth telling, such as why a layer was left alone.
  public var notes: [String] = []

  /// A report of `rewrites` changes between two states.
  public init(rewrites: Int, before: GraphSize, after: GraphSize, notes: [String] = []) {
    (self.rewrites, self.before, self.after, self.notes) = (rewrites, before, after, notes)
  }
}

/// How large a graph is.
public struct GraphSize: Hashable, Sendable {
  /// Nodes, those of subgraphs included.
  public var nodes: Int
  /// Elements of floating-point and integer constants.
  public var parameters: Int
  /// Those of the parameters that are not zero.
  public var nonZeros: Int
  /// Bytes of the constants.
  public var bytes: Int
  /// Multiply-add pairs of one run, as far as the shapes are known; a first extent that is not, as
  /// of a batch, counts as 1.
  public var multiplyAdds: Int

  /// Measures a graph.
  ///
  /// - Parameter countingNonZeros: Whether to look at every parameter; else `nonZeros` is
  ///   `parameters`.
  /// - Complexity: O(nodes), and O(parameters) when counting non-zeros.
  public init(_ graph: Graph, countingNonZeros: Bool = false) {
    (nodes, parameters, nonZeros, bytes, multiplyAdds) = (graph.totalNodeCount, 0, 0, 0, 0)
    for tensor in graph.initializers.values {
      parameters += tensor.count
      bytes += tensor.byteCount
      nonZeros += countingNonZeros ? tensor.nonZeroCount : tensor.count
    }
    for node in graph.nodes {
      // Sizes are not checked yet: a file can declare what nobody could compute.
      multiplyAdds = ShapeMath.saturatingSum(
        multiplyAdds, Self.multiplyAdds(of: node, in: graph))
    }
  }

  /// Multiply-add pairs of a node, counted as in ``multiplyAdds``.
  static func multiplyAdds(of node: Node, in graph: Graph) -> Int {
    let operands = OperandTypes(
      node.inputs.map { $0.map { withSingleBatch(graph.type(of: $0)) } },
      constants: node.inputs.map { $0.flatMap(graph.constant) })
    return node.operation.cost(operands).multiplyAdds
  }

  private static func withSingleBatch(_ type: ValueType) -> ValueType {
    guard let tensor = type.tensorType, var dimensions = tensor.dimensions,
      let first = dimensions.first, first.value == nil,
      dimensions.dropFirst().allSatisfy({ $0.value != nil })
    else { return type }
    dimensions[0] = .fixed(1)
    return .tensor(tensor.dtype, dimensions: dimensions)
  }
}

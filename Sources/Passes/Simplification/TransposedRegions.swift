// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

/// Connected elementwise nodes that read one reordering of axes, the transposes at their entry, and
/// what happens at their exits.
struct TransposedRegion {
  /// The input axis of each axis as the region sees it.
  let permutation: [Int]
  /// Transposes whose outputs the region reads.
  var entries: [Node] = []
  /// Nodes of the region in topological order.
  var members: [Node] = []
  /// Values of the region that others than the region's nodes and transposes read.
  var exits: Set<ValueID> = []
  /// Transposes that read values of the region.
  var transposes: [Node] = []

  /// Transposes saved by moving the region: those at the entry that nothing else reads, and those
  /// at exits that are undone, less those to be made at the other exits.
  func saving(readersOutside: Set<ValueID>) -> Int {
    let gone = entries.count { $0.output.map { !readersOutside.contains($0) } ?? false }
    let inverse = Transpose.inverse(permutation)
    let undone = transposes.count { ($0.operation as? Transpose)?.permutation == inverse }
    return gone + undone - exits.count
  }

  /// Computes the region on the original order of axes.
  func move(_ index: GraphIndex, _ patch: inout GraphPatch) throws(GraphError) {
    var originals: [ValueID: ValueID] = [:]
    for entry in entries { originals[entry.outputs[0]!] = entry.inputs[0] }
    for node in members {
      var inputs: [ValueID?] = []
      for input in node.inputs {
        if let input, let original = originals[input] {
          inputs.append(original)
        } else if let input, let tensor = index.constant(input), tensor.count != 1 {
          let name = index.graph.name(of: input)
          inputs.append(patch.addInitializer(name, try reordered(tensor)))
        } else {
          inputs.append(input)
        }
      }
      var operation = node.operation
      if var concat = operation as? Concat {
        concat.axis = permutation[concat.axis < 0 ? concat.axis + permutation.count : concat.axis]
        operation = concat
      }
      let made = try patch.addNode(operation, name: node.name, inputs: inputs)
      originals[node.outputs[0]!] = made[0]
    }
    for (value, original) in originals.sorted(by: { $0.key < $1.key }) where exits.contains(value) {
      let moved = try patch.addNode(Transpose(permutation: permutation), inputs: [original])
      try patch.replaceUses(of: value, with: moved[0]!)
    }
    for node in transposes {
      guard let input = node.inputs[0], let original = originals[input], let output = node.output,
        let own = Transpose.permutation(of: node, index)
      else { continue }
      let merged = own.map { permutation[$0] }
      if merged == Array(merged.indices) {
        try patch.replaceUses(of: output, with: original)
      } else {
        try patch.replace(node, operation: Transpose(permutation: merged), inputs: [original])
      }
    }
  }

  /// A constant that broadcasts against the region, with its axes in the original order.
  private func reordered(_ tensor: Tensor) throws(GraphError) -> Tensor {
    let leading = [Int](repeating: 1, count: permutation.count - tensor.rank)
    let results = try Transpose(permutation: Transpose.inverse(permutation)).checkedEvaluate(
      Operands(tensors: [tensor.reshaped(to: leading + tensor.shape)]), in: EvaluationContext())
    return results[0].tensor!
  }
}

/// All regions of a graph through which transposes could move.
struct TransposedRegions {
  private var regions: [Int: TransposedRegion] = [:]
  private var readersOutside: Set<ValueID> = []

  /// Complexity: O(nodes).
  init(_ graph: Graph, _ index: GraphIndex) {
    // The tag of a value is a node of its region; `parents` joins regions that meet.
    var permutations: [ValueID: [Int]] = [:]
    var parents = Array(graph.nodes.indices)
    var membership: [Bool] = graph.nodes.map { _ in false }
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    for (position, node) in graph.nodes.enumerated() {
      guard let output = node.output else { continue }
      if let permutation = Transpose.permutation(of: node, index) {
        permutations[output] = permutation
      } else if let permutation = Self.common(node, permutations, index) {
        permutations[output] = permutation
        membership[position] = true
        for case let input? in node.inputs where permutations[input] != nil {
          guard let maker = index.makerPosition(of: input) else { continue }
          parents[root(maker)] = root(position)
        }
      }
    }
    for (position, node) in graph.nodes.enumerated() {
      guard let output = node.output, let permutation = permutations[output] else { continue }
      let region = root(position)
      if membership[position] {
        regions[region, default: TransposedRegion(permutation: permutation)].members.append(node)
      } else {
        regions[region, default: TransposedRegion(permutation: permutation)].entries.append(node)
      }
    }
    for (position, node) in graph.nodes.enumerated() where !membership[position] {
      for case let input? in node.inputs where permutations[input] != nil {
        guard let maker = index.makerPosition(of: input) else { continue }
        if node.operation is Transpose, membership[maker] {
          regions[root(maker)]?.transposes.append(node)
        } else {
          note(input, maker, membership, in: root(maker))
        }
      }
    }
    for output in graph.outputs where permutations[output.value] != nil {
      guard let maker = index.makerPosition(of: output.value) else { continue }
      note(output.value, maker, membership, in: root(maker))
    }
  }

  private mutating func note(
    _ value: ValueID, _ maker: Int, _ membership: [Bool], in region: Int
  ) {
    if membership[maker] {
      regions[region]?.exits.insert(value)
    } else {
      readersOutside.insert(value)
    }
  }

  /// The regions whose move saves transposes, in order of their last nodes.
  func profitable() -> [TransposedRegion] {
    regions.sorted { $0.key < $1.key }.map(\.value).filter {
      !$0.members.isEmpty && $0.saving(readersOutside: readersOutside) > 0
    }
  }

  /// The reordering that all inputs of an elementwise node share, constants aside.
  private static func common(
    _ node: Node, _ permutations: [ValueID: [Int]], _ index: GraphIndex
  ) -> [Int]? {
    guard node.outputs.count == 1, isElementwise(node.operation) else { return nil }
    var common: [Int]?
    for case let input? in node.inputs {
      if let permutation = permutations[input] {
        guard common == nil || common == permutation else { return nil }
        common = permutation
      } else if index.constant(input) == nil {
        return nil
      }
    }
    guard let common, index.tensorType(node.output)?.rank == common.count else { return nil }
    for case let input? in node.inputs {
      guard let tensor = index.constant(input) else { continue }
      guard tensor.rank <= common.count else { return nil }
      // The operator may want these as they are (`Clip`); numbers broadcast in any order.
      if node.operation is Concat { return nil }
    }
    return common
  }

  private static func isElementwise(_ operation: any Operation) -> Bool {
    switch operation {
    case is ReLU, is Clip, is Cast, is Concat, is Where: true
    case is any UnaryFloatOperation, is any UnaryNumericOperation: true
    case is any BinaryArithmeticOperation, is any ComparisonOperation, is any LogicalOperation: true
    case is any VariadicOperation: true
    default: false
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct ChannelRemovalTests {
  /// Of the largest output element: sums of up to some hundred products in another order.
  static let roundingTolerance = 1e-5

  /// Each case checks 20 graphs, so that 2,000 are checked in a hundred cases.
  @Test(.tags(.slow), arguments: 0..<100 as Range<UInt64>)
  func `the graph without channels gives what the one with zeroed filters gives`(
    block: UInt64
  ) throws {
    for seed in block * 20..<block * 20 + 20 {
      let random = try RandomChannelGraph(seed: seed)
      let groups = ChannelGroups(random.graph)
      var generator = SeededGenerator(seed: seed &+ 1_000_000)
      let chosen = groups.groups.indices.filter { _ in generator.nextUniform() < 0.4 }
      let removal = try groups.removing(chosen)
      try removal.graph.checkInvariants()
      try expectSameOutputs(
        removal.graph, try groups.masked(chosen), random.inputs,
        tolerance: Self.roundingTolerance)
    }
  }

  @Test func `most random graphs lose channels, and through every kind of node`() throws {
    var removed = 0
    var changed: Set<String> = []
    for seed in 0..<200 as Range<UInt64> {
      let random = try RandomChannelGraph(seed: seed)
      let groups = ChannelGroups(random.graph)
      let removal = try groups.removing(groups.groups.indices.filter { $0 % 2 == 0 })
      removed += removal.removed.isEmpty ? 0 : 1
      let before = Dictionary(
        uniqueKeysWithValues: random.graph.nodes.map { ($0.id, random.graph.operandTypes(of: $0)) })
      for node in removal.graph.nodes {
        guard let old = before[node.id]?[0] else { continue }
        if removal.graph.operandTypes(of: node)[0] != old { changed.insert(node.operation.opType) }
      }
    }
    #expect(removed > 150)
    let expected: Set<String> = [
      "Conv", "ConvTranspose", "BatchNormalization", "Gemm", "MatMul", "Add", "Sum", "Mul",
      "PRelu", "Relu", "Sigmoid", "Clip", "Concat", "Split", "Slice", "Flatten", "Reshape",
      "Transpose", "MaxPool", "AveragePool", "GlobalAveragePool", "ReduceMean", "Pad", "Squeeze",
      "Unsqueeze",
    ]
    #expect(expected.subtracting(changed).isEmpty, "\(expected.subtracting(changed))")
  }
}

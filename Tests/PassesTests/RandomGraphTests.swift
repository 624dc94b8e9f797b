// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import TestSupport
import Testing

@Suite struct RandomGraphTests {
  /// Of the largest output element. Folded weights are rounded once to 24 bits each; a dozen layers
  /// of sums of up to some hundred products leave about 1e-6.
  static let roundingTolerance = 2e-5

  @Test(.tags(.slow), arguments: 0..<250 as Range<UInt64>)
  func `simplification keeps the outputs`(seed: UInt64) throws {
    try check(.simplification, seed, tolerance: Self.roundingTolerance)
  }

  @Test(.tags(.slow), arguments: 0..<250 as Range<UInt64>)
  func `inference and unfusing keep the outputs`(seed: UInt64) throws {
    let fused = try check(.inference, seed, tolerance: Self.roundingTolerance)
    var unfused = fused
    try Pipeline([Unfusing()]).run(on: &unfused)
    #expect(!unfused.nodes.contains { $0.operation is FusedConv || $0.operation is FusedGemm })
    let inputs = try RandomGraph(seed: seed).inputs
    try expectSameOutputs(unfused, fused, inputs, tolerance: Self.roundingTolerance)
  }

  static let exactPasses: [any Pass] = [
    ConstantFolding(), ShapePropagation(), IdentityElimination(), CommonSubexpressionElimination(),
    ReshapeElimination(), TransposeElimination(), PadFolding(), DeadCodeElimination(),
    ResidualFusion(), ActivationFusion(),
  ]

  @Test(.tags(.slow), arguments: 0..<100 as Range<UInt64>)
  func `passes that do not compute keep every number`(seed: UInt64) throws {
    for pass in Self.exactPasses {
      try check(Pipeline([DeadCodeElimination(), pass]), seed, tolerance: 0)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a seed gives one graph`(seed: UInt64) throws {
    let (a, b) = (try RandomGraph(seed: seed), try RandomGraph(seed: seed))
    #expect(a.graph == b.graph)
    #expect(a.inputs == b.inputs)
    try a.graph.checkInvariants()
  }

  /// Runs a pipeline twice; the first run must keep the outputs, the second change nothing.
  @discardableResult
  private func check(_ pipeline: Pipeline, _ seed: UInt64, tolerance: Double) throws -> Graph {
    let random = try RandomGraph(seed: seed)
    var graph = random.graph
    try pipeline.run(on: &graph)
    try expectSameOutputs(graph, random.graph, random.inputs, tolerance: tolerance)
    var again = graph
    let reports = try pipeline.run(on: &again)
    #expect(reports.allSatisfy { $0.report.rewrites == 0 }, "\(reports)")
    #expect(again == graph)
    return graph
  }
}

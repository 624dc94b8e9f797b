// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import TestSupport
import Testing

@Suite struct DebugTests {
  @Test(arguments: [199, 201, 207] as [UInt64])
  func `debug`(seed: UInt64) throws {
    let random = try RandomGraph(seed: seed)
    var graph = random.graph
    print("SEED", seed, graph)
    let all: [any Pass] = [
      ConstantFolding(), ShapePropagation(), IdentityElimination(),
      CommonSubexpressionElimination(), ReshapeElimination(), TransposeElimination(),
      PadFolding(), BatchNormFolding(), GemmFusion(), DeadCodeElimination(),
    ]
    for round in 0..<4 {
      for pass in all {
        do {
          let report = try pass.run(on: &graph)
          if report.rewrites > 0 { print("== round", round, pass.name, report.rewrites, graph) }
        } catch { print("== round", round, pass.name, "ERROR", error); return }
      }
    }
    let more: [any Pass] = [
      ActivationRecognition(), ResidualFusion(), ActivationFusion(), DeadCodeElimination(),
    ]
    for pass in more + all + more {
      let report = try pass.run(on: &graph)
      if report.rewrites > 0 { print("== then", pass.name, report.rewrites, graph) }
    }
  }
}

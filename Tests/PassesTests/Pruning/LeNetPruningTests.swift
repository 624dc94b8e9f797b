// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Passes
import Tensors
import TestSupport
import Testing

/// Pruning of a network that was trained (`Tests/Golden/generate/pruning.py`).
@Suite struct LeNetPruningTests {
  private struct Trained {
    let graph: Graph
    let source: EvaluatedActivations
    let images: Tensor
    let labels: [Int]

    init() throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/pruning")
      graph = try ONNX.read(
        contentsOf: folder.appending(path: "lenet-300-100.onnx").path
      ).graph
      func array(_ name: String) throws -> Tensor {
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
        return try NumPyFile.read(bytes, name: name)
      }
      let pixels = try array("digits.npy").doubles()
      let digits = pixels.map { Float($0 / 255) }
      let all = try array("labels.npy").int64s().map(Int.init)
      let split = 256
      source = EvaluatedActivations([
        [Tensor(Array(digits[..<(split * 784)]), shape: [split, 1, 28, 28])]
      ])
      images = Tensor(Array(digits[(split * 784)...]), shape: [all.count - split, 1, 28, 28])
      labels = Array(all[split...])
    }

    /// Mean cross-entropy over the test digits.
    func loss(_ graph: Graph) throws -> Double {
      let logits = try #require(try graph.evaluate([.tensor(images)])[0].tensor).doubles()
      var sum = 0.0
      for (row, label) in labels.enumerated() {
        let values = logits[row * 10..<row * 10 + 10]
        let largest = values.max() ?? 0
        let total = values.reduce(0) { $0 + exp($1 - largest) }
        sum += log(total) + largest - values[row * 10 + label]
      }
      return sum / Double(labels.count)
    }

    func loss(_ criterion: any WeightCriterion, _ ratio: Double) throws -> Double {
      var pruned = graph
      _ = try WeightPruning(
        criterion: criterion, budget: .ratio(ratio), selection: .all, calibration: source
      ).run(on: &pruned)
      return try loss(pruned)
    }
  }

  /// Up to one half nothing is lost. From there on, at each ratio the surgeon does best and chance worst. Damage looks at one layer's outputs, not
  /// at the loss, so it beats magnitude on the whole (geometric mean), not at each ratio.
  @Test(.tags(.slow))
  func `brain surgeon, then brain damage, then magnitude, then chance`() throws {
    let data = try Trained()
    var (damageSum, magnitudeSum) = (0.0, 0.0)
    for ratio in [0.6, 0.7, 0.8, 0.9] {
      let surgeon = try data.loss(BrainSurgeonCriterion(damping: 1e-2), ratio)
      let damage = try data.loss(BrainDamageCriterion(), ratio)
      let magnitude = try data.loss(MagnitudeCriterion(), ratio)
      let chance = try data.loss(RandomCriterion(), ratio)
      #expect(surgeon <= min(damage, magnitude), "\(ratio)")
      #expect(max(damage, magnitude) < chance, "\(ratio)")
      damageSum += log(damage)
      magnitudeSum += log(magnitude)
    }
    #expect(damageSum <= magnitudeSum)
  }

  @Test(.tags(.slow)) func `factors at full rank are exact, and fewer ranks cost little`() throws {
    let data = try Trained()
    var exact = data.graph
    let options = FactorizationOptions(
      rank: .energy(1), selection: .all, declinesMoreWork: false)
    #expect(try MatrixFactorization(options: options).run(on: &exact).rewrites == 3)
    try expectSameOutputs(exact, data.graph, [.tensor(data.images)], tolerance: 1e-5)
    var small = data.graph
    let report = try MatrixFactorization(
      options: FactorizationOptions(rank: .multiplyAdds(0.8), selection: .all)
    ).run(on: &small)
    #expect(report.after.parameters < report.before.parameters * 82 / 100)
    #expect(try data.loss(small) < data.loss(data.graph) + 0.05)
  }
}

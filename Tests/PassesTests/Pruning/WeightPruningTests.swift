// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct WeightPruningTests {
  private func network(_ seed: UInt64) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    var sketch = Sketch()
    let x = sketch.input("x", [1, 6, 5, 5])
    let w = sketch.graph.addInitializer("w", generator.normalTensor([8, 3, 3, 3]))
    let y = try sketch.add("conv", Conv(groups: 2), x, w)
    let flat = try sketch.add("flat", Flatten(), y)
    let v = sketch.graph.addInitializer("v", generator.normalTensor([72, 10], scale: 0.1))
    sketch.output(try sketch.add("fc", MatMul(), flat, v))
    return sketch.graph
  }

  private func masks(_ graph: Graph) -> (conv: Mask, product: Mask) {
    func mask(_ name: String) -> Mask {
      Mask(zerosOf: graph.value(named: name).flatMap(graph.constant) ?? Tensor(scalar: Float(0)))
    }
    return (mask("w"), mask("v"))
  }

  static let patterns: [MaskPattern] = [
    .element, .row, .column, .kernel, .shape, .filter, .channel, .block(filters: 4, channels: 1),
    .block(filters: 16, channels: 1), .block(filters: 1, channels: 4),
  ]

  @Test(arguments: patterns)
  func `half of the units go, whole`(pattern: MaskPattern) throws {
    var graph = try network(1)
    _ = try WeightPruning(pattern: pattern, selection: .all).run(on: &graph)
    let conv = masks(graph).conv
    for layer in WeightLayer.all(in: graph) {
      let mask = Mask(zerosOf: layer.weights)
      let size = Double(mask.kept.count)
      let largest: Double =
        switch pattern {
        case .filter: size / Double(layer.filters)
        case .channel: size / Double(layer.channels * layer.groups)
        case .shape: size / Double(layer.channels * layer.groups * layer.taps)
        default: 16
        }
      #expect(mask.sparsity <= 0.5)
      #expect(mask.sparsity * size > size / 2 - largest - 1, "\(layer.name)")
    }
    // Units of the grouped convolution, [8, 3, 3, 3] with 4 filters a group, are whole.
    for filter in 0..<8 {
      for channel in 0..<3 {
        for tap in 0..<9 {
          let kept = conv.kept[(filter * 3 + channel) * 9 + tap]
          let other: Int =
            switch pattern {
            case .element: (filter * 3 + channel) * 9 + tap
            case .row: (filter * 3 + channel) * 9 + tap / 3 * 3
            case .column: (filter * 3 + channel) * 9 + tap % 3
            case .kernel: (filter * 3 + channel) * 9
            case .shape: (filter / 4 * 12 + channel) * 9 + tap
            case .filter: filter * 27
            case .channel: (filter / 4 * 12 + channel) * 9
            case .block(1, _): filter * 27 + tap
            default: (filter / 4 * 12 + channel) * 9 + tap
            }
          #expect(kept == conv.kept[other])
        }
      }
    }
  }

  @Test func `of each four channels two stay`() throws {
    var graph = try network(2)
    _ = try WeightPruning(pattern: .nOfM(kept: 2, of: 4), selection: .all).run(on: &graph)
    let product = masks(graph).product
    for column in 0..<10 {
      for start in stride(from: 0, to: 72, by: 4) {
        #expect((start..<start + 4).count { product.kept[$0 * 10 + column] } == 2)
      }
    }
  }

  @Test func `the smallest weights go, by one threshold for all layers`() throws {
    let original = try network(3)
    var graph = original
    _ = try WeightPruning(budget: .ratio(0.6), scope: .global, selection: .all).run(on: &graph)
    var (kept, gone) = (Double.infinity, 0.0)
    for layer in WeightLayer.all(in: original) {
      let mask = layer.name == "conv" ? masks(graph).conv : masks(graph).product
      for (weight, stays) in zip(layer.weights.doubles(), mask.kept) {
        if stays { kept = min(kept, abs(weight)) } else { gone = max(gone, abs(weight)) }
      }
    }
    #expect(gone < kept)
    #expect(masks(graph).product.sparsity > masks(graph).conv.sparsity)
    let count = GraphSize(graph, countingNonZeros: true).nonZeros
    #expect(count == 936 - Int(0.6 * 936))
  }

  @Test func `layers that are skipped or not named keep their weights`() throws {
    var graph = try network(4)
    _ = try WeightPruning(budget: .ratios(["fc": 0.5])).run(on: &graph)
    #expect(graph == (try network(4)))
    _ = try WeightPruning(budget: .ratios(["fc": 0.5]), selection: .all).run(on: &graph)
    #expect(masks(graph).conv.sparsity == 0)
    #expect(masks(graph).product.sparsity == 0.5)
  }

  @Test(arguments: [RandomCriterion(seed: 9) as any WeightCriterion, MagnitudeCriterion()])
  func `what is masked stays masked when more goes`(criterion: any WeightCriterion) throws {
    var graph = try network(5)
    _ = try WeightPruning(budget: .ratio(0.3), selection: .all).run(on: &graph)
    let first = masks(graph)
    let report = try MaskPreservation([
      WeightPruning(criterion: criterion, budget: .ratio(0.7), selection: .all)
    ]).run(on: &graph)
    #expect(masks(graph).product.sparsity == 0.7)
    #expect(zip(first.conv.kept, masks(graph).conv.kept).allSatisfy { $0 || !$1 })
    #expect(report.after.nonZeros < report.before.nonZeros)
  }

  @Test func `a pass that fills masked weights is stopped`() throws {
    struct Filling: Pass {
      static let name = "filling"
      func run(on graph: inout Graph) throws(GraphError) -> PassReport {
        var patch = GraphPatch(for: graph)
        if let value = graph.value(named: "v") {
          patch.setInitializer(value, Tensor([Float](repeating: 1, count: 720), shape: [72, 10]))
        }
        let before = GraphSize(graph)
        try patch.apply(to: &graph)
        return PassReport(rewrites: 1, before: before, after: before)
      }
    }
    var graph = try network(6)
    _ = try WeightPruning(selection: .all).run(on: &graph)
    let before = graph
    #expect(
      throws: GraphError(
        .invalidGraph,
        "pass \"filling\": 360 of 360 masked weights of \"v\" are no longer zero")
    ) { _ = try MaskPreservation([Filling()]).run(on: &graph) }
    #expect(graph == before)
  }

  @Test func `budgets of work, bytes and time are met`() throws {
    struct Meter: LatencyMeter {
      func milliseconds(of graph: Graph) throws(GraphError) -> Double {
        Double(GraphSize(graph, countingNonZeros: true).nonZeros)
      }
    }
    let work = try network(7)
    for fraction in [0.9, 0.5, 0.1] {
      var graph = work
      _ = try WeightPruning(budget: .multiplyAdds(fraction), selection: .all).run(on: &graph)
      let left = Double(masks(graph).conv.keptCount * 9 + masks(graph).product.keptCount)
      let all = Double(216 * 9 + 720)
      #expect(left <= fraction * all && left > fraction * all - 30)
    }
    var small = work
    _ = try WeightPruning(budget: .bytes(1000), selection: .all).run(on: &small)
    let left = masks(small).conv.keptCount + masks(small).product.keptCount
    #expect(left * 4 + 27 + 90 <= 1000 && left * 4 + 27 + 90 > 980)
    var quick = work
    _ = try WeightPruning(budget: .milliseconds(300, Meter()), selection: .all).run(on: &quick)
    #expect((288...300).contains(GraphSize(quick, countingNonZeros: true).nonZeros))
    var impossible = work
    #expect(throws: GraphError.self) {
      _ = try WeightPruning(budget: .bytes(10), selection: .all).run(on: &impossible)
    }
  }

  @Test func `ratios out of range are refused`() throws {
    var graph = try network(8)
    #expect(
      throws: GraphError(.invalidAttribute, "the ratio is 1.5, expected 0 ..< 1")
    ) { _ = try WeightPruning(budget: .ratio(1.5)).run(on: &graph) }
    #expect(throws: GraphError(.invalidAttribute, "3 of 2 is no pattern")) {
      _ = try WeightPruning(pattern: .nOfM(kept: 3, of: 2)).run(on: &graph)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct CriterionTests {
  /// Sums in double precision, rounded to 24 bits once.
  static let roundingTolerance = 1e-5

  /// A fully connected layer on random, correlated inputs.
  private struct Problem {
    let graph: Graph
    let data: Tensor
    let source: EvaluatedActivations
    let weights: Tensor

    init(seed: UInt64, filters: Int = 3, columns: Int = 8, rows: Int = 64) throws {
      var generator = SeededGenerator(seed: seed)
      let mixing = generator.normalTensor([columns, columns]).doubles()
      let raw = generator.normalTensor([rows, columns]).doubles()
      var mixed = [Double](repeating: 0, count: rows * columns)
      for row in 0..<rows {
        for column in 0..<columns {
          for inner in 0..<columns {
            mixed[row * columns + column] +=
              raw[row * columns + inner] * mixing[inner * columns + column]
          }
        }
      }
      data = Tensor(doubles: mixed, dtype: .float32, shape: [rows, columns])
      weights = generator.normalTensor([filters, columns])
      var graph = Graph(name: "g")
      let x = graph.addInput("x", .tensor(.float32, [rows, columns]))
      let w = graph.addInitializer("w", weights)
      let y = try graph.addNode(Gemm(transposesB: true), name: "fc", inputs: [x, w])[0]
      graph.addOutput("y", try #require(y))
      self.graph = graph
      source = EvaluatedActivations([[data]])
    }

    /// Half the mean squared difference of the outputs.
    func loss(of other: Graph) throws -> Double {
      let a = try #require(try other.evaluate([.tensor(data)])[0].tensor).doubles()
      let b = try #require(try graph.evaluate([.tensor(data)])[0].tensor).doubles()
      return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        / Double(2 * data.shape[0])
    }
  }

  private func pruned(
    _ problem: Problem, _ criterion: any WeightCriterion, _ ratio: Double
  ) throws -> Graph {
    var graph = problem.graph
    _ = try WeightPruning(
      criterion: criterion, budget: .ratio(ratio), selection: .all, calibration: problem.source
    ).run(on: &graph)
    return graph
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `the predicted increase is the loss of the optimum without the weight`(
    seed: UInt64
  ) throws {
    let problem = try Problem(seed: seed, filters: 1)
    let criterion = BrainSurgeonCriterion(damping: 1e-12)
    let layer = WeightLayer.all(in: problem.graph)[0]
    let statistics = try InputStatistics.collected(for: layer, in: problem.graph, problem.source)
    let scores = try criterion.scores(of: layer, statistics)
    // One of eight weights goes: the one that costs least.
    let least = try #require(scores.min())
    let graph = try pruned(problem, criterion, 0.125)
    let loss = try problem.loss(of: graph)
    #expect(abs(loss - least) <= Self.roundingTolerance * max(least, 1), "\(loss) \(least)")
    let position = try #require(scores.firstIndex(of: least))
    #expect(try optimalLoss(problem, without: position, near: loss))
  }

  /// Whether no small step of the weights that stay lowers the loss.
  private func optimalLoss(_ problem: Problem, without position: Int, near loss: Double) throws
    -> Bool
  {
    let graph = try pruned(problem, BrainSurgeonCriterion(damping: 1e-12), 0.125)
    let value = try #require(graph.value(named: "w"))
    let weights = try #require(graph.constant(value)).doubles()
    for column in weights.indices where column != position {
      for step in [-1e-2, 1e-2] {
        var other = weights
        other[column] += step
        var candidate = graph
        var patch = GraphPatch(for: candidate)
        patch.setInitializer(
          value, Tensor(doubles: other, dtype: .float32, shape: problem.weights.shape))
        try patch.apply(to: &candidate)
        guard try problem.loss(of: candidate) > loss else { return false }
      }
    }
    return true
  }

  /// The choice of one criterion, and what stays adjusted by the surgeon.
  private struct Operated: WeightCriterion {
    static let name = "operated"
    let chooser: any WeightCriterion
    let needs = InputStatistics.Kind.products

    func scores(
      of layer: WeightLayer, _ statistics: InputStatistics?
    ) throws(GraphError) -> [Double] { try chooser.scores(of: layer, statistics) }

    func adjusted(
      _ weights: [Double], keeping kept: [Bool], of layer: WeightLayer,
      _ statistics: InputStatistics?
    ) throws(GraphError) -> [Double] {
      try BrainSurgeonCriterion().adjusted(weights, keeping: kept, of: layer, statistics)
    }
  }

  @Test func `the brain surgeon does no worse than the others on the layer's outputs`() throws {
    let others: [any WeightCriterion] = [
      BrainDamageCriterion(), MagnitudeCriterion(), ActivationNormCriterion(), RandomCriterion(),
    ]
    var surgeon = 0.0
    var losses = others.map { _ in 0.0 }
    for seed in 0..<20 as Range<UInt64> {
      let problem = try Problem(seed: seed)
      surgeon += try problem.loss(of: try pruned(problem, BrainSurgeonCriterion(), 0.5))
      for (index, other) in others.enumerated() {
        let loss = try problem.loss(of: try pruned(problem, other, 0.5))
        // Whatever went, the weights that stay cannot do better than the surgeon's.
        let operated = try problem.loss(of: try pruned(problem, Operated(chooser: other), 0.5))
        #expect(operated <= loss * (1 + Self.roundingTolerance), "seed \(seed), \(other)")
        losses[index] += loss
      }
    }
    // Which weights go it scores one by one, so that it can lose a case, but not all together.
    for (other, loss) in zip(others, losses) { #expect(surgeon <= loss, "\(other)") }
  }

  @Test func `statistics of a convolution are those of its windows`() throws {
    var generator = SeededGenerator(seed: 5)
    var graph = Graph(name: "g")
    let data = generator.normalTensor([2, 4, 5, 6])
    let x = graph.addInput("x", .tensor(.float32, data.shape))
    let w = graph.addInitializer("w", generator.normalTensor([6, 2, 3, 2]))
    let window = SlidingWindow(
      strides: [2, 1], padding: .explicit(begin: [1, 0], end: [1, 1]))
    let y = try graph.addNode(Conv(window: window, groups: 2), name: "c", inputs: [x, w])[0]
    graph.addOutput("y", try #require(y))
    let layer = WeightLayer.all(in: graph)[0]
    let statistics = try InputStatistics.collected(
      for: layer, in: graph, EvaluatedActivations([[data], [data]]))
    // A filter with a single weight gives the column that the weight meets.
    let output = try #require(y)
    let shape = try #require(graph.type(of: output).tensorType?.shape)
    #expect(statistics.rows == 2 * 2 * shape[2] * shape[3])
    for column in 0..<12 {
      for group in 0..<2 {
        var weights = [Float](repeating: 0, count: 72)
        weights[(group * 3) * 12 + column] = 1
        let output = try evaluate(
          Conv(window: window, groups: 2), [data, Tensor(weights, shape: [6, 2, 3, 2])]
        ).doubles()
        let square = output.reduce(0) { $0 + $1 * $1 } / Double(2 * shape[2] * shape[3])
        #expect(abs(statistics.squares[group * 12 + column] - square) < 1e-9)
      }
    }
  }

  @Test func `a criterion without its data names the layer and the way out`() throws {
    var problem = try Problem(seed: 1).graph
    let error = #expect(throws: GraphError.self) {
      _ = try WeightPruning(criterion: BrainDamageCriterion(), selection: .all).run(on: &problem)
    }
    #expect(error?.code == .missingInput)
    #expect(error?.node == "Gemm node \"fc\"")
  }
}

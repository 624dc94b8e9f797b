// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct FactorizationTests {
  /// Weights are rounded to 24 bits on both sides of a product.
  static let roundingTolerance = 1e-5

  private func convolution(
    _ seed: UInt64, kernel: [Int] = [3, 3], weights: Tensor? = nil, stride: Int = 1
  ) throws -> (graph: Graph, input: RuntimeValue) {
    var generator = SeededGenerator(seed: seed)
    var sketch = Sketch()
    let x = sketch.input("x", [1, 6, 9, 8])
    let w = sketch.graph.addInitializer(
      "w", weights ?? generator.normalTensor([8, 6] + kernel, scale: 0.2))
    let b = sketch.graph.addInitializer("b", generator.normalTensor([8]))
    let window = SlidingWindow(
      strides: [stride, 1],
      padding: .explicit(begin: [kernel[0] / 2, 0], end: [kernel[0] / 2, kernel[1] / 2]))
    sketch.output(try sketch.add("conv", Conv(window: window), x, w, b))
    return (sketch.graph, .tensor(generator.normalTensor([1, 6, 9, 8])))
  }

  private func options(
    _ rank: FactorizationRank, declines: Bool = false
  ) -> FactorizationOptions {
    FactorizationOptions(rank: rank, selection: .all, declinesMoreWork: declines)
  }

  @Test(arguments: [1, 2])
  func `full rank is exact`(stride: Int) throws {
    let (graph, input) = try convolution(1, stride: stride)
    let (pointwise, other) = try convolution(2, kernel: [1, 1])
    for (pass, graph, input): (any Pass, Graph, RuntimeValue) in [
      (MatrixFactorization(options: options(.energy(1))), pointwise, other),
      (SpatialFactorization(options: options(.energy(1))), graph, input),
      (TuckerFactorization(options: options(.energy(1))), graph, input),
      (CPFactorization(options: options(.fixed(54)), iterations: 400), graph, input),
    ] {
      var exact = graph
      #expect(try pass.run(on: &exact).rewrites == 1, "\(pass.name)")
      #expect(exact.nodes.count > 1)
      let tolerance = pass is CPFactorization ? 1e-3 : Self.roundingTolerance
      try expectSameOutputs(exact, graph, [input], tolerance: tolerance)
    }
  }

  @Test(arguments: 1...5)
  func `the error of a rank is that of the discarded singular values`(rank: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let weights = generator.normalTensor([7, 6])
    var sketch = Sketch()
    let x = sketch.input("x", [6, 6])
    let w = sketch.graph.addInitializer("w", weights)
    sketch.output(try sketch.add("fc", Gemm(transposesB: true), x, w))
    var graph = sketch.graph
    let report = try MatrixFactorization(options: options(.fixed(rank))).run(on: &graph)
    #expect(report.rewrites == 1)
    // The identity as input shows the product of the factors.
    let identity = Tensor((0..<36).map { Float($0 / 6 == $0 % 6 ? 1 : 0) }, shape: [6, 6])
    let product = try #require(try graph.evaluate([.tensor(identity)])[0].tensor).doubles()
    let expected = try #require(try sketch.graph.evaluate([.tensor(identity)])[0].tensor).doubles()
    let error = zip(product, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    // Eigenvalues of WᵀW by plain Jacobi rotations.
    let squares = eigenvalues(weights.doubles(), 7, 6).sorted(by: >)
    let discarded = squares.dropFirst(rank).reduce(0, +)
    #expect(abs(error.squareRoot() - discarded.squareRoot()) < 1e-4)
  }

  private func eigenvalues(_ w: [Double], _ rows: Int, _ columns: Int) -> [Double] {
    var a = [[Double]](repeating: [Double](repeating: 0, count: columns), count: columns)
    for i in 0..<columns {
      for j in 0..<columns {
        for row in 0..<rows { a[i][j] += w[row * columns + i] * w[row * columns + j] }
      }
    }
    for _ in 0..<50 {
      for p in 0..<columns {
        for q in p + 1..<columns where abs(a[p][q]) > 1e-14 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<columns {
            (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
          }
          for k in 0..<columns {
            (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
          }
        }
      }
    }
    return (0..<columns).map { a[$0][$0] }
  }

  @Test func `work falls as predicted, and a rank that does not save declines`() throws {
    let (graph, _) = try convolution(4)
    var spatial = graph
    let report = try SpatialFactorization(
      options: options(.multiplyAdds(0.5), declines: true)
    ).run(on: &spatial)
    #expect(report.rewrites == 1)
    #expect(report.after.multiplyAdds <= report.before.multiplyAdds / 2)
    var tucker = graph
    let second = try TuckerFactorization(
      options: options(.multiplyAdds(0.5), declines: true)
    ).run(on: &tucker)
    #expect(second.rewrites == 1)
    #expect(second.after.multiplyAdds <= second.before.multiplyAdds / 2)
    var full = graph
    let third = try SpatialFactorization(options: options(.energy(1), declines: true)).run(
      on: &full)
    #expect(third.rewrites == 0)
    #expect(third.notes == ["conv: stays, rank 18 takes no fewer multiply-adds"])
    #expect(full == graph)
  }

  @Test func `a layer that does not get faster stays`() throws {
    struct Meter: LatencyMeter {
      func milliseconds(of graph: Graph) throws(GraphError) -> Double { Double(graph.nodes.count) }
    }
    var (graph, _) = try convolution(5)
    let before = graph
    var options = options(.multiplyAdds(0.3), declines: true)
    options.meter = Meter()
    let report = try SpatialFactorization(options: options).run(on: &graph)
    #expect(report.rewrites == 0)
    #expect(graph == before)
    #expect(report.notes.first?.hasSuffix("takes 2.0 ms instead of 1.0") ?? false)
  }

  @Test func `a budget of time is met by the largest energy`() throws {
    struct Meter: LatencyMeter {
      func milliseconds(of graph: Graph) throws(GraphError) -> Double {
        Double(GraphSize(graph).multiplyAdds)
      }
    }
    var (graph, _) = try convolution(6)
    let budget = Double(GraphSize(graph).multiplyAdds) * 0.6
    _ = try SpatialFactorization(options: options(.milliseconds(budget, Meter()), declines: true))
      .run(on: &graph)
    let work = Double(GraphSize(graph).multiplyAdds)
    #expect(work <= budget && work > budget * 0.75)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `variational Bayes finds the rank under noise`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rank = 1 + Int(seed)
    let (a, b) = (
      generator.normalTensor([60, rank]).doubles(), generator.normalTensor([rank, 90]).doubles()
    )
    var noisy = generator.normalTensor([60, 90], scale: 0.3).doubles()
    for row in 0..<60 {
      for column in 0..<90 {
        for inner in 0..<rank {
          noisy[row * 90 + column] += a[row * rank + inner] * b[inner * 90 + column]
        }
      }
    }
    var sketch = Sketch()
    let x = sketch.input("x", [1, 90])
    let w = sketch.graph.addInitializer(
      "w", Tensor(doubles: noisy, dtype: .float32, shape: [60, 90]))
    sketch.output(try sketch.add("fc", Gemm(transposesB: true), x, w))
    let report = try MatrixFactorization(options: options(.variationalBayes)).run(on: &sketch.graph)
    #expect(report.notes.first?.hasPrefix("fc: rank \(rank), error") ?? false, "\(report.notes)")
  }

  @Test func `alternating least squares find planted components`() throws {
    var generator = SeededGenerator(seed: 7)
    let factors = [8, 6, 9].map { generator.normalTensor([$0, 3]).doubles() }
    var weights = [Double](repeating: 0, count: 8 * 6 * 9)
    for component in 0..<3 {
      for position in weights.indices {
        let (o, c, t) = (position / 54, position / 9 % 6, position % 9)
        weights[position] +=
          factors[0][o * 3 + component] * factors[1][c * 3 + component]
          * factors[2][t * 3 + component]
      }
    }
    let tensor = Tensor(doubles: weights, dtype: .float32, shape: [8, 6, 3, 3])
    let (graph, input) = try convolution(8, weights: tensor)
    var factored = graph
    let pass = CPFactorization(options: options(.fixed(3), declines: true), iterations: 500)
    #expect(try pass.run(on: &factored).rewrites == 1)
    try expectSameOutputs(factored, graph, [input], tolerance: 1e-3)
  }

  @Test func `masked layers are left alone`() throws {
    var (graph, _) = try convolution(9)
    _ = try WeightPruning(selection: .all).run(on: &graph)
    let before = graph
    let report = try TuckerFactorization(options: options(.multiplyAdds(0.5))).run(on: &graph)
    #expect(report.notes == ["conv: stays, 50.0 % of its weights are masked"])
    #expect(graph == before)
  }
}

// SPDX-License-Identifier: Apache-2.0
import IR
import Passes
import Tensors
import TestSupport
import Testing

@Suite struct FullyConnectedToConvolutionTests {
  private func network() throws -> Graph {
    var generator = SeededGenerator(seed: 1)
    var sketch = Sketch()
    let x = sketch.input("x", [1, 2, 8, 8])
    let w = sketch.graph.addInitializer("w", generator.normalTensor([3, 2, 3, 3]))
    let y = try sketch.add("conv", Conv(), x, w)
    let pooled = try sketch.add(
      "pool", MaxPool(kernel: [2, 2], window: SlidingWindow(strides: [2, 2])), y)
    let flat = try sketch.add("flat", Flatten(), pooled)
    let v = sketch.graph.addInitializer("v", generator.normalTensor([27, 5]))
    let b = sketch.graph.addInitializer("b", generator.normalTensor([5]))
    let hidden = try sketch.add("fc1", Gemm(alpha: 0.5, beta: 2), flat, v, b)
    let active = try sketch.add("relu", ReLU(), hidden)
    let u = sketch.graph.addInitializer("u", generator.normalTensor([4, 5]))
    sketch.output(try sketch.add("fc2", Gemm(transposesB: true), active, u))
    return sketch.graph
  }

  @Test func `the outputs stay`() throws {
    let graph = try network()
    var converted = graph
    let report = try FullyConnectedToConvolution().run(on: &converted)
    #expect(report.rewrites == 2)
    #expect(
      converted.nodes.map(\.operation.opType) == [
        "Conv", "MaxPool", "Conv", "Relu", "Conv", "Flatten",
      ])
    var generator = SeededGenerator(seed: 2)
    try expectSameOutputs(
      converted, graph, [.tensor(generator.normalTensor([1, 2, 8, 8]))], tolerance: 1e-5)
    try expectSettled(FullyConnectedToConvolution(), converted)
  }

  @Test func `a larger image gives what its crops give`() throws {
    let graph = try network()
    var sliding = graph
    _ = try FullyConnectedToConvolution(keepsMatrices: false, takesAnySize: true).run(on: &sliding)
    try sliding.checkInvariants()
    var generator = SeededGenerator(seed: 3)
    let image = generator.normalTensor([1, 2, 14, 12])
    let map = try #require(try sliding.evaluate([.tensor(image)])[0].tensor)
    #expect(map.shape == [1, 4, 4, 3])
    for row in 0..<4 {
      for column in 0..<3 {
        var crop: [Double] = []
        for channel in 0..<2 {
          for y in 0..<8 {
            for x in 0..<8 {
              crop.append(image.double(at: (channel * 14 + row * 2 + y) * 12 + column * 2 + x))
            }
          }
        }
        let tensor = Tensor(doubles: crop, dtype: .float32, shape: [1, 2, 8, 8])
        let expected = try #require(try graph.evaluate([.tensor(tensor)])[0].tensor)
        for filter in 0..<4 {
          let actual = map.double(at: (filter * 4 + row) * 3 + column)
          #expect(abs(actual - expected.double(at: filter)) < 1e-5)
        }
      }
    }
  }

  @Test func `sizes that matrices do not have are refused`() throws {
    var graph = try network()
    #expect(throws: GraphError.self) {
      _ = try FullyConnectedToConvolution(takesAnySize: true).run(on: &graph)
    }
  }
}

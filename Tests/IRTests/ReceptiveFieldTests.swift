// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors
import Testing

@Suite struct ReceptiveFieldTests {
  private func convolution(
    _ graph: inout Graph, _ x: ValueID, kernel: Int, stride: Int = 1, dilation: Int = 1
  ) throws -> ValueID {
    let weights = graph.addInitializer("w", Tensor(zeros: .float32, shape: [1, 1, kernel, kernel]))
    let reach = (kernel - 1) * dilation / 2
    let window = SlidingWindow(
      strides: [stride, stride], dilations: [dilation, dilation],
      padding: .explicit(begin: [reach, reach], end: [reach, reach]))
    let outputs = try graph.addNode(Conv(window: window), inputs: [x, weights])
    return try #require(outputs.first ?? nil)
  }

  @Test func `kernels, strides and dilations add up`() throws {
    var graph = Graph(name: "main")
    let x = graph.addInput("x", .tensor(.float32, [1, 1, 64, 64]))
    let a = try convolution(&graph, x, kernel: 7, stride: 2)
    let b = try convolution(&graph, a, kernel: 3, stride: 2)
    let c = try convolution(&graph, b, kernel: 3, dilation: 2)
    let d = try #require(try graph.addNode(ReLU(), inputs: [c])[0])
    let fields = graph.receptiveFields()
    #expect(fields[a] == .window(extent: [7, 7], stride: [2, 2]))
    #expect(fields[b] == .window(extent: [11, 11], stride: [4, 4]))
    #expect(fields[c] == .window(extent: [27, 27], stride: [4, 4]))
    #expect(fields[d] == fields[c])
    #expect("\(try #require(fields[c]))" == "27x27 by 4")
  }

  @Test func `branches give the wider field, and a global pool all of the input`() throws {
    var graph = Graph(name: "main")
    let x = graph.addInput("x", .tensor(.float32, [1, 1, 16, 16]))
    let narrow = try convolution(&graph, x, kernel: 1)
    let wide = try convolution(&graph, x, kernel: 5)
    let joined = try #require(try graph.addNode(Concat(axis: 1), inputs: [narrow, wide])[0])
    let pooled = try #require(try graph.addNode(GlobalAveragePool(), inputs: [joined])[0])
    let fields = graph.receptiveFields()
    #expect(fields[joined] == .window(extent: [5, 5], stride: [1, 1]))
    #expect(fields[pooled] == .whole)
  }

  @Test func `constants have no field`() throws {
    var graph = Graph(name: "main")
    let constant = graph.addInitializer("c", Tensor([1] as [Float]))
    let y = try #require(try graph.addNode(ReLU(), inputs: [constant])[0])
    #expect(graph.receptiveFields()[y] == nil)
  }
}

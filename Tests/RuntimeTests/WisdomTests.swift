// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IR
import Runtime
import Tensors
import TestSupport
import Testing

@Suite struct WisdomTests {
  /// A 3x3 convolution that is worth a measurement.
  private func layerGraph(channels: Int = 64, size: Int = 40) throws -> Graph {
    var graph = Graph(name: "layer")
    let x = graph.addInput("x", .tensor(.float32, [1, channels, size, size]))
    var generator = SeededGenerator(seed: 1)
    let w = graph.addInitializer("w", generator.normalTensor([channels, channels, 3, 3]))
    let conv = Conv(window: SlidingWindow(padding: .sameUpper))
    let y = try graph.addNode(conv, name: "conv", inputs: [x, w])[0]
    graph.addOutput("y", try #require(y))
    return graph
  }

  private func algorithms(_ graph: Graph, _ options: SessionOptions, _ wisdom: Wisdom) throws
    -> [String]
  {
    let session = Session(graph, options: options, wisdom: wisdom)
    let types = Dictionary(uniqueKeysWithValues: graph.inputs.map { ($0, graph.type(of: $0)) })
    return try session.prepare(for: types).stepInfos.map(\.algorithm)
  }

  @Test func `measured choices are remembered, written and read`() throws {
    let graph = try layerGraph()
    let wisdom = Wisdom()
    let first = try algorithms(graph, SessionOptions(threads: 1), wisdom)
    #expect(wisdom.count == 1)
    let again = try Wisdom(decoding: try wisdom.encoded())
    #expect(again.count == 1)
    #expect(try again.encoded() == wisdom.encoded())
    #expect(try algorithms(graph, SessionOptions(threads: 1), again) == first)
    // It was known, so nothing was learnt.
    #expect(try again.encoded() == wisdom.encoded())
  }

  @Test func `wisdom decides, also against the estimate`() throws {
    let graph = try layerGraph()
    let wisdom = Wisdom()
    _ = try algorithms(graph, SessionOptions(threads: 1), wisdom)
    let text = try #require(String(data: try wisdom.encoded(), encoding: .utf8))
    for name in ["direct", "F(2,3)"] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let index = try #require(lines.firstIndex { $0.contains("\"algorithm\"") })
      lines[index] = "\"algorithm\": \"\(name)\","
      let other = try Wisdom(decoding: Data(lines.joined(separator: "\n").utf8))
      #expect(try algorithms(graph, SessionOptions(threads: 1), other).contains(name))
    }
  }

  @Test func `an algorithm that nobody knows any more is passed over`() throws {
    let graph = try layerGraph()
    let wisdom = Wisdom()
    var options = SessionOptions(threads: 1)
    _ = try algorithms(graph, options, wisdom)
    let text = try #require(String(data: try wisdom.encoded(), encoding: .utf8))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = try #require(lines.firstIndex { $0.contains("\"algorithm\"") })
    lines[index] = "\"algorithm\": \"F(9,9)\","
    let other = try Wisdom(decoding: Data(lines.joined(separator: "\n").utf8))
    options.planning = .estimated
    let estimated = try algorithms(graph, options, Wisdom())
    options.planning = .measured
    #expect(try algorithms(graph, options, other) == estimated)
  }

  @Test func `estimated planning learns nothing and measures nothing`() throws {
    let wisdom = Wisdom()
    var options = SessionOptions(threads: 1)
    options.planning = .estimated
    _ = try algorithms(try layerGraph(), options, wisdom)
    #expect(wisdom.count == 0)
  }

  @Test func `layers too small to matter are not measured`() throws {
    let wisdom = Wisdom()
    _ = try algorithms(try layerGraph(channels: 16, size: 8), SessionOptions(threads: 1), wisdom)
    #expect(wisdom.count == 0)
  }

  @Test(arguments: ["", "{", "[]", "{\"version\":2,\"entries\":[]}", "{\"version\":1}"])
  func `what is no wisdom is refused`(text: String) {
    #expect(throws: DecodingError.self) { try Wisdom(decoding: Data(text.utf8)) }
  }
}
